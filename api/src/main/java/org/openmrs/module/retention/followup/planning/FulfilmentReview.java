/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.module.retention.followup.task.PlanStatus;

/**
 * What fulfilled a plan was voided, purged or edited, and nothing else does: the plan goes on, as far as it is worth doing.
 * Looks at the patients whose encounter was saved just now, and at those whose encounter a sweep reads and finds another, or
 * {@link FulfilmentPart} misses; for all of a sweep it would cost a read of each patient's chart.
 */
class FulfilmentReview {

	private final EncounterDao encounters;

	private final PlanChanges changes;

	private final PlanningRun run;

	FulfilmentReview(EncounterDao encounters, PlanChanges changes, PlanningRun run) {
		this.encounters = encounters;
		this.changes = changes;
		this.run = run;
	}

	/** Of those patients; null: of all. */
	void review(Collection<PlanState> plans, Set<Integer> patients) {
		for (PlanState plan : plans) {
			if (patients != null && !patients.contains(plan.getPatientId())) {
				continue;
			}
			boolean byEncounter = plan.getStatus() == PlanStatus.FULFILLED && plan.getPlanId() != null
				&& Reasons.FULFILLED.equals(plan.getStatusReason()) && plan.getPatientId() != null;
			if (byEncounter && run.ruleOf(plan).canBeFulfilled()) {
				review(plan);
			}
		}
	}

	/** Of the plans, those that one of the encounters had fulfilled and does not any more. */
	List<PlanState> undone(Collection<PlanState> plans, Collection<EncounterFacts> read, Answers observed) {
		Map<Integer, EncounterFacts> byId = new HashMap<>();
		read.forEach(encounter -> byId.put(encounter.getId(), encounter));
		return plans.stream().filter(plan -> plan.getStatus() == PlanStatus.FULFILLED)
			.filter(plan -> byId.containsKey(plan.getFulfilledBy())
				&& !byId.get(plan.getFulfilledBy()).isPatientGone()
				&& !fulfils(byId.get(plan.getFulfilledBy()), plan, observed))
			.collect(Collectors.toList());
	}

	private boolean fulfils(EncounterFacts encounter, PlanState plan, Answers observed) {
		return run.counts(encounter) && encounter.getPatientId().equals(plan.getPatientId())
			&& run.ruleOf(plan).isFulfilled(plan, encounter, run.siteOf(encounter).dayOf(encounter.getAt()), observed);
	}

	private void review(PlanState plan) {
		Integer encounter = fulfilling(plan);
		if (encounter == null
			&& changes.resume(plan.getPlanId(), Reasons.FULFILLED, run.because(Reasons.FULFILMENT_UNDONE))) {
			plan.became(PlanStatus.ACTIVE);
			run.getReport().reopened();
		} else {
			changes.fulfilledInstead(plan.getPlanId(), encounter);
		}
	}

	/** The first encounter that is what the plan waits for; null: there is none. */
	private Integer fulfilling(PlanState plan) {
		ProtocolRule rule = run.ruleOf(plan);
		Instant sinceTheDay = plan.getAnchorAt().atZone(ZoneId.of(plan.getZone())).truncatedTo(ChronoUnit.DAYS).toInstant();
		List<EncounterFacts> later = encounters.since(Collections.singleton(plan.getPatientId()), sinceTheDay);
		Answers observed = encounters.answers(later.stream().map(EncounterFacts::getId).collect(Collectors.toList()),
			rule.getQuestions());
		return later.stream().filter(encounter -> fulfils(encounter, plan, observed)).map(EncounterFacts::getId).findFirst()
			.orElse(null);
	}
}
