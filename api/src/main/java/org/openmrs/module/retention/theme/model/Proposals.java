/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.openmrs.module.retention.comment.Comment;
import org.openmrs.module.retention.shared.Languages;
import org.openmrs.module.retention.shared.Occasion;
import org.openmrs.module.retention.theme.assignment.CommentReading;
import org.openmrs.module.retention.theme.assignment.Proposal;
import org.openmrs.module.retention.theme.assignment.Readings;
import org.openmrs.module.retention.theme.classifier.Classification;
import org.openmrs.module.retention.theme.classifier.CommentText;
import org.openmrs.module.retention.theme.classifier.SeedRules;
import org.openmrs.module.retention.theme.classifier.ThemeConfidence;
import org.openmrs.module.retention.theme.classifier.ThemeProposer;
import org.openmrs.module.retention.theme.taxonomy.Theme;
import org.openmrs.module.retention.theme.taxonomy.Themes;

/** Proposes themes: by the model in use what it has learnt, by phrases the rest. */
@RequiredArgsConstructor
class Proposals {

	/** How probable one phrase makes its theme. */
	private static final double CONFIDENCE_OF_A_PHRASE = 0.6;

	/** A threshold found on few comments may lie lower than it should; what is more likely not than so is not proposed. */
	private static final double LEAST_CONFIDENCE = 0.5;

	private static final int SLICE = 200;

	private final ActiveModel active;

	private final Readings readings;

	private final Themes themes;

	/** For comments that were looked at with older themes or an older model; how many. */
	int proposeStale(Occasion occasion) {
		int generation = themes.generation();
		List<String> stale = readings.stale(generation, SLICE);
		if (!stale.isEmpty()) {
			propose(stale, generation, occasion);
		}
		return stale.size();
	}

	/** Comments that cannot be read are left out. */
	void propose(Collection<String> comments, int generation, Occasion occasion) {
		ActiveModel.Read model = active.get();
		List<Theme> all = themes.inTreeOrder(true);
		Map<String, Theme> inUse = Themes.inUse(all);
		ThemeProposer proposer = new ThemeProposer(rules(all), model == null ? null : model.model);
		Map<CommentReading, List<Proposal>> found = new LinkedHashMap<>();
		Map<CommentReading, Double> margins = new HashMap<>();
		for (CommentReading reading : readings.lock(comments)) {
			Comment comment = reading.getComment();
			Classification classification = proposer.classify(new CommentText(comment.getText(), comment.getTextKind()),
				comment.getLanguage() == null ? null : Languages.of(comment.getLanguage()));
			found.put(reading, proposals(classification, inUse, model));
			margins.put(reading, classification.getMargin());
		}
		readings.propose(found, margins, generation, occasion);
	}

	/** A theme that was merged is proposed as what it has become, once. */
	private static List<Proposal> proposals(Classification classification, Map<String, Theme> inUse,
		ActiveModel.Read model) {
		Map<Integer, Proposal> byTheme = new LinkedHashMap<>();
		for (ThemeConfidence one : classification.getProposed()) {
			Theme theme = inUse.get(one.getTheme());
			if (theme != null && one.getConfidence() >= LEAST_CONFIDENCE) {
				boolean learnt = model != null && model.model.getThemes().contains(one.getTheme());
				Proposal proposal = new Proposal(theme, one.getConfidence(), learnt ? model.stored.getModelVersion() : null);
				byTheme.merge(theme.getId(), proposal, (a, b) -> a.getConfidence() >= b.getConfidence() ? a : b);
			}
		}
		return new ArrayList<>(byTheme.values());
	}

	private static SeedRules rules(List<Theme> all) {
		Map<String, Map<String, List<String>>> phrases = new LinkedHashMap<>();
		for (Theme theme : all) {
			Map<String, List<String>> own = theme.getDefinition().getPhrases();
			if (!theme.getRetired() && own != null) {
				Map<String, List<String>> byLanguage = new LinkedHashMap<>();
				own.forEach((tag, texts) -> byLanguage.merge(Languages.of(tag), texts, Proposals::both));
				phrases.put(theme.getCode(), byLanguage);
			}
		}
		return phrases.isEmpty() ? null : new SeedRules(CONFIDENCE_OF_A_PHRASE, phrases);
	}

	private static List<String> both(List<String> some, List<String> more) {
		List<String> all = new ArrayList<>(some);
		all.addAll(more);
		return all;
	}

	/** Now, for one comment. */
	void propose(String comment, Occasion occasion) {
		propose(Collections.singleton(comment), themes.generation(), occasion);
	}
}
