/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.openmrs.module.retention.calendar.OpeningHours;
import org.openmrs.module.retention.calendar.Site;
import org.openmrs.module.retention.followup.planning.PlannedStep.Fate;
import org.openmrs.module.retention.followup.protocol.Roll;
import org.openmrs.module.retention.followup.protocol.StepDefinition;
import org.openmrs.module.retention.followup.task.TaskTimes;

/**
 * The days and windows of a plan's steps, from its anchor. Pure: same anchor, site and steps, same schedule.
 * <ul>
 * <li>A step's day is the day the plan is counted from (or the previous step's day) plus its offset, by the rules of
 * java.time; a step that repeats has a day for each round.</li>
 * <li>A closed day rolls; a critical step and one that says NONE stay where they are.</li>
 * <li>Nobody is called before the anchor and its {@code notBefore}. Where that leaves no time before closing, or the
 * anchor's day is a closed one, the call moves to the next opening and absorbs the step of the next day.</li>
 * <li>Two steps never fall on one day: else the later one stays, for it asks what matters by then; a critical one always
 * stays, and a second critical one goes to the day after.</li>
 * <li>The grace counts open days and lasts to the end of the last of them.</li>
 * <li>What is done at the visit is worth doing on the anchor's day, from the anchor on, whatever the hours; it takes no
 * call's day.</li>
 * <li>What leads up to a moment is over by then, and is left out where it would come on the day the plan hangs on.</li>
 * </ul>
 */
final class Schedule {

	private final Instant anchorAt;

	private final LocalDate countedFrom;

	/** Null: no end. */
	private final Instant until;

	private final ZoneId zone;

	private final OpeningHours hours;

	Schedule(Instant anchorAt, Site site) {
		this(anchorAt, site, site.dayOf(anchorAt));
	}

	/** @param countedFrom the local day that the offsets are counted from */
	Schedule(Instant anchorAt, Site site, LocalDate countedFrom) {
		this(anchorAt, site, countedFrom, null);
	}

	/** @param until what the steps lead up to, and are over by; null: no such thing */
	Schedule(Instant anchorAt, Site site, LocalDate countedFrom, Instant until) {
		this.anchorAt = anchorAt;
		this.countedFrom = countedFrom;
		this.until = until;
		this.zone = site.getZone();
		this.hours = site.getHours();
	}

	LocalDate anchorDay() {
		return anchorAt.atZone(zone).toLocalDate();
	}

	/** Every step in its order, kept or absorbed. */
	List<PlannedStep> of(List<StepDefinition> steps) {
		List<PlannedStep> planned = new ArrayList<>();
		Deque<Integer> kept = new ArrayDeque<>();
		LocalDate previousDay = countedFrom;
		for (StepDefinition step : steps) {
			if (step.isAtVisit()) {
				planned.add(atVisit(step));
				previousDay = anchorDay();
				continue;
			}
			LocalDate base = step.isAfterPrevious() ? previousDay : countedFrom;
			for (int round = 0; round < step.rounds(); round++) {
				PlannedStep candidate = plan(step, base.plus(step.offsetOf(round)), lastDay(planned, kept))
					.toBuilder().occurrence(round).build();
				previousDay = candidate.getDay();
				settle(candidate, planned, kept);
			}
		}
		if (until != null) {
			planned.replaceAll(this::leadingUp);
		}
		return planned;
	}

	/**
	 * The steps as of the moment in which the plan is made: of those already due only the latest that is still worth doing
	 * stays. Empty when none is: then nothing is written.
	 */
	List<PlannedStep> of(List<StepDefinition> steps, Instant now) {
		List<PlannedStep> planned = of(steps);
		int stays = -1;
		boolean worthwhile = false;
		for (int i = 0; i < planned.size(); i++) {
			PlannedStep step = planned.get(i);
			if (step.isKept() && !step.isExpired(now)) {
				worthwhile = true;
				stays = step.isDue(now) && !step.getStep().isAtVisit() ? i : stays;
			}
		}
		if (!worthwhile) {
			return Collections.emptyList();
		}
		for (int i = 0; i < planned.size(); i++) {
			PlannedStep step = planned.get(i);
			boolean here = step.getStep().isAtVisit() && !step.isExpired(now);
			if (step.isKept() && step.isDue(now) && i != stays && !here) {
				planned.set(i, step.as(Fate.LATE));
			}
		}
		return planned;
	}

	/** Until the day is over, for nobody knows when the patient leaves. */
	private PlannedStep atVisit(StepDefinition step) {
		LocalDate day = anchorDay();
		Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
		Instant closing = instant(DayWindow.closing(day, hours));
		Instant by = hours.isOpen(day) && closing.isAfter(anchorAt) ? earlier(closing, end) : end;
		return PlannedStep.builder().step(step).nominalDay(day).day(day).from(anchorAt).by(by).expiresAt(end)
			.fate(Fate.KEPT).build();
	}

	/** Nobody is reminded on the day the time was agreed, nor on a later day than was meant, nor once it has come. */
	private PlannedStep leadingUp(PlannedStep step) {
		boolean tooSoon = !step.getDay().isAfter(anchorDay());
		boolean rolledOver = step.getDay().isAfter(step.getNominalDay());
		if (!step.isKept()) {
			return step;
		}
		if (tooSoon || rolledOver || !step.getFrom().isBefore(until)) {
			return step.as(Fate.LATE);
		}
		return step.toBuilder().by(earlier(step.getBy(), until)).expiresAt(earlier(step.getExpiresAt(), until)).build();
	}

