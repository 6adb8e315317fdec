/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.openmrs.Location;
import org.openmrs.User;
import org.openmrs.module.retention.followup.protocol.AssignmentLink;
import org.openmrs.module.retention.followup.protocol.Channel;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.protocol.RedFlag;
import org.openmrs.module.retention.followup.task.Cause;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.ListClass;
import org.openmrs.module.retention.followup.task.TaskDraft;
import org.openmrs.module.retention.followup.task.TaskSource;

/** Tasks that a contact makes: to ring back, one soft contact after thinking, to look at what was raised, to check a death. */
@RequiredArgsConstructor
class FollowOnTasks {

	private static final int TITLE_LENGTH = 255;

	/** An answer to it is worth having for so long. */
	private static final int DAYS_TO_ASK = 7;

	private static final Duration UNTIL_SOMEBODY_LOOKS = Duration.ofDays(365);

	private final TaskStore tasks;

	private final TaskWorlds worlds;

	/** A call-back that was promised when the contact was about no task, or for something beside it. */
	FollowUpTask ringBack(ContactAttempt attempt, String title, Instant from, Instant by, Caller caller) {
		CallTimes times = timesOf(attempt);
		TaskDraft draft = draft(attempt, TaskSource.CALL_BACK, Purpose.CARE, "call-back")
			.title(Texts.cut(title, TITLE_LENGTH))
			.from(from).by(by).expiresAt(times.closingOfOpenDayAfter(by)).build();
		return open(draft, attempt, caller);
	}

	/** One soft contact for each topic that the patient is thinking over, until the patient moves; it is not asked again. */
	void afterThinking(ContactAttempt attempt, FollowUpTask task, Caller caller) {
		if (task.getSource() == TaskSource.LEAD || task.getPurpose() == Purpose.CARE && task.getProtocol() == null) {
			return;
		}
		if (tasks.hasLead(task)) {
			return;
		}
		CallTimes times = worlds.times(task);
		LocalDate until = attempt.getUntilDate() != null ? attempt.getUntilDate()
			: times.dayOf(attempt.getStartedAt())
				.plusDays(worlds.around(task, attempt.getStartedAt(), false).getThinkingDays());
		Instant from = times.openingOnOrAfter(until);
		Purpose purpose = task.getPurpose() == Purpose.CARE ? Purpose.RECALL : task.getPurpose();
		TaskDraft draft = draft(attempt, TaskSource.LEAD, purpose, "thinking:" + task.getId())
			.patient(task.getPatient()).personToRingId(task.getPersonToRingId()).ringReason(task.getRingReason())
			.location(task.getLocation())
			.zone(task.getZone()).protocol(task.getProtocol()).protocolVersion(task.getProtocolVersion())
			.title(caller.text("retention.followup.title.thinking")).priority(task.getPriority()).from(from)
			.by(times.closingOf(times.dayOf(from))).expiresAt(times.closingOfOpenDayAfter(from)).triesMax(1)
			.assignment(task.getAssignmentLinks()).build();
		open(draft, attempt, caller);
	}

	/** What else the patient needs or is interested in is asked about after some time to think; each need once at a time. */
	void afterNeed(ContactAttempt attempt, Caller caller) {
		if (tasks.hasOpenNeed(attempt.getPatientUuid(), attempt.getNeed())) {
			return;
		}
		CallTimes times = timesOf(attempt);
		LocalDate until = times.dayOf(attempt.getStartedAt()).plusDays(worlds.thinkingDays());
		Instant from = times.openingOnOrAfter(until);
		Instant by = times.closingOf(times.dayOf(from));
		TaskDraft draft = draft(attempt, TaskSource.LEAD, Purpose.RECALL, TaskStore.NEED)
			.title(Texts.cut(caller.text("retention.followup.title.need", attempt.getNeed()), TITLE_LENGTH)).from(from)
			.by(by)
			.expiresAt(times.closingOf(times.dayOf(times.openingOnOrAfter(until.plusDays(DAYS_TO_ASK))))).build();
		open(draft, attempt, caller);
	}

