/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lombok.Value;

/** Which encounters are what a protocol is fulfilled by, as planning sees it. */
public class AwaitedEncounters {

	/** So many are read at once. */
	private static final int CHUNK = 500;

	private final EncounterDao encounters;

	private final PlanningRuns runs;

	private final Clock clock;

	AwaitedEncounters(EncounterDao encounters, PlanningRuns runs, Clock clock) {
		this.encounters = encounters;
		this.runs = runs;
		this.clock = clock;
	}

	/** An encounter, and the version of a protocol that may wait for it. */
	@Value
	public static class Candidate {

		Integer encounter;

		Integer protocol;

		int version;
	}

	/** Those that fulfil their protocol. */
	public Set<Candidate> among(Collection<Candidate> candidates) {
		Rules rules = runs.rules(clock.instant());
		Map<List<Integer>, Optional<FilterRule>> awaited = new HashMap<>();
		Map<Integer, Map<Candidate, FilterRule>> asked = new HashMap<>();
		Set<Integer> questions = new HashSet<>();
		for (Candidate one : candidates) {
			awaited.computeIfAbsent(Arrays.asList(one.getProtocol(), one.getVersion()),
				key -> Optional.ofNullable(rules.fulfilledBy(one.getProtocol(), one.getVersion()))).ifPresent(filter -> {
					asked.computeIfAbsent(one.getEncounter(), e -> new HashMap<>()).put(one, filter);
					questions.addAll(filter.getQuestionsAsked());
				});
		}
		Set<Candidate> found = new HashSet<>();
		List<Integer> ids = new ArrayList<>(new TreeSet<>(asked.keySet()));
		for (int i = 0; i < ids.size(); i += CHUNK) {
			List<Integer> chunk = ids.subList(i, Math.min(i + CHUNK, ids.size()));
			Answers observed = encounters.answers(chunk, questions);
			encounters.facts(chunk).forEach(encounter -> asked.get(encounter.getId()).forEach((one, filter) -> {
				if (filter.matches(encounter, observed)) {
					found.add(one);
				}
			}));
		}
		return found;
	}
}
