/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.capacity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.openmrs.Role;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.Clinic;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.calendar.CalendarDefinition;
import org.openmrs.module.retention.calendar.CalendarService;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.task.Cause;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.TaskDraft;
import org.openmrs.module.retention.followup.task.TaskFixture;
import org.openmrs.module.retention.followup.task.WorklistDesk;

/** A clinic in Oslo, open from 08:00 on weekdays, whose desk has five minutes for calls a day, on Wednesdays none. */
abstract class FullDeskIT extends RetentionIT {

	static final String ROLE = "Retention: Front Desk";

	/** A Tuesday, ten o'clock in Oslo. */
	static final Instant TUESDAY = Instant.parse("2026-03-10T09:00:00Z");

	static final Instant THURSDAY = Instant.parse("2026-03-12T07:00:00Z");

	Clinic clinic;

	WorklistDesk desk;

	@BeforeEach
	void openTheClinic() {
		desk = new WorklistDesk(applicationContext, sessionFactory);
		clinic = new Clinic(sessionFactory);
		Context.getService(CalendarService.class).saveCalendar(calendar());
	}

	static CalendarDefinition calendar() {
		Map<String, List<String>> week = new HashMap<>();
		Map<String, Integer> minutes = new HashMap<>();
		for (String day : Arrays.asList("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY")) {
			week.put(day, Collections.singletonList("08:00-17:00"));
			minutes.put(day, 5);
		}
		minutes.put("WEDNESDAY", 0);
		return CalendarDefinition.builder().uuid("ca9ac17e-0000-4000-8000-000000100000").name("Weekdays").standard(true)
			.hours(week).capacity(Collections.singletonMap(ROLE, minutes)).build();
	}

	Role role() {
		return sessionFactory.getCurrentSession().get(Role.class, ROLE);
	}

	/** Somebody has spoken with the patient, ten minutes ago. */
	void called(FollowUpTask task) {
		flush();
		desk.conversation(task.getPatient(), TUESDAY.minusSeconds(600), null);
		sessionFactory.getCurrentSession()
			.createNativeQuery("insert into retention_attempt_task (attempt_id, task_id, role)"
				+ " select max(attempt_id), :task, 'ANSWERED' from retention_attempt")
			.setParameter("task", task.getId()).executeUpdate();
		task.complete(cause());
	}

	/** One contact about these tasks was not made. */
	void notCalled(String reason, Instant at, FollowUpTask... tasks) {
		flush();
		desk.unanswered(tasks[0].getPatient(), at, null);
		sessionFactory.getCurrentSession()
			.createNativeQuery("update retention_attempt set result = 'NOT_CALLED', reason = :reason where started_at = :at")
			.setParameter("reason", reason).setParameter("at", at.toEpochMilli()).executeUpdate();
		for (FollowUpTask task : tasks) {
			sessionFactory.getCurrentSession()
				.createNativeQuery("insert into retention_attempt_task (attempt_id, task_id, role)"
					+ " select attempt_id, :task, 'ANSWERED' from retention_attempt where started_at = :at")
				.setParameter("task", task.getId()).setParameter("at", at.toEpochMilli()).executeUpdate();
		}
	}

	int spread(Instant now) {
		flush();
		CapacityServiceImpl service = new CapacityServiceImpl(loads(), Clock.fixed(now, ZoneOffset.UTC));
		return service.spreadDueCalls();
	}

	static DayLoads loads() {
		return Context.getRegisteredComponent("retention.dayLoads", DayLoads.class);
	}

	/** In the queue of the desk, due since nine, worth doing for a week. */
	FollowUpTask task(Purpose purpose, int seconds, String patient) {
		return task(patient, draft -> draft.purpose(purpose).targetSeconds(seconds));
	}

	FollowUpTask task(String patient, UnaryOperator<TaskDraft.TaskDraftBuilder> details) {
		FollowUpTask task = clinic.save(FollowUpTask.open(details.apply(TaskFixture.aTask().patient(clinic.aPatient(patient))
			.from(TUESDAY.minusSeconds(3600)).by(TUESDAY.plusSeconds(3600))
			.expiresAt(TUESDAY.plus(Duration.ofDays(7)))).build(), cause()));
		if (task.getAssignmentLinks().isEmpty()) {
			task.assignByHand(null, ROLE, cause());
		}
		flush();
		return task;
	}

	static Cause cause() {
		User user = Context.getAuthenticatedUser();
		return Cause.of(user, TUESDAY.minusSeconds(7200), "test");
	}
}
