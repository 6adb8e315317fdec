/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;

/** A site of the demo clinic: the rooms where encounters are, and when there are any. */
record ClinicSite(long id, ZoneId zone, List<Long> rooms) {

	/** Closed at weekends and from Christmas Eve to New Year's Day. */
	static boolean isOpen(LocalDate day) {
		DayOfWeek weekday = day.getDayOfWeek();
		boolean holidays = day.getMonth() == Month.DECEMBER && day.getDayOfMonth() >= 24
			|| day.getMonth() == Month.JANUARY && day.getDayOfMonth() == 1;
		return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY && !holidays;
	}

	/** The day itself, or the next that is open. */
	static LocalDate openDay(LocalDate day) {
		LocalDate open = day;
		while (!isOpen(open)) {
			open = open.plusDays(1);
		}
		return open;
	}

	Instant at(LocalDate day, LocalTime time) {
		return day.atTime(time).atZone(zone).toInstant();
	}

	LocalDate dayOf(Instant instant) {
		return instant.atZone(zone).toLocalDate();
	}
}
