/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The groups of patients as they are when a run begins. Read for many patients at once, when a protocol asks for the first
 * of them; what is held is the last of these reads, so that memory does not grow with the run.
 */
class GroupsOfRun {

	private final BiFunction<Collection<Integer>, Instant, Map<Integer, Set<Integer>>> read;

	private final Instant at;

	private Set<Integer> next = Collections.emptySet();

	private Set<Integer> known = Collections.emptySet();

	private Map<Integer, Set<Integer>> groups = Collections.emptyMap();

	/** @param read by patient, the ids of their groups at a time */
	GroupsOfRun(BiFunction<Collection<Integer>, Instant, Map<Integer, Set<Integer>>> read, Instant at) {
		this.read = read;
		this.at = at;
	}

	/** These patients are looked at next. */
	void expect(Collection<Integer> patients) {
		next = new HashSet<>(patients);
	}

	Set<Integer> of(Integer patient) {
		if (!known.contains(patient)) {
			known = next.contains(patient) ? next : Collections.singleton(patient);
			groups = read.apply(known, at);
		}
		return groups.getOrDefault(patient, Collections.emptySet());
	}
}
