/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.classifier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.AllArgsConstructor;

/**
 * Proposes by phrases what has not been learnt yet, and by the model what has. The model takes over theme by theme: a theme is
 * its own as soon as it has learnt it, which takes the {@link TrainingOptions#getFewestExamples() fewest examples}; from then on
 * the theme's phrases are not asked any more, also where the model abstains.
 */
@AllArgsConstructor
public final class ThemeProposer {

	/** Null: there are none. */
	private final SeedRules rules;

	/** Null: nothing has been learnt. */
	private final ThemeModel model;

	/**
	 * All that the model knows, and what phrases speak for among the rest; a phrase is enough to propose.
	 *
	 * @param language of the comment; null: nobody knows
	 */
	public Classification classify(CommentText comment, String language) {
		List<ThemeConfidence> themes = new ArrayList<>();
		Set<String> learnt = new HashSet<>();
		if (model != null) {
			themes.addAll(model.classify(comment).getThemes());
			learnt.addAll(model.getThemes());
		}
		List<ThemeConfidence> byPhrase = new ArrayList<>();
		if (rules != null) {
			for (Map.Entry<String, Double> match : rules.match(comment.getText(), language).entrySet()) {
				if (!learnt.contains(match.getKey())) {
					byPhrase.add(new ThemeConfidence(match.getKey(), match.getValue(), true));
				}
			}
		}
		byPhrase.sort(Comparator.comparingDouble(theme -> -theme.getConfidence()));
		byPhrase.forEach(theme -> themes.add(place(theme, themes), theme));
		return new Classification(themes);
	}

	/** Before the first that is less probable; the order of the model's own is kept. */
	private static int place(ThemeConfidence theme, List<ThemeConfidence> themes) {
		int place = 0;
		while (place < themes.size() && themes.get(place).getConfidence() >= theme.getConfidence()) {
			place++;
		}
		return place;
	}
}
