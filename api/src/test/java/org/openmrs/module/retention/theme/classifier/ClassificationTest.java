/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassificationTest {

	@Test
	void margin_shouldBeWhatTheTakenAreAheadOfTheLeft() {
		assertThat(of(0.9, 0.2, 0.1).getMargin()).isCloseTo(0.7, within(1e-9));
		assertThat(of(0.3, 0.28, 0.1).getMargin()).isCloseTo(0.02, within(1e-9));
		assertThat(of(0.9, 0.8, 0.1).getMargin()).isCloseTo(0.7, within(1e-9));
		assertThat(of(0.5).getMargin()).isZero();
		assertThat(of(0.1).getMargin()).isEqualTo(0.8);
		assertThat(new Classification(Collections.emptyList()).getMargin()).isEqualTo(1);
	}

	@Test
	void queue_shouldBeginWithWhatTeachesMost() {
		List<Classification> queue = new ArrayList<>(Arrays.asList(of(0.95, 0.01), of(0.4, 0.39), of(0.6, 0.3)));

		queue.sort(Classification.TEACHING_MOST_FIRST);

		assertThat(queue).extracting(comment -> comment.getThemes().get(0).getConfidence()).containsExactly(0.4, 0.6, 0.95);
	}

	private static Classification of(double... confidences) {
		List<ThemeConfidence> themes = new ArrayList<>();
		for (double confidence : confidences) {
			themes.add(new ThemeConfidence("theme" + themes.size(), confidence, false));
		}
		return new Classification(themes);
	}
}
