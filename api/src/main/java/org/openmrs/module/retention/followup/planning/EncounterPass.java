/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.openmrs.module.retention.followup.task.PlanStatus;

/** One pass over some encounters in the order of their ids: what they fulfil, what they skip, what they start. */
class EncounterPass {

	private final PlanningRun run;

	private final PlansOfRun plans;

	private final Anchors anchors;

	private final PlansUnderWay changes;

	private final BiFunction<Collection<Integer>, Set<Integer>, Map<Integer, EncounterFacts>> earliest;

	private final Beginnings beginnings;

	private Map<Integer, EncounterFacts> firstVisits;

	/** @param earliest by patient, of these and of these types, the earliest encounter */
	EncounterPass(PlanningRun run, PlansOfRun plans, Anchors anchors, PlansUnderWay changes,
		BiFunction<Collection<Integer>, Set<Integer>, Map<Integer, EncounterFacts>> earliest) {
		this.run = run;
		this.plans = plans;
		this.anchors = anchors;
		this.changes = changes;
		this.earliest = earliest;
		this.beginnings = new Beginnings(run, plans, changes);
	}

	/** Drafts of the plans to make. */
	List<PlanDraft> over(List<EncounterFacts> facts) {
		for (EncounterFacts encounter : facts) {
			if (run.counts(encounter) && !encounter.isPatientGone()) {
				for (PlanState plan : plans.activeOf(encounter.getPatientId())) {
					meet(plan, encounter);
				}
				for (ProtocolRule rule : run.getActive()) {
					start(rule, encounter, facts);
				}
			}
		}
		return beginnings.getDrafts();
	}

	/** What a later encounter means for a plan that is under way. */
	private void meet(PlanState plan, EncounterFacts encounter) {
		ProtocolRule rule = run.ruleOf(plan);
		if (plan.getDraft() != null) {
			return;
		}
		LocalDate day = dayOf(encounter);
		if (rule.isFulfilled(plan, encounter, day, anchors.getAnswers())) {
			if (changes.fulfil(plan.getPlanId(), encounter.getId(), run.because(Reasons.FULFILLED))) {
				run.getReport().fulfilled();
			}
			plan.became(PlanStatus.FULFILLED);
		} else if (rule.skipsAfterNewerVisit() && rule.comesAfter(plan, encounter, day) && run.isVisit(encounter)
			&& changes.skipAfterNewerVisit(plan.getPlanId(), rule, run.because(Reasons.NEWER_VISIT))) {
			run.getReport().skippedSteps();
		}
	}

	private void start(ProtocolRule rule, EncounterFacts encounter, List<EncounterFacts> all) {
		if (!rule.starts(encounter, anchors.getAnswers()) || !concerns(rule, encounter, all)) {
			return;
		}
		beginnings.begin(rule, anchors.of(rule, encounter));
	}

	/** Whether the protocol acts on the day, and on the patient. */
	private boolean concerns(ProtocolRule rule, EncounterFacts encounter, List<EncounterFacts> all) {
		LocalDate day = dayOf(encounter);
		return !day.isBefore(rule.getFirstAnchorDay())
			&& run.isMeant(rule, encounter.getPatientId(), encounter.getSex(), encounter.getBirthdate(), day)
			&& (!rule.isFirstVisitOnly() || isFirstVisit(encounter, all))
			&& !(rule.isByInterval() && anchors.getAgreements().hasEnded(encounter.getPatientId(), day));
	}

	/** The earliest visit of the patient, or another encounter of that visit or day. */
	private boolean isFirstVisit(EncounterFacts encounter, List<EncounterFacts> all) {
		if (!run.isVisit(encounter)) {
			return false;
		}
		if (firstVisits == null) {
			Set<Integer> patients = all.stream().filter(this::mayBeFirst).map(EncounterFacts::getPatientId)
				.collect(Collectors.toSet());
			firstVisits = earliest.apply(patients, run.getVisitTypes());
		}
		EncounterFacts first = firstVisits.get(encounter.getPatientId());
		boolean sameVisit = first != null && first.getVisitUuid() != null
			&& first.getVisitUuid().equals(encounter.getVisitUuid());
		return first != null && (sameVisit || dayOf(first).equals(dayOf(encounter)));
	}

	/** Whether a protocol asks. */
	private boolean mayBeFirst(EncounterFacts encounter) {
		return run.getActive().stream().anyMatch(rule -> rule.isFirstVisitOnly()
			&& !dayOf(encounter).isBefore(rule.getFirstAnchorDay()));
	}

	private LocalDate dayOf(EncounterFacts encounter) {
		return run.siteOf(encounter).dayOf(encounter.getAt());
	}
}
