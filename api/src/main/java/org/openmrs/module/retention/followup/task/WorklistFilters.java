/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openmrs.User;
import org.openmrs.module.retention.RetentionMetadata;
import org.openmrs.module.retention.calendar.Capacity;
import org.openmrs.module.retention.calendar.Site;
import org.openmrs.module.retention.calendar.SitesOfRun;
import org.openmrs.module.retention.contact.CallingHours;
import org.openmrs.module.retention.contact.Majority;
import org.openmrs.module.retention.contact.Reachability;
import org.openmrs.module.retention.contact.RecentContacts;
import org.openmrs.module.retention.shared.Languages;
import org.openmrs.module.retention.shared.RetentionSettings;

/** Looks up what a search of the day's list names, and what the clock and the calendars say at this moment. */
class WorklistFilters {

	private final WorklistDao dao;

	/** So long somebody is taken to be here after a treatment, where no visit says it. */
	private static final Duration TREATED = Duration.ofHours(1);

	private final TaskQueries queries;

	private final Reachability reachability;

	private final RetentionSettings settings;

	WorklistFilters(WorklistDao dao, TaskQueries queries, Reachability reachability, RetentionSettings settings) {
		this.dao = dao;
		this.queries = queries;
		this.reachability = reachability;
		this.settings = settings;
	}

	WorklistFilter of(WorklistSearch search, User caller, Instant now, SitesOfRun sites) {
		Map<Integer, Site> everywhere = sites.everySite();
		Site site = sites.siteOf(null);
		LocalDays days = LocalDays.at(now, site, everywhere.values(), dao::rungInVainSince);
		WorklistFilter.WorklistFilterBuilder filter = policy(now, sites).toBuilder().caller(caller).days(days)
			.treatedSince(Date.from(now.minus(TREATED))).conversations(conversations())
			.toAskForNumber(dao.toAskForNumber(days));
		filter.callableOnly(TaskQueries.isCallable(search.getCallable()));
		Collection<Integer> locations = queries.locations("location", search.getLocation());
		filter.locations(locations).placelessToo(queries.areOfDefaultSite(locations));
		filter.purpose(queries.purpose("purpose", search.getPurpose()));
		filter.language(language(search.getLanguage(), caller));
		filter.assignee(queries.user("assignee", search.getAssignee(), caller));
		Set<String> roles = roles(search, caller);
		filter.roles(roles).unresolvedToo(roles != null && roles.contains(queries.defaultRole()));
		WorklistFilter found = filter.build();
		return found.toBuilder().capacitySeconds(capacity(found, places(found, everywhere, site), sites)).build();
	}

	/** What the contact policy goes by at the moment; nobody's list. */
	WorklistFilter policy(Instant now, SitesOfRun sites) {
		Map<Integer, Site> everywhere = sites.everySite();
		Site site = sites.siteOf(null);
		Set<ZoneId> zones = zones(everywhere.values(), site);
		RecentContacts recent = reachability.recent(now);
		return WorklistFilter.builder().now(now).recent(recent)
			.minors(minors(zones, now))
			.resting(recent.resting(now)).capped(recent.capped(now)).promisedTo(recent.promisedTo(now))
			.numberNeeded(reachability.areNumbersKnown()).escalated(dao.withOpenServiceEscalation())
			.quiet(quiet(zones, now)).mourning(mourning(zones, now)).closedElsewhere(isClosed(site, now))
			.closedLocations(everywhere.entrySet().stream().filter(one -> isClosed(one.getValue(), now))
				.map(Map.Entry::getKey).collect(Collectors.toSet()))
			.build();
	}

	private Set<String> conversations() {
		return new HashSet<>(Arrays.asList(RetentionMetadata.CONTACT_ENCOUNTER_TYPE,
			settings.text(RetentionSettings.CHART_ENCOUNTER_TYPE, RetentionMetadata.CONTACT_ENCOUNTER_TYPE)));
	}

	/** Null: no filter. */
	private LanguageFilter language(String text, User caller) {
		boolean mine = TaskQueries.MINE.equals(text);
		Set<String> languages = TaskQueries.read("language", text, tag -> mine ? dao.languagesOf(caller)
			: Languages.isKnown(tag) ? Collections.singleton(Languages.of(tag)) : null, null);
		return languages == null ? null
			: new LanguageFilter(languages, mine,
				dao.attributeType(settings.text(RetentionSettings.LANGUAGE_ATTRIBUTE_TYPE, null)));
	}

