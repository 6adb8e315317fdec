/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import lombok.Value;

/** When somebody will come: a local day, and the hour where it is known. */
@Value
public class BookingTime {

	LocalDate day;

	/** Null: the hour is not known. */
	Instant startsAt;

	ZoneId zone;

	static BookingTime at(Instant startsAt, ZoneId zone) {
		return new BookingTime(startsAt.atZone(zone).toLocalDate(), startsAt, zone);
	}

	static BookingTime on(LocalDate day, ZoneId zone) {
		return new BookingTime(day, null, zone);
	}

	/** The whole day has to be over before somebody can be said not to have come. */
	public Instant end() {
		return day.plusDays(1).atStartOfDay(zone).toInstant();
	}

	public boolean isDayOver(Instant now) {
		return !now.isBefore(end());
	}
}
