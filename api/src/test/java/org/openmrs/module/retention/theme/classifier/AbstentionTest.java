/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AbstentionTest {

	@Property
	void threshold_shouldKeepThePrecisionOfWhatItLetsThrough(@ForAll long seed,
		@ForAll @IntRange(min = 1, max = 400) int size,
		@ForAll @DoubleRange(min = 0.3, max = 0.99) double precision) {
		Random random = new Random(seed);
		double[] confidences = new double[size];
		boolean[] has = new boolean[size];
		for (int i = 0; i < size; i++) {
			confidences[i] = random.nextInt(50) / 50.0;
			has[i] = random.nextDouble() < confidences[i];
		}

		double threshold = Abstention.threshold(confidences, has, precision);

		int proposed = 0;
		int right = 0;
		for (int i = 0; i < size; i++) {
			proposed += confidences[i] >= threshold ? 1 : 0;
			right += confidences[i] >= threshold && has[i] ? 1 : 0;
		}
		assertThat((double) right).isGreaterThanOrEqualTo(precision * proposed);
	}

	@Test
	void threshold_shouldBeTheLowestThatDoes() {
		double[] confidences = new double[100];
		boolean[] has = new boolean[100];
		for (int i = 0; i < 100; i++) {
			confidences[i] = i / 100.0;
			has[i] = i >= 60;
		}

		assertThat(Abstention.threshold(confidences, has, 0.8)).isBetween(0.45, 0.6);
	}

	@Test
	void threshold_shouldBeNever_whenNothingIsSure() {
		assertThat(Abstention.threshold(new double[50], new boolean[50], 0.8)).isEqualTo(Abstention.NEVER);
	}

	@Test
	void threshold_shouldBeNever_whenThereIsTooLittleToTell() {
		assertThat(Abstention.threshold(new double[]{ 0.9, 0.9 }, new boolean[]{ true, true }, 0.5))
			.isEqualTo(Abstention.NEVER);
	}
}
