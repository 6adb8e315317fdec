/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.web.page.Form;

/** One line of the form in which a sheet is typed back: as it was typed, and as {@code POST callsheetentry} takes it. */
public final class EntryLine {

	/** As they stand in the form, each with the number of the line. */
	private static final List<String> FIELDS = Collections.unmodifiableList(Arrays.asList("row", "try", "box", "time", "by",
		"number", "day", "from", "until", "answers", "note"));

	private static final int MOST = 50;

	/** Between answers; the full-width marks are those of a Chinese keyboard. */
	private static final String BETWEEN = "[,;\uFF0C\uFF1B]";

	/** Number of the question, then what was ticked or written: {@code 1y, 2b, 3=7}. */
	private static final Pattern ANSWER = Pattern.compile("(\\d{1,3})\\s*(?:[=:\uFF1D\uFF1A]\\s*(\\S.*)|(\\p{L}.*))");

	private static final int QUOTED = 100;

	/** What the form calls fields of {@code callsheetentry} that have another name there. */
	private static final Map<String, String> NAMES = names();

	private final Map<String, String> typed;

	private final String problem;

	private final String problemField;

	private EntryLine(Map<String, String> typed, String problem, String problemField) {
		this.typed = typed;
		this.problem = problem;
		this.problemField = problemField;
	}

	static List<EntryLine> empty(int lines) {
		return new ArrayList<>(Collections.nCopies(lines, new EntryLine(Collections.emptyMap(), null, "")));
	}

	/** Those in which something was typed; a try or a day alone is what a browser has kept. */
	static List<EntryLine> of(Form form) {
		List<EntryLine> lines = new ArrayList<>();
		for (int i = 0; i < MOST; i++) {
			Map<String, String> typed = new LinkedHashMap<>();
			for (String field : FIELDS) {
				String value = form.text(field + "." + i);
				if (value != null) {
					typed.put(field, value);
				}
			}
			if (typed.containsKey("row") || typed.containsKey("box") || typed.containsKey("note")
				|| typed.containsKey("answers")) {
				lines.add(new EntryLine(typed, null, ""));
			}
		}
		return lines;
	}

	private static Map<String, String> names() {
		Map<String, String> names = new HashMap<>();
		names.put("windowFrom", "from");
		names.put("windowBy", "until");
		names.put("until", "day");
		return Collections.unmodifiableMap(names);
	}

	/** @param field of {@code callsheetentry}, or a part of it such as {@code answers.3}; null: the whole line */
	EntryLine refused(String why, String field) {
		String whole = field == null ? "" : field.split("\\.", 2)[0];
		return new EntryLine(typed, why, NAMES.getOrDefault(whole, whole));
	}

	/** Empty when nothing was typed. */
	public String typed(String field) {
		return typed.getOrDefault(field, "");
	}

	/** Why it was refused; null: it was not. */
	public String getProblem() {
		return problem;
	}

	/** Name of the field that it is about; empty: none in particular. */
	public String getProblemField() {
		return problemField;
	}

	/**
	 * What is no number stays a text, and is refused by its name.
	 *
	 * @throws RetentionException with the field of this form, when something typed cannot be read and would be lost
	 */
	Map<String, Object> body() {
		Map<String, Object> body = new LinkedHashMap<>();
		for (String name : new String[]{ "row", "time", "by", "number", "note" }) {
			put(body, name, typed.get(name));
		}
		put(body, "try", number("try"));
		put(body, "box", number("box"));
		String day = typed.get("day");
		if (typed.containsKey("from") || typed.containsKey("until")) {
			if (day == null) {
				throw RetentionException.invalid("retention.web.error.missing", "day", "day");
			}
			put(body, "windowFrom", typed.containsKey("from") ? day + "T" + typed.get("from") : null);
			put(body, "windowBy", typed.containsKey("until") ? day + "T" + typed.get("until") : null);
		} else {
			put(body, "until", day);
		}
		put(body, "answers", answers());
		return body;
	}

	private Object number(String field) {
		String value = typed.get(field);
		return value != null && value.matches("[0-9]{1,6}") ? (Object) Integer.valueOf(value) : value;
	}

	/** The same question twice is a choice of several. */
	private Map<String, Object> answers() {
		if (!typed.containsKey("answers")) {
			return null;
		}
		Map<String, Object> answers = new LinkedHashMap<>();
		for (String piece : typed.get("answers").split(BETWEEN)) {
			if (!piece.trim().isEmpty()) {
				Matcher read = ANSWER.matcher(piece.trim());
				if (!read.matches()) {
					throw unreadable(piece.trim());
				}
				String value = read.group(2) == null ? read.group(3) : read.group(2);
				Object answer = value.matches("-?[0-9]{1,9}") ? (Object) Integer.valueOf(value) : value;
				answers.merge(read.group(1), answer, EntryLine::both);
			}
		}
		if (answers.isEmpty()) {
			throw unreadable(typed.get("answers"));
		}
		return answers;
	}

	private static RetentionException unreadable(String piece) {
		return RetentionException.invalid("retention.page.error.answer-unreadable", "answers",
			piece.length() > QUOTED ? piece.substring(0, QUOTED) : piece);
	}

	private static Object both(Object first, Object second) {
		List<Object> several = new ArrayList<>(first instanceof List ? (List<?>) first : Collections.singletonList(first));
		several.add(second);
		return several;
	}

	private static void put(Map<String, Object> body, String name, Object value) {
		if (value != null) {
			body.put(name, value);
		}
	}
}
