/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes encounters in and makes of them what the protocols say: new plans, and what they mean for plans that exist.
 * Running it twice on the same encounters makes nothing twice. In the caller's transaction.
 */
class Planner {

	private final EncounterDao encounters;

	private final PlanDao plans;

	private final PlanWriter writer;

	private final PlanChanges changes;

	private final PlanReview review;

	Planner(EncounterDao encounters, PlanDao plans, PlanWriter writer, PlanChanges changes, PlanReview review) {
		this.encounters = encounters;
		this.plans = plans;
		this.writer = writer;
		this.changes = changes;
		this.review = review;
	}

	boolean knows(Integer encounterId) {
		return !encounters.facts(Collections.singleton(encounterId)).isEmpty();
	}

	/** Ids of the plans made. */
	Collection<Integer> plan(Collection<Integer> encounterIds, PlanningRun run) {
		List<EncounterFacts> facts = encounters.facts(encounterIds);
		PlansOfRun known = new PlansOfRun();
		plans.statesOfPatients(patientsOf(facts)).forEach(known::add);
		plans.statesOfEncounters(encounterIds).forEach(known::add);
		CodedAnswers observed = encounters.answers(encounterIds, run.questions(known.all()));
		reviewAnchored(facts, known, observed, run);
		EncounterPass pass = new EncounterPass(run, known, observed, changes, encounters);
		List<PlanDraft> drafts = pass.over(facts);
		if (run.getFlood() == null) {
			new FulfilmentReview(encounters, changes, run).review(known);
		}
		new LaterEncounters(encounters, run).applyTo(drafts);
		List<PlanDraft> worthwhile = drafts.stream().filter(PlanDraft::isWorthWriting).collect(Collectors.toList());
		for (int i = worthwhile.size(); i < drafts.size(); i++) {
			run.getReport().overtaken();
		}
		if (run.getFlood() != null) {
			run.getFlood().admit(worthwhile);
		}
		Map<PlanDraft, Integer> written = writer.write(worthwhile, run.getNow(), run.getActor().getUserId());
		written.keySet().forEach(run.getReport()::made);
		if (run.getFlood() != null) {
			run.getFlood().remember(written);
		}
		return new ArrayList<>(written.values());
	}

	private void reviewAnchored(List<EncounterFacts> facts, PlansOfRun known, CodedAnswers observed, PlanningRun run) {
		for (EncounterFacts encounter : facts) {
			for (PlanState plan : known.anchoredOn(encounter)) {
				review.review(plan, encounter, observed, run);
			}
		}
	}

	private static Set<Integer> patientsOf(List<EncounterFacts> facts) {
		Set<Integer> patients = new HashSet<>();
		facts.forEach(f -> patients.add(f.getPatientId()));
		return patients;
	}
}
