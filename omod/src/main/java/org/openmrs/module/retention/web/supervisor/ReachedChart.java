/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.supervisor;

import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openmrs.module.retention.followup.outcome.OutcomeRow;
import org.openmrs.module.retention.web.page.RunChart;

/** How many of those to be followed up were reached, by month. */
final class ReachedChart {

	private ReachedChart() {
	}

	/** Of all protocols together, in months that had any; null: of fewer than two. */
	static RunChart of(List<OutcomeRow> rows) {
		SortedMap<YearMonth, long[]> months = new TreeMap<>();
		for (OutcomeRow row : rows) {
			if (row.getPlans() > 0) {
				long[] sums = months.computeIfAbsent(row.getMonth(), month -> new long[2]);
				sums[0] += row.getReached();
				sums[1] += row.getPlans();
			}
		}
		return RunChart.of(months.entrySet().stream()
			.map(month -> RunChart.Figure.share(month.getKey().toString(), month.getValue()[0], month.getValue()[1]))
			.collect(Collectors.toList()));
	}
}
