/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.capacity;

import java.time.ZoneId;
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
		Map<List<Object>, Site> kinds = new LinkedHashMap<>();
		Map<List<Object>, Set<Integer>> locations = new LinkedHashMap<>();
		run.everySite().forEach((location, site) -> {
			kinds.putIfAbsent(key(site), site);
			locations.computeIfAbsent(key(site), k -> new LinkedHashSet<>()).add(location);
		});
		Site elsewhere = run.siteOf(null);
		kinds.putIfAbsent(key(elsewhere), elsewhere);
		List<Desk> desks = new ArrayList<>();
		kinds.forEach((key, site) -> {
			Capacity capacity = run.capacityOf(site);
			Set<String> roles = new LinkedHashSet<>(capacity.roles());
			roles.addAll(others);
			roles.forEach(role -> desks.add(new Desk(site, capacity, role,
				locations.getOrDefault(key, new LinkedHashSet<>()), key.equals(key(elsewhere)), new LinkedHashSet<>())));
		});
		return withOwners(desks);
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

	private static List<Object> key(Site site) {
		ZoneId zone = site.getZone();
		return Arrays.asList(site.getCalendarUuid(), zone);
	}
}
