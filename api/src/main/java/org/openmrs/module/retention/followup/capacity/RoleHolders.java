/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.capacity;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;

/**
 * For which desk of a calendar the time of each user counts: for one, so that nobody's time is counted twice. It is the one
 * of the role that the user has, or else of the one that those inherit, the nearest before the others. Pure.
 */
@RequiredArgsConstructor
final class RoleHolders {

	/** By user id, the roles that the user has been given. */
	private final Map<Integer, Set<String>> given;

	/** By role, those that it inherits itself. */
	private final Map<String, Set<String>> inherited;

	/** Ids of the users whose time counts for this role. @param limited the roles that the calendar names */
	Set<Integer> of(String role, Collection<String> limited) {
		return given.keySet().stream().filter(user -> role.equals(roleOf(user, limited))).collect(Collectors.toSet());
	}

	/** Null: none of them. */
	private String roleOf(Integer user, Collection<String> limited) {
		Set<String> seen = new HashSet<>();
		Set<String> next = given.get(user);
		while (!next.isEmpty()) {
			for (String role : limited) {
				if (next.contains(role)) {
					return role;
				}
			}
			seen.addAll(next);
			next = next.stream().flatMap(role -> inherited.getOrDefault(role, Collections.emptySet()).stream())
				.filter(role -> !seen.contains(role)).collect(Collectors.toSet());
		}
		return null;
	}

	/** These roles and all that inherit them. */
	static Set<String> withHeirs(Collection<String> roles, Map<String, Set<String>> inherited) {
		Set<String> all = new HashSet<>(roles);
		boolean more = true;
		while (more) {
			more = all.addAll(inherited.entrySet().stream().filter(one -> !Collections.disjoint(one.getValue(), all))
				.map(Map.Entry::getKey).collect(Collectors.toSet()));
		}
		return all;
	}
}
