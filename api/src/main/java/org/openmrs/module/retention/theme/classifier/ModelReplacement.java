/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.classifier;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import lombok.Value;

/**
 * Whether a new model takes the old one's place, and why. Both are measured on the same comments, none of which either had
 * learnt from: those labelled since the old one was trained, for the new one by its cross validation. The new one must be at least
 * as good by the mean of accuracy and macro-F1; where it is not, the old one stays, and this says so with both figures.
 */
@Value
public class ModelReplacement {

	/** Fewer comments than these do not tell two models apart. */
	public static final int FEWEST_COMMENTS = 30;

	/** What decided. */
	public enum Reason {
		/** There was none. */
		FIRST,
		/** The new one knows a theme that the old one does not, and is not worse. */
		KNOWS_MORE,
		/** It is not worse. */
		AS_GOOD,
		/** The old one stays. */
		WORSE,
		/** Nothing to compare them by: the old one stays until more comments are labelled. */
		TOO_FEW_COMMENTS
	}

	boolean replaced;

	Reason reason;

	/** Of the old one; null: not measured. */
	Scores before;

	/** Of the new one, on the same comments; null: not measured. */
	Scores after;

	/**
	 * @param old null: there is none, or none that can be read
	 * @param comments what the new one has learnt from, in that order
	 * @param learntByOld for each of them whether the old one has learnt from it too
	 */
	public static ModelReplacement decide(ThemeModel old, Training fresh, List<LabelledComment> comments,
		boolean[] learntByOld) {
		if (comments.size() != fresh.getChosenUnseen().size() || comments.size() != learntByOld.length) {
			throw new IllegalArgumentException("Not the comments that the new model has learnt from");
		}
		if (old == null) {
			return new ModelReplacement(true, Reason.FIRST, null, null);
		}
		List<LabelledComment> since = new ArrayList<>();
		List<String> byOld = new ArrayList<>();
		List<String> byFresh = new ArrayList<>();
		for (int i = 0; i < learntByOld.length; i++) {
			LabelledComment comment = comments.get(i);
			if (!learntByOld[i] && !comment.getThemes().isEmpty()) {
				since.add(comment);
				byOld.add(old.classify(comment.getComment()).getBest());
				byFresh.add(fresh.getChosenUnseen().get(i));
			}
		}
		if (since.size() < FEWEST_COMMENTS) {
			return new ModelReplacement(false, Reason.TOO_FEW_COMMENTS, null, null);
		}
		return compare(scores(since, byOld), scores(since, byFresh),
			!old.getThemes().containsAll(fresh.getModel().getThemes()));
	}

	static ModelReplacement compare(Scores before, Scores after, boolean knowsMore) {
		if (worth(after) < worth(before)) {
			return new ModelReplacement(false, Reason.WORSE, before, after);
		}
		return new ModelReplacement(true, knowsMore ? Reason.KNOWS_MORE : Reason.AS_GOOD, before, after);
	}

	private static double worth(Scores scores) {
		return (scores.getAccuracy() + scores.getMacroF1()) / 2;
	}

	private static Scores scores(List<LabelledComment> comments, List<String> chosen) {
		TreeSet<String> codes = new TreeSet<>(chosen);
		comments.forEach(comment -> codes.addAll(comment.getThemes()));
		List<String> themes = new ArrayList<>(codes);
		Confusion confusion = new Confusion(themes.size());
		for (int i = 0; i < chosen.size(); i++) {
			Truth.of(comments.get(i), themes).count(themes.indexOf(chosen.get(i)), confusion);
		}
		return confusion.scores();
	}
}
