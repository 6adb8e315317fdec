/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How long the people of a role have for calls at a place, by weekday; a shorter day has its share. What the nearest site
 * above the place has of its own comes before what its calendar says for all places together.
 */
public final class Capacity {

	private final Map<String, Limit> limits;

	private Capacity(Map<String, Limit> limits) {
		this.limits = limits;
	}

	/** Of places that are no site of their own. */
	public static Capacity of(CalendarDefinition definition) {
		return of(definition, Collections.emptyList());
	}

	/** @param chain uuids of the location and those above it, nearest first */
	public static Capacity of(CalendarDefinition definition, List<String> chain) {
		Map<String, Limit> limits = new LinkedHashMap<>();
		if (definition != null) {
			add(null, definition.getCapacity(), limits);
			for (int i = chain.size() - 1; i >= 0; i--) {
				for (CalendarDefinition.SiteCapacity site : sitesOf(definition)) {
					if (chain.get(i).equals(site.getLocation())) {
						add(site.getLocation(), site.getCapacity(), limits);
					}
				}
			}
		}
		return new Capacity(limits);
	}

	static List<CalendarDefinition.SiteCapacity> sitesOf(CalendarDefinition definition) {
		return definition.getSites() == null ? Collections.emptyList() : definition.getSites();
	}

	private static void add(String site, Map<String, Map<String, Integer>> capacity, Map<String, Limit> limits) {
		if (capacity != null) {
			capacity.forEach((role, week) -> limits.put(role, new Limit(site, week)));
		}
	}

	/** Those that have a limit on some day. */
	public Set<String> roles() {
		return limits.keySet();
	}

	/** Uuid of the site whose own the role's time is; null: it is that of all the calendar's places together. */
	public String siteOf(String role) {
		Limit limit = limits.get(role);
		return limit == null ? null : limit.site;
	}

	/** Null: no limit. */
	public Duration on(LocalDate day, String role, OpeningHours hours) {
		Limit limit = limits.get(role);
		Integer minutes = limit == null ? null : limit.week.get(day.getDayOfWeek().name());
		return minutes == null ? null : hours.shareOn(day, Duration.ofMinutes(minutes));
	}

	/** By weekday, and whose. */
	private static final class Limit {

		private final String site;

		private final Map<String, Integer> week;

		Limit(String site, Map<String, Integer> week) {
			this.site = site;
			this.week = week;
		}
	}
}
