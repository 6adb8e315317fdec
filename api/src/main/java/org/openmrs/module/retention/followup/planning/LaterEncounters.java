/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
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
			.filter(d -> d.getRule().getFulfilledBy() != null || d.getRule().skipsAfterNewerVisit())
			.collect(Collectors.toList());
		if (asking.isEmpty()) {
			return;
		}
		List<EncounterFacts> later = since(asking);
		CodedAnswers observed = encounters.answers(later.stream().map(EncounterFacts::getId).collect(Collectors.toList()),
			questions(asking));
		for (PlanDraft draft : asking) {
			later.stream().filter(run::counts).filter(e -> isLater(e, draft)).forEach(e -> meet(draft, e, observed));
		}
	}

	private List<EncounterFacts> since(List<PlanDraft> drafts) {
		Set<Integer> patients = new HashSet<>();
		Instant earliest = Instant.MAX;
		for (PlanDraft draft : drafts) {
			patients.add(draft.getAnchor().getPatientId());
			earliest = draft.getAnchor().getAt().isBefore(earliest) ? draft.getAnchor().getAt() : earliest;
		}
		return encounters.since(patients, earliest);
	}

	private static Set<Integer> questions(List<PlanDraft> drafts) {
		Set<Integer> questions = new HashSet<>();
		drafts.forEach(d -> questions.addAll(d.getRule().getQuestions()));
		return questions;
	}

	private boolean isLater(EncounterFacts encounter, PlanDraft draft) {
		return encounter.getPatientId().equals(draft.getAnchor().getPatientId())
			&& encounter.getAt().isAfter(draft.getAnchor().getAt())
			&& !encounter.anchorKey(draft.getRule().getDefinition().getAnchorScope(),
				run.siteOf(encounter).dayOf(encounter.getAt())).equals(draft.getAnchorKey());
	}

	private void meet(PlanDraft draft, EncounterFacts encounter, CodedAnswers observed) {
		FilterRule fulfilledBy = draft.getRule().getFulfilledBy();
		if (fulfilledBy != null && fulfilledBy.matches(encounter, observed)) {
			draft.end(PlanStatus.FULFILLED, Reasons.FULFILLED);
		} else if (run.isVisit(encounter)) {
			draft.skipAfterNewerVisit();
		}
	}
}
