/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openmrs.module.retention.followup.protocol.ProtocolFixture.aProtocol;
import static org.openmrs.module.retention.followup.protocol.ProtocolFixture.aStep;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.question.LocalizedText;
import org.openmrs.module.retention.shared.DefinitionJson;

class ProtocolDefinitionTest {

	@Test
	void read_shouldApplyDefaults_whenPropertiesAreLeftOutOrNull() {
		ProtocolDefinition read = DefinitionJson.read(
			"{\"uuid\":\"u\",\"purpose\":\"RECALL\",\"backfill\":null,\"patients\":{},\"steps\":[{\"key\":\"a\",\"grace\":0}]}",
			ProtocolDefinition.class).complete();
		assertThat(read.getBackfill()).isEqualTo("P0D");
		assertThat(read.getAnchorScope()).isEqualTo(AnchorScope.VISIT);
		assertThat(read.getOnRepeat()).isEqualTo(RepeatMode.RESTART);
		assertThat(read.getPriority()).isEqualTo(50);
		assertThat(read.getPatients().getSexes()).isEmpty();
		StepDefinition step = read.getSteps().get(0);
		assertThat(step.getGrace()).isZero();
		assertThat(step.getTries()).isEqualTo(3);
		assertThat(step.getRoll()).isEqualTo(Roll.NEXT);
		assertThat(step.getChannel()).isEqualTo(Channel.PHONE);
		assertThat(step.getWindowFrom()).isEqualTo("OPEN");
		assertThat(step.getWindowTo()).isEqualTo("CLOSE");
		assertThat(step.getPurpose()).isEqualTo(Purpose.RECALL);
		assertThat(step.getAssignment()).isEmpty();
		assertThat(step.getSkipWhen()).isEmpty();
	}

	@Test
	void write_shouldBeReadBackAsTheSame() {
		ProtocolDefinition definition = aProtocol().build().complete();
		String json = DefinitionJson.write(definition);
		assertThat(DefinitionJson.read(json, ProtocolDefinition.class)).isEqualTo(definition);
		assertThat(DefinitionJson.write(DefinitionJson.read(json, ProtocolDefinition.class))).isEqualTo(json);
	}

	@Test
	void write_shouldNotDependOnTheOrderOfLanguages() {
		Map<String, String> one = new java.util.LinkedHashMap<>();
		one.put("en", "Call");
		one.put("nb", "Ring");
		Map<String, String> other = new java.util.LinkedHashMap<>();
		other.put("nb", "Ring");
		other.put("en", "Call");
		assertThat(DefinitionJson.write(aStep("a").title(new LocalizedText(one)).build()))
			.isEqualTo(DefinitionJson.write(aStep("a").title(new LocalizedText(other)).build()));
	}

	@Test
	void lists_shouldNotBeChangeable() {
		ProtocolDefinition definition = DefinitionJson.read(DefinitionJson.write(aProtocol().build()),
			ProtocolDefinition.class);
		assertThatThrownBy(() -> definition.getSteps().clear()).isInstanceOf(UnsupportedOperationException.class);
		assertThatThrownBy(() -> definition.getTrigger().getFilter().getEncounterTypes().add("x"))
			.isInstanceOf(UnsupportedOperationException.class);
	}

	@Test
	void in_shouldFallBackFromTheTagToTheLanguageToEnglish() {
		Map<String, String> byTag = new HashMap<>();
		byTag.put("en", "Hello");
		byTag.put("nb", "Hei");
		byTag.put("zh", "您好");
		LocalizedText text = new LocalizedText(byTag);
		assertThat(text.in(Locale.forLanguageTag("zh-CN"))).isEqualTo("您好");
		assertThat(text.in(Locale.forLanguageTag("nn"))).isEqualTo("Hei");
		assertThat(text.in(Locale.forLanguageTag("no"))).isEqualTo("Hei");
		assertThat(text.in(Locale.FRENCH)).isEqualTo("Hello");
		assertThat(text.in(null)).isEqualTo("Hello");
	}
}
