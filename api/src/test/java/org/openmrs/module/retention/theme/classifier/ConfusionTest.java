/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConfusionTest {

	/** Three themes by hand: 6 of a (4 right, 2 as b), 3 of b (2 right, 1 as a), 1 of c (as a). */
	@Test
	void scores_shouldBeAsByHand() {
		Confusion confusion = new Confusion(5);
		int[][] pairs = { { 0, 0 }, { 0, 0 }, { 0, 0 }, { 0, 0 }, { 0, 1 }, { 0, 1 }, { 1, 1 }, { 1, 1 }, { 1, 0 },
			{ 2, 0 } };
		for (int[] pair : pairs) {
			confusion.add(pair[0], pair[1]);
		}

		Scores scores = confusion.scores();

		assertThat(scores.getAccuracy()).isEqualTo(0.6);
		assertThat(scores.getMacroF1()).isCloseTo((2 * 4 / 12.0 + 2 * 2 / 7.0 + 0) / 3, within(1e-12));
		assertThat(scores.getBalancedAccuracy()).isCloseTo((4 / 6.0 + 2 / 3.0 + 0) / 3, within(1e-12));
		assertThat(scores.getCba()).isCloseTo((4 / 6.0 + 2 / 4.0 + 0) / 3, within(1e-12));
		assertThat(scores).hasToString("accuracy=0.6000 macroF1=0.4127 balancedAccuracy=0.4444 cba=0.3889 n=10");
	}

	@Test
	void scores_shouldBeNought_whenNothingWasCounted() {
		assertThat(new Confusion(3).scores()).isEqualTo(new Scores(0, 0, 0, 0, 0));
	}
}
