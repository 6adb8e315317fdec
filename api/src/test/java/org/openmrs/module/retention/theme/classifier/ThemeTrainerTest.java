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
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThemeTrainerTest {

	private static final ThemeTrainer TRAINER = new ThemeTrainer(TrainingOptions.builder().build());

	@Test
	void train_shouldGiveTheSameModel_fromTheSameComments() {
		List<LabelledComment> comments = ClinicComments.noisy(60, 0.2, 3);

		assertThat(ClinicComments.learnt(comments).toBytes()).isEqualTo(ClinicComments.learnt(comments).toBytes());
	}

	@Test
	void train_shouldTakeScoresFromCommentsNotLearntFrom() {
		Training training = TRAINER.train(ClinicComments.noisy(300, 0.2, 5)).get();

		assertThat(training.getModel().getScores().getAccuracy()).isBetween(0.7, 0.87);
		assertThat(training.getModel().getScores().getCount()).isEqualTo(600);
		assertThat(training.getModel().getTrainingSize()).isEqualTo(600);
		assertThat(training.getChosenUnseen()).hasSize(600);
	}

	/** A comment in ten has the wrong label, so that no more than nine in ten can be right. */
	@ParameterizedTest
	@ValueSource(doubles = { 0.6, 0.75, 0.85 })
	void train_shouldAbstain_soThatEnoughOfWhatIsProposedIsRight(double precision) {
		TrainingOptions options = TrainingOptions.builder().precision(precision).build();
		ThemeModel model = new ThemeTrainer(options).train(ClinicComments.noisy(400, 0.1, 11)).get().getModel();

		int proposed = 0;
		int right = 0;
		for (LabelledComment comment : ClinicComments.noisy(400, 0.1, 12)) {
			for (ThemeConfidence theme : model.classify(comment.getComment()).getProposed()) {
				proposed++;
				right += comment.getThemes().contains(theme.getTheme()) ? 1 : 0;
			}
		}
		assertThat(proposed).isGreaterThan(400);
		assertThat((double) right / proposed).isGreaterThanOrEqualTo(precision);
		assertThat(model.getThemeScores()).allSatisfy(theme -> {
			assertThat(theme.getPrecision()).isGreaterThanOrEqualTo(precision);
			assertThat(theme.getRecall()).isBetween(0.5, 1.0);
			assertThat(theme.getExamples()).isBetween(350, 450);
		});
	}

	@Test
	void train_shouldProposeNothing_whenTheWordsTellNothing() {
		ThemeModel model = ClinicComments.learnt(ClinicComments.noisy(200, 0.5, 17));

		assertThat(model.getThemeScores()).allSatisfy(theme -> assertThat(theme.getRecall()).isLessThan(0.1));
	}

	@Test
	void train_shouldFindSeveralThemesInOneComment() {
		List<LabelledComment> comments = new ArrayList<>(ClinicComments.in("ru"));
		List<LabelledComment> both = new ArrayList<>();
		for (int i = 0; i < 11; i++) {
			both.add(LabelledComment.of(comments.get(i).getComment().getText() + " "
				+ comments.get(11 + i).getComment().getText(), "waiting", "staff"));
		}
		comments.addAll(both);
		comments.addAll(both);
		TrainingOptions options = TrainingOptions.builder().precision(0.6).build();
		ThemeModel model = new ThemeTrainer(options).train(comments).get().getModel();

		long found = both.stream().filter(comment -> model.classify(comment.getComment()).getProposed().stream()
			.map(ThemeConfidence::getTheme).filter(comment.getThemes()::contains).count() == 2).count();

		assertThat(found).isGreaterThan(8);
	}

	@Test
	void train_shouldLearnOnlyThemesWithEnoughExamples() {
		List<LabelledComment> comments = new ArrayList<>(ClinicComments.noisy(30, 0, 1));
		for (int i = 0; i < 9; i++) {
			comments.add(LabelledComment.of("a parking place of one's own " + i, "parking"));
		}
		assertThat(ClinicComments.learnt(comments).getThemes()).containsExactly("staff", "waiting");

		comments.add(LabelledComment.of("no parking", "parking"));
		assertThat(ClinicComments.learnt(comments).getThemes()).containsExactly("parking", "staff", "waiting");
	}

	@Test
	void train_shouldChooseRareThemesToo() {
		List<LabelledComment> comments = new ArrayList<>(ClinicComments.noisy(200, 0.1, 1));
		for (int i = 0; i < 12; i++) {
			comments.add(LabelledComment.of("nowhere to park the car " + i, "parking"));
		}

		assertThat(ClinicComments.learnt(comments).classify(CommentText.of("could not park my car")).getBest())
			.isEqualTo("parking");
	}

	@Test
	void train_shouldLearnFromCommentsWithoutTheme() {
		List<LabelledComment> comments = new ArrayList<>();
		for (int i = 0; i < 40; i++) {
			comments
				.add(LabelledComment.of(i % 2 == 0 ? "waited an hour" : "see above", i % 2 == 0 ? new String[]{ "waiting" }
					: new String[0]));
		}
		ThemeModel model = ClinicComments.learnt(comments);

		assertThat(model.classify(CommentText.of("Waited an hour!")).getProposed()).hasSize(1);
		assertThat(model.classify(CommentText.of("see above")).getProposed()).isEmpty();
		assertThat(model.getScores().getCount()).isEqualTo(20);
	}

	@Test
	void train_shouldGiveNothing_whenThereIsNothingToLearnOrToTellApart() {
		List<LabelledComment> alike = Collections.nCopies(50, LabelledComment.of("good", "staff"));

		assertThat(TRAINER.train(Collections.emptyList())).isEmpty();
		assertThat(TRAINER.train(ClinicComments.noisy(9, 0, 1))).isEmpty();
		assertThat(TRAINER.train(alike)).isEmpty();
	}

	@Test
	void options_shouldBeRefused_whenTheyMakeNoSense() {
		for (TrainingOptions options : Arrays.asList(TrainingOptions.builder().folds(1).build(),
			TrainingOptions.builder().fewestExamples(3).build(), TrainingOptions.builder().precision(1.1).build(),
			TrainingOptions.builder().precision(Double.NaN).build())) {
			assertThatThrownBy(() -> new ThemeTrainer(options)).isInstanceOf(IllegalArgumentException.class);
		}
	}
}
