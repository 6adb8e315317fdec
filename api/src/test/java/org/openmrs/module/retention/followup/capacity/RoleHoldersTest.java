/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RoleHoldersTest {

	private static final List<String> LIMITED = Arrays.asList("Desk", "Nurse");

	private final Map<Integer, Set<String>> given = new HashMap<>();

	private final Map<String, Set<String>> inherited = new HashMap<>();

	@Test
	void of_shouldBeThoseWhoHaveTheRole_itselfOrByInheritance() {
		give(1, "Desk");
		give(2, "Receptionist");
		give(3, "Dentist");
		inherit("Receptionist", "Clerk");
		inherit("Clerk", "Desk");

		assertThat(of("Desk")).containsExactlyInAnyOrder(1, 2);
		assertThat(of("Nurse")).isEmpty();
	}

	@Test
	void of_shouldCountTheNearestRole_soThatNobodyCountsTwice() {
		give(1, "Nurse", "Receptionist");
		give(2, "Desk", "Nurse");
		inherit("Receptionist", "Desk");

		assertThat(of("Nurse")).containsExactly(1);
		assertThat(of("Desk")).as("of equals the one that is named first").containsExactly(2);
	}

	@Test
	void withHeirs_shouldFindWhoeverInherits_alsoInACircle() {
		inherit("Receptionist", "Clerk");
		inherit("Clerk", "Desk");
		inherit("Desk", "Receptionist");
		inherit("Dentist", "Doctor");
		give(1, "Receptionist");

		assertThat(RoleHolders.withHeirs(Collections.singleton("Desk"), inherited)).containsExactlyInAnyOrder("Desk",
			"Clerk", "Receptionist");
		assertThat(of("Nurse")).isEmpty();
	}

	@Property
	void of_shouldCountNobodyTwice(@ForAll @Size(max = 8) List<@IntRange(max = 5) Integer> roles,
		@ForAll @Size(max = 8) List<@IntRange(max = 35) Integer> links) {
		Map<Integer, Set<String>> users = new HashMap<>();
		for (int i = 0; i < roles.size(); i++) {
			users.computeIfAbsent(i / 2, u -> new HashSet<>()).add("r" + roles.get(i));
		}
		Map<String, Set<String>> parents = new HashMap<>();
		links.forEach(link -> parents.computeIfAbsent("r" + link / 6, r -> new HashSet<>()).add("r" + link % 6));
		RoleHolders holders = new RoleHolders(users, parents);
		List<String> limited = Arrays.asList("r0", "r1", "r2");

		List<Integer> counted = limited.stream().flatMap(role -> holders.of(role, limited).stream())
			.collect(Collectors.toList());

		assertThat(counted).doesNotHaveDuplicates();
		Set<String> all = RoleHolders.withHeirs(limited, parents);
		assertThat(counted).containsExactlyInAnyOrderElementsOf(users.keySet().stream()
			.filter(user -> !Collections.disjoint(users.get(user), all)).collect(Collectors.toList()));
	}

	private Set<Integer> of(String role) {
		return new RoleHolders(given, inherited).of(role, LIMITED);
	}

	private void give(int user, String... roles) {
		given.put(user, new HashSet<>(Arrays.asList(roles)));
	}

	private void inherit(String role, String... from) {
		inherited.put(role, new HashSet<>(Arrays.asList(from)));
	}
}
