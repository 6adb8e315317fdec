/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.module.retention.question.Question;
import org.openmrs.module.retention.shared.Problem;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.survey.SurveyDefinition;

/** What was typed and chosen, by question; in templates {@code $was}. */
public final class AnswerForm {

	static final String PREFIX = "answer.";

	private final Map<String, String[]> given = new LinkedHashMap<>();

	/** Of the fields that are answers; the rest is the page's own. */
	public AnswerForm(HttpServletRequest request) {
		request.getParameterMap().forEach((name, values) -> {
			if (name.startsWith(PREFIX)) {
				given.put(name.substring(PREFIX.length()), values.clone());
			}
		});
	}

	/** Whether anything was answered yet. */
	boolean isBegun() {
		return given.values().stream().flatMap(Arrays::stream).anyMatch(value -> !value.trim().isEmpty());
	}

	/** One answer to each question, several where it asks for several. */
	public Map<String, Object> answers(SurveyDefinition survey) {
		List<Problem> twice = new ArrayList<>();
		Map<String, Object> answers = new LinkedHashMap<>();
		given.forEach((key, values) -> {
			boolean several = survey.getQuestions().stream()
				.anyMatch(q -> q.getKey().equals(key) && q.getType() == Question.Type.MULTI_CHOICE);
			if (several) {
				answers.put(key, Arrays.asList(values));
			} else if (values.length == 1) {
				answers.put(key, values[0].trim());
			} else {
				twice.add(Problem.of("answers." + key, "retention.web.error.repeated-parameter", key));
			}
		});
		if (!twice.isEmpty()) {
			throw RetentionException.invalid(twice);
		}
		return answers;
	}

	public String text(String question) {
		return given.containsKey(question) ? given.get(question)[0] : "";
	}

	public boolean isChosen(String question, Object value) {
		return Arrays.asList(given.getOrDefault(question, new String[0])).contains(String.valueOf(value));
	}

	/** What is wrong, by question; under the empty key what is about the whole. */
	public static Map<String, Problem> problems(RetentionException refusal) {
		Map<String, Problem> problems = new LinkedHashMap<>();
		if (refusal.getProblems().isEmpty()) {
			problems.put("", Problem.of("", refusal.getCode(), refusal.getArguments()));
		}
		refusal.getProblems()
			.forEach(problem -> problems.putIfAbsent(problem.getPath().replaceFirst("^answers\\.?", ""), problem));
		return problems;
	}
}
