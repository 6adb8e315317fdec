/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.page;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A form as it is shown: with what it begins with, or with what was typed in it and why it was not taken in; in templates {@code $was}. */
public final class TypedForm {

	private final Map<String, String[]> fields;

	private final String message;

	private final String field;

	/** Typed before; empty: it is shown for the first time. */
	public TypedForm(Map<String, String[]> fields) {
		this(fields, null, null);
	}

	TypedForm(Map<String, String[]> fields, String message, String field) {
		this.fields = fields;
		this.message = message;
		this.field = field;
	}

	static TypedForm begun() {
		return new TypedForm(Collections.emptyMap());
	}

	/** There is something. */
	public boolean isGiven() {
		return !fields.isEmpty();
	}

	/** Why it was not taken in; null: it was not sent. */
	public String getMessage() {
		return message;
	}

	/** The message is about this field. */
	public boolean isWrong(String name) {
		return name.equals(field);
	}

	/** Empty where nothing was typed. */
	public String text(String name) {
		return text(name, "");
	}

	/** @param otherwise what the form begins with; null: nothing */
	public String text(String name, Object otherwise) {
		if (!isGiven()) {
			return otherwise == null ? "" : String.valueOf(otherwise);
		}
		String text = new Form(fields).text(name);
		return text == null ? "" : text;
	}

	/** As many lines as fields called {@code name.0}, {@code name.1} and so on were typed. */
	public int lines(String name) {
		List<Integer> lines = new Form(fields).lines(name);
		return lines.isEmpty() ? 0 : lines.get(lines.size() - 1) + 1;
	}

	public boolean isChosen(String name, Object value) {
		return isChosen(name, value, false);
	}

	/** @param otherwise whether the form begins with it */
	public boolean isChosen(String name, Object value, boolean otherwise) {
		return isGiven() ? new Form(fields).texts(name).contains(String.valueOf(value)) : otherwise;
	}
}
