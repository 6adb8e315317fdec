/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is listed again of what was read a short while ago. */
class TrailTest {

	private static final long END = 2L * Trail.STRETCH + 10;

	private final TreeSet<Long> table = new TreeSet<>();

	private final List<Long> counted = new ArrayList<>();

	private Trail trail;

	@BeforeEach
	void read() {
		trail = new Trail("test", null, null) {

			@Override
			long end() {
				return END;
			}
		};
		for (long id = 1; id <= END; id += 7) {
			table.add(id);
			trail.read(id);
		}
	}

	@Test
	void skipRead_shouldListNothingAgain_whenNothingHasCome() {
		assertThat(skip()).isEqualTo(END);
		assertThat(counted).containsExactly(0L, (long) Trail.STRETCH, 2L * Trail.STRETCH);
	}

	@Test
	void skipRead_shouldListTheStretchInWhichSomethingWasCommittedLate() {
		table.add(Trail.STRETCH + 3L);

		assertThat(skip()).isEqualTo(Trail.STRETCH);
	}

	@Test
	void skipRead_shouldListTheStretch_whenOneHasGoneAndAnotherHasCome() {
		table.remove(table.first());
		table.add(5L);

		assertThat(skip()).isZero();
	}

	@Test
	void skipRead_shouldCountNothing_whereNothingWasRead() {
		Trail fresh = new Trail("test", null, null) {

			@Override
			long end() {
				return END;
			}
		};

		assertThat(fresh.skipRead(0, this::tally)).isZero();
		assertThat(counted).isEmpty();
	}

	private long skip() {
		return trail.skipRead(0, this::tally);
	}

	private Trail.Tally tally(long after, long upTo) {
		counted.add(after);
		return new Trail.Tally(table.subSet(after, false, upTo, true).size(),
			table.subSet(after, false, upTo, true).stream().mapToLong(Long::longValue).sum());
	}
}
