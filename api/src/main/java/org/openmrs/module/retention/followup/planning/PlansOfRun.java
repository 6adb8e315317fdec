/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.module.retention.followup.protocol.AnchorScope;

/** The plans that some patients have, rows and drafts alike, as planning goes along. */
class PlansOfRun {

	private final Map<Integer, List<PlanState>> byPatient = new HashMap<>();

	private final Map<Integer, List<PlanState>> byEncounter = new HashMap<>();

	private final Set<Integer> known = new HashSet<>();

	void add(PlanState plan) {
		if (plan.getPlanId() != null && !known.add(plan.getPlanId())) {
			return;
		}
		byPatient.computeIfAbsent(plan.getPatientId(), id -> new ArrayList<>()).add(plan);
		if (plan.getEncounterId() != null) {
			byEncounter.computeIfAbsent(plan.getEncounterId(), id -> new ArrayList<>()).add(plan);
		}
	}

	List<PlanState> all() {
		return byPatient.values().stream().flatMap(List::stream).collect(Collectors.toList());
	}

	List<PlanState> activeOf(Integer patient) {
		return byPatient.getOrDefault(patient, Collections.emptyList()).stream().filter(PlanState::isActive)
			.collect(Collectors.toList());
	}

	List<PlanState> anchoredOn(EncounterFacts encounter) {
		return new ArrayList<>(byEncounter.getOrDefault(encounter.getId(), Collections.emptyList()));
	}

	/** All of the protocol and patient, whatever their state. */
	List<PlanState> of(ProtocolRule rule, Integer patient) {
		return byPatient.getOrDefault(patient, Collections.emptyList()).stream()
			.filter(p -> p.getProtocolId().equals(rule.getProtocolId())).collect(Collectors.toList());
	}

	/** The anchor's plan: by key, by the encounter itself, and in the scope of a visit by the day as well. Null: none. */
	PlanState find(ProtocolRule rule, Anchor anchor) {
		boolean byDay = anchor.getEncounterId() != null && rule.getScope() == AnchorScope.VISIT;
		return of(rule, anchor.getPatientId()).stream().filter(p -> p.getAnchorKey().equals(anchor.getKey())
			|| isOn(p, anchor) || (byDay && !p.hasLostItsAnchor() && p.getAnchorDay().equals(anchor.getDay()))).findFirst()
			.orElse(null);
	}

	private static boolean isOn(PlanState plan, Anchor anchor) {
		return anchor.getEncounterId() != null && anchor.getEncounterId().equals(plan.getEncounterId());
	}
}
