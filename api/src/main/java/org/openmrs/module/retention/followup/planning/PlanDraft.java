/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import lombok.Getter;
import org.openmrs.module.retention.followup.protocol.SkipRule;
import org.openmrs.module.retention.followup.task.PlanStatus;
import org.openmrs.module.retention.followup.task.TaskStatus;
import org.openmrs.module.retention.followup.task.TaskTimes;

/** A plan that is about to be written, with its tasks. */
@Getter
class PlanDraft {

	private final ProtocolRule rule;

	private Anchor anchor;

	private List<PlannedStep> steps;

	/** Its time had passed before it was made: it waits for its turn, and has no steps yet. */
	private boolean overdue;

	/** What the plan took over from an older one, one line each; null: nothing. */
	private String context;

	private PlanStatus status = PlanStatus.ACTIVE;

	/** Why it has ended before it was written; null: it has not. */
	private String statusReason;

	private boolean afterNewerVisit;

	/** Held for a manager: the sweep makes more than a day can bear. */
	private boolean flooded;

	/** Its turn has come so long after the visit that a person looks at it before anybody is called. */
	private boolean old;

	PlanDraft(ProtocolRule rule, Anchor anchor, List<PlannedStep> steps) {
		this.rule = rule;
		this.anchor = anchor;
		this.steps = steps;
		this.context = anchor.getContext();
	}

	static PlanDraft overdue(ProtocolRule rule, Anchor anchor) {
		PlanDraft draft = new PlanDraft(rule, anchor, Collections.emptyList());
		draft.overdue = true;
		return draft;
	}

	/** Its turn has come: what leads up to the day is left out, the rest is counted from it. */
	void release(LocalDate day, Instant now) {
		this.overdue = false;
		this.old = rule.isToVerify(anchor.getDay(), day);
		this.anchor = anchor.toBuilder().countedFrom(day).build();
		this.steps = anchor.schedule().of(rule.getDefinition().getSteps(), now).stream()
			.map(s -> s.getNominalDay().isBefore(day) ? s.as(PlannedStep.Fate.LATE) : s).collect(Collectors.toList());
	}

	void addContext(String lines) {
		this.context = context == null ? lines : context + "\n" + lines;
	}

	/** The patient has come again since: steps that are skipped then are not worked. */
	void skipAfterNewerVisit() {
		this.afterNewerVisit = true;
	}

	/** Ends it within the run that made it; what is not worked any more stays as a trace. */
	void end(PlanStatus newStatus, String reason) {
		this.status = newStatus;
		this.statusReason = reason;
	}

	void holdForManager() {
		this.flooded = true;
	}

	TaskStatus statusOf(PlannedStep step) {
		if (!step.isKept()) {
			return TaskStatus.SUPERSEDED;
		}
		if (status == PlanStatus.ACTIVE) {
			return isSkipped(step) ? TaskStatus.CANCELLED : TaskStatus.OPEN;
		}
		return status == PlanStatus.SUPERSEDED ? TaskStatus.SUPERSEDED : TaskStatus.CANCELLED;
	}

	/** Null: it is open. */
	String reasonOf(PlannedStep step) {
		if (!step.isKept()) {
			return step.getFate() == PlannedStep.Fate.LATE ? Reasons.LATE : Reasons.ABSORBED;
		}
		if (status == PlanStatus.ACTIVE) {
			return isSkipped(step) ? Reasons.NEWER_VISIT : null;
		}
		return statusReason;
	}

	/** Nobody is called before then: a supervisor verifies the anchor first. Null: no verification. */
	Instant verifiedBy() {
		if (rule.isByInterval()) {
			return old ? TaskTimes.UNTIL_RELEASED : null;
		}
		String within = rule.getDefinition().getVerifyAfter();
		return within == null ? null : anchor.getAt().plus(Duration.parse(within));
	}

	/** Whether anything of it would be worked. */
	boolean isWorthWriting() {
		return overdue ? status == PlanStatus.ACTIVE : steps.stream().anyMatch(s -> statusOf(s) == TaskStatus.OPEN);
	}

	private boolean isSkipped(PlannedStep step) {
		return afterNewerVisit && step.getStep().getSkipWhen().contains(SkipRule.NEWER_VISIT);
	}
}
