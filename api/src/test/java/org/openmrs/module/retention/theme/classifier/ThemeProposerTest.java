/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThemeProposerTest {

	private static final SeedRules RULES = new SeedRules(0.6, phrases());

	private static Map<String, Map<String, List<String>>> phrases() {
		Map<String, List<String>> waiting = new HashMap<>();
		waiting.put("en", Arrays.asList("wait*", "running late"));
		waiting.put("ru", Arrays.asList("ожида*", "ждать"));
		waiting.put("zh", Arrays.asList("排队", "等了"));
		Map<String, Map<String, List<String>>> phrases = new HashMap<>();
		phrases.put("waiting", waiting);
		phrases.put("parking", Collections.singletonMap("en", Arrays.asList("parking", "car park")));
		return phrases;
	}

	@Test
	void match_shouldFindPhrasesInEachLanguage() {
		assertThat(RULES.match("We WAITED for ages.", "en")).containsExactly(entry("waiting", 0.6));
		assertThat(RULES.match("Долгое ожидание!", "ru")).containsExactly(entry("waiting", 0.6));
		assertThat(RULES.match("今天等了很久", "zh")).containsExactly(entry("waiting", 0.6));
		assertThat(RULES.match("The car-park is full", "en")).containsExactly(entry("parking", 0.6));
	}

	@Test
	void match_shouldTakeWordsWholeAndInTheirOrder() {
		assertThat(RULES.match("Late but running", "en")).isEmpty();
		assertThat(RULES.match("ждатьё", "ru")).isEmpty();
		assertThat(RULES.match("", "en")).isEmpty();
	}

	@Test
	void match_shouldTakeTheLanguageOfTheComment_andAllWhenItIsUnknown() {
		assertThat(RULES.match("waiting", "ru")).isEmpty();
		assertThat(RULES.match("waiting", null)).containsKey("waiting");
		assertThat(RULES.match("waiting", "de")).containsKey("waiting");
	}

	@Test
	void match_shouldBeSurerOfSeveralPhrases() {
		assertThat(RULES.match("They were running late and we waited", "en").get("waiting")).isCloseTo(0.84, within(1e-9));
	}

	@Test
	void rules_shouldBeRefused_whenTheySayNothing() {
		Map<String, Map<String, List<String>>> empty = Collections.singletonMap("a",
			Collections.singletonMap("en", Collections.singletonList("…")));

		assertThatThrownBy(() -> new SeedRules(0.5, empty)).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> new SeedRules(1, phrases())).isInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void classify_shouldProposeByPhrases_whileNothingIsLearnt() {
		Classification found = new ThemeProposer(RULES, null).classify(CommentText.of("No parking, and we waited"), "en");

		assertThat(found.getProposed()).extracting(ThemeConfidence::getTheme).containsExactlyInAnyOrder("parking",
			"waiting");
		assertThat(new ThemeProposer(RULES, null).classify(CommentText.of("fine"), "en").getThemes()).isEmpty();
	}

	@Test
	void classify_shouldLeaveAThemeToTheModel_onceItHasLearntIt() {
		ThemeModel model = ClinicComments.learnt(ClinicComments.noisy(100, 0.5, 4));

		Classification found = new ThemeProposer(RULES, model).classify(CommentText.of("No parking, and we waited"), "en");

		assertThat(found.getProposed()).extracting(ThemeConfidence::getTheme).containsExactly("parking");
		assertThat(found.getThemes()).extracting(ThemeConfidence::getTheme).containsExactlyInAnyOrder("parking", "staff",
			"waiting");
	}
}
