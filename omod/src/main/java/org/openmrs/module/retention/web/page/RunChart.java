/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lombok.Value;

/**
 * Figures by month or week with their median, as a run chart has them: no limits and no verdict. Coordinates are those of the
 * drawing, from its top left corner.
 */
@Value
public final class RunChart {

	private static final int LEFT = 40;

	private static final int WIDTH = 560;

	private static final int TOP = 10;

	private static final int HEIGHT = 150;

	private static final double WHOLE = 100;

	/** One month or week. */
	@Value
	public static class Figure {

		String label;

		double value;

		/** Out of how many; for a share how many it is. */
		long count;

		long of;

		/** In percent. */
		public static Figure share(String label, long count, long of) {
			return new Figure(label, WHOLE * count / of, count, of);
		}
	}

	/** A figure where it is drawn. */
	@Value
	public static class Point {

		double x;

		double y;

		Figure figure;

		public String getLabel() {
			return figure.getLabel();
		}

		/** Rounded. */
		public long getShare() {
			return Math.round(figure.getValue());
		}

		public long getCount() {
			return figure.getCount();
		}

		public long getOf() {
			return figure.getOf();
		}
	}

	List<Point> points;

	/** The least and the most there can be. */
	double low;

	double high;

	double medianValue;

	/** Of shares. */
	public static RunChart of(List<Figure> figures) {
		return of(figures, 0, WHOLE);
	}

	/** Null: of fewer than two. */
	public static RunChart of(List<Figure> figures, double low, double high) {
		if (figures.size() < 2) {
			return null;
		}
		List<Point> points = new ArrayList<>();
		figures.forEach(figure -> points.add(new Point(LEFT + (double) WIDTH * points.size() / (figures.size() - 1),
			height(figure.getValue(), low, high), figure)));
		return new RunChart(points, low, high,
			median(figures.stream().map(Figure::getValue).sorted().collect(Collectors.toList())));
	}

	private static double median(List<Double> sorted) {
		int middle = sorted.size() / 2;
		return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
	}

	private static double height(double value, double low, double high) {
		return TOP + HEIGHT * (high - value) / (high - low);
	}

	/** Rounded. */
	public long getMedian() {
		return Math.round(medianValue);
	}

	public double getMedianY() {
		return height(medianValue, low, high);
	}

	public long getBottom() {
		return Math.round(low);
	}

	public long getTop() {
		return Math.round(high);
	}

	/** As a polyline takes them. */
	public String getLine() {
		return points.stream().map(point -> String.format(Locale.ROOT, "%.1f,%.1f", point.getX(), point.getY()))
			.collect(Collectors.joining(" "));
	}
}
