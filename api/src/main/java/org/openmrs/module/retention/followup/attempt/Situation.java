/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.ListClass;
import org.openmrs.module.retention.followup.task.RingReason;
import org.openmrs.module.retention.followup.task.TaskTimes;

/** One attempt, one task, and what the rules need to know beside them. */
@Value
@Builder(toBuilder = true)
class Situation {

	ContactAttempt attempt;

	/** The tasks that the contact answered, this one among them or not. */
	List<FollowUpTask> answered;

	FollowUpTask task;

	/** Earlier attempts that answered this task, in order. */
	List<ContactAttempt> earlier;

	/** An earlier contact left the task's topic for the patient to think over. */
	boolean thoughtOver;

	TaskWorld world;

	Purpose purpose() {
		return task.getPurpose();
	}

	boolean isCare() {
		return task.getPurpose() == Purpose.CARE;
	}

	/** Care that cannot wait for a call-back to somebody of the same number. */
	boolean isUrgentCare() {
		return isCare() && (task.isCritical() || task.getListClass() == ListClass.URGENT);
	}

	boolean isSamePlan() {
		return task.getPlan() != null && answered.stream().anyMatch(t -> task.getPlan().equals(t.getPlan()));
	}

	/** The same protocol for the same patient: what the talk was about. */
	boolean isSameTopic() {
		return task.getProtocol() != null && answered.stream().anyMatch(
			t -> task.getProtocol().equals(t.getProtocol()) && t.getPatientUuid().equals(task.getPatientUuid()));
	}

	/** Somebody was asked about the task's topic in this contact and wants to think. */
	boolean isLeftToThink() {
		return attempt.getDisposition() == Disposition.THINKING && isSameTopic() && isConversation();
	}

	boolean isSamePatient() {
		return attempt.getPatientUuid().equals(task.getPatientUuid())
			|| answered.stream().anyMatch(t -> t.getPatientUuid().equals(task.getPatientUuid()));
	}

	/** Ringing for it means ringing the same person. */
	boolean isSamePerson() {
		return answered.isEmpty() ? Objects.equals(personToRing(task), patientId())
			: answered.stream().anyMatch(t -> Objects.equals(personToRing(t), personToRing(task)));
	}

	/** The patient whom the contact is about first is its patient, or the one to ring for it. */
	boolean isAboutFirstPatient() {
		return attempt.getPatientUuid().equals(task.getPatientUuid()) || Objects.equals(personToRing(task), patientId());
	}

	/** The chart has said that the patient whom the contact is about has died, or has no such patient any more. */
	boolean isDeathInTheChart() {
		return attempt.getPatient() == null || Boolean.TRUE.equals(attempt.getPatient().getDead());
	}

	/**
	 * Whether the person spoken with may hear what the task is about: the patient, the one who is rung for the patient, and
	 * for care a guardian or carer. A guardian who is rung for a child hears what is their own too.
	 */
	boolean isRightPerson() {
		return isRightPerson(attempt, task);
	}

	private static boolean isRightPerson(ContactAttempt attempt, FollowUpTask task) {
		switch (attempt.getSpokeWith()) {
			case PATIENT:
				return true;
			case GUARDIAN:
				return task.getPurpose() == Purpose.CARE || isForGuardian(task) || isGuardiansOwn(attempt, task);
			case CARER:
				return task.getPurpose() == Purpose.CARE || isForGuardian(task);
			default:
				return false;
		}
	}

	/** A guardian is rung for the patient. */
	private static boolean isForGuardian(FollowUpTask task) {
		return task.getPersonToRingId() != null && task.getRingReason() != RingReason.CONTACT_PERSON;
	}

	/** About the one who is rung, in this contact for a child too. */
	private static boolean isGuardiansOwn(ContactAttempt attempt, FollowUpTask task) {
		return task.getPersonToRingId() == null && personToRing(task).equals(attempt.getRingId())
			&& attempt.getTasks().stream().anyMatch(Situation::isForGuardian);
	}

	boolean isConversation() {
		return isConversation(attempt);
	}

	/**
	 * One talked with the patient, or with the one who is rung for the patient: not merely left a message, nor found that the
	 * two share no language. Both are tried again at once.
	 */
	static boolean isConversation(ContactAttempt attempt) {
		if (attempt.getResult() != AttemptResult.SPOKE || attempt.getDisposition() == Disposition.LANGUAGE) {
			return false;
		}
		List<FollowUpTask> tasks = attempt.getTasks();
		return attempt.getSpokeWith() == SpokeWith.PATIENT
			|| !tasks.isEmpty() && tasks.stream().allMatch(t -> isRightPerson(attempt, t));
	}

	/** Tries on the local day of the attempt, this one included; three busy signals are one. */
	int triesThatDay() {
		int tries = 1;
		int busy = 0;
		for (ContactAttempt other : earlier) {
			busy += other.getResult() == AttemptResult.BUSY ? 1 : 0;
			boolean counts = other.getResult() == AttemptResult.BUSY ? busy == TaskTimes.BUSY_SIGNALS_A_TRY
				: usesATry(other);
			if (counts) {
				busy = 0;
				tries += times().dayOf(other.getStartedAt()).equals(times().dayOf(startedAt())) ? 1 : 0;
			}
		}
		return tries;
	}

	private static boolean usesATry(ContactAttempt attempt) {
		switch (attempt.getResult()) {
			case NO_ANSWER:
			case VOICEMAIL:
				return true;
			case SPOKE:
				return attempt.getDisposition() != Disposition.LANGUAGE
					&& attempt.getDisposition() != Disposition.DEATH_REPORTED;
			default:
				return false;
		}
	}

	/** Nobody is tried again on this day. */
	boolean isDayFull() {
		return triesThatDay() > TaskTimes.TRIES_A_DAY;
	}

	Instant startedAt() {
		return attempt.getStartedAt();
	}

	CallTimes times() {
		return world.getTimes();
	}

	/**
	 * When to try again after an attempt that reached nobody. What is not critical waits for the hour at which the person is
	 * best reached: within the window of the step, and when that is over while it is still worth doing.
	 */
	Instant nextTry() {
		Instant next = times().nextTry(startedAt(), triesThatDay(), world.getSpacing(), task.isCritical(),
			task.getExpiresAt());
		if (task.isCritical() || world.getBestReached() == null) {
			return next;
		}
		Instant before = next.isBefore(task.getDueBy()) ? task.getDueBy() : task.getExpiresAt();
		return times().whenBestReached(next, world.getBestReached(), world.getPersonsZone(), before);
	}

	static Integer personToRing(FollowUpTask task) {
		if (task.getPersonToRingId() != null) {
			return task.getPersonToRingId();
		}
		return task.getPatient() == null ? null : task.getPatient().getId();
	}

	private Integer patientId() {
		return attempt.getPatient() == null ? null : attempt.getPatient().getId();
	}
}
