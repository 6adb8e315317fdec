/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.openmrs.User;
import org.openmrs.module.retention.followup.capacity.DayLoads;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.TaskPolicy;
import org.openmrs.module.retention.question.Answers;
import org.openmrs.module.retention.shared.RetentionPrivileges;

/** Finds what is odd about an entry, as far as it is known when it is made. */
@RequiredArgsConstructor
class AttemptFlags {

	private static final Duration LATE = Duration.ofDays(1);

	private final Reach reach;

	private final AttemptDao attempts;

	private final TaskWorlds worlds;

	private final Staff staff;

	private final DayLoads loads;

	private final TaskPolicy policy;

	/** Before the contact is played: the tasks are as the caller found them. */
	Set<AttemptFlag> before(AttemptRequest request, ContactAttempt attempt, CallTimes times, Caller caller) {
		Set<AttemptFlag> flags = EnumSet.noneOf(AttemptFlag.class);
		List<FollowUpTask> tasks = attempt.getTasks();
		add(flags, AttemptFlag.CLOCK_SKEW,
			request.getStartedAt() != null && request.getStartedAt().isAfter(attempt.getStartedAt().plusSeconds(1)));
		add(flags, AttemptFlag.LATE_ENTRY, attempt.getStartedAt().plus(LATE).isBefore(caller.getNow()));
		add(flags, AttemptFlag.CLAIMED_BY_ANOTHER,
			tasks.stream().anyMatch(t -> t.isClaimedByAnother(attempt.getCalledBy(), caller.getNow())));
		add(flags, AttemptFlag.TASK_EXPIRED, tasks.stream().anyMatch(t -> t.isExpired(attempt.getStartedAt())));
		add(flags, AttemptFlag.FOREIGN_NUMBER, reach.isForeignNumber(attempt, caller));
		if (attempt.isCall()) {
			add(flags, AttemptFlag.QUIET_HOURS, !isCallingHour(attempt.getStartedAt(), attempt, times));
			add(flags, AttemptFlag.SITE_CLOSED, !times.isOpenAt(attempt.getStartedAt()));
			add(flags, AttemptFlag.AGAINST_POLICY, tasks.stream().filter(t -> t.getPatient() != null)
				.anyMatch(t -> !policy.decide(t, attempt.getChannel(), attempt.getStartedAt()).isAllowed()));
		}
		if (attempt.getResult() == AttemptResult.SPOKE) {
			conversation(flags, attempt);
		}
		return flags;
	}

	private void conversation(Set<AttemptFlag> flags, ContactAttempt attempt) {
		boolean another = attempt.getSpokeWith() != SpokeWith.PATIENT;
		Disposition disposition = attempt.getDisposition();
		add(flags, AttemptFlag.SAID_BY_ANOTHER,
			another && (disposition == Disposition.STOP || disposition == Disposition.ENDED));
		add(flags, AttemptFlag.RELATION_MISSING, another && attempt.getRelation() == null);
		add(flags, AttemptFlag.ANSWERS_FROM_ANOTHER,
			attempt.getSpokeWith() == SpokeWith.OTHER && !attempt.getAnswers().isEmpty());
		if (disposition == Disposition.DONE && attempt.getSpokeWith() != SpokeWith.OTHER) {
			add(flags, AttemptFlag.ANSWERS_MISSING, attempt.getTasks().stream()
				.anyMatch(t -> !Answers.missing(worlds.questions(t), answersTo(attempt, t)).isEmpty()));
		}
		if (disposition == Disposition.DECLINED_NOW) {
			ContactAttempt last = attempts.conversationBefore(attempt.getPatientUuid(), attempt.getStartedAt());
			add(flags, AttemptFlag.DECLINED_AGAIN, last != null && last.getDisposition() == Disposition.DECLINED_NOW);
		}
	}

	/** What is odd about what was promised; a promise beats much, but neither quiet hours nor a closed door. */
	Set<AttemptFlag> ofPromise(Promises.Draft promise, ContactAttempt attempt, CallTimes times, Instant now) {
		Set<AttemptFlag> flags = EnumSet.noneOf(AttemptFlag.class);
		if (attempt.getDisposition() == Disposition.CALL_BACK) {
			add(flags, AttemptFlag.PROMISE_CLOSED, !times.isOpenAt(promise.getFrom()));
			add(flags, AttemptFlag.PROMISE_FULL, isFull(promise, attempt, now));
			add(flags, AttemptFlag.PROMISE_QUIET_HOURS, !isCallingHour(promise.getFrom(), attempt, times));
		}
		User owner = promise.getOwner() != null || promise.getRole() != null ? promise.getOwner() : whoRingsBack(attempt);
		add(flags, AttemptFlag.PROMISE_OWNER_ABSENT, owner != null && (Boolean.TRUE.equals(owner.getRetired())
			|| !owner.hasPrivilege(RetentionPrivileges.MANAGE_CONTACTS)
			|| staff.isAwayThroughout(owner, promise.getFrom(), promise.getBy())));
		return flags;
	}

	/** Where each of the patients lives, as far as that is known. */
	private boolean isCallingHour(Instant at, ContactAttempt attempt, CallTimes times) {
		Set<ZoneId> zones = new HashSet<>();
		attempt.getPatients().forEach(patient -> zones.add(reach.zoneOf(patient)));
		return zones.isEmpty() ? times.isCallingHour(at)
			: zones.stream().allMatch(zone -> (zone == null ? times : times.in(zone)).isCallingHour(at));
	}

	private boolean isFull(Promises.Draft promise, ContactAttempt attempt, Instant now) {
		FollowUpTask task = attempt.getTasks().isEmpty() ? null : attempt.getTasks().get(0);
		String queue = promise.getRole() != null ? promise.getRole()
			: promise.getOwner() != null ? null : loads.queueOf(task);
		return queue != null && loads.isFull(task, queue, promise.getFrom(), now);
	}

	/** Who has the task that the call-back moves; null: a queue. */
	private static User whoRingsBack(ContactAttempt attempt) {
		boolean moves = attempt.getDisposition() == Disposition.CALL_BACK && !attempt.getTasks().isEmpty();
		return moves ? attempt.getTasks().get(0).getAssigneeUser() : null;
	}

	static String codes(Set<AttemptFlag> flags) {
		return flags.isEmpty() ? null
			: Texts.cut(flags.stream().map(AttemptFlag::code).collect(Collectors.joining(",")), 255);
	}

	private static Map<String, String> answersTo(ContactAttempt attempt, FollowUpTask task) {
		Map<String, String> answers = new HashMap<>();
		attempt.getAnswers().stream().filter(a -> a.getTask() == task)
			.forEach(a -> answers.put(a.getQuestionKey(), a.getAnswer()));
		return answers;
	}

	private static void add(Set<AttemptFlag> flags, AttemptFlag flag, boolean raised) {
		if (raised) {
			flags.add(flag);
		}
	}
}
