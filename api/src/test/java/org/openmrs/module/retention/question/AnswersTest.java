/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openmrs.module.retention.question.Question.Type;
import org.openmrs.module.retention.shared.RetentionException;

class AnswersTest {

	static Stream<Arguments> read_shouldAnswerTheStoredForm() {
		return Stream.of(Arguments.of(Type.YES_NO, true, "yes"), Arguments.of(Type.YES_NO, "no", "no"),
			Arguments.of(Type.CHOICE, "b", "b"), Arguments.of(Type.MULTI_CHOICE, Arrays.asList("b", "a"), "b,a"),
			Arguments.of(Type.NPS, 0, "0"), Arguments.of(Type.NPS, "10", "10"), Arguments.of(Type.CSAT, 5, "5"),
			Arguments.of(Type.CES, 7, "7"), Arguments.of(Type.NUMBER, 2.5, "2.5"),
			Arguments.of(Type.NPS, "5.0", "5"), Arguments.of(Type.NUMBER, 100.0, "100"),
			Arguments.of(Type.NUMBER, "0.00", "0"),
			Arguments.of(Type.NUMBER, "1200", "1200"), Arguments.of(Type.NUMBER, "-2.50", "-2.5"),
			Arguments.of(Type.DATE, "1900-01-01", "1900-01-01"), Arguments.of(Type.DATE, "2999-12-31", "2999-12-31"),
			Arguments.of(Type.DATE, "2026-02-28", "2026-02-28"), Arguments.of(Type.TEXT, " ok ", " ok "));
	}

	@ParameterizedTest
	@MethodSource
	void read_shouldAnswerTheStoredForm(Type type, Object given, String stored) {
		assertThat(Answers.read(question("q", type), given, "q")).isEqualTo(stored);
	}

	static Stream<Arguments> read_shouldRefuseWhatDoesNotFit() {
		return Stream.of(Arguments.of(Type.YES_NO, "maybe", "answer-does-not-fit"),
			Arguments.of(Type.CHOICE, "c", "answer-does-not-fit"), Arguments.of(Type.CHOICE, null, "answer-does-not-fit"),
			Arguments.of(Type.MULTI_CHOICE, "a", "answer-does-not-fit"),
			Arguments.of(Type.MULTI_CHOICE, Arrays.asList("a", "a"), "answer-does-not-fit"),
			Arguments.of(Type.MULTI_CHOICE, Collections.emptyList(), "answer-does-not-fit"),
			Arguments.of(Type.NPS, 11, "answer-out-of-range"), Arguments.of(Type.NPS, -1, "answer-out-of-range"),
			Arguments.of(Type.NPS, 9.5, "answer-does-not-fit"), Arguments.of(Type.NPS, "1e9999", "answer-does-not-fit"),
			Arguments.of(Type.NUMBER, "999999999999999999E9", "answer-does-not-fit"),
			Arguments.of(Type.CSAT, 0, "answer-out-of-range"), Arguments.of(Type.CES, 8, "answer-out-of-range"),
			Arguments.of(Type.DATE, "2026-02-29", "answer-does-not-fit"),
			Arguments.of(Type.DATE, "+999999999-12-31", "answer-does-not-fit"),
			Arguments.of(Type.DATE, "1899-12-31", "answer-does-not-fit"),
			Arguments.of(Type.DATE, "3000-01-01", "answer-does-not-fit"),
			Arguments.of(Type.TEXT, " ", "answer-does-not-fit"),
			Arguments.of(Type.TEXT, 5, "answer-does-not-fit"),
			Arguments.of(Type.TEXT, String.join("", Collections.nCopies(10001, "a")), "too-long"));
	}

	@ParameterizedTest
	@MethodSource
	void read_shouldRefuseWhatDoesNotFit(Type type, Object given, String code) {
		assertThatThrownBy(() -> Answers.read(question("q", type), given, "answers.q"))
			.isInstanceOfSatisfying(RetentionException.class, e -> {
				assertThat(e.getCode()).isEqualTo("retention.question.error." + code);
				assertThat(e.getField()).isEqualTo("answers.q");
			});
	}