	/** The sites whose tasks are listed. */
	private static Collection<Site> places(WorklistFilter filter, Map<Integer, Site> everywhere, Site standard) {
		List<Site> places = everywhere.entrySet().stream()
			.filter(one -> filter.getLocations() == null || filter.getLocations().contains(one.getKey()))
			.map(Map.Entry::getValue).collect(Collectors.toCollection(ArrayList::new));
		if (filter.getLocations() == null || filter.isPlacelessToo()) {
			places.add(standard);
		}
		return places;
	}

	/** What places share counts once. */
	private static Long capacity(WorklistFilter filter, Collection<Site> places, SitesOfRun sites) {
		if (filter.getAssignee() != null && filter.getRoles() == null) {
			return null;
		}
		Map<List<Object>, Duration> limits = new HashMap<>();
		for (Site place : places) {
			Capacity capacity = sites.capacityOf(place);
			LocalDate today = place.dayOf(filter.getNow());
			for (String role : capacity.roles()) {
				boolean listed = filter.getRoles() == null || filter.getRoles().contains(role);
				Duration limit = listed && place.getHours().isOpen(today) ? capacity.on(today, role, place.getHours())
					: null;
				if (limit != null) {
					limits.put(Arrays.asList(place.getCalendarUuid(), place.getZone(), capacity.siteOf(role), role), limit);
				}
			}
		}
		return limits.isEmpty() ? null : Long.valueOf(limits.values().stream().mapToLong(Duration::getSeconds).sum());
	}

	/** Those of the named role; with {@code assignee=me} alone those of the caller. */
	private Set<String> roles(WorklistSearch search, User caller) {
		Set<String> named = queries.queues("role", search.getRole(), caller);
		return named == null && TaskQueries.ME.equals(search.getAssignee()) ? TaskQueries.names(caller.getAllRoles())
			: named;
	}

	/** Those of the sites, and those where patients are known to live. */
	private Set<ZoneId> zones(Collection<Site> sites, Site standard) {
		Set<ZoneId> zones = dao.zonesOfPatients().stream().map(ZoneId::of).collect(Collectors.toSet());
		sites.forEach(site -> zones.add(site.getZone()));
		zones.add(standard.getZone());
		return zones;
	}

	private Collection<WorklistFilter.Quiet> quiet(Set<ZoneId> zones, Instant now) {
		CallingHours hours = reachability.callingHours();
		Map<Long, Set<String>> bySeconds = new TreeMap<>();
		zones.forEach(zone -> bySeconds.computeIfAbsent(hours.longestCall(now.atZone(zone).toLocalDateTime()),
			seconds -> new HashSet<>()).add(zone.getId()));
		bySeconds.remove(Long.MAX_VALUE);
		return bySeconds.entrySet().stream().map(one -> new WorklistFilter.Quiet(one.getKey(), one.getValue()))
			.collect(Collectors.toList());
	}

	/** In all zones it is one of two or three days now. */
	private static TreeMap<LocalDate, Set<String>> byDay(Set<ZoneId> zones, Instant now) {
		TreeMap<LocalDate, Set<String>> byDay = new TreeMap<>();
		zones.forEach(zone -> byDay.computeIfAbsent(now.atZone(zone).toLocalDate(), day -> new HashSet<>())
			.add(zone.getId()));
		return byDay;
	}

	private Collection<WorklistFilter.Minors> minors(Set<ZoneId> zones, Instant now) {
		Majority majority = Majority.of(settings);
		Map<LocalDate, Set<String>> byDay = byDay(zones, now);
		return byDay.entrySet().stream().map(one -> new WorklistFilter.Minors(majority.bornAfter(one.getKey()),
			byDay.size() == 1 ? null : one.getValue())).collect(Collectors.toList());
	}

	private Collection<WorklistFilter.Mourning> mourning(Set<ZoneId> zones, Instant now) {
		TreeMap<LocalDate, Set<String>> byDay = byDay(zones, now);
		Map<Integer, LocalDate> until = dao.inMourningOn(byDay.firstKey());
		List<WorklistFilter.Mourning> mourning = new ArrayList<>();
		byDay.forEach((day, where) -> {
			Set<Integer> persons = until.entrySet().stream().filter(one -> !one.getValue().isBefore(day))
				.map(Map.Entry::getKey).collect(Collectors.toSet());
			if (!persons.isEmpty()) {
				mourning.add(new WorklistFilter.Mourning(persons, byDay.size() == 1 ? null : where));
			}
		});
		return mourning;
	}

	private static boolean isClosed(Site site, Instant now) {
		return !site.getHours().isOpen(site.dayOf(now));
	}
}
