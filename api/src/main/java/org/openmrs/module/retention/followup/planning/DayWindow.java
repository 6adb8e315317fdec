/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import lombok.Value;
import org.openmrs.module.retention.calendar.OpeningHours;
import org.openmrs.module.retention.followup.protocol.Roll;
import org.openmrs.module.retention.followup.protocol.StepDefinition;
import org.openmrs.module.retention.followup.protocol.WindowTime;

/**
 * A step's window on one day, in local time. On an open day it lies within opening hours; a window that the day's hours
 * do not reach moves to the nearest end of them. Critical steps and those that do not roll keep their times whatever the
 * hours; on a closed day OPEN and CLOSE are those of the next open day.
 */
@Value
class DayWindow {

	/** Of a window whose ends the day's hours have crossed. */
	private static final Duration SHORT = Duration.ofHours(1);

	LocalDateTime from;

	LocalDateTime to;

	/** When nobody works any more on that day. */
	LocalDateTime closing;

	static DayWindow of(StepDefinition step, LocalDate day, OpeningHours hours) {
		LocalDateTime opening = opening(day, hours);
		LocalDateTime closing = closing(day, hours);
		LocalDateTime from = at(WindowTime.parse(step.getWindowFrom()), day, opening, closing);
		LocalDateTime to = at(WindowTime.parse(step.getWindowTo()), day, opening, closing);
		if (!keepsItsTimes(step)) {
			return within(opening, closing, from, to);
		}
		return new DayWindow(from, from.isBefore(to) ? to : from.plus(SHORT), closing);
	}

	/** The end of the window may lie outside opening hours. */
	static boolean keepsItsTimes(StepDefinition step) {
		return step.isCritical() || step.getRoll() == Roll.NONE;
	}

	/** First opening of the day; of a closed day: as on the next open one. */
	static LocalDateTime opening(LocalDate day, OpeningHours hours) {
		LocalDate like = hours.openOnOrAfter(day);
		LocalDateTime opening = hours.opening(like);
		return opening == null ? day.atStartOfDay() : day.atTime(opening.toLocalTime());
	}

	/** Last closing of the day; of a closed day: as on the next open one. */
	static LocalDateTime closing(LocalDate day, OpeningHours hours) {
		LocalDate like = hours.openOnOrAfter(day);
		LocalDateTime closing = hours.closing(like);
		return closing == null ? day.plusDays(1).atStartOfDay()
			: day.atStartOfDay().plus(Duration.between(like.atStartOfDay(), closing));
	}

	Duration length() {
		return Duration.between(from, to);
	}

	private static DayWindow within(LocalDateTime opening, LocalDateTime closing, LocalDateTime from, LocalDateTime to) {
		LocalDateTime first = clamp(from, opening, closing);
		LocalDateTime last = clamp(to, opening, closing);
		if (!first.isBefore(last)) {
			Duration length = from.isBefore(to) ? Duration.between(from, to) : SHORT;
			first = later(opening, earlier(first, closing.minus(length)));
			last = earlier(closing, first.plus(length));
		}
		return new DayWindow(first, last, closing);
	}

	private static LocalDateTime at(WindowTime time, LocalDate day, LocalDateTime opening, LocalDateTime closing) {
		switch (time.getBase()) {
			case OPEN:
				return opening.plus(time.getShift());
			case CLOSE:
				return closing.plus(time.getShift());
			default:
				return day.atTime(time.getTime());
		}
	}

	private static LocalDateTime clamp(LocalDateTime time, LocalDateTime least, LocalDateTime most) {
		return later(least, earlier(time, most));
	}

	static LocalDateTime earlier(LocalDateTime one, LocalDateTime other) {
		return one.isBefore(other) ? one : other;
	}

	private static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
		return one.isAfter(other) ? one : other;
	}
}
