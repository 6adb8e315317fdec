/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.capacity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which of the calls that were moved to a later day are made sooner after all, because there is room again. Pure.
 * <ul>
 * <li>Each goes to the first open day with room before the one that it waits for, and never to one before its window.</li>
 * <li>They are looked at in the order of the list. Where one finds no room on a day that could bear it, none that comes after
 * it gets that day: what is longer waits for more room and is not overtaken.</li>
 * <li>None is made later than without this, and to do it again changes nothing.</li>
 * </ul>
 */
final class Advance {

	private Advance() {
	}

	/**
	 * @param waiting in the order of the list
	 * @param days in their order
	 */
	static Map<WaitingCall, OpenDay> of(List<WaitingCall> waiting, List<OpenDay> days) {
		Map<WaitingCall, OpenDay> sooner = new LinkedHashMap<>();
		while (pass(waiting, days, sooner)) {
			// what came forward has left room on the day that it waited for
		}
		return sooner;
	}

	/** Whether any came forward. */
	private static boolean pass(List<WaitingCall> waiting, List<OpenDay> days, Map<WaitingCall, OpenDay> sooner) {
		List<OpenDay> kept = new ArrayList<>();
		boolean any = false;
		for (WaitingCall one : waiting) {
			LocalDate until = sooner.containsKey(one) ? sooner.get(one).getDay() : one.getUntil();
			OpenDay day = dayFor(one, until, days, kept);
			if (day != null) {
				day.take(one.getCall());
				days.stream().filter(other -> other.getDay().equals(until)).forEach(other -> other.give(one.getCall()));
				sooner.put(one, day);
				any = true;
			}
		}
		return any;
	}

	/** Null: none before that day; those on which it found no room are kept for it. */
	private static OpenDay dayFor(WaitingCall one, LocalDate until, List<OpenDay> days, List<OpenDay> kept) {
		for (OpenDay day : days) {
			boolean sooner = !day.getDay().isBefore(one.getFrom()) && day.getDay().isBefore(until);
			if (sooner && !kept.contains(day)) {
				if (day.takes(one.getCall())) {
					return day;
				}
				if (day.bears(one.getCall())) {
					kept.add(day);
				}
			}
		}
		return null;
	}
}
