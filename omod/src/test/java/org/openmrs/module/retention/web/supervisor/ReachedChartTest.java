/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.followup.outcome.OutcomeRow;
import org.openmrs.module.retention.web.page.RunChart;

class ReachedChartTest {

	private static final YearMonth JANUARY = YearMonth.of(2026, 1);

	@Test
	void of_shouldDrawTheSharesInTheOrderOfTheMonths_aroundTheirMedian() {
		RunChart chart = ReachedChart
			.of(Arrays.asList(row(2, 10, 10), row(0, 4, 2), row(1, 5, 0), row(3, 0, 0)));
		assertThat(chart.getPoints()).extracting(RunChart.Point::getLabel).containsExactly("2026-01", "2026-02", "2026-03");
		assertThat(chart.getPoints()).extracting(RunChart.Point::getShare).containsExactly(50L, 0L, 100L);
		assertThat(chart.getMedian()).isEqualTo(50);
		assertThat(chart.getMedianY()).isEqualTo(chart.getPoints().get(0).getY());
		assertThat(chart.getLine()).isEqualTo("40.0,85.0 320.0,160.0 600.0,10.0");
	}

	@Test
	void of_shouldBeOfAllProtocolsTogether_monthByMonth() {
		RunChart chart = ReachedChart.of(Arrays.asList(row(0, 4, 4), row(1, 10, 5), row(0, 6, 1)));
		assertThat(chart.getPoints()).extracting(RunChart.Point::getCount).containsExactly(5L, 5L);
		assertThat(chart.getPoints()).extracting(RunChart.Point::getOf).containsExactly(10L, 10L);
		assertThat(chart.getPoints()).extracting(RunChart.Point::getShare).containsExactly(50L, 50L);
	}

	@Test
	void of_shouldBeNothing_ofFewerThanTwoMonths() {
		assertThat(ReachedChart.of(Collections.singletonList(row(0, 4, 2)))).isNull();
		assertThat(ReachedChart.of(Collections.emptyList())).isNull();
		assertThat(ReachedChart.of(Arrays.asList(row(0, 4, 1), row(1, 4, 2))).getMedian()).isEqualTo(38);
	}

	@Test
	void figures_shouldBeDrawnBetweenTheLeastAndTheMostThereCanBe() {
		RunChart chart = RunChart.of(
			Arrays.asList(new RunChart.Figure("a", -100, 5, 5), new RunChart.Figure("b", 0, 5, 5)), -100, 100);
		assertThat(chart.getLine()).isEqualTo("40.0,160.0 600.0,85.0");
		assertThat(chart.getMedian()).isEqualTo(-50);
		assertThat(chart.getTop()).isEqualTo(100);
	}

	private static OutcomeRow row(int month, long plans, long reached) {
		return OutcomeRow.builder().month(JANUARY.plusMonths(month)).plans(plans).reached(reached).build();
	}
}
