/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.question.TextKind;

class TextFeaturesTest {

	/** A model in a database is read by hashes: when one changes, the version has to. */
	@Test
	void of_shouldGiveTheHashesOfItsVersion() {
		int[][] features = TextFeatures.of(new CommentText("Waited 2 hours, 牙疼", TextKind.COULD_BE_BETTER));

		assertThat(TextFeatures.VERSION).isEqualTo(1);
		assertThat(Arrays.deepHashCode(features)).isEqualTo(-2093724573);
	}

	@Test
	void of_shouldGiveWordsAndPairs() {
		assertThat(TextFeatures.of(CommentText.of("very long wait"))[TextFeatures.WORDS]).hasSize(5);
	}

	@Test
	void of_shouldKnowWordsByTheirPieces() {
		int[] delayed = TextFeatures.of(CommentText.of("delayed"))[TextFeatures.PIECES];
		int[] delays = TextFeatures.of(CommentText.of("delays"))[TextFeatures.PIECES];

		long common = Arrays.stream(delayed).filter(hash -> Arrays.binarySearch(delays, hash) >= 0).count();

		assertThat(common).isGreaterThan(delays.length / 2);
	}

	@Test
	void of_shouldGiveTheBeginningByItself() {
		int[] first = TextFeatures.of(CommentText.of("Friendly nurse, always; the wait was long"))[TextFeatures.BEGINNING];
		int[] second = TextFeatures.of(CommentText.of("Friendly nurse, always; it is far too dear"))[TextFeatures.BEGINNING];

		assertThat(first).isNotEmpty().containsExactly(second);
	}

	@Test
	void of_shouldGiveTheQuestion_onlyWhereItIsKnown() {
		int[] none = TextFeatures.of(CommentText.of("Nothing"))[TextFeatures.QUESTION];
		int[] good = TextFeatures.of(new CommentText("Nothing", TextKind.WHAT_WAS_GOOD))[TextFeatures.QUESTION];
		int[] better = TextFeatures.of(new CommentText("Nothing", TextKind.COULD_BE_BETTER))[TextFeatures.QUESTION];

		assertThat(none).isEmpty();
		assertThat(good).hasSize(2).doesNotContain(better);
	}

	@Test
	void train_shouldTellTheSameWordApartByItsQuestion() {
		List<LabelledComment> comments = new ArrayList<>();
		for (int i = 0; i < 40; i++) {
			boolean good = i % 2 == 0;
			comments.add(
				new LabelledComment(new CommentText("Nothing", good ? TextKind.WHAT_WAS_GOOD : TextKind.COULD_BE_BETTER),
					Arrays.asList(good ? "unhappy" : "happy")));
		}
		ThemeModel model = ClinicComments.learnt(comments);

		assertThat(model.classify(new CommentText("nothing", TextKind.WHAT_WAS_GOOD)).getBest()).isEqualTo("unhappy");
		assertThat(model.classify(new CommentText("nothing", TextKind.COULD_BE_BETTER)).getBest()).isEqualTo("happy");
	}
}
