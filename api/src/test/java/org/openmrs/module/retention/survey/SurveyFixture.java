/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey;

import java.util.Arrays;
import java.util.Collections;
import java.util.UUID;
import org.openmrs.module.retention.question.LocalizedText;
import org.openmrs.module.retention.question.Question;
import org.openmrs.module.retention.question.TextKind;

/** Surveys for tests. */
public final class SurveyFixture {

	private SurveyFixture() {
	}

	/** Asks for a score, why, and after a low one whether to call. */
	public static SurveyDefinition.SurveyDefinitionBuilder aSurvey() {
		return SurveyDefinition.builder().uuid(UUID.randomUUID().toString()).name("After a visit")
			.introduction(text("How was it?")).thanks(text("Thank you"))
			.question(aQuestion("recommend", Question.Type.NPS).required(true).build())
			.question(aQuestion("better", Question.Type.TEXT).textKind(TextKind.COULD_BE_BETTER).build())
			.question(aQuestion("call-me", Question.Type.YES_NO)
				.showIf(Question.ShowIf.builder().question("recommend").atMost(6).build()).build())
			.recover(aRecovery("recommend").atMost(6).build());
	}

	/** As it is after it was saved first, without a database. */
	public static Survey stored(SurveyDefinition definition) {
		Survey survey = new Survey(definition.getUuid());
		survey.adopt(definition, String.join("", Collections.nCopies(64, "0")));
		return survey;
	}

	public static Question.QuestionBuilder aQuestion(String key, Question.Type type) {
		return Question.builder().key(key).type(type).text(text(key + "?"));
	}

	/** One of these answers, in the order of their keys. */
	public static Question.QuestionBuilder aChoice(String key, Question.Type type, String... options) {
		Question.QuestionBuilder question = aQuestion(key, type);
		Arrays.stream(options).forEach(o -> question.option(Question.Option.builder().key(o).text(text(o)).build()));
		return question;
	}

	public static RecoveryRule.RecoveryRuleBuilder aRecovery(String question) {
		return RecoveryRule.builder().question(question).severity(RecoveryRule.Severity.CONCERN).title(text("Low score"));
	}

	public static LocalizedText text(String english) {
		return new LocalizedText(Collections.singletonMap("en", english));
	}
}
