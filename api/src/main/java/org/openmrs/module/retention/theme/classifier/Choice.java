/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.classifier;

import java.util.Arrays;

/**
 * What is added to each theme's logarithm of its probability before the highest is chosen. The most probable theme is the
 * most often right, but rare themes are then hardly ever chosen; the offsets are those that do best by accuracy, macro-F1 and
 * class-balance accuracy together, found by going through the themes in turn.
 */
final class Choice {

	private static final int ROUNDS = 3;

	private static final double STEP = 0.1;

	private static final int STEPS = 15;

	/** An offset has to be worth it: with few comments, most differences are chance. */
	private static final double PRICE = 0.002;

	private Choice() {
	}

	static int best(double[] logarithms, double[] offsets) {
		return best(logarithms, offsets, -1);
	}

	private static int best(double[] logarithms, double[] offsets, int without) {
		int best = -1;
		for (int theme = 0; theme < logarithms.length; theme++) {
			if (theme != without
				&& (best < 0 || logarithms[theme] + offsets[theme] > logarithms[best] + offsets[best])) {
				best = theme;
			}
		}
		return best;
	}

	/**
	 * @param logarithms per comment and theme
	 * @param truths per comment what it is about
	 */
	static double[] offsets(double[][] logarithms, Truth[] truths, int themes) {
		double[] offsets = new double[themes];
		for (int round = 0; themes > 1 && round < ROUNDS; round++) {
			double[] before = offsets.clone();
			for (int theme = 0; theme < themes; theme++) {
				offsets[theme] = bestOffset(logarithms, truths, offsets, theme);
			}
			if (Arrays.equals(before, offsets)) {
				break;
			}
		}
		return offsets;
	}

	private static double bestOffset(double[][] logarithms, Truth[] truths, double[] offsets, int theme) {
		int[] otherwise = new int[logarithms.length];
		double[] needed = new double[logarithms.length];
		for (int i = 0; i < logarithms.length; i++) {
			otherwise[i] = best(logarithms[i], offsets, theme);
			needed[i] = logarithms[i][otherwise[i]] + offsets[otherwise[i]] - logarithms[i][theme];
		}
		double[] worth = new double[2 * STEPS + 1];
		for (int step = 0; step < worth.length; step++) {
			double offset = (step - STEPS) * STEP;
			Confusion confusion = new Confusion(offsets.length + 1);
			for (int i = 0; i < needed.length; i++) {
				truths[i].count(offset > needed[i] ? theme : otherwise[i], confusion);
			}
			Scores scores = confusion.scores();
			worth[step] = scores.getAccuracy() + scores.getMacroF1() + scores.getCba() - PRICE * offset * offset;
		}
		int best = STEPS;
		for (int step = 0; step < worth.length; step++) {
			best = smooth(worth, step) > smooth(worth, best) ? step : best;
		}
		return (best - STEPS) * STEP;
	}

	/** A peak one step wide is chance. */
	private static double smooth(double[] worth, int step) {
		return (worth[Math.max(0, step - 1)] + 2 * worth[step] + worth[Math.min(worth.length - 1, step + 1)]) / 4;
	}
}
