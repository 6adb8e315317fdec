/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import lombok.Builder;
import lombok.Value;

/** What a rehearsed protocol alone would have asked of one role at the places of one calendar, against what they can bear there. */
@Value
@Builder
public class RehearsedDesk {

	/** Uuid; null: the places have none. */
	String calendar;

	/** Null: the places have none. */
	String calendarName;

	/** Uuid of the site whose own time it is; null: that of all the calendar's places. */
	String site;

	String zone;

	/** In whose queue the contacts would have been; null: with somebody of their own, who treated the patient for example. */
	String role;

	long tasks;

	double minutes;

	/** All of it, in days of what the role can bear on an open day; null: the calendar sets it no limit. */
	Double daysOfWork;

	/** Monday first; those on which it was never open are left out. */
	List<Weekday> weekdays;

	/** Open days on which it would have been more than the role can bear. */
	List<LocalDate> daysOver;

	/** The open days that fall on it. */
	@Value
	public static class Weekday {

		DayOfWeek day;

		int openDays;

		double minutesPerDay;

		/** On an open day, shorter ones with their share; null: none is set. */
		Double limitMinutes;

		int daysOver;
	}
}
