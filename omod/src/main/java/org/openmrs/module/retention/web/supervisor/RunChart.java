/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.supervisor;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lombok.Value;
import org.openmrs.module.retention.followup.outcome.OutcomeRow;

/**
 * Shares by month with their median, as a run chart has them: no limits and no verdict. Coordinates are those of the drawing,
 * from its top left corner.
 */
@Value
public final class RunChart {

	private static final int LEFT = 40;

	private static final int WIDTH = 560;

	private static final int TOP = 10;

	private static final int HEIGHT = 150;

	private static final double WHOLE = 100;

	/** One month. */
	@Value
	public static class Point {

		double x;

		double y;

		String label;

		/** In percent. */
		long share;

		long reached;

		long plans;
	}

	List<Point> points;

	/** In percent. */
	long median;

	double medianY;

	/** How many of those to be followed up were reached, of all protocols together, in months that had any; null: of fewer than two. */
	static RunChart ofReached(List<OutcomeRow> rows) {
		SortedMap<YearMonth, long[]> months = new TreeMap<>();
		for (OutcomeRow row : rows) {
			if (row.getPlans() > 0) {
				long[] sums = months.computeIfAbsent(row.getMonth(), month -> new long[2]);
				sums[0] += row.getReached();
				sums[1] += row.getPlans();
			}
		}
		if (months.size() < 2) {
			return null;
		}
		List<Point> points = new ArrayList<>();
		months.forEach((month, sums) -> {
			double share = WHOLE * sums[0] / sums[1];
			points.add(new Point(LEFT + (double) WIDTH * points.size() / (months.size() - 1), height(share),
				month.toString(), Math.round(share), sums[0], sums[1]));
		});
		double median = median(
			points.stream().map(point -> (double) point.getShare()).sorted().collect(Collectors.toList()));
		return new RunChart(points, Math.round(median), height(median));
	}

	private static double median(List<Double> sorted) {
		int middle = sorted.size() / 2;
		return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
	}

	private static double height(double share) {
		return TOP + HEIGHT * (1 - share / WHOLE);
	}

	/** As a polyline takes them. */
	public String getLine() {
		return points.stream().map(point -> String.format(Locale.ROOT, "%.1f,%.1f", point.getX(), point.getY()))
			.collect(Collectors.joining(" "));
	}
}
