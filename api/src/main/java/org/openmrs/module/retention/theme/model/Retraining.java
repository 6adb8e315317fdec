/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.openmrs.module.retention.shared.Occasion;
import org.openmrs.module.retention.shared.RetentionSettings;
import org.openmrs.module.retention.theme.assignment.Label;
import org.openmrs.module.retention.theme.assignment.Readings;
import org.openmrs.module.retention.theme.classifier.CommentText;
import org.openmrs.module.retention.theme.classifier.LabelledComment;
import org.openmrs.module.retention.theme.classifier.ModelReplacement;
import org.openmrs.module.retention.theme.classifier.ThemeTrainer;
import org.openmrs.module.retention.theme.classifier.Training;
import org.openmrs.module.retention.theme.classifier.TrainingOptions;
import org.openmrs.module.retention.theme.taxonomy.Themes;

/** Learns from what people have read, the latest of it, and lets the better model propose. */
@RequiredArgsConstructor
@Slf4j
class Retraining {

	/** As many as fit into 256 MB while they are learnt from. */
	private static final int MOST_COMMENTS = 10_000;

	private static final int MOST_CHARACTERS = 5_000_000;

	private static final int SLICE = 500;

	private final ModelDao dao;

	private final ActiveModel active;

	private final Readings readings;

	private final Themes themes;

	private final RetentionSettings settings;

	/** Whether people have read enough since the last one. */
	boolean isDue() {
		StoredModel latest = dao.latest();
		int enough = settings.number(RetentionSettings.RETRAIN_AFTER, 1, ModelReplacement.FEWEST_COMMENTS);
		return readings.countRead(latest == null ? null : latest.getLearntUntil()) >= enough;
	}

	/** Null: there is nothing to learn yet. */
	StoredModel retrain(Occasion occasion) {
		List<LabelledComment> comments = new ArrayList<>();
		List<Instant> readAt = new ArrayList<>();
		read(comments, readAt);
		Optional<Training> training = new ThemeTrainer(TrainingOptions.builder().build()).train(comments);
		if (!training.isPresent()) {
			return null;
		}
		ActiveModel.Read old = active.get();
		boolean[] learntByOld = new boolean[readAt.size()];
		for (int i = 0; old != null && i < learntByOld.length; i++) {
			learntByOld[i] = !readAt.get(i).isAfter(old.stored.getLearntUntil());
		}
		ModelReplacement replacement = ModelReplacement.decide(old == null ? null : old.model, training.get(), comments,
			learntByOld);
		StoredModel latest = dao.latest();
		StoredModel stored = new StoredModel(latest == null ? 1 : latest.getModelVersion() + 1, training.get().getModel(),
			replacement, occasion.getAt(), occasion.getActor());
		dao.add(stored, training.get().getModel().toBytes());
		if (stored.isActive()) {
			themes.renew();
		}
		log.info("Model of themes, version {}: {} comments, {}, {}", stored.getModelVersion(), stored.getTrainingSize(),
			stored.isActive() ? "in use" : "not used", stored.getReason());
		return stored;
	}

	private void read(List<LabelledComment> comments, List<Instant> readAt) {
		long characters = 0;
		List<Label> slice = readings.labels(null, SLICE);
		while (!slice.isEmpty()) {
			for (Label label : slice) {
				characters += label.getText().length();
				if (comments.size() == MOST_COMMENTS || characters > MOST_CHARACTERS) {
					return;
				}
				if (!label.getThemes().isEmpty() || !label.isRetired()) {
					comments
						.add(new LabelledComment(new CommentText(label.getText(), label.getTextKind()), label.getThemes()));
					readAt.add(label.getReadAt());
				}
			}
			slice = readings.labels(slice.get(slice.size() - 1), SLICE);
		}
	}
}
