/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import org.openmrs.module.retention.followup.protocol.Trigger;

/**
 * Which days of the calendar a trigger means. In a year without a 29th of February what falls on it is on the 28th: a
 * greeting is never late, and stays in its month.
 */
final class YearlyDay {

	private static final MonthDay LEAP_DAY = MonthDay.of(Month.FEBRUARY, 29);

	/** Older than anybody. */
	private static final int YEARS = 130;

	private YearlyDay() {
	}

	/** Whether anything is to be done on the day; on somebody's birthday there is each day. */
	static boolean isOn(Trigger trigger, LocalDate day) {
		MonthDay named = trigger.dayOfYear();
		return named == null || named.atYear(day.getYear()).equals(day);
	}

	/** The birth dates that are celebrated on the day; null: the trigger does not ask for any. */
	static List<LocalDate> bornOn(Trigger trigger, LocalDate day) {
		if (trigger.dayOfYear() != null) {
			return null;
		}
		MonthDay date = MonthDay.from(day);
		boolean leaplingsToo = date.equals(MonthDay.of(Month.FEBRUARY, 28)) && !day.isLeapYear();
		List<LocalDate> dates = new ArrayList<>();
		for (int year = day.getYear() - YEARS; year <= day.getYear(); year++) {
			if (date.isValidYear(year)) {
				dates.add(date.atYear(year));
			}
			if (leaplingsToo && Year.isLeap(year)) {
				dates.add(LEAP_DAY.atYear(year));
			}
		}
		return dates;
	}
}
