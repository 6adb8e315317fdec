/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.openmrs.module.retention.followup.task.Cause;
import org.openmrs.module.retention.followup.task.PlanStatus;

/**
 * One patient's past, encounter by encounter in the order in which they were entered, with the rules that planning goes by:
 * what each would have started, and what it would have meant for the plans that ran then. Nothing is stored.
 */
class RehearsedPatient implements PlansUnderWay {

	/** Entered that much later it was imported, and is taken as entered when it happened. */
	private static final Duration IMPORTED = Duration.ofDays(31);

	private final PlanningRun run;

	private final Anchors anchors;

	private final BiFunction<Collection<Integer>, Set<Integer>, Map<Integer, EncounterFacts>> earliest;

	private final RehearsalTally tally;

	private final Map<Integer, RehearsedPlan> plans = new LinkedHashMap<>();

	private final List<EncounterFacts> seen = new ArrayList<>();

	RehearsedPatient(PlanningRun run, Anchors anchors,
		BiFunction<Collection<Integer>, Set<Integer>, Map<Integer, EncounterFacts>> earliest, RehearsalTally tally) {
		this.run = run;
		this.anchors = anchors;
		this.earliest = earliest;
		this.tally = tally;
	}

	/** Begins a plan that no encounter starts. */
	void begin(ProtocolRule rule, Anchor anchor, PlanningRun then) {
		Beginnings beginnings = new Beginnings(then, known(), this);
		beginnings.begin(rule, anchor);
		make(beginnings.getDrafts(), then);
	}

	void live(List<EncounterFacts> encounters) {
		encounters.stream().sorted(Comparator.comparing(RehearsedPatient::entered).thenComparing(EncounterFacts::getId))
			.forEach(this::meet);
	}

	void count() {
		plans.values().forEach(tally::count);
	}

	void meet(EncounterFacts encounter) {
		Instant moment = entered(encounter);
		PlanningRun then = run.at(moment, tally.reportOf(moment));
		seen.add(encounter);
		make(new EncounterPass(then, known(), anchors, this, earliest).over(Collections.singletonList(encounter)), then);
	}

	private void make(List<PlanDraft> drafts, PlanningRun then) {
		LaterEncounters later = new LaterEncounters(null, then);
		for (PlanDraft draft : drafts) {
			later.meet(draft, seen, anchors.getAnswers());
			if (draft.isOverdue()) {
				LocalDate today = draft.getAnchor().getSite().dayOf(then.getNow());
				draft.release(draft.getAnchor().getSite().getHours().openOnOrAfter(today), then.getNow());
			}
			if (draft.isWorthWriting()) {
				Integer id = plans.size() + 1;
				plans.put(id, new RehearsedPlan(id, draft, then.getNow()));
			} else {
				then.getReport().overtaken();
			}
		}
	}

	/** Ends the plan of that anchor, if it runs. */
	void end(String anchorKey, PlanStatus to, String reason, Instant at) {
		plans.values().stream().filter(plan -> plan.isActive() && plan.getDraft().getAnchor().getKey().equals(anchorKey))
			.forEach(plan -> plan.end(to, reason, at));
	}

	/** Ends what runs. */
	void endAll(PlanStatus to, String reason, Instant at) {
		plans.values().stream().filter(RehearsedPlan::isActive).forEach(plan -> plan.end(to, reason, at));
	}

	/** What was ended for that reason runs again. */
	void resume(String reason, Instant at) {
		plans.values().stream().filter(plan -> reason.equals(plan.getStatusReason())).forEach(plan -> plan.resume(at));
	}

	private PlansOfRun known() {
		PlansOfRun known = new PlansOfRun();
		plans.values().forEach(plan -> known.add(plan.state()));
		return known;
	}

	static Instant entered(EncounterFacts encounter) {
		Instant at = encounter.getAt();
		Instant entered = encounter.getEntered();
		return entered.isBefore(at) || entered.isAfter(at.plus(IMPORTED)) ? at : entered;
	}

	@Override
	public boolean end(Integer planId, PlanStatus to, Cause cause) {
		RehearsedPlan plan = plans.get(planId);
		if (!plan.isActive()) {
			return false;
		}
		plan.end(to, cause.getCode(), cause.getAt());
		return true;
	}

	@Override
	public boolean fulfil(Integer planId, Integer encounterId, Cause cause) {
		return end(planId, PlanStatus.FULFILLED, cause);
	}

	@Override
	public boolean skipAfterNewerVisit(Integer planId, ProtocolRule rule, Cause cause) {
		return plans.get(planId).comeAgain(cause.getAt());
	}

	/** Only what is not voided is read: no plan loses its anchor. */
	@Override
	public boolean adopt(Integer planId, Anchor anchor, ProtocolRule rule, Cause cause) {
		return false;
	}
}
