/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That learning works in other languages and scripts than those it was tuned on, with as few comments as a clinic starts with. */
class LanguagesTest {

	@ParameterizedTest
	@ValueSource(strings = { "ru", "zh", "nb" })
	void train_shouldTellThemesApart_inEachLanguage(String language) {
		List<LabelledComment> comments = ClinicComments.in(language);

		Scores scores = ClinicComments.learnt(comments).getScores();

		assertThat(comments).hasSizeGreaterThanOrEqualTo(40);
		assertThat(scores.getCount()).isEqualTo(comments.size());
		assertThat(scores.getAccuracy()).isGreaterThan(2 * majority(comments));
	}

	@Test
	void train_shouldTellThemesApart_whenLanguagesAreMixed() {
		List<LabelledComment> comments = ClinicComments.inAllLanguages();

		Scores scores = ClinicComments.learnt(comments).getScores();

		assertThat(scores.getAccuracy()).isGreaterThan(2 * majority(comments));
		assertThat(scores.getMacroF1()).isGreaterThan(2 * majority(comments));
	}

	@Test
	void train_shouldFindNothing_whereThemesAreNotInTheWords() {
		List<LabelledComment> comments = ClinicComments.noisy(100, 0.5, 1);

		assertThat(ClinicComments.learnt(comments).getScores().getAccuracy()).isBetween(0.35, 0.65);
	}

	private static double majority(List<LabelledComment> comments) {
		return Collections.max(comments.stream()
			.collect(Collectors.groupingBy(LabelledComment::chiefTheme, Collectors.counting())).values())
			/ (double) comments.size();
	}
}
