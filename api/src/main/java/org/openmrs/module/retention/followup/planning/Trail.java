/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Clock;
import java.time.Duration;
import java.util.BitSet;
import java.util.function.BiFunction;
import lombok.Value;
import org.openmrs.module.retention.shared.Watermarks;

/**
 * Follows the primary keys of a table. Ids commit out of order, so the position is the highest id that was seen a quarter
 * of an hour ago, and what lies above it is looked at again each time, except what this node remembers to have read. The
 * first time it starts a little below the end: what was there before the module came is for back-fill.
 */
class Trail {

	static final Duration SETTLES = Duration.ofMinutes(15);

	/** More than can be in flight while the module starts. */
	private static final int FIRST_REACH = 10_000;

	/** Two megabytes of memory of what was read; ids beyond are read again. */
	private static final int REMEMBERED = 16_000_000;

	/** Ids that are compared at once with what was read. */
	static final int STRETCH = 50_000;

	private final String name;

	private final Watermarks watermarks;

	private final Clock clock;

	private final BitSet read = new BitSet();

	private long base;

	private long end;

	Trail(String name, Watermarks watermarks, Clock clock) {
		this.name = name;
		this.watermarks = watermarks;
		this.clock = clock;
	}

	/** Where to begin this time. */
	long begin(long lastId) {
		end = lastId;
		Watermarks.Mark mark = watermarks.get(name);
		if (mark == null) {
			watermarks.set(name, Math.max(0, lastId - FIRST_REACH));
			mark = watermarks.get(name);
		}
		if (mark.getPosition() != base) {
			forgetUpTo(mark.getPosition());
		}
		return base;
	}

	/** The last id of this time. */
	long end() {
		return end;
	}

	boolean isRead(long id) {
		return id - base < REMEMBERED && read.get((int) (id - base));
	}

	void read(long id) {
		if (id - base < REMEMBERED) {
			read.set((int) (id - base));
		}
	}

	/**
	 * Behind the stretches of which everything that is there was read: as many rows, and with the same sum of ids.
	 *
	 * @param there what there is after the one id and up to the other
	 */
	long skipRead(long after, BiFunction<Long, Long, Tally> there) {
		long from = after;
		while (from < end()) {
			long upTo = Math.min(from + STRETCH, end());
			Tally known = readBetween(from, upTo);
			if (known.getCount() == 0 || !known.equals(there.apply(from, upTo))) {
				return from;
			}
			from = upTo;
		}
		return from;
	}

	private Tally readBetween(long after, long upTo) {
		long count = 0;
		long sum = 0;
		long last = Math.min(upTo - base, REMEMBERED - 1L);
		for (int i = read.nextSetBit((int) Math.min(after - base + 1, REMEMBERED)); i >= 0 && i <= last; i = read
			.nextSetBit(i + 1)) {
			count++;
			sum += base + i;
		}
		return new Tally(count, sum);
	}

	/** All up to the end has been looked at. */
	void finish() {
		Watermarks.Mark seen = watermarks.get(name + ".seen");
		if (seen == null) {
			watermarks.set(name + ".seen", end);
		} else if (seen.ageAt(clock).compareTo(SETTLES) >= 0) {
			watermarks.set(name, Math.max(base, seen.getPosition()));
			watermarks.set(name + ".seen", end);
		}
	}

	/** How many rows, and the sum of their ids. */
	@Value
	static class Tally {

		long count;

		long sum;
	}

	private void forgetUpTo(long position) {
		BitSet kept = position > base && position - base < REMEMBERED
			? read.get((int) (position - base), Math.max((int) (position - base), read.length())) : new BitSet();
		read.clear();
		read.or(kept);
		base = position;
	}
}
