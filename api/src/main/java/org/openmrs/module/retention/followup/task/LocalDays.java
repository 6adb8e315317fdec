/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.Value;
import org.openmrs.module.retention.calendar.Site;

/** What today is at a moment: one day for each group of sites whose midnights are the same, first that of the default site. */
@Value
class LocalDays {

	List<Today> days;

	static LocalDays at(Instant now, Site standard, Collection<Site> sites,
		Function<Instant, Set<Integer>> rungInVainSince) {
		Map<List<Instant>, Set<String>> zones = new LinkedHashMap<>();
		zones.put(bounds(standard.getZone(), now), new HashSet<>());
		sites.forEach(site -> zones.computeIfAbsent(bounds(site.getZone(), now), day -> new HashSet<>())
			.add(site.getZone().getId()));
		List<Today> days = new ArrayList<>();
		zones.forEach((bounds, where) -> days.add(new Today(days.isEmpty() ? null : where, bounds.get(0), bounds.get(1),
			rungInVainSince.apply(bounds.get(0)))));
		return new LocalDays(days);
	}

	private static List<Instant> bounds(ZoneId zone, Instant now) {
		LocalDate day = now.atZone(zone).toLocalDate();
		return Arrays.asList(day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
	}

	/** Where a task of that zone is worked. */
	Today in(String zone) {
		return days.stream().filter(day -> day.zones != null && day.zones.contains(zone)).findFirst().orElse(days.get(0));
	}

	/** Zones in which it is not the day of the default site. */
	Set<String> elsewhere() {
		return days.stream().filter(day -> day.zones != null).flatMap(day -> day.zones.stream()).collect(Collectors.toSet());
	}

	Instant earliestStart() {
		return days.stream().map(Today::getStart).min(Comparator.naturalOrder()).get();
	}

	Instant earliestEnd() {
		return days.stream().map(Today::getEnd).min(Comparator.naturalOrder()).get();
	}

	Instant latestEnd() {
		return days.stream().map(Today::getEnd).max(Comparator.naturalOrder()).get();
	}

	boolean isAnybodyRungInVain() {
		return days.stream().anyMatch(day -> !day.rungInVain.isEmpty());
	}

	/** One of the days. */
	@Value
	static class Today {

		/** Null: wherever it is no other day. */
		Set<String> zones;

		Instant start;

		/** What wakes later than this is not on the list of the day. */
		Instant end;

		/** Persons at whose only numbers nobody has answered as often today as is tolerable: only what is critical is rung for. */
		Set<Integer> rungInVain;
	}
}
