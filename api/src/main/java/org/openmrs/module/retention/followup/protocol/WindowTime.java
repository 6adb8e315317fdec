/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.protocol;

import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Value;

/**
 * An end of a step's window: a local time ({@code 09:00}), or the day's opening or closing with a duration before or after
 * it ({@code OPEN}, {@code OPEN+PT30M}, {@code CLOSE-PT90M}).
 */
@Value
@AllArgsConstructor(access = AccessLevel.PRIVATE)
public class WindowTime {

	/** What the time is counted from. */
	public enum Base {
		CLOCK, OPEN, CLOSE
	}

	private static final Pattern RELATIVE = Pattern.compile("(OPEN|CLOSE)(?:([+-])(PT[0-9HM]+))?");

	private static final Pattern CLOCK = Pattern.compile("[0-9]{2}:[0-9]{2}");

	Base base;

	/** With CLOCK the time itself, else null. */
	LocalTime time;

	/** With OPEN and CLOSE how much later, or earlier when negative; else zero. */
	Duration shift;

	/** @throws IllegalArgumentException when the text is none of the three forms */
	public static WindowTime parse(String text) {
		try {
			if (CLOCK.matcher(text).matches()) {
				return new WindowTime(Base.CLOCK, LocalTime.parse(text), Duration.ZERO);
			}
			Matcher relative = RELATIVE.matcher(text);
			if (relative.matches()) {
				Duration by = relative.group(3) == null ? Duration.ZERO : Duration.parse(relative.group(3));
				if (by.compareTo(Duration.ofDays(1)) < 0) {
					return new WindowTime(Base.valueOf(relative.group(1)), null,
						"-".equals(relative.group(2)) ? by.negated() : by);
				}
			}
		}
		catch (DateTimeParseException e) {
			throw new IllegalArgumentException(text, e);
		}
		throw new IllegalArgumentException(text);
	}

	/**
	 * Whether a window from here to there is empty on every day. A window between a local time and opening or closing
	 * depends on the day's hours and is not called empty here.
	 */
	boolean isNeverBefore(WindowTime end) {
		if (base != end.base) {
			return base == Base.CLOSE && end.base == Base.OPEN;
		}
		return base == Base.CLOCK ? !time.isBefore(end.time) : shift.compareTo(end.shift) >= 0;
	}
}
