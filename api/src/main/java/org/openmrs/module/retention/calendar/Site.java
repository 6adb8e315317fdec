/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import lombok.Value;

/** Where and when work at a location is done: its zone and its opening hours. */
@Value
public class Site {

	/** The location that was asked for; null: none, this is the clinic's default site. */
	Integer locationId;

	ZoneId zone;

	OpeningHours hours;

	/** Null: no calendar holds here, it is always open. */
	String calendarUuid;

	/** The local day of an instant. */
	public LocalDate dayOf(Instant instant) {
		return instant.atZone(zone).toLocalDate();
	}

	/** The local time of an instant. */
	public LocalDateTime timeOf(Instant instant) {
		return instant.atZone(zone).toLocalDateTime();
	}

	public boolean isOpenAt(Instant instant) {
		return hours.isOpenAt(timeOf(instant));
	}
}
