/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.capacity;

import java.util.ArrayList;
import java.util.Arrays;
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
		Site elsewhere = run.siteOf(null);
		Map<List<Object>, Desk> desks = new LinkedHashMap<>();
		run.everySite().forEach((location, site) -> desksAt(site, others, run)
			.forEach((key, desk) -> desks.computeIfAbsent(key, k -> desk).getLocations().add(location)));
		desksAt(elsewhere, others, run).forEach((key, desk) -> {
			Desk found = desks.getOrDefault(key, desk);
			desks.put(key, new Desk(found.getSite(), found.getCapacity(), found.getRole(), found.getLocations(), true,
				found.getOwners()));
		});
		return withOwners(new ArrayList<>(desks.values()));
	}

	/** Of each role at a place; places with one key are one desk. */
	private static Map<List<Object>, Desk> desksAt(Site site, Set<String> others, SitesOfRun run) {
		Capacity capacity = run.capacityOf(site);
		Set<String> roles = new LinkedHashSet<>(capacity.roles());
		roles.addAll(others);
		Map<List<Object>, Desk> desks = new LinkedHashMap<>();
		for (String role : roles) {
			desks.put(Arrays.asList(site.getCalendarUuid(), site.getZone(), capacity.siteOf(role), role),
				new Desk(site, capacity, role, new LinkedHashSet<>(), false, new LinkedHashSet<>()));
		}
		return desks;
	}

	private List<Desk> withOwners(List<Desk> desks) {
		RoleHolders holders = dao.holders(desks.stream().map(Desk::getRole).collect(Collectors.toSet()));
		return desks.stream()
			.map(desk -> desk.withOwners(holders.of(desk.getRole(), desk.getCapacity().roles())))
			.collect(Collectors.toList());
	}

	/** The desk of the role at the location (null: none); null: it has no limit. */
	Desk of(Integer location, String role) {
		return all(Collections.emptySet()).stream().filter(d -> d.getRole().equals(role))
			.filter(d -> location == null ? d.isElsewhere() : d.getLocations().contains(location)).findFirst().orElse(null);
	}
}
