/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.question;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.module.retention.shared.Problems;

/** What must hold of the questions of a script or survey, and of what refers to them and to their answers. */
public final class QuestionRules {

	static final String QUESTION_UNKNOWN = "retention.question.error.question-unknown";

	static final String ANSWER_UNKNOWN = "retention.question.error.answer-unknown";

	static final String OPTIONS_TOO_FEW = "retention.question.error.options-too-few";

	static final String CONDITION_INVALID = "retention.question.error.condition-invalid";

	static final String SCALE_TOO_WIDE = "retention.question.error.scale-too-wide";

	/** From the least to the most: each number of a scale is counted and shown. */
	private static final int MOST_STEPS = 100;

	private static final Set<Question.Type> CHOICES = EnumSet.of(Question.Type.CHOICE, Question.Type.MULTI_CHOICE);

	private static final Set<Question.Type> BOUNDED = EnumSet.of(Question.Type.NUMBER, Question.Type.RATING);

	private static final Set<Question.Type> NUMBERS = EnumSet.of(Question.Type.NUMBER, Question.Type.RATING,
		Question.Type.NPS, Question.Type.CSAT, Question.Type.CES);

	private final Map<String, Question> earlier = new LinkedHashMap<>();

	/** @param problems at what holds the questions as {@code questions} */
	public void check(Problems problems, List<Question> questions) {
		Set<String> keys = new HashSet<>();
		for (int i = 0; i < questions.size(); i++) {
			Question question = questions.get(i);
			Problems at = problems.in("questions", i);
			DefinitionRules.key(at, question.getKey(), keys);
			question(at, question);
			if (question.getKey() != null) {
				earlier.putIfAbsent(question.getKey(), question);
			}
		}
	}

	/** A condition on the answer to one of the questions: either one of some answers, or a number within bounds. */
	public void condition(Problems at, String question, List<String> in, Integer atLeast, Integer atMost) {
		Question asked = asked(at, question);
		boolean byNumber = atLeast != null || atMost != null;
		if (!at.check(byNumber == in.isEmpty(), "", CONDITION_INVALID) || asked == null) {
			return;
		}
		if (byNumber) {
			at.check(NUMBERS.contains(asked.getType()), atLeast != null ? "atLeast" : "atMost",
				DefinitionRules.NOT_APPLICABLE, NUMBERS);
			bound(at, "atLeast", atLeast, asked);
			bound(at, "atMost", atMost, asked);
		} else {
			answers(at, asked, in);
		}
	}

	private void question(Problems at, Question question) {
		new TextRules(at).checkPresent("text", question.getText());
		if (question.getShowIf() != null) {
			showIf(at.in("showIf"), question.getShowIf());
		}
		if (question.getConcept() != null) {
			DefinitionRules.concept(at, "concept", question.getConcept());
		}
		if (!DefinitionRules.present(at, "type", question.getType())) {
			return;
		}
		if (CHOICES.contains(question.getType())) {
			at.check(question.getOptions().size() >= 2, "options", OPTIONS_TOO_FEW);
			options(at, question.getOptions());
		} else {
			at.check(question.getOptions().isEmpty(), "options", DefinitionRules.NOT_APPLICABLE, CHOICES);
		}
		at.check(question.getTextKind() == null || question.getType() == Question.Type.TEXT, "textKind",
			DefinitionRules.NOT_APPLICABLE, Question.Type.TEXT);
		bounds(at, question);
	}

	private static void options(Problems at, List<Question.Option> options) {
		Set<String> keys = new HashSet<>();
		for (int i = 0; i < options.size(); i++) {
			Problems option = at.in("options", i);
			DefinitionRules.key(option, options.get(i).getKey(), keys);
			new TextRules(option).checkPresent("text", options.get(i).getText());
			if (options.get(i).getConcept() != null) {
				DefinitionRules.concept(option, "concept", options.get(i).getConcept());
			}
		}
	}

	private static void bounds(Problems at, Question question) {
		Integer min = question.getMin();
		Integer max = question.getMax();
		if (!BOUNDED.contains(question.getType())) {
			at.check(min == null, "min", DefinitionRules.NOT_APPLICABLE, BOUNDED);
			at.check(max == null, "max", DefinitionRules.NOT_APPLICABLE, BOUNDED);
			return;
		}
		if (question.getType() == Question.Type.RATING) {
			DefinitionRules.present(at, "min", min);
			DefinitionRules.present(at, "max", max);
		}
		if (min != null && max != null && at.check(min < max, "min", DefinitionRules.RANGE_CROSSED, min, max)
			&& question.getType() == Question.Type.RATING) {
			at.check((long) max - min <= MOST_STEPS, "max", SCALE_TOO_WIDE, min, max, MOST_STEPS);
		}
	}

	private void showIf(Problems at, Question.ShowIf showIf) {
		if (showIf.getIn().isEmpty() && showIf.getAtLeast() == null && showIf.getAtMost() == null) {
			asked(at, showIf.getQuestion());
			at.add("in", DefinitionRules.REQUIRED, "in");
		} else {
			condition(at, showIf.getQuestion(), showIf.getIn(), showIf.getAtLeast(), showIf.getAtMost());
		}
	}

	private static void bound(Problems at, String property, Integer bound, Question asked) {
		if (bound != null) {
			int least = asked.getMin() == null ? (asked.getType() == Question.Type.NUMBER ? bound : 0) : asked.getMin();
			int most = asked.getMax() == null ? (asked.getType() == Question.Type.NUMBER ? bound : 10) : asked.getMax();
			DefinitionRules.range(at, property, bound, least, most);
		}
	}

	private Question asked(Problems at, String key) {
		if (!DefinitionRules.present(at, "question", key)) {
			return null;
		}
		Question asked = earlier.get(key);
		at.check(asked != null, "question", QUESTION_UNKNOWN, key, earlier.keySet());
		return asked != null && asked.getType() != null ? asked : null;
	}

	private static void answers(Problems at, Question asked, List<String> answers) {
		List<String> possible = new ArrayList<>();
		if (asked.getType() == Question.Type.YES_NO) {
			possible.add("yes");
			possible.add("no");
		} else if (CHOICES.contains(asked.getType())) {
			possible.addAll(asked.getOptions().stream().map(Question.Option::getKey).collect(Collectors.toList()));
		}
		for (int i = 0; i < answers.size(); i++) {
			at.check(possible.contains(answers.get(i)), "in[" + i + "]", ANSWER_UNKNOWN, answers.get(i), possible);
		}
	}
}
