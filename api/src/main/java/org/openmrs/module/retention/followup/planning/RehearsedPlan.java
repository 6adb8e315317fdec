/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.Getter;
import org.openmrs.module.retention.followup.protocol.SkipRule;
import org.openmrs.module.retention.followup.task.PlanStatus;
import org.openmrs.module.retention.followup.task.TaskStatus;

/** A plan as a rehearsal goes along: when it was made, and what has become of it since. */
@Getter
class RehearsedPlan {

	private final Integer planId;

	private final PlanDraft draft;

	private final Instant madeAt;

	private PlanStatus status;

	private String statusReason;

	/** Null: it runs. */
	private Instant endedAt;

	/** When the patient came again; null: not since. */
	private Instant cameAgainAt;

	/** Why steps were taken back that nothing opened again. */
	private final Map<PlannedStep, String> lost = new IdentityHashMap<>();

	RehearsedPlan(Integer planId, PlanDraft draft, Instant madeAt) {
		this.planId = planId;
		this.draft = draft;
		this.madeAt = madeAt;
		this.status = draft.getStatus();
	}

	boolean isActive() {
		return status == PlanStatus.ACTIVE;
	}

	void end(PlanStatus to, String reason, Instant at) {
		status = to;
		statusReason = reason;
		endedAt = at;
	}

	/** What ended it is taken back: what is still worth doing then is open again, and only that. */
	void resume(Instant at) {
		List<PlannedStep> undone = draft.getSteps().stream().filter(s -> draft.statusOf(s) == TaskStatus.OPEN)
			.filter(s -> !lost.containsKey(s) && !s.getFrom().isBefore(endedAt)).collect(Collectors.toList());
		undone.stream().filter(s -> s.getExpiresAt().isBefore(at)).forEach(s -> lost.put(s, statusReason));
		if (undone.stream().anyMatch(s -> !lost.containsKey(s))) {
			status = PlanStatus.ACTIVE;
			statusReason = null;
			endedAt = null;
		}
	}

	/** False: it skips nothing then, or has done so already. */
	boolean comeAgain(Instant at) {
		boolean skips = cameAgainAt == null && draft.getSteps().stream().anyMatch(s -> isSkippedThen(s)
			&& draft.statusOf(s) == TaskStatus.OPEN && !s.getFrom().isBefore(at));
		if (skips) {
			cameAgainAt = at;
		}
		return skips;
	}

	/** Why the step was never due; null: it was. What ends a plan takes back only what was not due yet. */
	String reasonNotDue(PlannedStep step) {
		String reason = draft.reasonOf(step) == null ? lost.get(step) : draft.reasonOf(step);
		if (reason == null && endedAt != null && !step.getFrom().isBefore(endedAt)) {
			reason = statusReason;
		}
		if (reason == null && cameAgainAt != null && isSkippedThen(step) && !step.getFrom().isBefore(cameAgainAt)) {
			reason = Reasons.NEWER_VISIT;
		}
		return reason;
	}

	PlanState state() {
		return PlanState.rehearsed(planId, draft, status, statusReason);
	}

	private static boolean isSkippedThen(PlannedStep step) {
		return step.getStep().getSkipWhen().contains(SkipRule.NEWER_VISIT);
	}
}
