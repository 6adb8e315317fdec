/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.capacity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which of a day's calls go to a later day. Pure.
 * <ul>
 * <li>What is fixed stays, and takes its part of the day first.</li>
 * <li>The others stay in their order while there is room; after the first that does not fit, none does.</li>
 * <li>One that does not fit goes to the first later open day with room, no sooner than the one before it, and never past
 * its expiry. Where no day takes it, it stays: a full day is better than a call that is never made.</li>
 * </ul>
 */
final class Spread {

	private Spread() {
	}

	/**
	 * @param room seconds of today that are left for these calls
	 * @param calls in the order of the list
	 * @param later in their order
	 */
	static Map<DueCall, OpenDay> of(long room, List<DueCall> calls, List<OpenDay> later) {
		long left = room - calls.stream().filter(DueCall::isFixed).mapToLong(DueCall::getSeconds).sum();
		Map<DueCall, OpenDay> moved = new LinkedHashMap<>();
		boolean full = false;
		int from = 0;
		for (DueCall call : calls) {
			if (call.isFixed()) {
				continue;
			}
			full |= call.getSeconds() > left;
			int day = full ? dayFor(call, later, from) : -1;
			if (day < 0) {
				left -= call.getSeconds();
			} else {
				later.get(day).take(call);
				moved.put(call, later.get(day));
				from = Math.max(from, day);
			}
		}
		return moved;
	}

	/** Negative: none takes it. */
	private static int dayFor(DueCall call, List<OpenDay> later, int from) {
		int day = first(call, later, from, later.size());
		return day < 0 ? first(call, later, 0, from) : day;
	}

	private static int first(DueCall call, List<OpenDay> later, int from, int to) {
		for (int i = from; i < to; i++) {
			if (later.get(i).takes(call)) {
				return i;
			}
		}
		return -1;
	}
}
