/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openmrs.module.retention.web.page.Form;

/** One line of the form in which a sheet is typed back: as it was typed, and as {@code POST callsheetentry} takes it. */
public final class EntryLine {

	/** As they stand in the form, each with the number of the line. */
	private static final List<String> FIELDS = Collections.unmodifiableList(Arrays.asList("row", "try", "box", "time", "by",
		"number", "day", "from", "until", "answers", "note"));

	private static final int MOST = 50;

	/** Number of the question, then what was ticked or written: {@code 1y, 2b, 3=7}. */
	private static final Pattern ANSWER = Pattern.compile("\\s*(\\d{1,3})\\s*[=:]?\\s*([^,;]+)");

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

	/** @param field of {@code callsheetentry}; null: the whole line */
	EntryLine refused(String why, String field) {
		return new EntryLine(typed, why, field == null ? "" : field);
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

	/** What is no number stays a text, and is refused by its name. */
	Map<String, Object> body() {
		Map<String, Object> body = new LinkedHashMap<>();
		for (String name : new String[]{ "row", "time", "by", "number", "note" }) {
			put(body, name, typed.get(name));
		}
		put(body, "try", number("try"));
		put(body, "box", number("box"));
		String day = typed.get("day");
		if (typed.containsKey("from")) {
			put(body, "windowFrom", day == null ? null : day + "T" + typed.get("from"));
			put(body, "windowBy", day == null || !typed.containsKey("until") ? null : day + "T" + typed.get("until"));
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
		Matcher each = ANSWER.matcher(typed.get("answers"));
		while (each.find()) {
			String value = each.group(2).trim();
			Object answer = value.matches("-?[0-9]{1,9}") ? (Object) Integer.valueOf(value) : value;
			answers.merge(each.group(1), answer, EntryLine::both);
		}
		return answers;
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
