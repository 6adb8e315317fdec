/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.theme.classifier.ModelReplacement.Reason;

class ModelReplacementTest {

	private static final ThemeTrainer TRAINER = new ThemeTrainer(TrainingOptions.builder().build());

	private final List<LabelledComment> comments = new ArrayList<>(ClinicComments.noisy(150, 0, 1));

	@Test
	void decide_shouldTakeTheFirst() {
		ModelReplacement decision = decide(null, comments, 0);

		assertThat(decision.isReplaced()).isTrue();
		assertThat(decision.getReason()).isEqualTo(Reason.FIRST);
	}

	@Test
	void decide_shouldKeepTheOld_whenTheNewIsWorse() {
		ThemeModel old = ClinicComments.learnt(ClinicComments.noisy(150, 0, 2));
		List<LabelledComment> spoilt = new ArrayList<>(ClinicComments.noisy(400, 0.5, 3));
		spoilt.addAll(comments);

		ModelReplacement decision = decide(old, spoilt, 800);

		assertThat(decision.isReplaced()).isFalse();
		assertThat(decision.getReason()).isEqualTo(Reason.WORSE);
		assertThat(decision.getAfter().getAccuracy()).isLessThan(decision.getBefore().getAccuracy());
		assertThat(decision.getAfter().getCount()).isEqualTo(decision.getBefore().getCount()).isEqualTo(300);
	}

	@Test
	void decide_shouldTakeTheNew_whenItIsBetter() {
		ThemeModel old = ClinicComments.learnt(ClinicComments.noisy(150, 0.5, 2));

		ModelReplacement decision = decide(old, comments, 100);

		assertThat(decision.isReplaced()).isTrue();
		assertThat(decision.getReason()).isEqualTo(Reason.AS_GOOD);
		assertThat(decision.getAfter().getAccuracy()).isGreaterThan(decision.getBefore().getAccuracy());
	}

	@Test
	void decide_shouldSayThatTheNewKnowsMore() {
		ThemeModel old = ClinicComments.learnt(comments);
		List<LabelledComment> more = new ArrayList<>(comments);
		for (int i = 0; i < 40; i++) {
			more.add(LabelledComment.of("nowhere to park the car", "parking"));
		}

		ModelReplacement decision = decide(old, more, comments.size());

		assertThat(decision.isReplaced()).isTrue();
		assertThat(decision.getReason()).isEqualTo(Reason.KNOWS_MORE);
	}

	@Test
	void decide_shouldKeepTheOld_whenThereIsNothingToCompareBy() {
		ModelReplacement decision = decide(ClinicComments.learnt(comments), comments, comments.size() - 29);

		assertThat(decision.isReplaced()).isFalse();
		assertThat(decision.getReason()).isEqualTo(Reason.TOO_FEW_COMMENTS);
	}

	@Test
	void decide_shouldRefuseOtherComments() {
		Training training = TRAINER.train(comments).get();

		assertThatThrownBy(() -> ModelReplacement.decide(null, training, comments.subList(1, 9), new boolean[8]))
			.isInstanceOf(IllegalArgumentException.class);
	}

	private static ModelReplacement decide(ThemeModel old, List<LabelledComment> comments, int learntByOld) {
		boolean[] learnt = new boolean[comments.size()];
		Arrays.fill(learnt, 0, learntByOld, true);
		return ModelReplacement.decide(old, TRAINER.train(comments).get(), comments, learnt);
	}
}