	private static Instant earlier(Instant one, Instant other) {
		return one.isBefore(other) ? one : other;
	}

	private PlannedStep plan(StepDefinition step, LocalDate nominal, LocalDate taken) {
		return on(step, nominal, roll(step, nominal, taken));
	}

	private LocalDate roll(StepDefinition step, LocalDate nominal, LocalDate taken) {
		if (DayWindow.keepsItsTimes(step)) {
			return nominal;
		}
		if (step.getRoll() == Roll.PREVIOUS) {
			LocalDate before = hours.openOnOrBefore(nominal);
			if (!before.isBefore(anchorDay()) && (taken == null || before.isAfter(taken))) {
				return before;
			}
		}
		return hours.openOnOrAfter(nominal);
	}

	private PlannedStep on(StepDefinition step, LocalDate nominal, LocalDate day) {
		DayWindow window = DayWindow.of(step, day, hours);
		Instant earliest = anchorAt.plus(step.notBeforeDuration());
		Instant from = instant(window.getFrom());
		Instant by = instant(window.getTo());
		if (!by.isAfter(from)) {
			by = from.plus(window.length());
		}
		if (from.isBefore(earliest)) {
			return notBefore(earliest, step, nominal, day, window, by);
		}
		boolean sameDayOnAClosedDay = nominal.equals(anchorDay()) && day.isAfter(nominal);
		return step(step, nominal, day, from, by, sameDayOnAClosedDay);
	}

	private PlannedStep notBefore(Instant earliest, StepDefinition step, LocalDate nominal, LocalDate day,
		DayWindow window, Instant by) {
		Instant done = earliest.plus(step.targetDuration());
		if (!done.isAfter(by)) {
			return step(step, nominal, day, earliest, by, false);
		}
		if (DayWindow.keepsItsTimes(step)) {
			LocalDate begins = earliest.atZone(zone).toLocalDate();
			return step(step, nominal, begins.isAfter(day) ? begins : day, earliest, earliest.plus(window.length()), false);
		}
		Instant closing = instant(window.getClosing());
		if (!done.isAfter(closing)) {
			return step(step, nominal, day, earliest, closing, false);
		}
		return nextOpening(earliest, step, nominal, window.length());
	}

	private PlannedStep nextOpening(Instant earliest, StepDefinition step, LocalDate nominal, Duration length) {
		LocalDate day = hours.openOnOrAfter(earliest.atZone(zone).toLocalDate());
		Instant from = opening(day, earliest);
		Instant closing = instant(DayWindow.closing(day, hours));
		while (from.plus(step.targetDuration()).isAfter(closing) && from.isAfter(instant(DayWindow.opening(day, hours)))) {
			day = hours.openAfter(day);
			from = opening(day, earliest);
			closing = instant(DayWindow.closing(day, hours));
		}
		Instant by = from.plus(length);
		return step(step, nominal, day, from, by.isAfter(closing) && closing.isAfter(from) ? closing : by, true);
	}

	private Instant opening(LocalDate day, Instant earliest) {
		Instant opening = instant(DayWindow.opening(day, hours));
		return opening.isBefore(earliest) ? earliest : opening;
	}

	private PlannedStep step(StepDefinition step, LocalDate nominal, LocalDate day, Instant from, Instant by,
		boolean movedPastClosing) {
		return PlannedStep.builder().step(step).nominalDay(nominal).day(day).from(from).by(by)
			.expiresAt(expiry(step, day, by)).movedPastClosing(movedPastClosing).fate(Fate.KEPT).build();
	}

	private Instant expiry(StepDefinition step, LocalDate day, Instant by) {
		Instant end = hours.plusOpenDays(day, step.getGrace()).plusDays(1).atStartOfDay(zone).toInstant();
		if (end.isBefore(by)) {
			return by;
		}
		Instant longest = by.plus(TaskTimes.LONGEST_GRACE);
		return end.isAfter(longest) ? longest : end;
	}

	private void settle(PlannedStep candidate, List<PlannedStep> planned, Deque<Integer> kept) {
		PlannedStep step = candidate;
		while (step.isKept() && !kept.isEmpty()) {
			PlannedStep last = planned.get(kept.peekLast());
			if (step.getDay().isAfter(last.getDay())) {
				break;
			}
			if (absorbsTheNextDay(last, step)) {
				planned.set(kept.peekLast(), last.absorbing(step));
				step = step.as(Fate.ABSORBED);
			} else if (!last.getStep().isCritical()) {
				planned.set(kept.pollLast(), last.as(Fate.ABSORBED));
			} else if (step.getStep().isCritical()) {
				step = on(step.getStep(), step.getNominalDay(), last.getDay().plusDays(1)).toBuilder()
					.occurrence(step.getOccurrence()).build();
			} else {
				step = step.as(Fate.ABSORBED);
			}
		}
		if (step.isKept()) {
			kept.addLast(planned.size());
		}
		planned.add(step);
	}

	private static boolean absorbsTheNextDay(PlannedStep last, PlannedStep step) {
		return last.isMovedPastClosing() && !step.getStep().isCritical() && step.getDay().equals(last.getDay())
			&& !step.getNominalDay().isAfter(last.getNominalDay().plusDays(1));
	}

	private static LocalDate lastDay(List<PlannedStep> planned, Deque<Integer> kept) {
		return kept.isEmpty() ? null : planned.get(kept.peekLast()).getDay();
	}

	private Instant instant(LocalDateTime local) {
		return local.atZone(zone).toInstant();
	}
}
