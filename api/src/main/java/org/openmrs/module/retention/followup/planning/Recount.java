/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.util.Collections;

/** Counts a patient's open recall anew, from the interval that holds now. */
class Recount {

	private final EncounterDao encounters;

	private final PlanDao plans;

	private final PlanChanges changes;

	private final AgreementDao agreements;

	Recount(EncounterDao encounters, PlanDao plans, PlanChanges changes, AgreementDao agreements) {
		this.encounters = encounters;
		this.plans = plans;
		this.changes = changes;
		this.agreements = agreements;
	}

	void of(RecallOverride override, PlanningRun run) {
		Integer patient = override.getPatient().getPatientId();
		Anchors anchors = new Anchors(run, Answers.NONE, agreements.of(Collections.singleton(patient)));
		for (PlanState plan : plans.statesOfPatients(Collections.singleton(patient))) {
			if (plan.isActive() && plan.getProtocolId().equals(override.getProtocol().getId())
				&& plan.getEncounterId() != null) {
				ProtocolRule rule = run.ruleOf(plan);
				for (EncounterFacts visit : encounters.facts(Collections.singleton(plan.getEncounterId()))) {
					changes.recount(plan.getPlanId(), anchors.of(rule, visit), rule, run.because(Reasons.INTERVAL_AGREED));
				}
			}
		}
		plans.flush();
	}
}
