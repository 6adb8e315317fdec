/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.calendar;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Calendars of test clinics. */
public final class Calendars {

	private Calendars() {
	}

	/** Monday to Friday 09:00-17:00, closed on 24-26 December and from 31 December to 1 January of every year. */
	public static CalendarDefinition.CalendarDefinitionBuilder office(String uuid) {
		Map<String, List<String>> week = new LinkedHashMap<>();
		for (String day : Arrays.asList("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY")) {
			week.put(day, Collections.singletonList("09:00-17:00"));
		}
		return CalendarDefinition.builder().uuid(uuid).name("Office").hours(week)
			.exceptions(Arrays.asList(closed("--12-24", "--12-26"), closed("--12-31", "--01-01")));
	}

	public static CalendarDefinition.Exception closed(String date, String until) {
		return CalendarDefinition.Exception.builder().date(date).until(until).name("Closed").build();
	}

	public static CalendarDefinition.Exception open(String date, String... hours) {
		return CalendarDefinition.Exception.builder().date(date).name("Other hours").hours(Arrays.asList(hours)).build();
	}
}
