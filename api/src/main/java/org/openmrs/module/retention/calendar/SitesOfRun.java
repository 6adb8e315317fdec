/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.calendar;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openmrs.module.retention.RetentionMetadata;
import org.openmrs.module.retention.shared.RetentionSettings;

/** Sites as they were when first asked for; for one run or request, one thread. */
public final class SitesOfRun {

	private final SiteDao dao;

	private final Consumer<String> report;

	private final String zoneType;

	private final String calendarType;

	private final ZoneId defaultZone;

	private final Map<Integer, Site> sites = new HashMap<>();

	/** By location: itself and those above it, the nearest first. */
	private final Map<Integer, List<Integer>> chains = new HashMap<>();

	private final Map<List<Object>, Capacity> capacities = new HashMap<>();

	/** By id, of those that calendars name; null: not looked up yet. */
	private Map<Integer, String> siteUuids;

	private Map<String, CalendarDefinition> calendars;

	private final Map<String, OpeningHours> hours = new HashMap<>();

	SitesOfRun(SiteDao dao, RetentionSettings settings, Consumer<String> report) {
		this.dao = dao;
		this.report = report;
		this.zoneType = settings.text(RetentionSettings.TIMEZONE_ATTRIBUTE_TYPE,
			RetentionMetadata.TIME_ZONE_ATTRIBUTE_TYPE);
		this.calendarType = settings.text(RetentionSettings.CALENDAR_ATTRIBUTE_TYPE,
			RetentionMetadata.CALENDAR_ATTRIBUTE_TYPE);
		ZoneId named = zone(settings.text(RetentionSettings.TIMEZONE, null));
		this.defaultZone = named == null ? ZoneId.systemDefault() : named;
	}

	/** Null: the default site. */
	public Site siteOf(Integer locationId) {
		return sites.computeIfAbsent(locationId, this::find);
	}

	/** What its calendar says on the time for calls there. */
	public Capacity capacityOf(Site site) {
		CalendarDefinition calendar = site.getCalendarUuid() == null ? null : calendars().get(site.getCalendarUuid());
		return capacities.computeIfAbsent(Arrays.asList(site.getLocationId(), site.getCalendarUuid()),
			key -> Capacity.of(calendar, calendar == null || Capacity.sitesOf(calendar).isEmpty() ? Collections.emptyList()
				: uuidsAbove(site.getLocationId())));
	}

	/** Of the locations that calendars name as sites, the nearest first; the location itself among them. */
	private List<String> uuidsAbove(Integer locationId) {
		if (siteUuids == null) {
			siteUuids = dao.uuidsOf(calendars().values().stream().flatMap(c -> Capacity.sitesOf(c).stream())
				.map(CalendarDefinition.SiteCapacity::getLocation).collect(Collectors.toSet()));
		}
		return chains.getOrDefault(locationId, Collections.emptyList()).stream().map(siteUuids::get)
			.filter(Objects::nonNull).collect(Collectors.toList());
	}

	/** What its calendar is called; null: it has none. */
	public String calendarNameOf(Site site) {
		return site.getCalendarUuid() == null ? null : calendars().get(site.getCalendarUuid()).getName();
	}

	/** The sites of all locations, by location id; in two statements. */
	public Map<Integer, Site> everySite() {
		Map<Integer, Integer> parents = dao.parents();
		Map<Integer, Map<String, String>> attributes = dao.attributesOfAll(zoneType, calendarType);
		Map<Integer, Site> all = new HashMap<>();
		for (Integer location : parents.keySet()) {
			List<Integer> chain = new ArrayList<>();
			for (Integer next = location; next != null && !chain.contains(next); next = parents.get(next)) {
				chain.add(next);
			}
			all.put(location, sites.computeIfAbsent(location, id -> site(id, chain, attributes)));
		}
		return all;
	}

	private Site find(Integer locationId) {
		List<Integer> chain = locationId == null ? Collections.emptyList() : dao.chainOf(locationId);
		Map<Integer, Map<String, String>> attributes = chain.isEmpty() ? Collections.emptyMap()
			: dao.attributesOf(chain, zoneType, calendarType);
		return site(locationId, chain, attributes);
	}

	private Site site(Integer locationId, List<Integer> chain, Map<Integer, Map<String, String>> attributes) {
		chains.put(locationId, chain);
		ZoneId zone = nearest(chain, attributes, zoneType, this::zone);
		String calendar = nearest(chain, attributes, calendarType, this::knownCalendar);
		if (calendar == null) {
			calendar = standardCalendar();
		}
		return new Site(locationId, zone == null ? defaultZone : zone, hoursOf(calendar), calendar);
	}

	private static <T> T nearest(List<Integer> chain, Map<Integer, Map<String, String>> attributes, String type,
		Function<String, T> read) {
		for (Integer location : chain) {
			String value = attributes.getOrDefault(location, Collections.emptyMap()).get(type);
			T found = value == null ? null : read.apply(value);
			if (found != null) {
				return found;
			}
		}
		return null;
	}

	private ZoneId zone(String id) {
		if (id == null) {
			return null;
		}
		try {
			return ZoneId.of(id.trim());
		}
		catch (DateTimeException e) {
			report.accept("There is no time zone '" + id + "'");
			return null;
		}
	}

	private String knownCalendar(String uuid) {
		String trimmed = uuid.trim();
		if (calendars().containsKey(trimmed)) {
			return trimmed;
		}
		report.accept("There is no calendar '" + uuid + "' in use");
		return null;
	}

	private String standardCalendar() {
		for (Map.Entry<String, CalendarDefinition> calendar : calendars().entrySet()) {
			if (calendar.getValue().isStandard()) {
				return calendar.getKey();
			}
		}
		return null;
	}

	private OpeningHours hoursOf(String calendar) {
		return hours.computeIfAbsent(calendar,
			uuid -> uuid == null ? OpeningHours.always() : OpeningHours.of(calendars().get(uuid)));
	}

	private Map<String, CalendarDefinition> calendars() {
		if (calendars == null) {
			calendars = dao.calendarsInUse();
		}
		return calendars;
	}
}