	@Test
	void asked_shouldFollowConditions_throughQuestionsThatAreAsked() {
		List<Question> questions = Arrays.asList(question("score", Type.NPS), when("why", "score", null, 6),
			whenAnswered("more", "why-kind", "a"), question("last", Type.TEXT));
		assertThat(keys(questions, answers("score", "7"))).containsExactly("score", "last");
		assertThat(keys(questions, answers("score", "6"))).containsExactly("score", "why", "last");
		assertThat(keys(questions, answers())).containsExactly("score", "last");
		assertThat(keys(questions, answers("why-kind", "a"))).containsExactly("score", "last");
	}

	@Test
	void fits_shouldHoldOfANumber_howeverItWasWritten() {
		Question score = question("score", Type.NPS);
		String stored = Answers.read(score, 5.0, "score");
		assertThat(Answers.fits(score, stored, Collections.singletonList("5"), null, null)).isTrue();
	}

	@Test
	void missing_shouldNameRequiredQuestionsThatWereAskedAlone() {
		List<Question> questions = Arrays.asList(question("score", Type.NPS).toBuilder().required(true).build(),
			when("why", "score", 0, 6).toBuilder().required(true).build());
		assertThat(Answers.missing(questions, answers())).containsExactly("score");
		assertThat(Answers.missing(questions, answers("score", "9"))).isEmpty();
		assertThat(Answers.missing(questions, answers("score", "0"))).containsExactly("why");
	}

	/** A chain in which each question hangs on the one before: it is asked as far as the answers lead, and no further. */
	@Property
	void asked_shouldEndWhereTheAnswersDo(
		@ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 10) Integer> given) {
		List<Question> chain = new ArrayList<>();
		Map<String, String> answers = new HashMap<>();
		for (int i = 0; i < given.size(); i++) {
			chain.add(i == 0 ? question("q0", Type.NPS) : when("q" + i, "q" + (i - 1), 5, null));
			answers.put("q" + i, String.valueOf(given.get(i)));
		}
		int low = IntStream.range(0, given.size()).filter(i -> given.get(i) < 5).findFirst().orElse(given.size() - 1);
		assertThat(Answers.asked(chain, answers)).hasSize(Math.min(low + 1, given.size()));
	}

	/** Answering more questions never takes away one that was asked before the new answer's question. */
	@Property
	void asked_shouldNotDependOnLaterAnswers(@ForAll @IntRange(min = 0, max = 10) int first,
		@ForAll @IntRange(min = 0, max = 10) int second) {
		List<Question> questions = Arrays.asList(question("a", Type.NPS), when("b", "a", null, 6), when("c", "b", 3, 8));
		List<String> before = keys(questions, answers("a", String.valueOf(first)));
		List<String> after = keys(questions, answers("a", String.valueOf(first), "b", String.valueOf(second)));
		assertThat(after).startsWith(before.toArray(new String[0]));
		assertThat(after.contains("c")).isEqualTo(first <= 6 && second >= 3 && second <= 8);
	}

	private static List<String> keys(List<Question> questions, Map<String, String> answers) {
		return Answers.asked(questions, answers).stream().map(Question::getKey).collect(Collectors.toList());
	}

	private static Map<String, String> answers(String... keysAndAnswers) {
		Map<String, String> answers = new HashMap<>();
		for (int i = 0; i < keysAndAnswers.length; i += 2) {
			answers.put(keysAndAnswers[i], keysAndAnswers[i + 1]);
		}
		return answers;
	}

	private static Question question(String key, Type type) {
		Question.QuestionBuilder question = Question.builder().key(key).type(type);
		if (type == Type.CHOICE || type == Type.MULTI_CHOICE) {
			question.option(Question.Option.builder().key("a").build()).option(Question.Option.builder().key("b").build());
		}
		return question.build();
	}

	private static Question when(String key, String other, Integer atLeast, Integer atMost) {
		return question(key, Type.NPS).toBuilder()
			.showIf(Question.ShowIf.builder().question(other).atLeast(atLeast).atMost(atMost).build()).build();
	}

	private static Question whenAnswered(String key, String other, String answer) {
		return question(key, Type.TEXT).toBuilder()
			.showIf(Question.ShowIf.builder().question(other).answer(answer).build()).build();
	}
}
