/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.module.retention.followup.task.PlanStatus;

/** A plan that is made late may be overtaken already: what it is for has happened, or the patient has come again. */
class LaterEncounters {

	private final EncounterDao encounters;

	private final PlanningRun run;

	LaterEncounters(EncounterDao encounters, PlanningRun run) {
		this.encounters = encounters;
		this.run = run;
	}

	void applyTo(List<PlanDraft> drafts) {
		List<PlanDraft> asking = drafts.stream().filter(d -> d.getStatus() == PlanStatus.ACTIVE)
			.filter(d -> d.getRule().canBeFulfilled() || d.getRule().skipsAfterNewerVisit()).collect(Collectors.toList());
		if (asking.isEmpty()) {
			return;
		}
		Map<Integer, List<EncounterFacts>> later = since(asking);
		Answers observed = encounters.answers(
			later.values().stream().flatMap(List::stream).map(EncounterFacts::getId).collect(Collectors.toList()),
			questions(asking));
		for (PlanDraft draft : asking) {
			meet(draft, later.getOrDefault(draft.getAnchor().getPatientId(), Collections.emptyList()), observed);
		}
	}

	/** By what is known of its patient's encounters. */
	void meet(PlanDraft draft, List<EncounterFacts> known, Answers observed) {
		known.forEach(encounter -> meet(draft, encounter, observed));
	}

	/** By patient. From the first anchor's day on: what came earlier that day may be what an absence waits for. */
	private Map<Integer, List<EncounterFacts>> since(List<PlanDraft> drafts) {
		Set<Integer> patients = new HashSet<>();
		Instant earliest = Instant.MAX;
		for (PlanDraft draft : drafts) {
			Anchor anchor = draft.getAnchor();
			patients.add(anchor.getPatientId());
			Instant day = anchor.getSite().dayOf(anchor.getAt()).atStartOfDay(anchor.getSite().getZone()).toInstant();
			earliest = day.isBefore(earliest) ? day : earliest;
		}
		return encounters.since(patients, earliest).stream().filter(run::counts)
			.collect(Collectors.groupingBy(EncounterFacts::getPatientId));
	}

	private static Set<Integer> questions(List<PlanDraft> drafts) {
		Set<Integer> questions = new HashSet<>();
		drafts.forEach(d -> questions.addAll(d.getRule().getQuestions()));
		return questions;
	}

	private void meet(PlanDraft draft, EncounterFacts encounter, Answers observed) {
		ProtocolRule rule = draft.getRule();
		PlanState plan = PlanState.of(draft);
		LocalDate day = run.siteOf(encounter).dayOf(encounter.getAt());
		if (rule.canBeFulfilled() && rule.isFulfilled(plan, encounter, day, observed)) {
			draft.end(PlanStatus.FULFILLED, Reasons.FULFILLED);
		} else if (run.isVisit(encounter) && rule.comesAfter(plan, encounter, day)) {
			draft.skipAfterNewerVisit();
		}
	}
}
