/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CalibrationTest {

	@Property
	void probability_shouldBeOneAndNeverFall(
		@ForAll @Size(min = 2, max = 60) double @DoubleRange(min = -9, max = 9) [] scores,
		@ForAll long seed, @ForAll @DoubleRange(min = -1e9, max = 1e9) double one,
		@ForAll @DoubleRange(min = -1e9, max = 1e9) double other) {
		Random random = new Random(seed);
		boolean[] has = new boolean[scores.length];
		for (int i = 0; i < has.length; i++) {
			has[i] = random.nextBoolean();
		}
		Calibration calibration = Calibration.of(scores, has);

		double low = calibration.probability(Math.min(one, other));
		double high = calibration.probability(Math.max(one, other));

		assertThat(low).isBetween(0.0, 1.0).isLessThanOrEqualTo(high);
		assertThat(high).isBetween(0.0, 1.0);
		assertThat(calibration.logarithm(one)).isFinite().isLessThanOrEqualTo(0);
	}

	@Test
	void of_shouldFindTheProbabilitiesThatTheScoresCameFrom() {
		Random random = new Random(7);
		double[] scores = new double[20_000];
		boolean[] has = new boolean[scores.length];
		for (int i = 0; i < scores.length; i++) {
			scores[i] = random.nextGaussian();
			has[i] = random.nextDouble() < 1 / (1 + Math.exp(1 - 2 * scores[i]));
		}

		Calibration calibration = Calibration.of(scores, has);

		assertThat(calibration.getSlope()).isCloseTo(2, within(0.1));
		assertThat(calibration.getOffset()).isCloseTo(-1, within(0.1));
	}

	@Test
	void of_shouldGiveTheShare_whenTheScoresSayTheContrary() {
		Calibration calibration = Calibration.of(new double[]{ 3, 2, 1, 0 }, new boolean[]{ false, false, false, true });

		assertThat(calibration.getSlope()).isZero();
		assertThat(calibration.probability(3)).isEqualTo(calibration.probability(-3)).isCloseTo(1 / 3.0, within(1e-9));
	}
}
