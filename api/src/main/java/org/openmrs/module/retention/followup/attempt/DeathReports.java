/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.task.Cause;
import org.openmrs.module.retention.followup.task.FollowUpTask;

/**
 * Reports that a patient has died, which only the chart confirms: a task to look there, the end of the report when it was
 * taken back, and the end of the household's hold when the chart has said it.
 */
@RequiredArgsConstructor
class DeathReports {

	private static final String WITHDRAWN = "death-report-withdrawn";

	private final TaskStore store;

	private final TaskPlayer player;

	private final AttemptDao attempts;

	private final FollowOnTasks followOn;

	private final PlanEndings plans;

	/** The contact is recorded. */
	void follow(ContactAttempt attempt, Caller caller) {
		if (isReport(attempt)) {
			followOn.confirmDeath(attempt, caller);
		}
	}

	/**
	 * The contact is voided and what remains has been played. What was to be done meanwhile is not caught up: recalls whose
	 * window is not over return, and care that is still worth doing; everything else of the patient ends.
	 */
	void withdraw(ContactAttempt attempt, Caller caller) {
		if (!isReport(attempt) || attempts.latest(attempt.getPatientUuid(), Disposition.DEATH_REPORTED) != null) {
			return;
		}
		Cause cause = Cause.of(caller.getUser(), caller.getNow(), WITHDRAWN);
		List<FollowUpTask> over = store.openOf(attempt.getPatientUuid()).stream().filter(t -> !returns(t, caller))
			.collect(Collectors.toList());
		over.forEach(task -> task.cancel(cause));
		plans.settle(over, cause);
	}

	private static boolean returns(FollowUpTask task, Caller caller) {
		return task.getPurpose() == Purpose.CARE
			|| task.getPurpose() == Purpose.RECALL && !task.getDueBy().isBefore(caller.getNow());
	}

	/** Calls to the household go on as their contacts left them once the chart has said that the patient has died. */
	int resumeHouseholds(Caller caller, int most) {
		List<FollowUpTask> held = store.heldForDeathInTheChart(caller.getNow(), most);
		store.lock(held);
		held.forEach(task -> player.replay(task, Cause.of(caller.getUser(), caller.getNow(), "death-in-the-chart")
			.withAttemptId(player.lastAttempt(task))));
		return held.size();
	}

	private static boolean isReport(ContactAttempt attempt) {
		return attempt.getDisposition() == Disposition.DEATH_REPORTED && attempt.getPatient() != null;
	}
}
