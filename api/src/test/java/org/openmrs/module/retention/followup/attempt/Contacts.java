/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openmrs.Patient;
import org.openmrs.User;
import org.openmrs.module.retention.calendar.CalendarDefinition;
import org.openmrs.module.retention.calendar.OpeningHours;
import org.openmrs.module.retention.followup.protocol.Channel;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.task.Cause;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.TaskDraft;
import org.openmrs.module.retention.followup.task.TaskSource;

/**
 * A clinic in Oslo, open 08:00-18:00 on weekdays, and contacts with its patients, without a database. The tasks fall on
 * Monday 2026-11-23, 09:00-17:00, and are worth doing until Friday of that week.
 */
final class Contacts {

	static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

	static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

	static final User NURSE = new User(7);

	private static int ids = 100000;

	private Contacts() {
	}

	static Instant at(String local) {
		return MONDAY.atTime(LocalTime.parse(local)).atZone(OSLO).toInstant();
	}

	static Instant at(int daysAfterMonday, String local) {
		return MONDAY.plusDays(daysAfterMonday).atTime(LocalTime.parse(local)).atZone(OSLO).toInstant();
	}

	static CallTimes clinicHours() {
		Map<String, List<String>> week = new HashMap<>();
		for (String day : Arrays.asList("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY")) {
			week.put(day, Collections.singletonList("08:00-18:00"));
		}
		OpeningHours hours = OpeningHours.of(CalendarDefinition.builder().name("Clinic").hours(week).build());
		return new CallTimes(OSLO, hours, LocalTime.of(8, 0), LocalTime.of(20, 0));
	}

	static TaskWorld world() {
		return TaskWorld.builder().times(clinicHours()).restDays(3).thinkingDays(14).reachable(true).build();
	}

	static Patient aPatient() {
		Patient patient = new Patient();
		patient.setId(ids++);
		return patient;
	}

	static FollowUpPlan aPlan(Patient patient) {
		FollowUpProtocol protocol = new FollowUpProtocol() {
		};
		return FollowUpPlan.begin().protocol(protocol).protocolVersion(1).patient(patient).anchorKey("day:2026-11-20")
			.anchorAt(at(-3, "10:00")).anchorDate(MONDAY.minusDays(3)).zone(OSLO.getId()).active();
	}

	static FollowUpTask aTask(Patient patient, Purpose purpose) {
		return task(draft(patient, purpose).build());
	}

	static FollowUpTask aCareTask() {
		return aTask(aPatient(), Purpose.CARE);
	}

	static FollowUpTask aRecall() {
		return aTask(aPatient(), Purpose.RECALL);
	}

	/** Tries are 3. */
	static TaskDraft.TaskDraftBuilder draft(Patient patient, Purpose purpose) {
		return TaskDraft.builder().source(TaskSource.STEP).purpose(purpose).patient(patient).zone(OSLO.getId())
			.from(at("09:00")).by(at("17:00")).expiresAt(at(4, "17:00")).triesMax(3);
	}

	static FollowUpTask task(TaskDraft draft) {
		FollowUpTask task = FollowUpTask.open(draft, Cause.of(NURSE, at(-3, "10:00"), "planned"));
		task.setId(ids++);
		return task;
	}

	static ContactAttempt anAttempt(AttemptResult result, Instant startedAt, FollowUpTask... tasks) {
		ContactAttempt attempt = new ContactAttempt();
		attempt.setId(ids++);
		attempt.setCreator(NURSE);
		attempt.setDirection(Direction.OUTBOUND);
		attempt.setChannel(Channel.PHONE);
		attempt.setResult(result);
		attempt.setStartedAt(startedAt);
		if (tasks.length > 0) {
			attempt.setPatient(tasks[0].getPatient());
			attempt.setPatientUuid(tasks[0].getPatientUuid());
		}
		for (FollowUpTask task : tasks) {
			link(attempt, task, AttemptTask.Role.ANSWERED);
		}
		return attempt;
	}

	static ContactAttempt spoke(Disposition disposition, Instant startedAt, FollowUpTask... tasks) {
		ContactAttempt attempt = anAttempt(AttemptResult.SPOKE, startedAt, tasks);
		attempt.setDisposition(disposition);
		attempt.setSpokeWith(SpokeWith.PATIENT);
		return attempt;
	}

	static ContactAttempt notCalled(AttemptReason reason, Instant startedAt, FollowUpTask... tasks) {
		ContactAttempt attempt = anAttempt(AttemptResult.NOT_CALLED, startedAt, tasks);
		attempt.setReason(reason);
		return attempt;
	}

	static AttemptTask link(ContactAttempt attempt, FollowUpTask task, AttemptTask.Role role) {
		AttemptTask link = new AttemptTask();
		link.setAttempt(attempt);
		link.setTask(task);
		link.setRole(role);
		attempt.getLinks().add(link);
		return link;
	}

	/** Plays the attempts, in the order given, on the task they answered. */
	static void play(FollowUpTask task, ContactAttempt... attempts) {
		play(task, world(), attempts);
	}

	static void play(FollowUpTask task, TaskWorld world, ContactAttempt... attempts) {
		List<AttemptTask> played = new ArrayList<>();
		for (ContactAttempt attempt : attempts) {
			AttemptTask link = attempt.getLinks().stream().filter(l -> l.getTask() == task).findFirst()
				.orElseThrow(IllegalArgumentException::new);
			AttemptRules.play(task, link, played, world);
			played.add(link);
		}
	}

	/** What the attempt does to another task of the same people. */
	static void playOnOther(FollowUpTask other, ContactAttempt attempt) {
		playOnOther(other, attempt, world());
	}

	static void playOnOther(FollowUpTask other, ContactAttempt attempt, TaskWorld world) {
		AttemptRules.play(other, link(attempt, other, AttemptTask.Role.AFFECTED), new ArrayList<>(), world);
	}
}
