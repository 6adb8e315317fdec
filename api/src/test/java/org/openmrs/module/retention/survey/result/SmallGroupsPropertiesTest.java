/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.openmrs.module.retention.survey.Privacy;

class SmallGroupsPropertiesTest {

	@Property
	void withheld_shouldShowNoSmallGroup_norLetOneBeFoundFromTheTotal(@ForAll("tables") List<Long> sizes) {
		Set<Integer> withheld = SmallGroups.withheld(sizes, Collections.emptySet());
		long total = sizes.stream().mapToLong(Long::longValue).sum();
		long shown = IntStream.range(0, sizes.size()).filter(i -> !withheld.contains(i)).mapToLong(sizes::get).sum();
		assertThat(IntStream.range(0, sizes.size()).filter(i -> !withheld.contains(i)).mapToObj(sizes::get))
			.allMatch(size -> size == 0 || size >= Privacy.FEWEST);
		if (!withheld.isEmpty() && shown > 0) {
			assertThat(withheld.size()).isGreaterThan(1);
			assertThat(total - shown).isGreaterThanOrEqualTo(Privacy.FEWEST);
		}
	}

	@Property
	void withheld_shouldHideNothing_whereNoGroupIsSmall(@ForAll("tables") List<Long> sizes) {
		List<Long> large = sizes.stream().map(size -> size == 0 ? 0 : size + Privacy.FEWEST).collect(Collectors.toList());
		assertThat(SmallGroups.withheld(large, Collections.emptySet())).isEmpty();
	}

	/** Larger ones are hidden for smaller ones only, and no more of them than are needed. */
	@Property
	void withheld_shouldHideTheSmallestOnly(@ForAll("tables") List<Long> sizes) {
		Set<Integer> withheld = SmallGroups.withheld(sizes, Collections.emptySet());
		long largest = withheld.stream().mapToLong(sizes::get).max().orElse(0);
		assertThat(IntStream.range(0, sizes.size()).filter(i -> !withheld.contains(i) && sizes.get(i) > 0)
			.mapToLong(sizes::get)).allMatch(size -> size >= largest);
		long hiddenForOthers = withheld.stream().filter(i -> sizes.get(i) >= Privacy.FEWEST).count();
		assertThat(hiddenForOthers).isLessThanOrEqualTo(1);
	}

	@Property
	void withheld_shouldKeepWhatIsWithheldAlready(@ForAll("tables") List<Long> sizes) {
		Set<Integer> already = SmallGroups.withheld(sizes, Collections.emptySet());
		List<Long> ofQuestion = sizes.stream().map(size -> size / 2).collect(Collectors.toList());
		Set<Integer> withheld = SmallGroups.withheld(ofQuestion, already);
		assertThat(withheld).containsAll(already);
		long hidden = withheld.stream().mapToLong(ofQuestion::get).sum();
		long shown = ofQuestion.stream().mapToLong(Long::longValue).sum() - hidden;
		assertThat(hidden == 0 || shown == 0 || hidden >= Privacy.FEWEST).isTrue();
	}

	@Example
	void withheld_shouldTakeTheNextSmallestWithOneSmall() {
		assertThat(SmallGroups.withheld(Arrays.asList(40L, 3L, 12L, 0L), Collections.emptySet())).containsExactlyInAnyOrder(
			1,
			2);
		assertThat(SmallGroups.withheld(Arrays.asList(40L, 3L, 4L), Collections.emptySet())).containsExactlyInAnyOrder(1, 2);
		assertThat(SmallGroups.withheld(Arrays.asList(40L, 2L, 2L), Collections.emptySet())).containsExactlyInAnyOrder(0, 1,
			2);
		assertThat(SmallGroups.withheld(Collections.singletonList(4L), Collections.emptySet())).containsExactly(0);
	}

	@Provide
	static Arbitrary<List<Long>> tables() {
		return Arbitraries.longs().between(0, 12).list().ofMinSize(1).ofMaxSize(12);
	}
}
