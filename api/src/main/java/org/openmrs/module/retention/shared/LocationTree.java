/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.shared;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.Session;

/** The clinic's locations as they lie below each other, read in one statement. */
public final class LocationTree {

	private final Map<Integer, Set<Integer>> children = new HashMap<>();

	private final Map<String, Integer> ids = new HashMap<>();

	/** As it is now; not to be kept beyond a request or run. */
	public LocationTree(Session session) {
		List<Object[]> all = session
			.createQuery("select l.locationId, l.uuid, l.parentLocation.locationId from Location l", Object[].class).list();
		for (Object[] location : all) {
			ids.put((String) location[1], (Integer) location[0]);
			children.computeIfAbsent((Integer) location[2], parent -> new HashSet<>()).add((Integer) location[0]);
		}
	}

	/** Ids of the location and of all below it. */
	public Set<Integer> withDescendants(Integer location) {
		Set<Integer> found = new HashSet<>();
		Deque<Integer> open = new ArrayDeque<>();
		open.add(location);
		while (!open.isEmpty()) {
			Integer next = open.poll();
			if (found.add(next)) {
				open.addAll(children.getOrDefault(next, Collections.emptySet()));
			}
		}
		return found;
	}

	/** As {@link #withDescendants(Integer)}, of those that are known of these uuids. */
	public Set<Integer> withDescendants(Collection<String> uuids) {
		Set<Integer> found = new HashSet<>();
		uuids.stream().filter(ids::containsKey).forEach(uuid -> found.addAll(withDescendants(ids.get(uuid))));
		return found;
	}
}
