/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.retention.survey.SurveyFixture.aChoice;
import static org.openmrs.module.retention.survey.SurveyFixture.aQuestion;
import static org.openmrs.module.retention.survey.SurveyFixture.aRecovery;
import static org.openmrs.module.retention.survey.SurveyFixture.aSurvey;
import static org.openmrs.module.retention.survey.SurveyFixture.text;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openmrs.module.retention.question.LocalizedText;
import org.openmrs.module.retention.question.Question;
import org.openmrs.module.retention.question.TextKind;
import org.openmrs.module.retention.survey.SurveyDefinition.SurveyDefinitionBuilder;

class SurveyValidatorTest {

	private static final String LONG = String.join("", Collections.nCopies(256, "a"));

	@Test
	void validate_shouldFindNothing_whenTheDefinitionIsRight() {
		assertThat(found(aSurvey())).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(Question.Type.class)
	void validate_shouldAcceptEveryType(Question.Type type) {
		Question question = aChoice("one", type, isChoice(type) ? new String[]{ "a", "b" } : new String[0])
			.min(type == Question.Type.RATING ? 1 : null).max(type == Question.Type.RATING ? 7 : null).build();
		assertThat(found(aSurvey().clearQuestions().clearRecovery().question(question)
			.question(aQuestion("why", Question.Type.TEXT).build()))).isEmpty();
	}

	@Test
	void validate_shouldAcceptEveryFormThatIsAllowed() {
		assertThat(found(aSurvey().privacy(Privacy.CONFIDENTIAL).clearRecovery().coolDown("P0D").expires("P1Y")
			.review(review("https://example.org/review?clinic=1")).mode(SurveyMode.LINK).mode(SurveyMode.INTERVIEW_OTHER)
			.recover(aRecovery("call-me").answer("yes").event("survey.call-me").build()))).isEmpty();
		assertThat(found(aSurvey().privacy(Privacy.ANONYMOUS).clearRecovery().mode(SurveyMode.KIOSK))).isEmpty();
	}

	static Stream<Arguments> validate_shouldSayWhatIsWrong() {
		return Stream.of(wrong(aSurvey().uuid(null), "uuid required"), wrong(aSurvey().uuid("x"), "uuid uuid-invalid"),
			wrong(aSurvey().name(" "), "name required"), wrong(aSurvey().name(LONG), "name too-long"),
			wrong(aSurvey().kind(null), "kind required"),
			wrong(aSurvey().introduction(null), "introduction required"),
			wrong(aSurvey().thanks(new LocalizedText(Collections.singletonMap("nb", "Takk"))), "thanks english-missing"),
			wrong(aSurvey().introduction(text("Dear {name}")), "introduction.en placeholder-unknown"),
			wrong(aSurvey().expires(null), "expires required"), wrong(aSurvey().expires("P0D"), "expires period-invalid"),
			wrong(aSurvey().coolDown("P-1D"), "coolDown period-invalid"),
			wrong(aSurvey().review(review("http://example.org")), "review.address address-invalid"),
			wrong(aSurvey().review(review("https://a b")), "review.address address-invalid"),
			wrong(aSurvey().review(review("https://user@example.org")), "review.address address-invalid"),
			wrong(aSurvey().review(review("https:///review")), "review.address address-invalid"),
			wrong(aSurvey().review(ReviewLink.builder().build()), "review.text required", "review.address required"),
			wrong(aSurvey().mode(SurveyMode.LINK).mode(SurveyMode.LINK), "modes[1] mode-twice"),
			wrong(aSurvey().privacy(Privacy.ANONYMOUS).clearRecovery().mode(SurveyMode.INTERVIEW_OTHER),
				"modes[0] mode-not-private"),
			wrong(aSurvey().clearQuestions().clearRecovery(), "questions required"),
			wrong(aSurvey().clearQuestions().clearRecovery().question(aQuestion("csat", Question.Type.CSAT).build()),
				"questions open-question-missing"),
			wrong(aSurvey().question(aQuestion("again", Question.Type.NPS).build()), "questions score-twice"),
			wrong(aSurvey().question(aQuestion("recommend", Question.Type.TEXT).build()), "questions[3].key key-duplicate"),
			wrong(aSurvey().question(aQuestion("x", Question.Type.YES_NO).textKind(TextKind.SUGGESTION).build()),
				"questions[3].textKind not-applicable"),
			wrong(aSurvey().question(aChoice("x", Question.Type.CHOICE, "a").build()),
				"questions[3].options options-too-few"),
			wrong(aSurvey().question(aQuestion("x", Question.Type.TEXT)
				.showIf(Question.ShowIf.builder().question("recommend").atLeast(11).build()).build()),
				"questions[3].showIf.atLeast out-of-range"),
			wrong(aSurvey().question(aQuestion("x", Question.Type.TEXT)
				.showIf(Question.ShowIf.builder().question("recommend").build()).build()),
				"questions[3].showIf.in required"),
			wrong(aSurvey().question(aQuestion("x", Question.Type.TEXT)
				.showIf(Question.ShowIf.builder().question("better").answer("a").build()).build()),
				"questions[3].showIf.in[0] answer-unknown"),
			wrong(aSurvey().privacy(Privacy.CONFIDENTIAL).clearRecovery()
				.question(aQuestion("x", Question.Type.NUMBER).concept("CIEL:1").build()),
				"questions[3].concept concept-not-private"),
			wrong(aRating(0, 101), "questions[3].max scale-too-wide"),
			wrong(aRating(Integer.MIN_VALUE, Integer.MAX_VALUE), "questions[3].max scale-too-wide"),
			wrong(aRating(1, 1), "questions[3].min range-crossed"),
			wrong(aSurvey().recover(RecoveryRule.builder().question("no-such").build()), "recovery[1].severity required",
				"recovery[1].title required", "recovery[1].question question-unknown", "recovery[1] condition-invalid"),
			wrong(aSurvey().recover(aRecovery("recommend").atMost(11).build()), "recovery[1].atMost out-of-range"),
			wrong(aSurvey().recover(aRecovery("call-me").answer("maybe").build()), "recovery[1].in[0] answer-unknown"),
			wrong(aSurvey().recover(aRecovery("call-me").answer("yes").event("Low score").build()),
				"recovery[1].event event-invalid"),
			wrong(aSurvey().privacy(Privacy.CONFIDENTIAL), "recovery[0] recovery-not-private"),
			wrong(aSurvey().privacy(Privacy.ANONYMOUS).clearRecovery().recover(aRecovery("call-me").answer("yes").build()),
				"recovery[0] recovery-not-private"));
	}

	@Test
	void validate_shouldAcceptAScaleOfAHundredSteps() {
		assertThat(found(aRating(0, 100))).isEmpty();
	}

	private static SurveyDefinitionBuilder aRating(int min, int max) {
		return aSurvey().question(aQuestion("x", Question.Type.RATING).min(min).max(max).build());
	}

	@ParameterizedTest
	@MethodSource
	void validate_shouldSayWhatIsWrong(SurveyDefinitionBuilder survey, List<String> problems) {
		assertThat(found(survey)).containsExactlyElementsOf(problems);
	}

	@Test
	void validate_shouldAcceptFiftyQuestionsAtMost() {
		SurveyDefinitionBuilder survey = aSurvey();
		for (int i = 0; i < 47; i++) {
			survey.question(aQuestion("more-" + i, Question.Type.TEXT).build());
		}
		assertThat(found(survey)).isEmpty();
		assertThat(found(survey.question(aQuestion("last", Question.Type.TEXT).build())))
			.containsExactly("questions questions-too-many");
	}

	private static Arguments wrong(SurveyDefinitionBuilder survey, String... problems) {
		return Arguments.of(survey, Arrays.asList(problems));
	}

	private static ReviewLink review(String address) {
		return ReviewLink.builder().text(text("Write a review")).address(address).build();
	}

	private static boolean isChoice(Question.Type type) {
		return type == Question.Type.CHOICE || type == Question.Type.MULTI_CHOICE;
	}

	private static List<String> found(SurveyDefinitionBuilder survey) {
		return new SurveyValidator().validate(survey.build()).stream()
			.map(p -> p.getPath() + " " + p.getCode().substring(p.getCode().lastIndexOf('.') + 1))
			.collect(Collectors.toList());
	}
}
