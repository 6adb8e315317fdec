/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.task.Cause;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.HoldReason;
import org.openmrs.module.retention.followup.task.TaskLifeCycle;
import org.openmrs.module.retention.followup.task.TaskSource;
import org.openmrs.module.retention.followup.task.TaskStatus;
import org.openmrs.module.retention.followup.task.TaskStatusChange;

/**
 * Plays attempts on a task by the table in {@link AttemptRule}. A task's state is what its attempts, in the order in which
 * they happened, and the changes that people and plans made in between make of the planned task. So taking an attempt
 * back, and entering one late, is playing the rest again.
 */
final class AttemptRules {

	private static final Pattern CODE = Pattern.compile("[a-z0-9-]{1,60}");

	private AttemptRules() {
	}

	/** What the attempt does to the task that it is linked to in that role. */
	static List<TaskEffect> effects(Situation situation, AttemptTask.Role role) {
		AttemptRule rule = AttemptRule.of(situation.getAttempt());
		if (role == AttemptTask.Role.AFFECTED && situation.getTask().getSource() == TaskSource.CHART_CHECK) {
			return TaskEffect.none();
		}
		return role == AttemptTask.Role.ANSWERED ? rule.onAnswered(situation) : rule.onOther(situation);
	}

	/** Whether the attempt would close the task as done. */
	static boolean completes(Situation situation) {
		return effects(situation, AttemptTask.Role.ANSWERED).stream().anyMatch(e -> e.getKind() == TaskEffect.Kind.COMPLETE);
	}

	/** Plays one attempt that is later than everything that happened to the task. */
	static void play(FollowUpTask task, AttemptTask link, List<AttemptTask> earlier, TaskWorld world) {
		ContactAttempt attempt = link.getAttempt();
		Situation situation = Situation.builder().attempt(attempt).answered(attempt.getTasks()).task(task)
			.earlier(answering(earlier)).thoughtOver(isThoughtOver(task, earlier)).world(world).build();
		Cause cause = Cause.of(attempt.getCreator(), attempt.getStartedAt(), "contact").withAttemptId(attempt.getId());
		if (link.getRole() == AttemptTask.Role.ANSWERED) {
			task.releaseClaim();
		}
		if (task.isOpen() || !attempt.getStartedAt().isAfter(task.getExpiresAt())) {
			TaskEffect.apply(effects(situation, link.getRole()), task, cause);
		}
		holdForBooking(task, world);
		holdForEscalation(task, world);
	}

	/** Plays everything again from the planned task. The links are those of attempts that stand. */
	static void replay(FollowUpTask task, List<AttemptTask> links, TaskWorld world, Cause undo) {
		HoldReason foreignHold = task.getHoldReason() == null || task.getHoldReason().isOfContacts() ? null
			: task.getHoldReason();
		Instant foreignUntil = task.getHoldUntil();
		List<TaskStatusChange> byOthers = byOthers(task);
		task.resetToPlanned(undo);
		List<AttemptTask> played = new ArrayList<>();
		for (AttemptTask link : inOrder(links)) {
			Instant at = link.getAttempt().getStartedAt();
			while (!byOthers.isEmpty() && byOthers.get(0).getChangedAt().isBefore(at)) {
				repeat(task, byOthers.remove(0), undo);
			}
			play(task, link, played, world);
			played.add(link);
		}
		byOthers.forEach(change -> repeat(task, change, undo));
		if (task.isOpen() && foreignHold != null) {
			task.hold(foreignHold, foreignUntil);
		}
		holdForBooking(task, world);
		holdForEscalation(task, world);
	}

	/** Whether the attempt is later than all else that happened to the task, so that it can simply be played. */
	static boolean isLatest(FollowUpTask task, ContactAttempt attempt, List<AttemptTask> others) {
		return others.stream().noneMatch(l -> l.getAttempt().getStartedAt().isAfter(attempt.getStartedAt()))
			&& byOthers(task).stream().noneMatch(c -> c.getChangedAt().isAfter(attempt.getStartedAt()));
	}

	static List<AttemptTask> inOrder(List<AttemptTask> links) {
		return links.stream().sorted(Comparator.comparing((AttemptTask l) -> l.getAttempt().getStartedAt())
			.thenComparing(l -> l.getAttempt().getId())).collect(Collectors.toList());
	}

	/** Changes of status that no attempt made, after the first row: by hand, by a plan, by a merge. */
	private static List<TaskStatusChange> byOthers(FollowUpTask task) {
		return task.getChanges().stream()
			.filter(c -> c.getAttemptId() == null && c.getFromStatus() != null && c.getFromStatus() != c.getToStatus())
			.sorted(Comparator.comparing(TaskStatusChange::getChangedAt)).collect(Collectors.toCollection(ArrayList::new));
	}

	private static void repeat(FollowUpTask task, TaskStatusChange change, Cause undo) {
		if (!TaskLifeCycle.after(task.getStatus()).contains(change.getToStatus())) {
			return;
		}
		boolean isCode = change.getReason() != null && CODE.matcher(change.getReason()).matches();
		Cause cause = Cause.of(change.getActor(), change.getChangedAt(), isCode ? change.getReason() : "by-hand")
			.withNote(change.getReason()).withAttemptId(undo.getAttemptId());
		TaskStatus to = change.getToStatus();
		if (to == TaskStatus.OPEN) {
			task.reopen(cause);
		} else if (to == TaskStatus.CANCELLED) {
			task.cancel(cause);
		} else if (to == TaskStatus.SUPERSEDED) {
			task.supersede(cause);
		} else if (to == TaskStatus.MISSED) {
			task.miss(cause);
		} else {
			task.complete(cause);
		}
	}

	/** Nobody is asked to come who will, whoever wrote the booking down; a promised call is made. */
	private static void holdForBooking(FollowUpTask task, TaskWorld world) {
		boolean byContacts = task.getHoldReason() == null || task.getHoldReason().isOfContacts();
		if (task.isOpen() && byContacts && !task.isPromised() && world.isWaitsForBooking() && world.getBooking() != null) {
			task.hold(HoldReason.BOOKED, world.getBooking().getWaitUntil());
			task.keepUntil(world.getBooking().getWorthUntil());
		}
	}

	/** An angry patient hears nothing but care. What waits for something else that no contact said keeps its reason. */
	static void holdForEscalation(FollowUpTask task, TaskWorld world) {
		boolean byContacts = task.getHoldReason() == null || task.getHoldReason().isOfContacts();
		if (task.isOpen() && byContacts && world.isServiceEscalationOpen() && task.getPurpose() != Purpose.CARE) {
			task.hold(HoldReason.SERVICE_ESCALATION, null);
		}
	}

	private static boolean isThoughtOver(FollowUpTask task, List<AttemptTask> earlier) {
		return earlier.stream().map(AttemptTask::getAttempt).anyMatch(
			a -> Situation.builder().attempt(a).answered(a.getTasks()).task(task).build().isLeftToThink());
	}

	private static List<ContactAttempt> answering(List<AttemptTask> links) {
		return inOrder(links).stream().filter(l -> l.getRole() == AttemptTask.Role.ANSWERED).map(AttemptTask::getAttempt)
			.collect(Collectors.toList());
	}
}
