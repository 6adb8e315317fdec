/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.lang3.StringUtils;
import org.openmrs.module.retention.shared.Problem;
import org.openmrs.module.retention.shared.Problems;

/** What is wrong with a calendar's definition, all of it; nothing: it can be saved. */
public class CalendarValidator {

	static final String UUID_INVALID = "retention.calendar.error.uuid-invalid";

	static final String NAME_INVALID = "retention.calendar.error.name-invalid";

	static final String WEEKDAY_UNKNOWN = "retention.calendar.error.weekday-unknown";

	static final String HOURS_INVALID = "retention.calendar.error.hours-invalid";

	static final String HOURS_OVERLAP = "retention.calendar.error.hours-overlap";

	static final String DATE_INVALID = "retention.calendar.error.date-invalid";

	static final String NEVER_OPEN = "retention.calendar.error.never-open";

	static final String CAPACITY_INVALID = "retention.calendar.error.capacity-invalid";

	static final String SITE_TWICE = "retention.calendar.error.site-twice";

	private static final int NAME_LENGTH = 255;

	private static final int ROLE_LENGTH = 50;

	/** Of a hundred people, the whole day. */
	private static final int MOST_MINUTES = 144_000;

	private static final String UUID = "[0-9a-zA-Z-]{36,38}";

	public List<Problem> validate(CalendarDefinition definition) {
		Problems problems = new Problems();
		problems.check(definition.getUuid() != null && definition.getUuid().matches(UUID), "uuid", UUID_INVALID);
		problems.check(!StringUtils.isBlank(definition.getName()) && definition.getName().length() <= NAME_LENGTH, "name",
			NAME_INVALID, NAME_LENGTH);
		week(definition.getHours(), problems);
		if (definition.getCapacity() != null) {
			definition.getCapacity().forEach((role, week) -> capacity(role, week, problems));
		}
		sites(Capacity.sitesOf(definition), problems);
		List<CalendarDefinition.Exception> exceptions = definition.getExceptions();
		for (int i = 0; exceptions != null && i < exceptions.size(); i++) {
			exception(exceptions.get(i), problems.in("exceptions", i));
		}
		return problems.found();
	}

	private static void sites(List<CalendarDefinition.SiteCapacity> sites, Problems problems) {
		Set<String> known = new HashSet<>();
		for (int i = 0; i < sites.size(); i++) {
			Problems at = problems.in("sites", i);
			String location = sites.get(i).getLocation();
			if (at.check(location != null && location.matches(UUID), "location", UUID_INVALID)) {
				at.check(known.add(location), "location", SITE_TWICE, location);
			}
			boolean any = sites.get(i).getCapacity() != null && !sites.get(i).getCapacity().isEmpty();
			if (at.check(any, "capacity", CAPACITY_INVALID, MOST_MINUTES)) {
				sites.get(i).getCapacity().forEach((role, week) -> capacity(role, week, at));
			}
		}
	}

	private static void week(Map<String, List<String>> week, Problems problems) {
		boolean opens = false;
		if (week != null) {
			for (Map.Entry<String, List<String>> day : week.entrySet()) {
				problems.check(isWeekday(day.getKey()), "hours", WEEKDAY_UNKNOWN, day.getKey());
				hours(day.getValue(), "hours." + day.getKey(), problems);
				opens |= day.getValue() != null && !day.getValue().isEmpty();
			}
		}
		problems.check(opens, "hours", NEVER_OPEN);
	}

	private static void capacity(String role, Map<String, Integer> week, Problems problems) {
		boolean valid = !StringUtils.isBlank(role) && role.length() <= ROLE_LENGTH && week != null;
		if (!problems.check(valid, "capacity", CAPACITY_INVALID, MOST_MINUTES)) {
			return;
		}
		week.forEach((day, minutes) -> {
			problems.check(isWeekday(day), "capacity." + role, WEEKDAY_UNKNOWN, day);
			problems.check(minutes != null && minutes >= 0 && minutes <= MOST_MINUTES, "capacity." + role, CAPACITY_INVALID,
				MOST_MINUTES);
		});
	}

	private static boolean isWeekday(String text) {
		return Arrays.stream(DayOfWeek.values()).anyMatch(d -> d.name().equals(text));
	}

	private static void exception(CalendarDefinition.Exception exception, Problems problems) {
		try {
			if (exception.getDate() == null) {
				problems.add("date", DATE_INVALID, "");
			} else {
				DayRule.of(exception.toBuilder().hours(null).build());
			}
		}
		catch (DateTimeException | IllegalArgumentException e) {
			problems.add("date", DATE_INVALID, exception.getDate());
		}
		hours(exception.getHours(), "hours", problems);
	}

	private static void hours(List<String> texts, String property, Problems problems) {
		try {
			OpeningHours.Hours previous = null;
			for (OpeningHours.Hours hours : OpeningHours.Hours.parseAll(texts)) {
				problems.check(previous == null || previous.endsBy(hours.getFrom()), property, HOURS_OVERLAP);
				previous = hours;
			}
		}
		catch (DateTimeException | IllegalArgumentException e) {
			problems.add(property, HOURS_INVALID, String.valueOf(texts));
		}
	}
}
