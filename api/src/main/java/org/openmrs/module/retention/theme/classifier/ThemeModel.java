/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.classifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import lombok.AccessLevel;
import lombok.Getter;

/**
 * What was learnt from labelled comments, as a value: the same bytes classify the same way everywhere. Holds no text of any
 * comment. May be used by many threads at once.
 */
@Getter
public final class ThemeModel {

	/** Codes, in a stable order. */
	private final List<String> themes;

	/** Labelled comments it has learnt from. */
	private final int trainingSize;

	/** The share of its proposals that is to be right. */
	private final double precision;

	/** Of choosing one theme, in cross validation. */
	private final Scores scores;

	/** Of proposing, in cross validation; in the order of the themes. */
	private final List<ThemeScores> themeScores;

	@Getter(AccessLevel.PACKAGE)
	private final Vocabulary vocabulary;

	@Getter(AccessLevel.PACKAGE)
	private final Weights weights;

	@Getter(AccessLevel.PACKAGE)
	private final List<ThemeRule> rules;

	ThemeModel(int trainingSize, double precision, Scores scores, List<ThemeScores> themeScores, Vocabulary vocabulary,
		Weights weights, List<ThemeRule> rules) {
		List<String> codes = new ArrayList<>();
		themeScores.forEach(theme -> codes.add(theme.getTheme()));
		this.themes = Collections.unmodifiableList(codes);
		this.trainingSize = trainingSize;
		this.precision = precision;
		this.scores = scores;
		this.themeScores = Collections.unmodifiableList(new ArrayList<>(themeScores));
		this.vocabulary = vocabulary;
		this.weights = weights;
		this.rules = Collections.unmodifiableList(new ArrayList<>(rules));
	}

	/** @throws ModelFormatException when these are not the bytes of a model of this version */
	public static ThemeModel of(byte[] bytes) {
		return new ModelReader(bytes).read();
	}

	public byte[] toBytes() {
		return ModelWriter.write(this);
	}

	/** A text of which nothing is known gets confidences, as rare as the themes are, but no proposal. */
	public Classification classify(CommentText comment) {
		SparseRow row = vocabulary.row(TextFeatures.of(comment));
		double[] raw = weights.scores(row);
		double[] choice = new double[raw.length];
		Integer[] order = new Integer[raw.length];
		for (int theme = 0; theme < raw.length; theme++) {
			order[theme] = theme;
			choice[theme] = rules.get(theme).choice(raw[theme]);
		}
		Arrays.sort(order, (a, b) -> Double.compare(choice[b], choice[a]));
		List<ThemeConfidence> confidences = new ArrayList<>(raw.length);
		for (int theme : order) {
			ThemeRule rule = rules.get(theme);
			double confidence = rule.getCalibration().probability(raw[theme]);
			confidences.add(new ThemeConfidence(themes.get(theme), confidence,
				row.columns.length > 0 && confidence >= rule.getThreshold()));
		}
		return new Classification(confidences);
	}
}
