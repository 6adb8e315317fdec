/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.response;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openmrs.module.retention.question.Answers;
import org.openmrs.module.retention.question.Question;
import org.openmrs.module.retention.shared.Problem;
import org.openmrs.module.retention.shared.RetentionException;

/**
 * Answers held against the questions of a version: those to questions that were asked, in the order of the questions. All that is
 * wrong is found in one pass.
 */
final class AnswerSheet {

	static final String REQUIRED = "retention.survey.error.answer-required";

	static final String EMPTY = "retention.survey.error.nothing-answered";

	private static final String FIELD = "answers.";

	private AnswerSheet() {
	}

	/**
	 * By question key, as they are stored. Blank counts as not answered; what is answered to a question that was not asked is
	 * left out.
	 */
	static Map<String, String> read(List<Question> questions, Map<String, Object> given) {
		List<Problem> problems = new ArrayList<>();
		Map<String, String> read = new LinkedHashMap<>();
		Map<String, Object> all = given == null ? Collections.emptyMap() : given;
		all.forEach((key, value) -> {
			if (value != null && !(value instanceof String && ((String) value).trim().isEmpty())) {
				one(questions, key, value, read, problems);
			}
		});
		Map<String, String> asked = new LinkedHashMap<>();
		Answers.asked(questions, read).stream().filter(q -> read.containsKey(q.getKey()))
			.forEach(q -> asked.put(q.getKey(), read.get(q.getKey())));
		if (problems.isEmpty()) {
			Answers.missing(questions, read).forEach(key -> problems.add(Problem.of(FIELD + key, REQUIRED, key)));
		}
		if (problems.isEmpty() && asked.isEmpty()) {
			problems.add(Problem.of("answers", EMPTY));
		}
		if (!problems.isEmpty()) {
			throw RetentionException.invalid(problems);
		}
		return asked;
	}

	private static void one(List<Question> questions, String key, Object value, Map<String, String> read,
		List<Problem> problems) {
		try {
			read.put(key, Answers.read(Answers.question(questions, key, FIELD + key), value, FIELD + key));
		}
		catch (RetentionException e) {
			problems.add(Problem.of(e.getField(), e.getCode(), e.getArguments()));
		}
	}
}
