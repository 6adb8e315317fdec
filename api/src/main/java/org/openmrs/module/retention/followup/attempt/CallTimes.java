/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import lombok.Value;
import org.openmrs.module.retention.calendar.OpeningHours;
import org.openmrs.module.retention.contact.BestWindows;
import org.openmrs.module.retention.followup.task.TaskTimes;

/**
 * When a person of one site may be rung: inside opening hours and inside the hours in which people may be called. Says
 * when to try again: in another part of the day, at most twice a day, on open days.
 */
@Value
class CallTimes {

	static final Duration BUSY_WAIT = Duration.ofMinutes(15);

	/** When no other part of the day is left before the task expires. */
	private static final Duration SAME_PART_WAIT = Duration.ofMinutes(30);

	private static final int HORIZON_DAYS = 400;

	/** No longer for the hour at which somebody is best reached. */
	private static final int DAYS_TO_WAIT = 7;

	ZoneId zone;

	OpeningHours hours;

	/** People are not called before. */
	LocalTime callFrom;

	/** People are not called from then on. */
	LocalTime callTo;

	/** Parts of a day in which different people are at home. */
	enum Part {

		MORNING(LocalTime.MIN, LocalTime.NOON),
		AFTERNOON(LocalTime.NOON, LocalTime.of(17, 0)),
		EVENING(LocalTime.of(17, 0), LocalTime.MAX);

		private final LocalTime from;

		private final LocalTime to;

		Part(LocalTime from, LocalTime to) {
			this.from = from;
			this.to = to;
		}

		static Part of(LocalTime time) {
			return time.isBefore(AFTERNOON.from) ? MORNING : time.isBefore(EVENING.from) ? AFTERNOON : EVENING;
		}
	}

	/** The same hours, in which people are rung who live in that zone. */
	CallTimes in(ZoneId personsZone) {
		return new CallTimes(personsZone, hours, callFrom, callTo);
	}

	LocalDate dayOf(Instant instant) {
		return instant.atZone(zone).toLocalDate();
	}

	/** Opening of the day, or of the next open one; calling hours where the day's opening is earlier. */
	Instant openingOnOrAfter(LocalDate day) {
		LocalDate open = hours.openOnOrAfter(day);
		LocalDateTime opening = hours.opening(open);
		LocalDateTime callable = open.atTime(callFrom);
		return instant(opening == null || opening.isBefore(callable) ? callable : opening);
	}

	/** Closing of the day; the end of calling hours when it is closed. */
	Instant closingOf(LocalDate day) {
		LocalDateTime closing = hours.closing(day);
		return instant(closing == null ? day.atTime(callTo) : closing);
	}

	/** Closing of the next open day. */
	Instant closingOfOpenDayAfter(Instant instant) {
		return closingOf(hours.openAfter(dayOf(instant)));
	}

	boolean isOpenAt(Instant instant) {
		return hours.isOpenAt(instant.atZone(zone).toLocalDateTime());
	}

	boolean isCallingHour(Instant instant) {
		LocalTime time = instant.atZone(zone).toLocalTime();
		return !time.isBefore(callFrom) && time.isBefore(callTo);
	}

	/**
	 * When to try again after a try that reached nobody.
	 *
	 * @param triesThatDay tries of the same local day, this one included
	 * @param spacing what the step asks for; null: another part of the day
	 * @param closedDaysToo the step is worked on closed days as well
	 * @param latest before this, if the rules can be kept
	 */
	Instant nextTry(Instant lastTry, int triesThatDay, Duration spacing, boolean closedDaysToo, Instant latest) {
		Instant next = spacing == null ? inAnotherPart(lastTry, triesThatDay, closedDaysToo)
			: after(lastTry, triesThatDay, spacing, closedDaysToo);
		Instant sameDay = lastTry.plus(SAME_PART_WAIT);
		boolean sameDayWillDo = triesThatDay < TaskTimes.TRIES_A_DAY && sameDay.isBefore(latest)
			&& dayOf(sameDay).equals(dayOf(lastTry));
		return next.isBefore(latest) || !sameDayWillDo ? next : sameDay;
	}

	/**
	 * From the next try on the first moment at which the person is best reached, if it can be tried then: before the end, and
	 * within a week.
	 *
	 * @param best in the person's own zone
	 */
	Instant whenBestReached(Instant nextTry, BestWindows best, ZoneId personsZone, Instant before) {
		LocalDate first = nextTry.atZone(personsZone).toLocalDate();
		for (LocalDate day = first; !day.isAfter(first.plusDays(DAYS_TO_WAIT)); day = day.plusDays(1)) {
			for (BestWindows.Window window : best.on(day.getDayOfWeek())) {
				Instant from = day.atTime(window.getFrom()).atZone(personsZone).toInstant();
				Instant to = day.atTime(window.getTo()).atZone(personsZone).toInstant();
				Instant start = firstIn(from.isAfter(nextTry) ? from : nextTry, to);
				if (start != null && start.isBefore(before)) {
					return start;
				}
			}
		}
		return nextTry;
	}

