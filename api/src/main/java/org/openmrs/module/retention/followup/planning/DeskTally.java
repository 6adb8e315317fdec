/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openmrs.module.retention.calendar.Capacity;
import org.openmrs.module.retention.calendar.Site;
import org.openmrs.module.retention.calendar.SitesOfRun;

/** Adds up a rehearsal's contacts by the desk that would have had them: a role, and the places of a calendar and zone. */
class DeskTally {

	private static final double MINUTE = 60;

	private final SitesOfRun sites;

	private final LocalDate firstDay;

	private final int days;

	private final Map<List<Object>, Desk> desks = new LinkedHashMap<>();

	DeskTally(SitesOfRun sites, LocalDate firstDay, int days) {
		this.sites = sites;
		this.firstDay = firstDay;
		this.days = days;
	}

	/** @param role null: somebody's own */
	void count(LocalDate day, Site where, String role, long seconds) {
		String own = role == null ? null : sites.capacityOf(where).siteOf(role);
		desks.computeIfAbsent(Arrays.asList(where.getCalendarUuid(), where.getZone(), own, role),
			key -> new Desk(where, own, role)).take(day, seconds);
	}

	List<RehearsedDesk> report() {
		return desks.values().stream().map(Desk::report)
			.sorted(Comparator.comparing(RehearsedDesk::getCalendarName, Comparator.nullsLast(Comparator.naturalOrder()))
				.thenComparing(RehearsedDesk::getRole, Comparator.nullsLast(Comparator.naturalOrder())))
			.collect(Collectors.toList());
	}

	private final class Desk {

		private final Site site;

		private final String ownSite;

		private final String role;

		private final long[] seconds = new long[days];

		private long tasks;

		Desk(Site site, String ownSite, String role) {
			this.site = site;
			this.ownSite = ownSite;
			this.role = role;
		}

		void take(LocalDate day, long expected) {
			tasks++;
			seconds[(int) (day.toEpochDay() - firstDay.toEpochDay())] += expected;
		}

		RehearsedDesk report() {
			List<Day> open = openDays();
			double usual = open.stream().filter(day -> day.limit != null).mapToLong(day -> day.limit).average().orElse(0);
			long all = Arrays.stream(seconds).sum();
			return RehearsedDesk.builder().calendar(site.getCalendarUuid()).calendarName(sites.calendarNameOf(site))
				.site(ownSite)
				.zone(site.getZone().getId()).role(role).tasks(tasks).minutes(RehearsalFigures.rounded(all / MINUTE))
				.daysOfWork(usual == 0 ? null : (Double) RehearsalFigures.rounded(all / usual)).weekdays(weekdays(open))
				.daysOver(open.stream().filter(Day::isOver).map(day -> day.day).collect(Collectors.toList())).build();
		}

		private List<Day> openDays() {
			Capacity capacity = sites.capacityOf(site);
			List<Day> open = new ArrayList<>();
			for (int i = 0; i < days; i++) {
				LocalDate day = firstDay.plusDays(i);
				if (site.getHours().isOpen(day)) {
					Duration limit = role == null ? null : capacity.on(day, role, site.getHours());
					open.add(new Day(day, seconds[i], limit == null ? null : (Long) limit.getSeconds()));
				}
			}
			return open;
		}

		private List<RehearsedDesk.Weekday> weekdays(List<Day> open) {
			List<RehearsedDesk.Weekday> weekdays = new ArrayList<>();
			for (DayOfWeek weekday : DayOfWeek.values()) {
				List<Day> those = open.stream().filter(day -> day.day.getDayOfWeek() == weekday)
					.collect(Collectors.toList());
				if (!those.isEmpty()) {
					double spent = those.stream().mapToLong(day -> day.seconds).average().orElse(0);
					boolean limited = those.stream().allMatch(day -> day.limit != null);
					double limit = limited ? those.stream().mapToLong(day -> day.limit).average().orElse(0) : 0;
					weekdays.add(new RehearsedDesk.Weekday(weekday, those.size(), RehearsalFigures.rounded(spent / MINUTE),
						limited ? (Double) RehearsalFigures.rounded(limit / MINUTE) : null,
						(int) those.stream().filter(Day::isOver).count()));
				}
			}
			return weekdays;
		}
	}

	/** An open day of a desk. */
	private static final class Day {

		private final LocalDate day;

		private final long seconds;

		private final Long limit;

		Day(LocalDate day, long seconds, Long limit) {
			this.day = day;
			this.seconds = seconds;
			this.limit = limit;
		}

		boolean isOver() {
			return limit != null && seconds > limit;
		}
	}
}
