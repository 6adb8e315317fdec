/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.capacity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import lombok.Value;
import org.openmrs.module.retention.calendar.Capacity;
import org.openmrs.module.retention.calendar.Site;

/** The people of a role who work the locations of one calendar and zone: a capacity is theirs together. */
@Value
class Desk {

	/** Stands for all of them. */
	Site site;

	Capacity capacity;

	String role;

	/** Whose people may differ: each has its own. */
	List<DeskPlaces> places;

	/** It works there too. @param location null: tasks without one; @param limited roles that have time of their own there */
	void seat(Integer location, List<String> limited) {
		DeskPlaces there = places.stream().filter(some -> some.getLimited().equals(limited)).findFirst().orElse(null);
		if (there == null) {
			there = new DeskPlaces(role, limited, new LinkedHashSet<>(), false, Collections.emptySet());
			places.add(there);
		}
		if (location == null) {
			places.set(places.indexOf(there), there.withElsewhere(true));
		} else {
			there.getLocations().add(location);
		}
	}

	/** All of them, with nobody's own. */
	DeskPlaces everywhere() {
		return new DeskPlaces(role, Collections.emptyList(),
			places.stream().flatMap(some -> some.getLocations().stream()).collect(Collectors.toSet()),
			places.stream().anyMatch(DeskPlaces::isElsewhere), Collections.emptySet());
	}

	/** @param location null: of tasks without one */
	boolean isAt(Integer location) {
		return places.stream()
			.anyMatch(some -> location == null ? some.isElsewhere() : some.getLocations().contains(location));
	}

	/** Uuid of the site whose own its time is; null: it is that of all the calendar's places. */
	String getOwnSite() {
		return capacity.siteOf(role);
	}

	LocalDate dayOf(Instant instant) {
		return site.dayOf(instant);
	}

	Instant startOf(LocalDate day) {
		return day.atStartOfDay(site.getZone()).toInstant();
	}

	Instant openingOf(LocalDate day) {
		return site.getHours().isOpen(day) ? site.getHours().opening(day).atZone(site.getZone()).toInstant() : startOf(day);
	}

	/** Of the day's limit, what the hours bear in which it is still open then. Null: no limit. */
	Long limitFrom(Instant now) {
		Long limit = limitOn(dayOf(now));
		long open = openFrom(startOf(dayOf(now)));
		return limit == null || open == 0 ? limit : Long.valueOf(limit * openFrom(now) / open);
	}

	/** Seconds for which it is open on the day of that time, from then on. */
	long openFrom(Instant now) {
		return site.getHours().openFrom(site.timeOf(now)).getSeconds();
	}

	/** In seconds; null: no limit. */
	Long limitOn(LocalDate day) {
		Duration limit = capacity.on(day, role, site.getHours());
		return limit == null ? null : Long.valueOf(limit.getSeconds());
	}
}
