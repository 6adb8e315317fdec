/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.capacity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.openmrs.module.retention.calendar.Capacity;
import org.openmrs.module.retention.calendar.Site;
import org.openmrs.module.retention.calendar.Sites;
import org.openmrs.module.retention.calendar.SitesOfRun;

/** Finds the desks whose calendars set a limit. */
@RequiredArgsConstructor
class Desks {

	private final Sites sites;

	private final LoadDao dao;

	/** Those of these roles too, whose calendars have set one. */
	List<Desk> all(Set<String> others) {
		SitesOfRun run = sites.forRun();
		Map<List<Object>, Desk> desks = new LinkedHashMap<>();
		run.everySite().forEach((location, site) -> seat(location, site, others, run, desks));
		seat(null, run.siteOf(null), others, run, desks);
		return withOwners(desks.values());
	}

	/** At the desk of each role; places with one key are one desk. @param location null: of tasks without one */
	private static void seat(Integer location, Site site, Set<String> others, SitesOfRun run,
		Map<List<Object>, Desk> desks) {
		Capacity capacity = run.capacityOf(site);
		List<String> limited = new ArrayList<>(capacity.roles());
		Set<String> roles = new LinkedHashSet<>(limited);
		roles.addAll(others);
		for (String role : roles) {
			Desk desk = desks.computeIfAbsent(
				Arrays.asList(site.getCalendarUuid(), site.getZone(), capacity.siteOf(role), role),
				key -> new Desk(site, capacity, role, new ArrayList<>()));
			desk.seat(location, limited);
		}
	}

	private List<Desk> withOwners(Collection<Desk> desks) {
		RoleHolders holders = dao.holders(desks.stream().map(Desk::getRole).collect(Collectors.toSet()));
		desks.forEach(desk -> desk.getPlaces()
			.replaceAll(some -> some.withOwners(holders.of(some.getRole(), some.getLimited()))));
		return new ArrayList<>(desks);
	}

	/** The desk of the role at the location (null: none); null: it has no limit. */
	Desk of(Integer location, String role) {
		return all(Collections.emptySet()).stream().filter(d -> d.getRole().equals(role))
			.filter(d -> d.isAt(location)).findFirst().orElse(null);
	}
}
