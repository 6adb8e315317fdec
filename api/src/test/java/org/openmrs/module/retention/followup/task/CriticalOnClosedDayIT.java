/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.Clinic;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.calendar.CalendarDefinition;
import org.openmrs.module.retention.calendar.CalendarService;
import org.openmrs.module.retention.calendar.Sites;
import org.openmrs.module.retention.followup.protocol.AssignmentLink;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.shared.RetentionSettings;

/** A dentist's clinic in Oslo that is closed at the weekend, and somebody on duty. */
class CriticalOnClosedDayIT extends RetentionIT {

	private static final Instant FRIDAY = Instant.parse("2026-03-13T09:00:00Z");

	private static final Instant SATURDAY = Instant.parse("2026-03-14T09:00:00Z");

	private static final Instant MONDAY = Instant.parse("2026-03-16T07:00:00Z");

	private static final String DUTY = "Test duty";

	private Clinic clinic;

	private User dentist;

	@BeforeEach
	void openTheClinic() {
		clinic = new Clinic(sessionFactory);
		clinic.setting(RetentionSettings.TIMEZONE, "Europe/Oslo");
		clinic.setting(RetentionSettings.DUTY_ROLE, DUTY);
		Map<String, List<String>> week = new HashMap<>();
		for (String day : Arrays.asList("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY")) {
			week.put(day, Collections.singletonList("08:00-17:00"));
		}
		Context.getService(CalendarService.class).saveCalendar(CalendarDefinition.builder()
			.uuid("c10c5ed0-0000-4000-8000-000000100000").name("Weekdays").standard(true).hours(week).build());
		String[] privileges = { RetentionPrivileges.GET_FOLLOW_UPS, RetentionPrivileges.MANAGE_CONTACTS };
		dentist = clinic.aUser("dentist", clinic.aRole("Test dentist", privileges));
		clinic.aUser("duty", clinic.aRole(DUTY, privileges));
	}

	@Test
	void batch_shouldGiveWhatIsCriticalToTheDutyRole_whileTheClinicIsClosed() {
		FollowUpTask task = aTask(true);

		resolve(FRIDAY);
		assertThat(task.getAssigneeUser()).isEqualTo(dentist);
		resolve(SATURDAY);
		assertThat(task.getAssigneeUser()).isNull();
		assertThat(task.getAssigneeRole()).isEqualTo(DUTY);
		resolve(MONDAY);
		assertThat(task.getAssigneeUser()).isEqualTo(dentist);
	}

	@Test
	void batch_shouldLeaveAllElseWithWhoeverHasIt() {
		FollowUpTask task = aTask(false);
		FollowUpTask given = aTask(true);
		given.assignByHand(dentist, null, cause());

		resolve(FRIDAY);
		resolve(SATURDAY);

		assertThat(task.getAssigneeUser()).isEqualTo(dentist);
		assertThat(given.getAssigneeUser()).as("a person decided so").isEqualTo(dentist);
	}

	private void resolve(Instant now) {
		flush();
		AssignmentRun run = new AssignmentRun(bean("staffDao", StaffDao.class), bean("taskDao", TaskDao.class),
			bean("taskQueries", TaskQueries.class), bean("sites", Sites.class), Clock.fixed(now, ZoneOffset.UTC));
		run.batch(Context.getAuthenticatedUser());
		assertThat(run.batch(Context.getAuthenticatedUser())).as("nothing is left").isZero();
	}

	private static <T> T bean(String name, Class<T> type) {
		return Context.getRegisteredComponent("retention." + name, type);
	}

	private FollowUpTask aTask(boolean critical) {
		return clinic.save(FollowUpTask.open(TaskFixture.aTask().patient(clinic.aPatient("Ada")).critical(critical)
			.from(FRIDAY.minusSeconds(3600)).by(FRIDAY.plusSeconds(3600)).expiresAt(MONDAY.plusSeconds(90_000))
			.assignment(Collections.singletonList(AssignmentLink.builder().user(dentist.getUuid()).build())).build(),
			cause()));
	}

	private static Cause cause() {
		return Cause.of(Context.getAuthenticatedUser(), FRIDAY.minusSeconds(7200), "test");
	}
}
