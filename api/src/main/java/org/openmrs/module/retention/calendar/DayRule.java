/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Value;

/**
 * A day or run of days that differs from the week, once or every year. A run of every year may cross New Year
 * ({@code --12-24} until {@code --01-02}). In order of precedence.
 */
@Value
@AllArgsConstructor(access = AccessLevel.PRIVATE)
class DayRule implements Comparable<DayRule> {

	/** Set for a rule of one year. */
	LocalDate firstDate;

	LocalDate lastDate;

	/** Set for a rule of every year. */
	MonthDay firstDay;

	MonthDay lastDay;

	/** Empty: closed. */
	List<OpeningHours.Hours> hours;

	/** @throws RuntimeException of java.time or IllegalArgumentException when a part cannot be read */
	static DayRule of(CalendarDefinition.Exception exception) {
		List<OpeningHours.Hours> hours = OpeningHours.Hours.parseAll(exception.getHours());
		String first = exception.getDate();
		String last = exception.getUntil() == null ? first : exception.getUntil();
		if (first.startsWith("--")) {
			return new DayRule(null, null, MonthDay.parse(first), MonthDay.parse(last), hours);
		}
		DayRule rule = new DayRule(LocalDate.parse(first), LocalDate.parse(last), null, null, hours);
		if (rule.lastDate.isBefore(rule.firstDate)) {
			throw new IllegalArgumentException(last);
		}
		return rule;
	}

	boolean covers(LocalDate date) {
		if (firstDate != null) {
			return !date.isBefore(firstDate) && !date.isAfter(lastDate);
		}
		MonthDay day = MonthDay.from(date);
		boolean begun = !day.isBefore(firstDay);
		boolean notOver = !day.isAfter(lastDay);
		return firstDay.isAfter(lastDay) ? begun || notOver : begun && notOver;
	}

	@Override
	public int compareTo(DayRule other) {
		return Integer.compare(rank(), other.rank());
	}

	private int rank() {
		if (firstDate != null) {
			return firstDate.equals(lastDate) ? 0 : 1;
		}
		return firstDay.equals(lastDay) ? 2 : 3;
	}
}
