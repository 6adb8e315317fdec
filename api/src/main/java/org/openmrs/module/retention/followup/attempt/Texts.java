/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import org.openmrs.module.retention.shared.RetentionException;

/** Free text as it is accepted: kept as it was written, blank is none, too long is refused. */
final class Texts {

	private Texts() {
	}

	/** @param most in characters as people count them, so that an emoji is one */
	static String optional(String text, String field, int most) {
		if (text == null || text.trim().isEmpty()) {
			return null;
		}
		if (text.codePointCount(0, text.length()) > most) {
			throw RetentionException.invalid("retention.followup.error.too-long", field, most);
		}
		return text;
	}

	static String required(String text, String field, int most) {
		String given = optional(text, field, most);
		if (given == null) {
			throw RetentionException.invalid("retention.followup.error.required", field);
		}
		return given;
	}

	static String cut(String text, int most) {
		return text == null || text.length() <= most ? text : text.substring(0, most);
	}
}
