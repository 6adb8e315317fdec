/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.openmrs.module.retention.followup.task.Cause;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.TaskStatus;
import org.openmrs.module.retention.shared.RetentionException;

/** Brings the tasks of a contact into the state that its attempts make, with their plans and promises. */
@RequiredArgsConstructor
class TaskPlayer {

	private final TaskStore store;

	private final AttemptDao attempts;

	private final TaskWorlds worlds;

	private final PlanEndings plans;

	/**
	 * A closed task takes a contact only when it was open at that time, or when the contact completes it and it had not
	 * expired by then.
	 */
	void refuseClosed(ContactAttempt attempt) {
		closedTo(attempt).stream().findFirst().ifPresent(task -> {
			throw RetentionException.conflict("retention.followup.error.task-closed", "tasks", task.getUuid(),
				task.getStatus().name());
		});
	}

	/** Its tasks that had ended when it happened and that it does not complete late. */
	List<FollowUpTask> closedTo(ContactAttempt attempt) {
		return attempt.getLinks().stream().map(AttemptTask::getTask).filter(task -> !task.isOpen()
			&& !attempt.getStartedAt().isBefore(task.getEndedAt()) && !completesLate(attempt, task))
			.collect(Collectors.toList());
	}

	private boolean completesLate(ContactAttempt attempt, FollowUpTask task) {
		if (task.getStatus() == TaskStatus.COMPLETED || attempt.getStartedAt().isAfter(task.getExpiresAt())) {
			return false;
		}
		Situation situation = Situation.builder().attempt(attempt).answered(attempt.getTasks()).task(task)
			.earlier(new ArrayList<>()).world(worlds.around(task, attempt.getStartedAt(), false)).build();
		return AttemptRules.completes(situation);
	}

	/** Links the other tasks that the rules say it reaches. */
	void linkOthers(ContactAttempt attempt, List<FollowUpTask> candidates, Caller caller) {
		for (FollowUpTask other : candidates) {
			Situation situation = Situation.builder().attempt(attempt).answered(attempt.getTasks()).task(other)
				.earlier(new ArrayList<>())
				.world(worlds.around(other, caller.getNow(), attempt.getResult() == AttemptResult.WRONG_NUMBER)).build();
			if (!AttemptRules.effects(situation, AttemptTask.Role.AFFECTED).isEmpty()) {
				attempt.link(other, AttemptTask.Role.AFFECTED);
			}
		}
	}

	/** Plays the saved attempt on all its tasks. The tasks that it has just ended as missed are answered. */
	List<FollowUpTask> play(ContactAttempt attempt, Caller caller) {
		List<FollowUpTask> missed = new ArrayList<>();
		for (AttemptTask link : attempt.getLinks()) {
			FollowUpTask task = link.getTask();
			boolean wasMissed = task.getStatus() == TaskStatus.MISSED;
			List<AttemptTask> all = attempts.links(task);
			List<AttemptTask> others = all.stream().filter(l -> l != link).collect(Collectors.toList());
			TaskWorld world = worlds.around(task, all, caller.getNow());
			if (AttemptRules.isLatest(task, attempt, others)) {
				AttemptRules.play(task, link, others, world);
			} else {
				AttemptRules.replay(task, all, world, cause(attempt, caller, "entered-late"));
			}
			if (!wasMissed && task.getStatus() == TaskStatus.MISSED) {
				missed.add(task);
			}
		}
		plans.settle(tasksOf(attempt), cause(attempt, caller, "contact"));
		return missed;
	}

	/** Plays what remains on the tasks of an attempt that has been voided; they go back to whom they were with. */
	void playWithout(ContactAttempt attempt, Caller caller) {
		Set<FollowUpTask> tasks = tasksOf(attempt);
		Cause undo = cause(attempt, caller, "attempt-voided");
		tasks.forEach(task -> replay(task, undo));
		EarlierAssignments earlier = new EarlierAssignments(attempts);
		tasks.stream().filter(task -> task.isAssignedByContact(attempt.getId()))
			.forEach(task -> task.returnTo(earlier.without(attempt, task), undo));
		plans.settle(tasks, undo);
	}

	/** As the contacts that stand, and the world as it is now, have it. */
	void replay(FollowUpTask task, Cause undo) {
		List<AttemptTask> links = attempts.links(task);
		AttemptRules.replay(task, links, worlds.around(task, links, undo.getAt()), undo);
		store.save(task);
	}

	/** Null: none stands. */
	Integer lastAttempt(FollowUpTask task) {
		List<AttemptTask> links = attempts.links(task);
		return links.isEmpty() ? null : links.get(links.size() - 1).getAttempt().getId();
	}

	/** If an escalation about service is open for its patient. */
	void holdForService(FollowUpTask task) {
		AttemptRules.holdForEscalation(task, worlds.around(task, Instant.EPOCH, false));
	}

	static Set<FollowUpTask> tasksOf(ContactAttempt attempt) {
		return attempt.getLinks().stream().map(AttemptTask::getTask).collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private static Cause cause(ContactAttempt attempt, Caller caller, String code) {
		return Cause.of(caller.getUser(), caller.getNow(), code).withAttemptId(attempt.getId());
	}
}
