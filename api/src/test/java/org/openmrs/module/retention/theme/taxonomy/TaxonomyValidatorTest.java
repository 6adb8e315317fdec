/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.retention.theme.ThemeFixture.aTaxonomy;
import static org.openmrs.module.retention.theme.ThemeFixture.aTheme;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.lang3.StringUtils;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.question.DefinitionRules;
import org.openmrs.module.retention.question.LocalizedText;

class TaxonomyValidatorTest {

	private static final String UUID = "5d1d2f7e-7a34-4d8c-9f0b-6c1f9a3b1e01";

	@Test
	void validate_shouldFindNothing_inWhatIsRight() {
		assertThat(new TaxonomyValidator().validate(aTaxonomy().build())).isEmpty();
		assertThat(new TaxonomyValidator().validate(aTheme("等候").code("a-1").build())).isEmpty();
		assertThat(new TaxonomyValidator()
			.validate(aTheme("x").name(new LocalizedText(Collections.singletonMap("nb", "Ventetid"))).build()))
			.as("people word themes in their own language").isEmpty();
	}

	@Test
	void validate_shouldFindWhatIsMissing() {
		assertThat(new TaxonomyValidator().validate(TaxonomyDefinition.builder().build())).extracting("path")
			.containsExactly("uuid", "name", "themes");
		assertThat(new TaxonomyValidator().validate(aTaxonomy().theme(ThemeDefinition.builder().build()).build()))
			.extracting("path").containsExactly("themes[2].uuid", "themes[2].code", "themes[2].name");
	}

	@Test
	void validate_shouldFindWhatIsGivenTwice() {
		ThemeDefinition one = aTheme("x").uuid(UUID).code("x").build();
		assertThat(new TaxonomyValidator().validate(aTaxonomy().theme(one).theme(one).build()))
			.extracting("path", "code").containsExactly(org.assertj.core.api.Assertions.tuple("themes[3].uuid",
				TaxonomyValidator.CODE_TWICE),
				org.assertj.core.api.Assertions.tuple("themes[3].code",
					TaxonomyValidator.CODE_TWICE));
	}

	@Test
	void validate_shouldFindWhatIsWrongInATheme() {
		wrong(aTheme("x").uuid("x"), "uuid", DefinitionRules.UUID_INVALID);
		wrong(aTheme("x").code("Waiting room"), "code", TaxonomyValidator.CODE_INVALID);
		wrong(aTheme("x").code(StringUtils.repeat('x', 61)), "code", TaxonomyValidator.CODE_INVALID);
		wrong(aTheme("x").code("x").parent("x"), "parent", TaxonomyValidator.PARENT_ITSELF);
		wrong(aTheme(" "), "name.en", DefinitionRules.REQUIRED);
		wrong(aTheme(StringUtils.repeat('x', 256)), "name.en", DefinitionRules.TOO_LONG);
		wrong(aTheme("x").name(new LocalizedText(Collections.emptyMap())), "name", DefinitionRules.REQUIRED);
		wrong(aTheme("x").name(new LocalizedText(Collections.singletonMap("Norwegian", "x"))), "name.Norwegian",
			TaxonomyValidator.LANGUAGE_UNKNOWN);
		wrong(aTheme("x").mapping("HCAT"), "mappings[0]", TaxonomyValidator.MAPPING_INVALID);
		wrong(aTheme("x").phrases(Collections.singletonMap("en", Arrays.asList("wait*", "?!"))), "phrases.en[1]",
			TaxonomyValidator.PHRASE_INVALID);
		wrong(aTheme("x").phrases(Collections.singletonMap("en", Collections.singletonList(null))), "phrases.en[0]",
			TaxonomyValidator.PHRASE_INVALID);
		wrong(aTheme("x").phrases(Collections.singletonMap("en", Collections.nCopies(101, "x"))), "phrases.en",
			TaxonomyValidator.PHRASES_TOO_MANY);
		wrong(aTheme("x").phrases(Collections.singletonMap("klingonisch", Collections.singletonList("x"))),
			"phrases.klingonisch", TaxonomyValidator.LANGUAGE_UNKNOWN);
	}

	@Test
	void validate_shouldSurviveNullTexts() {
		Map<String, String> names = new HashMap<>();
		names.put("en", null);
		wrong(aTheme("x").name(new LocalizedText(names)), "name.en", DefinitionRules.REQUIRED);
	}

	private static void wrong(ThemeDefinition.ThemeDefinitionBuilder theme, String path, String code) {
		assertThat(new TaxonomyValidator().validate(theme.build())).singleElement().satisfies(problem -> {
			assertThat(problem.getPath()).isEqualTo(path);
			assertThat(problem.getCode()).isEqualTo(code);
		});
	}
}
