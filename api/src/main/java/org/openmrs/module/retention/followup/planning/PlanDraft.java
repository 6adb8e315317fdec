/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.openmrs.module.retention.calendar.Site;
import org.openmrs.module.retention.followup.protocol.SkipRule;
import org.openmrs.module.retention.followup.task.PlanStatus;
import org.openmrs.module.retention.followup.task.TaskStatus;

/** A plan that is about to be written, with its tasks. */
@Getter
@RequiredArgsConstructor
class PlanDraft {

	private final ProtocolRule rule;

	private final EncounterFacts anchor;

	private final String anchorKey;

	private final LocalDate anchorDay;

	private final Site site;

	private final List<PlannedStep> steps;

	/** What the plan took over from an older one, one line each; null: nothing. */
	private String context;

	private PlanStatus status = PlanStatus.ACTIVE;

	/** Why it has ended before it was written; null: it has not. */
	private String statusReason;

	private boolean afterNewerVisit;

	/** Held for a manager: the sweep makes more than a day can bear. */
	private boolean flooded;

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
		String within = rule.getDefinition().getVerifyAfter();
		return within == null ? null : anchor.getAt().plus(Duration.parse(within));
	}

	/** Whether anything of it would be worked. */
	boolean isWorthWriting() {
		return steps.stream().anyMatch(s -> statusOf(s) == TaskStatus.OPEN);
	}

	private boolean isSkipped(PlannedStep step) {
		return afterNewerVisit && step.getStep().getSkipWhen().contains(SkipRule.NEWER_VISIT);
	}
}
