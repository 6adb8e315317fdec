/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import lombok.Value;

/**
 * When a place is open, in its own local time: weekly hours, and days that differ. A day that differs goes before the
 * week; a dated one before one of every year, a single day before a run, and of equals the first that is listed.
 * Immutable. A place that never opens moves nothing: where an open day is asked for, the day itself is answered.
 */
public final class OpeningHours {

	/** How far an open day is looked for; nothing closes for two years. */
	private static final int HORIZON_DAYS = 731;

	private static final List<Hours> ALL_DAY = Collections.singletonList(Hours.parse("00:00-24:00"));

	private final Map<DayOfWeek, List<Hours>> week;

	private final List<DayRule> exceptions;

	private OpeningHours(Map<DayOfWeek, List<Hours>> week, List<DayRule> exceptions) {
		this.week = week;
		this.exceptions = exceptions;
	}

	/** Open from midnight to midnight on every day. */
	public static OpeningHours always() {
		Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
		for (DayOfWeek day : DayOfWeek.values()) {
			week.put(day, ALL_DAY);
		}
		return new OpeningHours(week, Collections.emptyList());
	}

	/** @throws IllegalArgumentException when the definition is not valid; {@link CalendarValidator} says why */
	public static OpeningHours of(CalendarDefinition definition) {
		Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
		if (definition.getHours() != null) {
			definition.getHours().forEach((day, hours) -> week.put(DayOfWeek.valueOf(day), Hours.parseAll(hours)));
		}
		List<DayRule> exceptions = new ArrayList<>();
		if (definition.getExceptions() != null) {
			definition.getExceptions().forEach(e -> exceptions.add(DayRule.of(e)));
		}
		Collections.sort(exceptions);
		return new OpeningHours(week, exceptions);
	}

	/** The stretches of the day in which it is open, in their order; empty: closed. */
	public List<Interval> on(LocalDate day) {
		List<Interval> intervals = new ArrayList<>();
		for (Hours hours : hoursOf(day)) {
			intervals.add(new Interval(day.atTime(hours.getFrom()), hours.endOn(day)));
		}
		return intervals;
	}

	public boolean isOpen(LocalDate day) {
		return !hoursOf(day).isEmpty();
	}

	public boolean isOpenAt(LocalDateTime time) {
		return on(time.toLocalDate()).stream().anyMatch(i -> !time.isBefore(i.getFrom()) && time.isBefore(i.getTo()));
	}

	/** First opening of the day; null: closed. */
	public LocalDateTime opening(LocalDate day) {
		List<Hours> hours = hoursOf(day);
		return hours.isEmpty() ? null : day.atTime(hours.get(0).getFrom());
	}

	/** Last closing of the day, which may be midnight at its end; null: closed. */
	public LocalDateTime closing(LocalDate day) {
		List<Hours> hours = hoursOf(day);
		return hours.isEmpty() ? null : hours.get(hours.size() - 1).endOn(day);
	}

	/** How long it is open on the day, from that time on. */
	public Duration openFrom(LocalDateTime time) {
		Duration open = Duration.ZERO;
		for (Interval interval : on(time.toLocalDate())) {
			LocalDateTime from = interval.getFrom().isAfter(time) ? interval.getFrom() : time;
			open = from.isBefore(interval.getTo()) ? open.plus(Duration.between(from, interval.getTo())) : open;
		}
		return open;
	}

	/**
	 * What is left on a shorter day of what its weekday usually bears, by how long it is open. All of it on a longer day, where
	 * the weekday is usually closed, and on a closed day, of which hours say nothing.
	 */
	public Duration shareOn(LocalDate day, Duration usual) {
		long open = openFrom(day.atStartOfDay()).getSeconds();
		long usuallyOpen = 0;
		for (Hours hours : week.getOrDefault(day.getDayOfWeek(), Collections.emptyList())) {
			usuallyOpen += Duration.between(day.atTime(hours.getFrom()), hours.endOn(day)).getSeconds();
		}
		return open == 0 || open >= usuallyOpen ? usual : Duration.ofSeconds(usual.getSeconds() * open / usuallyOpen);
	}

	/** The day if it is open, else the next one that is. */
	public LocalDate openOnOrAfter(LocalDate day) {
		return search(day, 1);
	}

	/** The day if it is open, else the last one that was. */
	public LocalDate openOnOrBefore(LocalDate day) {
		return search(day, -1);
	}

	/** The next open day after the day. */
	public LocalDate openAfter(LocalDate day) {
		return search(day.plusDays(1), 1);
	}

	/** The last open day before the day. */
	public LocalDate openBefore(LocalDate day) {
		return search(day.minusDays(1), -1);
	}

	/** So many open days after the day; 0: the day itself, open or not. */
	public LocalDate plusOpenDays(LocalDate day, int openDays) {
		LocalDate reached = day;
		for (int i = 0; i < openDays; i++) {
			reached = openAfter(reached);
		}
		return reached;
	}

	private LocalDate search(LocalDate day, int step) {
		LocalDate candidate = day;
		for (int i = 0; i < HORIZON_DAYS; i++) {
			if (isOpen(candidate)) {
				return candidate;
			}
			candidate = candidate.plusDays(step);
		}
		return day;
	}

	private List<Hours> hoursOf(LocalDate day) {
		for (DayRule exception : exceptions) {
			if (exception.covers(day)) {
				return exception.getHours();
			}
		}
		return week.getOrDefault(day.getDayOfWeek(), Collections.emptyList());
	}

	/** A stretch of local time, the end not included. */
	@Value
	public static class Interval {

		LocalDateTime from;

		LocalDateTime to;
	}

	/** Hours of a day as they are written, {@code 09:00-17:30}; an end of 24:00 is midnight. */
	@Value
	static class Hours implements Comparable<Hours> {

		private static final Pattern TEXT = Pattern.compile("[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}");

		LocalTime from;

		/** Midnight stands for the end of the day. */
		LocalTime to;

		/** @throws java.time.DateTimeException or IllegalArgumentException when it is no such text */
		static Hours parse(String text) {
			if (text == null || !TEXT.matcher(text).matches()) {
				throw new IllegalArgumentException(text);
			}
			String end = text.substring(6);
			Hours hours = new Hours(LocalTime.parse(text.substring(0, 5)),
				"24:00".equals(end) ? LocalTime.MIDNIGHT : LocalTime.parse(end));
			if ("00:00".equals(end) || (!hours.endsAtMidnight() && !hours.from.isBefore(hours.to))) {
				throw new IllegalArgumentException(text);
			}
			return hours;
		}

		static List<Hours> parseAll(List<String> texts) {
			List<Hours> all = new ArrayList<>();
			if (texts != null) {
				texts.forEach(text -> all.add(parse(text)));
			}
			Collections.sort(all);
			return Collections.unmodifiableList(all);
		}

		LocalDateTime endOn(LocalDate day) {
			return endsAtMidnight() ? day.plusDays(1).atStartOfDay() : day.atTime(to);
		}

		boolean endsBy(LocalTime time) {
			return !endsAtMidnight() && !to.isAfter(time);
		}

		private boolean endsAtMidnight() {
			return to.equals(LocalTime.MIDNIGHT);
		}

		@Override
		public int compareTo(Hours other) {
			return from.compareTo(other.from);
		}
	}
}
