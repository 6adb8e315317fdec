/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.classifier;

import java.util.Arrays;
import java.util.Comparator;

/** From which confidence on a theme is proposed, so that of what is proposed enough is right. */
final class Abstention {

	/** Greater than every confidence. */
	static final double NEVER = Double.POSITIVE_INFINITY;

	/** Fewer proposals than these say nothing about a share. */
	private static final int FEWEST = 10;

	private Abstention() {
	}

	/**
	 * The lowest confidence from which on, of the comments given, at least that share have the theme, by the lower end of the
	 * share's interval of one standard error (E. B. Wilson, 1927), because a threshold that is looked for on these comments fits
	 * them too well.
	 *
	 * @return {@link #NEVER} when there is none
	 */
	static double threshold(double[] confidences, boolean[] has, double precision) {
		Integer[] order = new Integer[confidences.length];
		Arrays.setAll(order, i -> i);
		Arrays.sort(order, Comparator.comparingDouble(i -> -confidences[i]));
		double threshold = NEVER;
		int hits = 0;
		for (int i = 0; i < order.length; i++) {
			hits += has[order[i]] ? 1 : 0;
			boolean last = i + 1 == order.length || confidences[order[i + 1]] < confidences[order[i]];
			if (last && i + 1 >= FEWEST && lowerEnd(hits, i + 1) >= precision) {
				threshold = confidences[order[i]];
			}
		}
		return threshold;
	}

	private static double lowerEnd(int hits, int count) {
		double share = (double) hits / count;
		return (share + 0.5 / count - Math.sqrt(share * (1 - share) / count + 0.25 / count / count)) / (1 + 1.0 / count);
	}
}
