/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import lombok.Getter;
import org.openmrs.module.retention.followup.protocol.RepeatMode;
import org.openmrs.module.retention.followup.task.PlanStatus;

/** Drafts of the plans that anchors begin, by what the patients have already and by what the protocol says of repeats. */
class Beginnings {

	private final PlanningRun run;

	private final PlansOfRun plans;

	private final PlansUnderWay changes;

	@Getter
	private final List<PlanDraft> drafts = new ArrayList<>();

	Beginnings(PlanningRun run, PlansOfRun plans, PlansUnderWay changes) {
		this.run = run;
		this.plans = plans;
		this.changes = changes;
	}

	void begin(ProtocolRule rule, Anchor anchor) {
		run.getReport().anchored();
		PlanState existing = plans.find(rule, anchor);
		if (existing != null) {
			adopt(existing, anchor);
			return;
		}
		List<PlanState> others = plans.of(rule, anchor.getPatientId());
		if (isWithinIgnoredPeriod(rule, anchor.getDay(), others) || isOlderThanAnother(rule, anchor.getAt(), others)) {
			run.getReport().overtaken();
			return;
		}
		PlanDraft draft = draft(rule, anchor);
		if (draft == null) {
			run.getReport().pastGrace(rule);
			return;
		}
		restart(rule, draft, others);
		drafts.add(draft);
		plans.add(PlanState.of(draft));
	}

	/** Null: every step is past its grace. What many may begin at once waits for its turn as what is overdue does. */
	private PlanDraft draft(ProtocolRule rule, Anchor anchor) {
		if (rule.isSpread()) {
			return PlanDraft.overdue(rule, anchor);
		}
		if (rule.isByInterval() && anchor.getCountedFrom().isBefore(anchor.getSite().dayOf(run.getNow()))) {
			return PlanDraft.overdue(rule, anchor);
		}
		List<PlannedStep> steps = anchor.schedule().of(rule.getDefinition().getSteps(), run.getNow());
		return steps.isEmpty() ? null : new PlanDraft(rule, anchor, steps);
	}

	/** A plan that has lost its anchor goes on with the next encounter of its visit or day. */
	private void adopt(PlanState plan, Anchor anchor) {
		boolean another = anchor.getEncounterId() != null && !anchor.getEncounterId().equals(plan.getEncounterId());
		if (plan.hasLostItsAnchor() && another
			&& changes.adopt(plan.getPlanId(), anchor, run.ruleOf(plan), run.because(Reasons.ANCHOR_RESTORED))) {
			plan.became(PlanStatus.ACTIVE);
			run.getReport().reopened();
		}
	}

	private static boolean isWithinIgnoredPeriod(ProtocolRule rule, LocalDate day, List<PlanState> others) {
		if (rule.getDefinition().getOnRepeat() != RepeatMode.IGNORE) {
			return false;
		}
		Period within = Period.parse(rule.getDefinition().getIgnoreWithin());
		return others.stream().filter(o -> !o.hasLostItsAnchor())
			.anyMatch(o -> day.isBefore(o.getAnchorDay().plus(within)) && o.getAnchorDay().isBefore(day.plus(within)));
	}

	/** Ended or not: what came later took the older one's place, and does so however often the older one is read. */
	private static boolean isOlderThanAnother(ProtocolRule rule, Instant at, List<PlanState> others) {
		return rule.getDefinition().getOnRepeat() == RepeatMode.RESTART
			&& others.stream().anyMatch(o -> !o.hasLostItsAnchor() && o.getAnchorAt().isAfter(at));
	}

	private void restart(ProtocolRule rule, PlanDraft draft, List<PlanState> others) {
		if (rule.getDefinition().getOnRepeat() != RepeatMode.RESTART) {
			return;
		}
		for (PlanState older : others) {
			if (older.isActive()) {
				draft.addContext(older.getAnchorDay().toString());
				if (older.getDraft() != null) {
					older.getDraft().end(PlanStatus.SUPERSEDED, Reasons.RESTARTED);
				} else if (changes.end(older.getPlanId(), PlanStatus.SUPERSEDED, run.because(Reasons.RESTARTED))) {
					run.getReport().ended();
				}
				older.became(PlanStatus.SUPERSEDED);
			}
		}
	}
}
