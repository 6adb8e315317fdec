/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.module.retention.followup.task.PlanStatus;

/**
 * What fulfilled a plan was voided or edited, and nothing else does: the plan goes on, as far as it is worth doing. Looks at
 * the patients whose encounter was saved just now; for those of a sweep it would cost a read of each patient's chart.
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
	void review(PlansOfRun plans, Set<Integer> patients) {
		for (PlanState plan : plans.all()) {
			if (patients != null && !patients.contains(plan.getPatientId())) {
				continue;
			}
			boolean byEncounter = plan.getStatus() == PlanStatus.FULFILLED && plan.getPlanId() != null
				&& Reasons.FULFILLED.equals(plan.getStatusReason()) && plan.getPatientId() != null;
			if (byEncounter && !isFulfilled(plan)
				&& changes.resume(plan.getPlanId(), Reasons.FULFILLED, run.because(Reasons.FULFILMENT_UNDONE))) {
				plan.became(PlanStatus.ACTIVE);
				run.getReport().reopened();
			}
		}
	}

	private boolean isFulfilled(PlanState plan) {
		ProtocolRule rule = run.ruleOf(plan);
		if (!rule.canBeFulfilled()) {
			return true;
		}
		Instant sinceTheDay = plan.getAnchorAt().atZone(ZoneId.of(plan.getZone())).truncatedTo(ChronoUnit.DAYS).toInstant();
		List<EncounterFacts> later = encounters.since(Collections.singleton(plan.getPatientId()), sinceTheDay);
		Answers observed = encounters.answers(later.stream().map(EncounterFacts::getId).collect(Collectors.toList()),
			rule.getQuestions());
		return later.stream().filter(run::counts)
			.anyMatch(e -> rule.isFulfilled(plan, e, run.siteOf(e).dayOf(e.getAt()), observed));
	}
}
