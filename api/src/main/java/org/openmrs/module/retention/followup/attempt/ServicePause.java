/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.openmrs.module.retention.followup.task.AssignmentRun;
import org.openmrs.module.retention.followup.task.Cause;
import org.openmrs.module.retention.followup.task.FollowUpTask;

/**
 * What an open complaint about service does to the tasks of its patient: care is with its owner, all else is held. Lists
 * derive the pause from the complaint itself, so nobody is rung for a task that was made since; the holds, which say why,
 * are brought in step here.
 */
@RequiredArgsConstructor
class ServicePause {

	private final TaskStore store;

	private final TaskPlayer player;

	private final EscalationDao escalations;

	private final AssignmentRun assignments;

	/** A contact has opened one; the tasks are those that the contact answered or could have reached. */
	void begin(Escalation escalation, Collection<FollowUpTask> tasks, Caller caller) {
		tasks.forEach(player::holdForService);
		handOver(store.openCare(escalation.getPatientUuid()), caller, "service-escalation");
	}

	/** Whether the owner of an open complaint works the task. */
	boolean isWithOwner(FollowUpTask task) {
		return AssignmentRun.isForOwnerOfComplaint(task) && escalations.isServiceOpen(task.getPatientUuid());
	}

	/** It is with somebody else now; what a supervisor has given to another since stays there. */
	void follow(Escalation escalation, Caller caller) {
		if (escalation.getKind() == Escalation.Kind.SERVICE) {
			handOver(store.openCare(escalation.getPatientUuid()).stream().filter(t -> !t.isAssignedByHand())
				.collect(Collectors.toList()), caller, "service-escalation");
		}
	}

	/** It has ended: what waited goes on as its contacts left it, and care goes by its rule, if no other is open. */
	void end(Escalation escalation, Caller caller) {
		if (escalation.getKind() != Escalation.Kind.SERVICE) {
			return;
		}
		List<FollowUpTask> held = store.heldForService(escalation.getPatientUuid());
		store.lock(held);
		Cause cause = cause(escalation, caller);
		held.forEach(task -> player.replay(task, cause));
		if (escalations.isServiceOpen(escalation.getPatientUuid())) {
			follow(escalation, caller);
		} else {
			store.openCare(escalation.getPatientUuid()).stream().filter(t -> !t.isAssignedByHand())
				.filter(AssignmentRun::isForOwnerOfComplaint).forEach(t -> t.assignByRuleAgain(cause));
		}
	}

	/** Holds what was made since, and lets go what nothing holds any more (a merge moved its patient); how many of both. */
	int settle(Caller caller, int most) {
		Set<String> complaining = escalations.patientsOfOpenService();
		List<FollowUpTask> made = store.toHoldForService(complaining, caller.getNow(), most);
		store.lock(made);
		made.forEach(player::holdForService);
		List<FollowUpTask> left = store.heldForService().stream().filter(t -> !complaining.contains(t.getPatientUuid()))
			.limit(most).collect(Collectors.toList());
		store.lock(left);
		left.forEach(task -> player.replay(task, Cause.of(caller.getUser(), caller.getNow(), "escalation-closed")
			.withAttemptId(player.lastAttempt(task))));
		return made.size() + left.size();
	}

	private void handOver(List<FollowUpTask> care, Caller caller, String code) {
		List<FollowUpTask> ours = care.stream().filter(AssignmentRun::isForOwnerOfComplaint).collect(Collectors.toList());
		store.lock(ours);
		assignments.assign(ours, Cause.of(caller.getUser(), caller.getNow(), code));
	}

	private static Cause cause(Escalation escalation, Caller caller) {
		return Cause.of(caller.getUser(), caller.getNow(), "escalation-closed")
			.withAttemptId(escalation.getAttempt().getId());
	}
}
