/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class GroupsOfRunTest {

	private static final Instant NOW = Instant.parse("2026-11-18T09:00:00Z");

	private final List<Collection<Integer>> reads = new ArrayList<>();

	private final GroupsOfRun groups = new GroupsOfRun(this::read, NOW);

	/** Even patients are in the group that has half their number. */
	private Map<Integer, Set<Integer>> read(Collection<Integer> patients, Instant at) {
		assertThat(at).isEqualTo(NOW);
		reads.add(new TreeSet<>(patients));
		Map<Integer, Set<Integer>> found = new HashMap<>();
		patients.stream().filter(p -> p % 2 == 0).forEach(p -> found.put(p, Collections.singleton(p / 2)));
		return found;
	}

	@Test
	void of_shouldReadAllThatAreExpectedAtOnce() {
		groups.expect(Arrays.asList(1, 2, 4));

		assertThat(groups.of(4)).containsExactly(2);
		assertThat(groups.of(2)).containsExactly(1);
		assertThat(groups.of(1)).isEmpty();

		assertThat(reads).containsExactly(new TreeSet<>(Arrays.asList(1, 2, 4)));
	}

	@Test
	void of_shouldReadNothing_whenNoProtocolAsks() {
		groups.expect(Arrays.asList(1, 2));

		assertThat(reads).isEmpty();
	}

	@Test
	void of_shouldReadNobodyTwice_norHoldMoreThanTheLastRead() {
		groups.expect(Arrays.asList(2, 4));
		groups.of(2);
		groups.expect(Arrays.asList(6, 8));
		groups.of(4);
		groups.of(6);
		groups.of(8);

		assertThat(reads).containsExactly(new TreeSet<>(Arrays.asList(2, 4)), new TreeSet<>(Arrays.asList(6, 8)));
	}

	@Test
	void of_shouldReadWhoWasNotExpectedAlone() {
		assertThat(groups.of(10)).containsExactly(5);

		assertThat(reads).containsExactly(Collections.singleton(10));
	}
}
