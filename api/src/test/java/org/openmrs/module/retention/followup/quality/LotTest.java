/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LotTest {

	@Property
	void draw_shouldTakeAsManyOfEachCaller_andNoneTwice(@ForAll long seed,
		@ForAll @IntRange(min = 1, max = 50) int perCaller,
		@ForAll @IntRange(min = 0, max = 70) int first, @ForAll @IntRange(min = 0, max = 70) int second) {
		List<Integer> drawn = Lot.draw(contacts(first, second), perCaller, null, seed);
		assertThat(drawn).doesNotHaveDuplicates();
		assertThat(drawn.stream().filter(id -> id < 1000)).hasSize(Math.min(perCaller, first));
		assertThat(drawn.stream().filter(id -> id >= 1000)).hasSize(Math.min(perCaller, second));
	}

	@Property
	void draw_shouldTakeTheShareOfEach_atLeastOne(@ForAll long seed, @ForAll @IntRange(min = 1, max = 100) int share,
		@ForAll @IntRange(min = 1, max = 70) int first, @ForAll @IntRange(min = 1, max = 70) int second) {
		List<Integer> drawn = Lot.draw(contacts(first, second), null, share, seed);
		assertThat(drawn.stream().filter(id -> id < 1000)).hasSize((int) Math.ceil(first * share / 100.0));
		assertThat(drawn.stream().filter(id -> id >= 1000)).hasSize((int) Math.ceil(second * share / 100.0)).isNotEmpty();
	}

	@Property
	void draw_shouldBeReproducible_inWhateverOrderTheContactsAreRead(@ForAll long seed) {
		Map<Integer, List<Integer>> other = contacts(30, 20);
		other.values().forEach(Collections::reverse);
		assertThat(Lot.draw(other, 5, null, seed)).isEqualTo(Lot.draw(contacts(30, 20), 5, null, seed));
	}

	@Test
	void draw_shouldBeFair() {
		Map<Integer, Integer> times = new HashMap<>();
		for (long seed = 0; seed < 20_000; seed++) {
			Lot.draw(contacts(10, 0), 2, null, seed).forEach(id -> times.merge(id, 1, Integer::sum));
		}
		Set<Integer> all = new HashSet<>(contacts(10, 0).get(1));
		assertThat(times.keySet()).isEqualTo(all);
		assertThat(times.values()).as("each about 4000 times").allMatch(n -> n > 3700 && n < 4300);
	}

	private static Map<Integer, List<Integer>> contacts(int first, int second) {
		Map<Integer, List<Integer>> byCaller = new HashMap<>();
		byCaller.put(1, ids(0, first));
		byCaller.put(2, ids(1000, second));
		return byCaller;
	}

	private static List<Integer> ids(int from, int number) {
		return new ArrayList<>(IntStream.range(from, from + number).boxed().collect(Collectors.toList()));
	}
}
