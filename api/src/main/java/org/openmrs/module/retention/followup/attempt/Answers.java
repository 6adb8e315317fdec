/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openmrs.module.retention.followup.protocol.Question;
import org.openmrs.module.retention.followup.protocol.RedFlag;
import org.openmrs.module.retention.followup.protocol.Script;
import org.openmrs.module.retention.shared.RetentionException;

/**
 * Answers to a script's questions. As stored, an answer is {@code yes} or {@code no}, an option's key, several keys with
 * commas, a plain number, an ISO date, or the text as it was given.
 */
final class Answers {

	private static final String YES = "yes";

	private static final String NO = "no";

	private static final int TEXT_LENGTH = 10000;

	private Answers() {
	}

	/** The stored form of an answer; refused when it does not fit the question. */
	static String read(Question question, Object given, String field) {
		switch (question.getType()) {
			case YES_NO:
				return yesNo(given, field);
			case CHOICE:
				return option(question, given, field);
			case MULTI_CHOICE:
				return options(question, given, field);
			case TEXT:
				return Texts.required(given instanceof String ? (String) given : null, field, TEXT_LENGTH);
			case DATE:
				return date(given, field);
			default:
				return number(question, given, field);
		}
	}

	/** The question with that key; refused when the script has none. */
	static Question question(Script script, String key, String field) {
		if (script != null && script.getQuestions() != null) {
			for (Question question : script.getQuestions()) {
				if (question.getKey().equals(key)) {
					return question;
				}
			}
		}
		throw RetentionException.invalid("retention.followup.error.unknown-question", field, key);
	}

	/** Keys of required questions that were to be asked and have no answer. */
	static List<String> missing(Script script, Map<String, String> answers) {
		if (script == null || script.getQuestions() == null) {
			return Collections.emptyList();
		}
		return script.getQuestions().stream().filter(Question::isRequired).filter(q -> isAsked(q, answers))
			.map(Question::getKey).filter(k -> !answers.containsKey(k)).collect(Collectors.toList());
	}

	/** The worst red flag that an answer raises; null: none. */
	static RedFlag worst(Script script, Question question, String answer) {
		RedFlag worst = null;
		if (script.getRedFlags() != null) {
			for (RedFlag flag : script.getRedFlags()) {
				boolean raised = flag.getQuestion().equals(question.getKey()) && raises(flag, question, answer);
				if (raised && (worst == null || flag.getSeverity() == RedFlag.Severity.URGENT)) {
					worst = flag;
				}
			}
		}
		return worst;
	}

	/** The single values of a stored answer. */
	static List<String> values(Question question, String answer) {
		return question.getType() == Question.Type.MULTI_CHOICE ? Arrays.asList(answer.split(","))
			: Collections.singletonList(answer);
	}

	private static boolean raises(RedFlag flag, Question question, String answer) {
		if (flag.getIn() != null && values(question, answer).stream().anyMatch(flag.getIn()::contains)) {
			return true;
		}
		if (flag.getAtLeast() == null && flag.getAtMost() == null) {
			return false;
		}
		BigDecimal number = new BigDecimal(answer);
		return (flag.getAtLeast() == null || number.compareTo(BigDecimal.valueOf(flag.getAtLeast())) >= 0)
			&& (flag.getAtMost() == null || number.compareTo(BigDecimal.valueOf(flag.getAtMost())) <= 0);
	}

	private static boolean isAsked(Question question, Map<String, String> answers) {
		Question.ShowIf showIf = question.getShowIf();
		if (showIf == null) {
			return true;
		}
		String answer = answers.get(showIf.getQuestion());
		return answer != null && Arrays.stream(answer.split(",")).anyMatch(showIf.getIn()::contains);
	}

	private static String yesNo(Object given, String field) {
		if (given instanceof Boolean) {
			return (Boolean) given ? YES : NO;
		}
		if (YES.equals(given) || NO.equals(given)) {
			return (String) given;
		}
		throw wrong(field, given);
	}

	private static String option(Question question, Object given, String field) {
		if (question.getOptions() != null && question.getOptions().stream().anyMatch(o -> o.getKey().equals(given))) {
			return (String) given;
		}
		throw wrong(field, given);
	}

	private static String options(Question question, Object given, String field) {
		if (!(given instanceof Collection) || ((Collection<?>) given).isEmpty()) {
			throw wrong(field, given);
		}
		List<String> keys = new ArrayList<>();
		for (Object one : (Collection<?>) given) {
			String key = option(question, one, field);
			if (keys.contains(key)) {
				throw wrong(field, given);
			}
			keys.add(key);
		}
		return String.join(",", keys);
	}

	private static String date(Object given, String field) {
		try {
			return LocalDate.parse(String.valueOf(given)).toString();
		}
		catch (DateTimeParseException e) {
			throw wrong(field, given);
		}
	}

	private static String number(Question question, Object given, String field) {
		BigDecimal number;
		try {
			number = given instanceof Number || given instanceof String ? new BigDecimal(given.toString()) : null;
		}
		catch (NumberFormatException e) {
			throw wrong(field, given);
		}
		if (number == null || Math.abs((long) number.scale()) > 9 || number.precision() > 18) {
			throw wrong(field, given);
		}
		boolean whole = question.getType() == Question.Type.NUMBER || number.stripTrailingZeros().scale() <= 0;
		if (!whole) {
			throw wrong(field, given);
		}
		Integer least = least(question);
		Integer most = most(question);
		if (least != null && number.compareTo(BigDecimal.valueOf(least)) < 0
			|| most != null && number.compareTo(BigDecimal.valueOf(most)) > 0) {
			throw RetentionException.invalid("retention.followup.error.answer-out-of-range", field, number.toPlainString());
		}
		return number.toPlainString();
	}

	private static Integer least(Question question) {
		if (question.getMin() != null) {
			return question.getMin();
		}
		switch (question.getType()) {
			case NPS:
				return 0;
			case RATING:
			case CSAT:
			case CES:
				return 1;
			default:
				return null;
		}
	}

	private static Integer most(Question question) {
		if (question.getMax() != null) {
			return question.getMax();
		}
		switch (question.getType()) {
			case NPS:
				return 10;
			case RATING:
			case CSAT:
				return 5;
			case CES:
				return 7;
			default:
				return null;
		}
	}

	private static RetentionException wrong(String field, Object given) {
		return RetentionException.invalid("retention.followup.error.answer-does-not-fit", field,
			Texts.cut(String.valueOf(given), 100));
	}
}