	/** The first moment of the stretch at which people may be rung; null: there is none. */
	private Instant firstIn(Instant from, Instant to) {
		for (LocalDate day = dayOf(from); !day.isAfter(dayOf(to)); day = day.plusDays(1)) {
			for (OpeningHours.Interval slot : slots(day, null, false)) {
				Instant start = instant(slot.getFrom()).isAfter(from) ? instant(slot.getFrom()) : from;
				Instant end = instant(slot.getTo()).isBefore(to) ? instant(slot.getTo()) : to;
				if (start.isBefore(end)) {
					return start;
				}
			}
		}
		return null;
	}

	private Instant inAnotherPart(Instant lastTry, int triesThatDay, boolean closedDaysToo) {
		LocalDateTime last = lastTry.atZone(zone).toLocalDateTime();
		Part part = Part.of(last.toLocalTime());
		if (triesThatDay < TaskTimes.TRIES_A_DAY) {
			for (OpeningHours.Interval slot : slots(last.toLocalDate(), part, closedDaysToo)) {
				if (slot.getFrom().isAfter(last)) {
					return instant(slot.getFrom());
				}
			}
		}
		for (int i = 1; i < HORIZON_DAYS; i++) {
			LocalDate day = last.toLocalDate().plusDays(i);
			List<OpeningHours.Interval> slots = slots(day, part, closedDaysToo);
			if (slots.isEmpty()) {
				slots = slots(day, null, closedDaysToo);
			}
			if (!slots.isEmpty()) {
				return instant(slots.get(0).getFrom());
			}
		}
		return lastTry.plus(Duration.ofDays(1));
	}

	/** Whole days of the spacing are open days. */
	private Instant after(Instant lastTry, int triesThatDay, Duration spacing, boolean closedDaysToo) {
		LocalDateTime last = lastTry.atZone(zone).toLocalDateTime();
		int days = (int) spacing.toDays();
		LocalDate day = closedDaysToo ? last.toLocalDate().plusDays(days) : hours.plusOpenDays(last.toLocalDate(), days);
		LocalDateTime earliest = day.atTime(last.toLocalTime()).plus(spacing.minusDays(days));
		boolean dayIsFull = triesThatDay >= TaskTimes.TRIES_A_DAY && earliest.toLocalDate().equals(last.toLocalDate());
		if (dayIsFull) {
			earliest = last.toLocalDate().plusDays(1).atStartOfDay();
		}
		for (int i = 0; i < HORIZON_DAYS; i++) {
			for (OpeningHours.Interval slot : slots(earliest.toLocalDate().plusDays(i), null, closedDaysToo)) {
				if (slot.getTo().isAfter(earliest)) {
					return instant(slot.getFrom().isBefore(earliest) ? earliest : slot.getFrom());
				}
			}
		}
		return instant(earliest);
	}

	/** Stretches of the day in which people may be rung, in order, without the part to leave out. */
	private List<OpeningHours.Interval> slots(LocalDate day, Part leaveOut, boolean closedDaysToo) {
		List<OpeningHours.Interval> open = hours.on(day);
		if (open.isEmpty() && closedDaysToo) {
			open = Collections.singletonList(new OpeningHours.Interval(day.atTime(callFrom), day.atTime(callTo)));
		}
		List<OpeningHours.Interval> slots = new ArrayList<>();
		for (Part part : Part.values()) {
			if (part != leaveOut) {
				open.forEach(i -> slots.add(common(i, day, part)));
			}
		}
		return slots.stream().filter(i -> i.getFrom().isBefore(i.getTo())).collect(Collectors.toList());
	}

	private OpeningHours.Interval common(OpeningHours.Interval open, LocalDate day, Part part) {
		LocalDateTime from = latest(open.getFrom(), day.atTime(callFrom), day.atTime(part.from));
		LocalDateTime to = earliest(open.getTo(), day.atTime(callTo), day.atTime(part.to));
		return new OpeningHours.Interval(from, to);
	}

	private static LocalDateTime latest(LocalDateTime... times) {
		return Collections.max(Arrays.asList(times));
	}

	private static LocalDateTime earliest(LocalDateTime... times) {
		return Collections.min(Arrays.asList(times));
	}

	private Instant instant(LocalDateTime local) {
		return local.atZone(zone).toInstant();
	}
}
