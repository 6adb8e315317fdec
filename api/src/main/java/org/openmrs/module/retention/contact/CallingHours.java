/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import lombok.Value;

/** The local hours in which people may be called; all the rest is quiet. */
@Value
public final class CallingHours {

	static final CallingHours STANDARD = new CallingHours(LocalTime.of(8, 0), LocalTime.of(20, 0));

	/** The shortest time in which anybody can be called at all. */
	private static final Duration LEAST = Duration.ofMinutes(5);

	LocalTime from;

	LocalTime to;

	/** {@code 08:00-20:00}; the standard hours for anything that does not read so. */
	public static CallingHours parse(String written) {
		String[] times = written.split("-", -1);
		try {
			LocalTime from = LocalTime.parse(times[0].trim());
			LocalTime to = times.length == 2 ? LocalTime.parse(times[1].trim()) : from;
			return from.plus(LEAST).isBefore(to) && from.isBefore(to) ? new CallingHours(from, to) : STANDARD;
		}
		catch (DateTimeException e) {
			return STANDARD;
		}
	}

	/** The time itself when a call that takes so long may begin then, else the next time at which one may. */
	public LocalDateTime onOrAfter(LocalDateTime time, Duration expected) {
		if (time.toLocalTime().isBefore(from)) {
			return time.toLocalDate().atTime(from);
		}
		LocalDateTime end = time.toLocalDate().atTime(to);
		boolean endsInTime = !time.plus(shortened(expected)).isAfter(end);
		return endsInTime ? time : time.toLocalDate().plusDays(1).atTime(from);
	}

	/** How many seconds a call that begins then may take: none when it is quiet, any number when the hours have just begun. */
	public long longestCall(LocalDateTime time) {
		boolean quiet = time.toLocalTime().isBefore(from) || !time.toLocalTime().isBefore(to);
		return quiet ? 0 : time.toLocalTime().equals(from) ? Long.MAX_VALUE
			: Duration.between(time.toLocalTime(), to).getSeconds();
	}

	/** What takes longer than the day's hours is offered at their beginning. */
	private Duration shortened(Duration expected) {
		Duration most = Duration.between(from, to);
		return expected.compareTo(most) > 0 ? most : expected;
	}
}
