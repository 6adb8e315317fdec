/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.classifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the scores mean that comments got from models which had not learnt from them: the rules of the model, and, once more
 * held out, how good it is (each part's rules come from the other parts).
 */
final class CrossValidation {

	private final List<String> themes;

	private final double[][] unseen;

	private final Truth[] truths;

	private final double precision;

	private final Confusion confusion;

	private final int[] chosen;

	private final int[] have;

	private final int[] proposed;

	private final int[] hits;

	/** @param unseen per comment and theme */
	CrossValidation(List<String> themes, double[][] unseen, Truth[] truths, double precision) {
		this.themes = themes;
		this.unseen = unseen;
		this.truths = truths;
		this.precision = precision;
		confusion = new Confusion(themes.size() + 1);
		chosen = new int[truths.length];
		have = new int[themes.size()];
		proposed = new int[themes.size()];
		hits = new int[themes.size()];
	}

	/** One per theme, from these comments. */
	List<ThemeRule> rules(int[] comments) {
		Calibration[] calibrations = new Calibration[themes.size()];
		double[] thresholds = new double[themes.size()];
		double[][] logarithms = new double[comments.length][themes.size()];
		for (int theme = 0; theme < themes.size(); theme++) {
			double[] scores = new double[comments.length];
			boolean[] has = new boolean[comments.length];
			for (int i = 0; i < comments.length; i++) {
				scores[i] = unseen[comments[i]][theme];
				has[i] = truths[comments[i]].has(theme);
			}
			Calibration calibration = Calibration.of(scores, has);
			for (int i = 0; i < comments.length; i++) {
				logarithms[i][theme] = calibration.logarithm(scores[i]);
				scores[i] = calibration.probability(scores[i]);
			}
			calibrations[theme] = calibration;
			thresholds[theme] = Abstention.threshold(scores, has, precision);
		}
		Truth[] about = Arrays.stream(comments).mapToObj(comment -> truths[comment]).toArray(Truth[]::new);
		double[] offsets = Choice.offsets(logarithms, about, themes.size());
		List<ThemeRule> rules = new ArrayList<>();
		for (int theme = 0; theme < offsets.length; theme++) {
			rules.add(new ThemeRule(calibrations[theme], thresholds[theme], offsets[theme]));
		}
		return rules;
	}

	void validate(Folds folds) {
		for (int fold = 0; fold < folds.count(); fold++) {
			List<ThemeRule> rules = rules(folds.outside(fold));
			for (int comment : folds.in(fold)) {
				validate(comment, rules);
			}
		}
	}

	private void validate(int comment, List<ThemeRule> rules) {
		int best = 0;
		double highest = Double.NEGATIVE_INFINITY;
		for (int theme = 0; theme < rules.size(); theme++) {
			ThemeRule rule = rules.get(theme);
			double score = unseen[comment][theme];
			if (rule.choice(score) > highest) {
				best = theme;
				highest = rule.choice(score);
			}
			boolean has = truths[comment].has(theme);
			boolean propose = rule.getCalibration().probability(score) >= rule.getThreshold();
			have[theme] += has ? 1 : 0;
			proposed[theme] += propose ? 1 : 0;
			hits[theme] += has && propose ? 1 : 0;
		}
		chosen[comment] = best;
		truths[comment].count(best, confusion);
	}

	Scores scores() {
		return confusion.scores();
	}

	List<ThemeScores> themeScores() {
		List<ThemeScores> scores = new ArrayList<>();
		for (int theme = 0; theme < themes.size(); theme++) {
			scores.add(new ThemeScores(themes.get(theme), have[theme], proposed[theme],
				proposed[theme] == 0 ? 0 : (double) hits[theme] / proposed[theme],
				have[theme] == 0 ? 0 : (double) hits[theme] / have[theme]));
		}
		return scores;
	}

	List<String> chosen() {
		List<String> codes = new ArrayList<>();
		for (int theme : chosen) {
			codes.add(themes.get(theme));
		}
		return codes;
	}
}
