/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.today;

import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.openmrs.module.retention.web.page.Form;

/** What was typed in the form of a call that comes back, taken back or without a result; in templates {@code $was}. */
@RequiredArgsConstructor
public final class TypedBefore {

	private final Map<String, String[]> fields;

	/** There is something. */
	public boolean isGiven() {
		return !fields.isEmpty();
	}

	/** Empty where nothing was typed. */
	public String text(String name) {
		return text(name, "");
	}

	/** @param otherwise what the form begins with */
	public String text(String name, Object otherwise) {
		if (!isGiven()) {
			return String.valueOf(otherwise);
		}
		String text = new Form(fields).text(name);
		return text == null ? "" : text;
	}

	public boolean isChosen(String name, Object value) {
		return isChosen(name, value, false);
	}

	/** @param otherwise whether the form begins with it */
	public boolean isChosen(String name, Object value, boolean otherwise) {
		return isGiven() ? new Form(fields).texts(name).contains(String.valueOf(value)) : otherwise;
	}
}
