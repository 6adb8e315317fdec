/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.openmrs.module.retention.question.DefinitionRules;
import org.openmrs.module.retention.question.Question;
import org.openmrs.module.retention.question.QuestionRules;
import org.openmrs.module.retention.question.TextRules;
import org.openmrs.module.retention.shared.Problem;
import org.openmrs.module.retention.shared.Problems;

/**
 * Everything that can be wrong with a survey whose properties have the right types; all of it is found in one pass. What the
 * host holds (concepts) is not asked here.
 */
public final class SurveyValidator {

	static final String QUESTIONS_TOO_MANY = "retention.survey.error.questions-too-many";

	static final String OPEN_QUESTION_MISSING = "retention.survey.error.open-question-missing";

	static final String SCORE_TWICE = "retention.survey.error.score-twice";

	static final String ADDRESS_INVALID = "retention.survey.error.address-invalid";

	static final String MODE_NOT_PRIVATE = "retention.survey.error.mode-not-private";

	static final String MODE_TWICE = "retention.survey.error.mode-twice";

	static final String RECOVERY_NOT_PRIVATE = "retention.survey.error.recovery-not-private";

	static final String CONCEPT_NOT_PRIVATE = "retention.survey.error.concept-not-private";

	static final String EVENT_INVALID = "retention.survey.error.event-invalid";

	private static final int MOST_QUESTIONS = 50;

	private static final int LONGEST_ADDRESS = 500;

	private static final Pattern EVENT = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+){0,9}");

	private static final Set<Question.Type> SCORES = EnumSet.of(Question.Type.NPS, Question.Type.RATING, Question.Type.CSAT,
		Question.Type.CES);

	private final Problems problems = new Problems();

	private final QuestionRules questions = new QuestionRules();

	/** The problems in the order of the definition; empty when there are none. */
	public List<Problem> validate(SurveyDefinition survey) {
		head(survey);
		review(survey.getReview());
		DefinitionRules.presentPeriod(problems, "expires", survey.getExpires(), false);
		DefinitionRules.presentPeriod(problems, "coolDown", survey.getCoolDown(), true);
		modes(survey);
		questions(survey);
		for (int i = 0; i < survey.getRecovery().size(); i++) {
			recovery(problems.in("recovery", i), survey.getRecovery().get(i), survey);
		}
		return Collections.unmodifiableList(problems.found());
	}

	private void head(SurveyDefinition survey) {
		if (DefinitionRules.present(problems, "uuid", survey.getUuid())) {
			DefinitionRules.uuid(problems, "uuid", survey.getUuid());
		}
		if (DefinitionRules.present(problems, "name", survey.getName())) {
			DefinitionRules.length(problems, "name", survey.getName(), 255);
		}
		DefinitionRules.length(problems, "description", survey.getDescription(), 1000);
		DefinitionRules.present(problems, "kind", survey.getKind());
		DefinitionRules.present(problems, "privacy", survey.getPrivacy());
		new TextRules(problems).checkPresent("introduction", survey.getIntroduction());
		new TextRules(problems).checkPresent("thanks", survey.getThanks());
	}

	private void review(ReviewLink review) {
		if (review == null) {
			return;
		}
		Problems at = problems.in("review");
		new TextRules(at).checkPresent("text", review.getText());
		if (DefinitionRules.present(at, "address", review.getAddress())) {
			at.check(isAddress(review.getAddress()), "address", ADDRESS_INVALID, review.getAddress());
		}
	}

	private static boolean isAddress(String text) {
		try {
			URI address = new URI(text);
			return text.length() <= LONGEST_ADDRESS && "https".equals(address.getScheme()) && address.getHost() != null
				&& address.getRawUserInfo() == null;
		}
		catch (URISyntaxException e) {
			return false;
		}
	}

	private void modes(SurveyDefinition survey) {
		Set<SurveyMode> seen = new HashSet<>();
		for (int i = 0; i < survey.getModes().size(); i++) {
			SurveyMode mode = survey.getModes().get(i);
			String property = "modes[" + i + "]";
			problems.check(seen.add(mode), property, MODE_TWICE, mode);
			problems.check(SurveyMode.of(survey.getPrivacy()).contains(mode), property, MODE_NOT_PRIVATE, mode);
		}
	}

	private void questions(SurveyDefinition survey) {
		List<Question> asked = survey.getQuestions();
		if (asked.isEmpty()) {
			problems.add("questions", DefinitionRules.REQUIRED, "questions");
		}
		problems.check(asked.size() <= MOST_QUESTIONS, "questions", QUESTIONS_TOO_MANY, MOST_QUESTIONS);
		questions.check(problems, asked);
		boolean scored = asked.stream().anyMatch(q -> SCORES.contains(q.getType()));
		boolean open = asked.stream().anyMatch(q -> q.getType() == Question.Type.TEXT);
		problems.check(!scored || open, "questions", OPEN_QUESTION_MISSING);
		problems.check(asked.stream().filter(q -> q.getType() == Question.Type.NPS).count() <= 1, "questions", SCORE_TWICE);
		if (survey.getPrivacy() != Privacy.IDENTIFIED) {
			for (int i = 0; i < asked.size(); i++) {
				boolean mapped = asked.get(i).getConcept() != null
					|| asked.get(i).getOptions().stream().anyMatch(o -> o.getConcept() != null);
				problems.in("questions", i).check(!mapped, "concept", CONCEPT_NOT_PRIVATE, survey.getPrivacy());
			}
		}
	}

	private void recovery(Problems at, RecoveryRule rule, SurveyDefinition survey) {
		DefinitionRules.present(at, "severity", rule.getSeverity());
		new TextRules(at).checkPresent("title", rule.getTitle());
		questions.condition(at, rule.getQuestion(), rule.getIn(), rule.getAtLeast(), rule.getAtMost());
		at.check(rule.getEvent() == null || rule.getEvent().length() <= 60 && EVENT.matcher(rule.getEvent()).matches(),
			"event", EVENT_INVALID, String.valueOf(rule.getEvent()));
		Question asked = rule.getQuestion() == null ? null : survey.question(rule.getQuestion());
		boolean wish = asked != null && asked.getType() == Question.Type.YES_NO && !rule.getIn().contains("no");
		at.check(survey.getPrivacy() == Privacy.IDENTIFIED || survey.getPrivacy() == Privacy.CONFIDENTIAL && wish, "",
			RECOVERY_NOT_PRIVATE, String.valueOf(survey.getPrivacy()));
	}
}
