/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.util.Collection;

/** How many tasks one sweep may make for a protocol that names no limit: three times its median day. */
final class FloodLimit {

	/** Of fewer days nobody knows what is usual. */
	private static final int LEAST_DAYS = 10;

	private static final int TIMES_THE_MEDIAN = 3;

	/** An hour of calls floods nobody, however little is usual. */
	private static final long SMALLEST = 20;

	private FloodLimit() {
	}

	/** No protocol that names none has a lower one. */
	static long least(long atFirst) {
		return Math.min(SMALLEST, atFirst);
	}

	/**
	 * @param days how many tasks fell on each day that had any
	 * @param atFirst the limit while there are too few days
	 */
	static long of(Collection<Long> days, long atFirst) {
		if (days.size() < LEAST_DAYS) {
			return atFirst;
		}
		long[] sorted = days.stream().mapToLong(Long::longValue).sorted().toArray();
		return Math.max(SMALLEST, TIMES_THE_MEDIAN * sorted[sorted.length / 2]);
	}
}
