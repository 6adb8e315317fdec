/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.classifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Learns from labelled comments; the same comments in the same order give the same model. */
public final class ThemeTrainer {

	private static final long SEED = 20261122L;

	/** Words and pieces that one comment has alone teach little, and are more than half of all. */
	private static final int FEWEST_COMMENTS_OF_A_FEATURE = 2;

	private final TrainingOptions options;

	public ThemeTrainer(TrainingOptions options) {
		if (options.getFolds() < 2 || options.getFewestExamples() < options.getFolds()
			|| !(options.getPrecision() >= 0 && options.getPrecision() <= 1)) {
			throw new IllegalArgumentException("At least two folds, as many examples, a precision from 0 to 1: " + options);
		}
		this.options = options;
	}

	/** @return empty while no theme has enough examples, or there is nothing to tell it from */
	public Optional<Training> train(List<LabelledComment> comments) {
		List<String> themes = learnable(comments);
		return themes.isEmpty() ? Optional.empty() : Optional.of(new Run(comments, themes).train());
	}

	private List<String> learnable(List<LabelledComment> comments) {
		Map<String, Integer> counts = new TreeMap<>();
		comments.forEach(comment -> comment.getThemes().forEach(theme -> counts.merge(theme, 1, Integer::sum)));
		return counts.entrySet().stream().filter(theme -> theme.getValue() >= options.getFewestExamples()
			&& comments.size() - theme.getValue() >= options.getFewestExamples()).map(Map.Entry::getKey)
			.collect(Collectors.toList());
	}

	/** One learning from beginning to end. */
	private final class Run {

		private final List<String> themes;

		private final Truth[] truths;

		private final List<SparseRow> rows = new ArrayList<>();

		private final Vocabulary vocabulary;

		private final Folds folds;

		Run(List<LabelledComment> comments, List<String> themes) {
			this.themes = themes;
			truths = comments.stream().map(comment -> Truth.of(comment, themes)).toArray(Truth[]::new);
			folds = Folds.of(comments, options.getFolds(), SEED);
			List<int[][]> features = comments.stream().map(comment -> TextFeatures.of(comment.getComment()))
				.collect(Collectors.toList());
			vocabulary = Vocabulary.of(features, FEWEST_COMMENTS_OF_A_FEATURE);
			features.forEach(comment -> rows.add(vocabulary.row(comment)));
		}

		Training train() {
			LinearTrainer trainer = new LinearTrainer(rows, vocabulary.size());
			double[][] unseen = new double[truths.length][];
			for (int fold = 0; fold < folds.count(); fold++) {
				Weights weights = learn(trainer, folds.outside(fold));
				for (int comment : folds.in(fold)) {
					unseen[comment] = weights.scores(rows.get(comment));
				}
			}
			int[] all = new int[truths.length];
			Arrays.setAll(all, i -> i);
			CrossValidation validation = new CrossValidation(themes, unseen, truths, options.getPrecision());
			validation.validate(folds);
			ThemeModel model = new ThemeModel(truths.length, options.getPrecision(), validation.scores(),
				validation.themeScores(), vocabulary, learn(trainer, all), validation.rules(all));
			return new Training(model, validation.chosen());
		}

		private Weights learn(LinearTrainer trainer, int[] chosen) {
			int mostFrequent = 0;
			boolean[][] has = new boolean[themes.size()][truths.length];
			for (int theme = 0; theme < themes.size(); theme++) {
				int count = 0;
				for (int comment : chosen) {
					has[theme][comment] = truths[comment].has(theme);
					count += has[theme][comment] ? 1 : 0;
				}
				mostFrequent = Math.max(mostFrequent, count);
			}
			double[][] weights = new double[themes.size()][];
			for (int theme = 0; theme < weights.length; theme++) {
				weights[theme] = trainer.train(chosen, has[theme], mostFrequent);
			}
			return Weights.of(weights);
		}
	}
}
