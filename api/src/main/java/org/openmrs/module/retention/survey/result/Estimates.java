/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.result;

import java.util.Map;

/**
 * Figures with their 95 % intervals, of answers that are taken as independent.
 * <ul>
 * <li>NPS: %(9-10) - %(0-6). Adjusted Wald interval: 3 is added to the answers, 3/4 to promoters and 3/4 to detractors; the
 * variance is p + d - (p - d)² (Rocks, <i>Interval Estimation for the "Net Promoter Score"</i>, The American Statistician
 * 70(4), 2016). Without the addition the interval of a few equal answers would have no width. That of a
 * single answer is widened to it.</li>
 * <li>Shares: Wilson's score interval (JASA 22, 1927).</li>
 * <li>Means: Student's t; their differences: Welch (Biometrika 34, 1947).</li>
 * <li>Differences of shares: Newcombe's hybrid score interval (Statistics in Medicine 17, 1998).</li>
 * </ul>
 */
final class Estimates {

	private static final double Z = 1.959963984540054;

	private static final double PERCENT = 100;

	private static final double ADDED = 3;

	private static final double ADDED_TO_EACH = 0.75;

	private Estimates() {
	}

	/** From -100 to 100. */
	static Estimate nps(long promoters, long detractors, long answered) {
		double n = answered + ADDED;
		double p = (promoters + ADDED_TO_EACH) / n;
		double d = (detractors + ADDED_TO_EACH) / n;
		double half = Z * Math.sqrt((p + d - (p - d) * (p - d)) / n);
		double nps = (double) (promoters - detractors) / answered;
		return new Estimate(PERCENT * nps, PERCENT * Math.max(-1, Math.min(nps, p - d - half)),
			PERCENT * Math.min(1, Math.max(nps, p - d + half)));
	}

	/** In percent. */
	static Estimate share(long count, long of) {
		double p = (double) count / of;
		double z2 = Z * Z;
		double centre = (p + z2 / (2 * of)) / (1 + z2 / of);
		double half = Z / (1 + z2 / of) * Math.sqrt(p * (1 - p) / of + z2 / (4.0 * of * of));
		return new Estimate(PERCENT * p, PERCENT * Math.max(0, Math.min(p, centre - half)),
			PERCENT * Math.min(1, Math.max(p, centre + half)));
	}

	/** Of numbers with how often each was given; of one answer alone there is no interval: its bounds are not numbers. */
	static Estimate mean(Map<Double, Long> counts) {
		double sum = 0;
		long n = 0;
		for (Map.Entry<Double, Long> one : counts.entrySet()) {
			sum += one.getKey() * one.getValue();
			n += one.getValue();
		}
		double mean = sum / n;
		double squares = 0;
		for (Map.Entry<Double, Long> one : counts.entrySet()) {
			squares += one.getValue() * (one.getKey() - mean) * (one.getKey() - mean);
		}
		double half = n < 2 ? Double.NaN : tQuantile(n - 1) * Math.sqrt(squares / (n - 1) / n);
		return new Estimate(mean, mean - half, mean + half);
	}

	/** Of two means, by the sums and the sums of squares of at least two numbers each. */
	static Estimate difference(double sum, double squares, long n, double otherSum, double otherSquares, long otherN) {
		double spread = variance(sum, squares, n) / n;
		double otherSpread = variance(otherSum, otherSquares, otherN) / otherN;
		double both = spread + otherSpread;
		double degrees = both == 0 ? n + otherN - 2
			: both * both / (spread * spread / (n - 1) + otherSpread * otherSpread / (otherN - 1));
		double difference = sum / n - otherSum / otherN;
		double half = tQuantile(Math.max(1, (long) degrees)) * Math.sqrt(both);
		return new Estimate(difference, difference - half, difference + half);
	}

	private static double variance(double sum, double squares, long n) {
		return Math.max(0, (squares - sum * sum / n) / (n - 1));
	}

	/** Of two shares, in percentage points. */
	static Estimate difference(long count, long of, long otherCount, long otherOf) {
		Estimate one = share(count, of);
		Estimate other = share(otherCount, otherOf);
		double difference = one.getValue() - other.getValue();
		return new Estimate(difference,
			difference - Math.hypot(one.getValue() - one.getLow(), other.getHigh() - other.getValue()),
			difference + Math.hypot(one.getHigh() - one.getValue(), other.getValue() - other.getLow()));
	}

	/**
	 * The 97.5th percentile of Student's t: exact for one and two degrees of freedom, else by Hill's series (Algorithm 396,
	 * CACM 13, 1970), right to three places.
	 */
	static double tQuantile(long degrees) {
		double n = degrees;
		double p = 0.05;
		if (degrees == 1) {
			return 1 / Math.tan(p * Math.PI / 2);
		}
		if (degrees == 2) {
			return Math.sqrt(2 / (p * (2 - p)) - 2);
		}
		double a = 1 / (n - 0.5);
		double b = 48 / (a * a);
		double c = ((20700 * a / b - 98) * a - 16) * a + 96.36;
		double d = ((94.5 / (b + c) - 3) / b + 1) * Math.sqrt(a * Math.PI / 2) * n;
		double y = Math.pow(d * p, 2 / n);
		if (y > 0.05 + a) {
			double x = -Z;
			y = x * x;
			if (degrees < 5) {
				c += 0.3 * (n - 4.5) * (x + 0.6);
			}
			c = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + c;
			y = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / c - y - 3) / b + 1) * x;
			y = a * y * y;
			y = y > 0.002 ? Math.exp(y) - 1 : 0.5 * y * y + y;
		} else {
			y = ((1 / (((n + 6) / (n * y) - 0.089 * d - 0.822) * (n + 2) * 3) + 0.5 / (n + 4)) * y - 1) * (n + 1) / (n + 2)
				+ 1 / y;
		}
		return Math.sqrt(n * y);
	}
}
