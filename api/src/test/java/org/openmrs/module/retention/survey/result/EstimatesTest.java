/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EstimatesTest {

	private static final double ROUNDING = 1e-9;

	@Example
	void nps_shouldHaveTheIntervalOfRocks() {
		Estimate nps = Estimates.nps(19, 5, 36);
		assertThat(nps.getValue()).isCloseTo(38.889, within(0.001));
		assertThat(nps.getLow()).isCloseTo(13.157, within(0.01));
		assertThat(nps.getHigh()).isCloseTo(58.637, within(0.01));
	}

	/** Where everybody says the same, it is not yet certain that all would. */
	@Property
	void nps_shouldLieInItsInterval_andNeverBeCertain(@ForAll("answers") long[] answers) {
		Estimate nps = Estimates.nps(answers[0], answers[2], answers[0] + answers[1] + answers[2]);
		assertThat(nps.getLow()).isBetween(-100.0, nps.getValue() + ROUNDING);
		assertThat(nps.getHigh()).isBetween(nps.getValue() - ROUNDING, 100.0);
		assertThat(nps.getHigh()).isGreaterThan(nps.getLow());
	}

	@Property
	void nps_shouldTurnAround_whenThePleasedAndTheDispleasedDo(@ForAll("answers") long[] answers) {
		long all = answers[0] + answers[1] + answers[2];
		Estimate nps = Estimates.nps(answers[0], answers[2], all);
		Estimate turned = Estimates.nps(answers[2], answers[0], all);
		assertThat(turned.getValue()).isCloseTo(-nps.getValue(), within(ROUNDING));
		assertThat(turned.getLow()).isCloseTo(-nps.getHigh(), within(ROUNDING));
	}

	@Property
	void nps_shouldBeSurer_theMoreHaveAnswered(@ForAll("answers") long[] answers) {
		long all = answers[0] + answers[1] + answers[2];
		Estimate few = Estimates.nps(answers[0], answers[2], all);
		Estimate many = Estimates.nps(4 * answers[0], 4 * answers[2], 4 * all);
		assertThat(many.getValue()).isCloseTo(few.getValue(), within(ROUNDING));
		assertThat(many.getHigh() - many.getLow()).isLessThan(few.getHigh() - few.getLow());
	}

	/** Of a thousand clinics whose patients are half promoters and a quarter detractors, about 95 % find the true 25. */
	@Example
	void nps_shouldBeRightAsOftenAsItSays() {
		Random random = new Random(1);
		int right = 0;
		for (int clinic = 0; clinic < 1000; clinic++) {
			long promoters = 0;
			long detractors = 0;
			for (int patient = 0; patient < 30; patient++) {
				double one = random.nextDouble();
				promoters += one < 0.5 ? 1 : 0;
				detractors += one >= 0.75 ? 1 : 0;
			}
			Estimate nps = Estimates.nps(promoters, detractors, 30);
			right += nps.getLow() <= 25 && nps.getHigh() >= 25 ? 1 : 0;
		}
		assertThat(right).isBetween(930, 970);
	}

	@Example
	void share_shouldHaveWilsonsInterval() {
		Estimate share = Estimates.share(8, 10);
		assertThat(share.getValue()).isCloseTo(80, within(ROUNDING));
		assertThat(share.getLow()).isCloseTo(49.02, within(0.01));
		assertThat(share.getHigh()).isCloseTo(94.33, within(0.01));
	}

	@Property
	void share_shouldLieInItsInterval(@ForAll("answers") long[] answers) {
		Estimate share = Estimates.share(answers[0], answers[0] + answers[1] + answers[2]);
		assertThat(share.getLow()).isBetween(0.0, share.getValue());
		assertThat(share.getHigh()).isBetween(share.getValue(), 100.0);
	}

	@Example
	void tQuantile_shouldBeThatOfTheTables() {
		double[][] table = { { 1, 12.706 }, { 2, 4.303 }, { 3, 3.182 }, { 4, 2.776 }, { 5, 2.571 }, { 7, 2.365 },
			{ 10, 2.228 },
			{ 30, 2.042 }, { 120, 1.980 }, { 1_000_000, 1.960 } };
		for (double[] row : table) {
			assertThat(Estimates.tQuantile((long) row[0])).as("%s degrees", row[0]).isCloseTo(row[1], within(0.0011));
		}
	}

	@Example
	void mean_shouldWeighEachAnswer_andSayNothingOfOneAlone() {
		Map<Double, Long> counts = new LinkedHashMap<>();
		counts.put(4.0, 3L);
		counts.put(5.0, 2L);
		Estimate mean = Estimates.mean(counts);
		assertThat(mean.getValue()).isCloseTo(4.4, within(ROUNDING));
		assertThat(mean.getLow()).isCloseTo(3.720, within(0.001));
		assertThat(mean.getHigh()).isCloseTo(5.080, within(0.001));
		assertThat(Estimates.mean(Collections.singletonMap(7.0, 1L)).getLow()).isNaN();
		assertThat(Estimates.mean(Collections.singletonMap(7.0, 9L))).isEqualTo(new Estimate(7, 7, 7));
	}

	/** Newcombe's example (a) of 56 of 70 and 48 of 80: 0.2 (0.0524 to 0.3339). */
	@Example
	void difference_shouldBeNewcombes_ofShares() {
		Estimate difference = Estimates.difference(56, 70, 48, 80);
		assertThat(difference.getValue()).isCloseTo(20, within(ROUNDING));
		assertThat(difference.getLow()).isCloseTo(5.24, within(0.01));
		assertThat(difference.getHigh()).isCloseTo(33.39, within(0.01));
	}

	/** 2, 4, 6 less 1, 2, 3: variances 4 and 1, 2.94 degrees, of which two are counted. */
	@Example
	void difference_shouldBeWelchs_ofMeans() {
		Estimate difference = Estimates.difference(12, 56, 3, 6, 14, 3);
		assertThat(difference.getValue()).isCloseTo(2, within(ROUNDING));
		assertThat(difference.getHigh() - 2).isCloseTo(4.303 * Math.sqrt(5.0 / 3), within(0.01));
		assertThat(Estimates.difference(9, 27, 3, 3, 3, 3).getLow()).isCloseTo(2, within(ROUNDING));
	}

	/** Promoters, passives and detractors, at least one of them all. */
	@Provide
	static Arbitrary<long[]> answers() {
		Arbitrary<Long> count = Arbitraries.longs().between(0, 3000);
		return Combinators.combine(count, count, count).as((p, n, d) -> new long[]{ p, n, d })
			.filter(one -> one[0] + one[1] + one[2] > 0);
	}
}
