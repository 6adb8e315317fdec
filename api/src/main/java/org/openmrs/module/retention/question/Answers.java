/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.question;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.Years;

/**
 * Answers to questions. As stored, an answer is {@code yes} or {@code no}, an option's key, several keys with
 * commas, a plain number without zeros at its end, an ISO date, or the text as it was given.
 */
public final class Answers {

	private static final String YES = "yes";

	private static final String NO = "no";

	/** In characters as people count them, so that an emoji is one. */
	private static final int TEXT_LENGTH = 10000;

	private static final int LONGEST_TOLD = 100;

	private Answers() {
	}

	/** The stored form of an answer; refused when it does not fit the question. */
	public static String read(Question question, Object given, String field) {
		switch (question.getType()) {
			case YES_NO:
				return yesNo(given, field);
			case CHOICE:
				return option(question, given, field);
			case MULTI_CHOICE:
				return options(question, given, field);
			case TEXT:
				return text(given, field);
			case DATE:
				return date(given, field);
			default:
				return number(question, given, field);
		}
	}

	/** The question with that key; refused when there is none among them. */
	public static Question question(List<Question> questions, String key, String field) {
		for (Question question : questions) {
			if (question.getKey().equals(key)) {
				return question;
			}
		}
		throw RetentionException.invalid("retention.question.error.unknown-question", field, key);
	}

	/** Keys of required questions that were to be asked and have no answer. */
	public static List<String> missing(List<Question> questions, Map<String, String> answers) {
		return asked(questions, answers).stream().filter(Question::isRequired).map(Question::getKey)
			.filter(k -> !answers.containsKey(k)).collect(Collectors.toList());
	}

	/** Whether a condition holds of a stored answer: one of some answers, or a number within bounds. */
	public static boolean fits(Question question, String answer, List<String> in, Integer atLeast, Integer atMost) {
		if (values(question, answer).stream().anyMatch(in::contains)) {
			return true;
		}
		if (atLeast == null && atMost == null) {
			return false;
		}
		BigDecimal number = new BigDecimal(answer);
		return (atLeast == null || number.compareTo(BigDecimal.valueOf(atLeast)) >= 0)
			&& (atMost == null || number.compareTo(BigDecimal.valueOf(atMost)) <= 0);
	}

	/** The single values of a stored answer. */
	public static List<String> values(Question question, String answer) {
		return question.getType() == Question.Type.MULTI_CHOICE ? Arrays.asList(answer.split(","))
			: Collections.singletonList(answer);
	}

	/** The questions that the answers lead to: an answer to one that is not asked leads nowhere. */
	public static List<Question> asked(List<Question> questions, Map<String, String> answers) {
		Map<String, Question> asked = new LinkedHashMap<>();
		for (Question question : questions) {
			Question.ShowIf showIf = question.getShowIf();
			Question before = showIf == null ? null : asked.get(showIf.getQuestion());
			String answer = before == null ? null : answers.get(showIf.getQuestion());
			if (showIf == null
				|| answer != null && fits(before, answer, showIf.getIn(), showIf.getAtLeast(), showIf.getAtMost())) {
				asked.put(question.getKey(), question);
			}
		}
		return new ArrayList<>(asked.values());
	}

	private static String text(Object given, String field) {
		String text = given instanceof String ? (String) given : "";
		if (text.trim().isEmpty()) {
			throw wrong(field, given);
		}
		if (text.codePointCount(0, text.length()) > TEXT_LENGTH) {
			throw RetentionException.invalid("retention.question.error.too-long", field, TEXT_LENGTH);
		}
		return text;
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
			LocalDate date = LocalDate.parse(String.valueOf(given));
			Years.require(date.getYear());
			return date.toString();
		}
		catch (DateTimeException e) {
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
		if (number == null || number.scale() > 9 || (long) number.precision() - number.scale() > 18) {
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
			throw RetentionException.invalid("retention.question.error.answer-out-of-range", field, number.toPlainString());
		}
		return number.stripTrailingZeros().toPlainString();
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
		return RetentionException.invalid("retention.question.error.answer-does-not-fit", field,
			StringUtils.left(String.valueOf(given), LONGEST_TOLD));
	}
}
