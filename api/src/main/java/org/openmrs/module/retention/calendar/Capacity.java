/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

/** How long the people of a role can be on the telephone on a day, less on a shorter one. What is not named has no limit. */
public final class Capacity {

	private final Map<String, Map<String, Integer>> minutes;

	private Capacity(Map<String, Map<String, Integer>> minutes) {
		this.minutes = minutes;
	}

	public static Capacity of(CalendarDefinition definition) {
		return new Capacity(definition == null || definition.getCapacity() == null ? Collections.emptyMap()
			: definition.getCapacity());
	}

	/** Those that have a limit on some day. */
	public Set<String> roles() {
		return minutes.keySet();
	}

	/** Null: no limit. */
	public Duration on(LocalDate day, String role, OpeningHours hours) {
		Map<String, Integer> week = minutes.get(role);
		Integer limit = week == null ? null : week.get(day.getDayOfWeek().name());
		return limit == null ? null : hours.shareOn(day, Duration.ofMinutes(limit));
	}
}
