/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.protocol;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.module.retention.shared.Problems;

/** What must hold of a script: its questions, what they refer to, and its red flags. */
final class ScriptRules {

	static final String QUESTION_UNKNOWN = "retention.followup.error.protocol-question-unknown";

	static final String ANSWER_UNKNOWN = "retention.followup.error.protocol-answer-unknown";

	static final String OPTIONS_TOO_FEW = "retention.followup.error.protocol-options-too-few";

	static final String CONDITION_INVALID = "retention.followup.error.protocol-condition-invalid";

	private static final Set<Question.Type> CHOICES = EnumSet.of(Question.Type.CHOICE, Question.Type.MULTI_CHOICE);

	private static final Set<Question.Type> BOUNDED = EnumSet.of(Question.Type.NUMBER, Question.Type.RATING);

	private static final Set<Question.Type> NUMBERS = EnumSet.of(Question.Type.NUMBER, Question.Type.RATING,
		Question.Type.NPS, Question.Type.CSAT, Question.Type.CES);

	private final Problems problems;

	private final Map<String, Question> earlier = new LinkedHashMap<>();

	ScriptRules(Problems problems) {
		this.problems = problems;
	}

	void check(Script script) {
		new TextRules(problems).checkPresent("opening", script.getOpening());
		new TextRules(problems).checkPresent("closing", script.getClosing());
		Set<String> keys = new HashSet<>();
		for (int i = 0; i < script.getQuestions().size(); i++) {
			Question question = script.getQuestions().get(i);
			Problems at = problems.in("questions", i);
			ProtocolValidator.key(at, question.getKey(), keys);
			question(at, question);
			if (question.getKey() != null) {
				earlier.putIfAbsent(question.getKey(), question);
			}
		}
		for (int i = 0; i < script.getRedFlags().size(); i++) {
			redFlag(problems.in("redFlags", i), script.getRedFlags().get(i));
		}
	}

	private void question(Problems at, Question question) {
		new TextRules(at).checkPresent("text", question.getText());
		if (question.getShowIf() != null) {
			showIf(at.in("showIf"), question.getShowIf());
		}
		if (question.getConcept() != null) {
			ProtocolValidator.concept(at, "concept", question.getConcept());
		}
		if (!ProtocolValidator.present(at, "type", question.getType())) {
			return;
		}
		if (CHOICES.contains(question.getType())) {
			at.check(question.getOptions().size() >= 2, "options", OPTIONS_TOO_FEW);
			options(at, question.getOptions());
		} else {
			at.check(question.getOptions().isEmpty(), "options", ProtocolValidator.NOT_APPLICABLE, CHOICES);
		}
		bounds(at, question);
	}

	private static void options(Problems at, List<Question.Option> options) {
		Set<String> keys = new HashSet<>();
		for (int i = 0; i < options.size(); i++) {
			Problems option = at.in("options", i);
			ProtocolValidator.key(option, options.get(i).getKey(), keys);
			new TextRules(option).checkPresent("text", options.get(i).getText());
			if (options.get(i).getConcept() != null) {
				ProtocolValidator.concept(option, "concept", options.get(i).getConcept());
			}
		}
	}

	private static void bounds(Problems at, Question question) {
		Integer min = question.getMin();
		Integer max = question.getMax();
		if (!BOUNDED.contains(question.getType())) {
			at.check(min == null, "min", ProtocolValidator.NOT_APPLICABLE, BOUNDED);
			at.check(max == null, "max", ProtocolValidator.NOT_APPLICABLE, BOUNDED);
			return;
		}
		if (question.getType() == Question.Type.RATING) {
			ProtocolValidator.present(at, "min", min);
			ProtocolValidator.present(at, "max", max);
		}
		if (min != null && max != null) {
			at.check(min < max, "min", ProtocolValidator.RANGE_CROSSED, min, max);
		}
	}

	private void showIf(Problems at, Question.ShowIf showIf) {
		Question asked = asked(at, showIf.getQuestion());
		if (showIf.getIn().isEmpty()) {
			at.add("in", ProtocolValidator.REQUIRED, "in");
		} else if (asked != null) {
			answers(at, asked, showIf.getIn());
		}
	}

	private void redFlag(Problems at, RedFlag flag) {
		Question asked = asked(at, flag.getQuestion());
		ProtocolValidator.present(at, "severity", flag.getSeverity());
		new TextRules(at).checkPresent("tell", flag.getTell());
		boolean byNumber = flag.getAtLeast() != null || flag.getAtMost() != null;
		if (!at.check(byNumber == flag.getIn().isEmpty(), "", CONDITION_INVALID) || asked == null) {
			return;
		}
		if (byNumber) {
			at.check(NUMBERS.contains(asked.getType()), flag.getAtLeast() != null ? "atLeast" : "atMost",
				ProtocolValidator.NOT_APPLICABLE, NUMBERS);
			bound(at, "atLeast", flag.getAtLeast(), asked);
			bound(at, "atMost", flag.getAtMost(), asked);
		} else {
			answers(at, asked, flag.getIn());
		}
	}

	private static void bound(Problems at, String property, Integer bound, Question asked) {
		if (bound != null) {
			int least = asked.getMin() == null ? (asked.getType() == Question.Type.NUMBER ? bound : 0) : asked.getMin();
			int most = asked.getMax() == null ? (asked.getType() == Question.Type.NUMBER ? bound : 10) : asked.getMax();
			ProtocolValidator.range(at, property, bound, least, most);
		}
	}

	private Question asked(Problems at, String key) {
		if (!ProtocolValidator.present(at, "question", key)) {
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