	/** Somebody looks whether the patient has died; the chart is changed by people only. */
	void confirmDeath(ContactAttempt attempt, Caller caller) {
		CallTimes times = timesOf(attempt);
		Instant by = times.closingOfOpenDayAfter(caller.getNow());
		TaskDraft draft = draft(attempt, TaskSource.CHART_CHECK, Purpose.CARE, "death")
			.channel(Channel.IN_PERSON).title(caller.text("retention.followup.title.confirm-death"))
			.from(caller.getNow()).by(by).expiresAt(by.plus(UNTIL_SOMEBODY_LOOKS)).priority(100).build();
		open(draft, attempt, caller);
	}

	/** The task of those who look at an escalation: urgent on the list until somebody acknowledges it. */
	void lookAt(Escalation escalation, ContactAttempt attempt, Caller caller) {
		boolean service = escalation.getKind() == Escalation.Kind.SERVICE;
		boolean urgent = escalation.getSeverity() == RedFlag.Severity.URGENT;
		CallTimes times = timesOf(attempt);
		Instant by = service || !urgent ? times.closingOfOpenDayAfter(caller.getNow()) : escalation.getAcknowledgeBy();
		TaskDraft draft = draft(attempt, service ? TaskSource.RECOVERY : TaskSource.ESCALATION, Purpose.CARE,
			"escalation:" + escalation.getId())
			.patient(escalation.getPatient()).title(caller.text(service ? "retention.followup.title.recovery"
				: "retention.followup.title.escalation"))
			.critical(urgent).listClass(urgent ? ListClass.URGENT : null).priority(100).from(caller.getNow()).by(by)
			.expiresAt(by.plusSeconds(30L * 24 * 60 * 60)).assignment(with(escalation)).build();
		FollowUpTask task = open(draft, attempt, caller);
		task.assignByHand(escalation.getOwnerUser(), escalation.getOwnerRole(),
			cause(attempt, caller.getUser(), caller.getNow(), "escalated"));
	}

	/** Null: it was opened before its patient was purged. */
	FollowUpTask ofEscalation(Escalation escalation) {
		return tasks.byKey(key(escalation.getAttempt(), "escalation:" + escalation.getId()));
	}

	FollowUpTask ofDeath(ContactAttempt attempt) {
		return tasks.byKey(key(attempt, "death"));
	}

	FollowUpTask ofCallBack(ContactAttempt attempt) {
		return tasks.byKey(key(attempt, "call-back"));
	}

	FollowUpTask ofThinking(ContactAttempt attempt, FollowUpTask task) {
		return tasks.byKey(key(attempt, "thinking:" + task.getId()));
	}

	FollowUpTask ofNeed(ContactAttempt attempt) {
		return tasks.byKey(key(attempt, TaskStore.NEED));
	}

	private FollowUpTask open(TaskDraft draft, ContactAttempt attempt, Caller caller) {
		FollowUpTask task = FollowUpTask.open(draft, cause(attempt, caller.getUser(), caller.getNow(), "contact"));
		tasks.save(task);
		return task;
	}

	private TaskDraft.TaskDraftBuilder draft(ContactAttempt attempt, TaskSource source, Purpose purpose, String key) {
		FollowUpTask first = attempt.getTasks().isEmpty() ? null : attempt.getTasks().get(0);
		Location location = first == null ? null : first.getLocation();
		return TaskDraft.builder().source(source).purpose(purpose).taskKey(key(attempt, key)).patient(attempt.getPatient())
			.location(location).zone(timesOf(attempt).getZone().getId());
	}

	CallTimes timesOf(ContactAttempt attempt) {
		return attempt.getTasks().isEmpty() ? worlds.times((Location) null) : worlds.times(attempt.getTasks().get(0));
	}

	private static List<AssignmentLink> with(Escalation escalation) {
		AssignmentLink link = escalation.getOwnerUser() != null
			? AssignmentLink.builder().user(escalation.getOwnerUser().getUuid()).build()
			: AssignmentLink.builder().role(escalation.getOwnerRole()).build();
		return Collections.singletonList(link);
	}

	private static String key(ContactAttempt attempt, String what) {
		return TaskStore.key(attempt.getId(), what);
	}

	static Cause cause(ContactAttempt attempt, User actor, Instant at, String code) {
		return Cause.of(actor, at, code).withAttemptId(attempt.getId());
	}
}
