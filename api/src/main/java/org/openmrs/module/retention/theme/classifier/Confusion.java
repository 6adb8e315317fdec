/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.classifier;

/** How often which theme was chosen for comments of which, by the themes' numbers. */
public final class Confusion {

	private final int[] hits;

	private final int[] have;

	private final int[] chosen;

	public Confusion(int themes) {
		hits = new int[themes];
		have = new int[themes];
		chosen = new int[themes];
	}

	public void add(int theme, int choice) {
		have[theme]++;
		chosen[choice]++;
		if (theme == choice) {
			hits[theme]++;
		}
	}

	/** Themes that nobody has and that were never chosen do not count. */
	public Scores scores() {
		int all = 0;
		int right = 0;
		int occurring = 0;
		int seen = 0;
		double recalls = 0;
		double harmonic = 0;
		double cautious = 0;
		for (int theme = 0; theme < hits.length; theme++) {
			if (have[theme] + chosen[theme] == 0) {
				continue;
			}
			all += have[theme];
			right += hits[theme];
			seen++;
			occurring += have[theme] > 0 ? 1 : 0;
			recalls += have[theme] > 0 ? (double) hits[theme] / have[theme] : 0;
			harmonic += 2.0 * hits[theme] / (have[theme] + chosen[theme]);
			cautious += (double) hits[theme] / Math.max(have[theme], chosen[theme]);
		}
		return all == 0 ? new Scores(0, 0, 0, 0, 0)
			: new Scores((double) right / all, harmonic / seen, recalls / occurring, cautious / seen, all);
	}
}
