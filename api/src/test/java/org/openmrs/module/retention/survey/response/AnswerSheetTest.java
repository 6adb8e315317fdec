/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.openmrs.module.retention.survey.SurveyFixture.aChoice;
import static org.openmrs.module.retention.survey.SurveyFixture.aQuestion;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.question.Answers;
import org.openmrs.module.retention.question.Question;
import org.openmrs.module.retention.shared.RetentionException;

class AnswerSheetTest {

	private static final List<Question> QUESTIONS = Arrays.asList(
		aQuestion("score", Question.Type.NPS).required(true).build(),
		aQuestion("why", Question.Type.TEXT).required(true).showIf(when("score", 6)).build(),
		aChoice("what", Question.Type.CHOICE, "chair", "wait").showIf(when("score", 6)).build(),
		aQuestion("more", Question.Type.TEXT).build());

	@Test
	void read_shouldAnswerTheStoredForm_inTheOrderOfTheQuestions() {
		assertThat(AnswerSheet.read(QUESTIONS, given("more", "x", "what", "chair", "why", " pain ", "score", "3")))
			.containsExactly(entry("score", "3"), entry("why", " pain "), entry("what", "chair"),
				entry("more", "x"));
	}

	@Test
	void read_shouldLeaveOutWhatWasNotAskedAndWhatIsBlank() {
		assertThat(AnswerSheet.read(QUESTIONS, given("score", 9, "why", "pain", "what", "chair", "more", " ")))
			.containsExactly(entry("score", "9"));
	}

	@Test
	void read_shouldSayEverythingThatIsWrongAtOnce() {
		refuse(given("score", 11, "what", "floor", "nose", 1), "answers.score answer-out-of-range",
			"answers.what answer-does-not-fit", "answers.nose unknown-question");
		refuse(given("more", "x"), "answers.score answer-required");
		refuse(given("score", 2, "why", ""), "answers.why answer-required");
		refuse(null, "answers.score answer-required");
		assertThatThrownBy(() -> AnswerSheet.read(QUESTIONS.subList(3, 4), Collections.emptyMap()))
			.isInstanceOfSatisfying(RetentionException.class,
				e -> assertThat(e.getCode()).isEqualTo("retention.survey.error.nothing-answered"));
	}

	/** What is stored is what was asked, and reads as itself. */
	@Property
	void read_shouldStoreOnlyWhatWasAsked_andReadItAgain(@ForAll @IntRange(min = 0, max = 10) int score,
		@ForAll boolean chair, @ForAll boolean more) {
		Map<String, Object> given = given("score", score, "why", "because", "what", chair ? "chair" : "wait");
		if (more) {
			given.put("more", "also");
		}
		Map<String, String> read = AnswerSheet.read(QUESTIONS, given);
		assertThat(read.containsKey("why")).isEqualTo(score <= 6);
		assertThat(Answers.asked(QUESTIONS, read).stream().map(Question::getKey).collect(Collectors.toList()))
			.containsAll(read.keySet());
		assertThat(AnswerSheet.read(QUESTIONS, new HashMap<>(read))).isEqualTo(read);
	}

	private static void refuse(Map<String, Object> given, String... problems) {
		assertThatThrownBy(() -> AnswerSheet.read(QUESTIONS, given)).isInstanceOfSatisfying(RetentionException.class,
			e -> assertThat(e.getProblems()).extracting(
				p -> p.getPath() + " " + p.getCode().substring(p.getCode().lastIndexOf('.') + 1)).containsExactly(problems));
	}

	private static Map<String, Object> given(Object... keysAndAnswers) {
		Map<String, Object> given = new LinkedHashMap<>();
		for (int i = 0; i < keysAndAnswers.length; i += 2) {
			given.put((String) keysAndAnswers[i], keysAndAnswers[i + 1]);
		}
		return given;
	}

	private static Question.ShowIf when(String question, int atMost) {
		return Question.ShowIf.builder().question(question).atMost(atMost).build();
	}
}
