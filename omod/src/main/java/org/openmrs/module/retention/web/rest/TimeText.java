/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times as the answers show them: instants as ISO 8601 with the offset of a zone, local dates as ISO dates. */
public final class TimeText {

	private TimeText() {
	}

	/** What the framework can render: texts for times and constants, all else as it is. */
	public static Object shown(Object value, ZoneId zone) {
		if (value instanceof Instant) {
			return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(((Instant) value).atZone(zone));
		}
		if (value instanceof LocalDate) {
			return value.toString();
		}
		return value instanceof Enum ? ((Enum<?>) value).name() : value;
	}

	/** The server's zone when the id is none. */
	public static ZoneId zone(String id) {
		try {
			return id == null ? ZoneId.systemDefault() : ZoneId.of(id);
		}
		catch (DateTimeException e) {
			return ZoneId.systemDefault();
		}
	}
}
