/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Role;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.Clinic;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.followup.absence.Absence;
import org.openmrs.module.retention.followup.absence.AbsenceDao;
import org.openmrs.module.retention.followup.absence.AbsenceService;
import org.openmrs.module.retention.followup.protocol.AssignmentLink;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionPrivileges;

/** Tasks of people who are away. */
class AbsentAssigneeIT extends RetentionIT {

	private static final String DEFAULT = "Retention: Front Desk";

	private static final Duration HOUR = Duration.ofHours(1);

	private final Instant now = Instant.now();

	private Clinic clinic;

	private FollowUpTaskService service;

	private AbsenceService absences;

	private Role dentists;

	private User dentist;

	private User deputy;

	@BeforeEach
	void openTheClinic() {
		clinic = new Clinic(sessionFactory);
		service = Context.getService(FollowUpTaskService.class);
		absences = Context.getService(AbsenceService.class);
		dentists = clinic.aRole("Test dentist", RetentionPrivileges.GET_FOLLOW_UPS, RetentionPrivileges.MANAGE_CONTACTS);
		dentist = clinic.aUser("dentist", dentists);
		deputy = clinic.aUser("deputy", dentists);
	}

	@Test
	void absence_shouldGiveWhatIsDueToTheDeputy_andBackWhenItIsWithdrawn() {
		FollowUpTask task = aTask(of(dentist));
		resolveAll();
		assertThat(task.getAssigneeUser()).isEqualTo(dentist);

		Absence absence = away(dentist, deputy);
		resolveAll();
		assertThat(task.getAssigneeUser()).isEqualTo(deputy);
		assertThat(task.getAssignmentUntil()).isAfter(now).isBeforeOrEqualTo(Instant.now().plus(AbsenceDao.AGAIN));

		absences.withdrawAbsence(absence, "stays");
		sessionFactory.getCurrentSession().refresh(task);
		resolveAll();
		assertThat(task.getAssigneeUser()).isEqualTo(dentist);
		assertThat(task.getAssignmentUntil()).isNull();
	}

	@Test
	void absence_shouldGiveBackWhatIsDue_whenItIsOver() {
		FollowUpTask task = aTask(of(dentist));
		Absence absence = absences.enterAbsence(Absence.builder().user(dentist).deputy(deputy).startsAt(now.minus(HOUR))
			.endsAt(now.plusSeconds(1800)).build());
		resolveAll();
		assertThat(task.getAssigneeUser()).isEqualTo(deputy);
		assertThat(task.getAssignmentUntil()).isEqualTo(absence.getEndsAt());

		absences.changeAbsence(absence, null, now.minus(HOUR), now.minusSeconds(60), deputy, null);
		sessionFactory.getCurrentSession().refresh(task);
		resolveAll();
		assertThat(task.getAssigneeUser()).isEqualTo(dentist);
	}

	@Test
	void absence_shouldGiveWhatIsDueToTheNextLink_whenNobodyStandsIn() {
		User retired = clinic.aUser("retired", dentists);
		FollowUpTask task = aTask(of(dentist), AssignmentLink.builder().role("Test dentist").build());
		absences.enterAbsence(Absence.builder().user(dentist).deputy(retired).startsAt(now.minus(HOUR))
			.endsAt(now.plus(HOUR)).build());
		clinic.retire(retired);

		resolveAll();

		assertThat(task.getAssigneeUser()).isNull();
		assertThat(task.getAssigneeRole()).isEqualTo("Test dentist");
	}

	@Test
	void absence_shouldGiveWhatIsDueToTheNextLink_whenDeputiesGoRoundInACircle() {
		FollowUpTask task = aTask(of(dentist));
		away(dentist, deputy);
		away(deputy, dentist);

		resolveAll();

		assertThat(task.getAssigneeRole()).isEqualTo(DEFAULT);
	}

	@Test
	void absence_shouldPassOverAQueueWhosePeopleAreAllAway() {
		FollowUpTask task = aTask(AssignmentLink.builder().role("Test dentist").build());
		resolveAll();
		assertThat(task.getAssigneeRole()).isEqualTo("Test dentist");

		away(dentist, null);
		resolveAll();
		assertThat(task.getAssigneeRole()).as("the deputy is there").isEqualTo("Test dentist");
		away(deputy, null);
		resolveAll();
		assertThat(task.getAssigneeRole()).isEqualTo(DEFAULT);
	}

	@Test
	void absence_shouldLendWhatAPersonGave_andGiveItBack() {
		FollowUpTask task = aTask();
		service.reassignTask(task.getUuid(), dentist, null, null, "knows her");
		Absence absence = away(dentist, deputy);
		resolveAll();
		assertThat(task.getAssigneeUser()).isEqualTo(deputy);
		assertThat(task.isAssignedByHand()).isTrue();

		absences.withdrawAbsence(absence, "stays");
		sessionFactory.getCurrentSession().refresh(task);
		resolveAll();

		assertThat(task.getAssigneeUser()).isEqualTo(dentist);
		assertThat(task.getAssignmentUntil()).isNull();
		assertThat(service.getTaskHistory(task)).extracting(TaskStatusChange::getReason).containsSubsequence("knows her",
			"deputy", "back-at-work");
	}

	@Test
	void absence_shouldLeaveAlone_whatIsNotDueOrWhoseCallerIsAtIt() {
		FollowUpTask later = aTask(draft -> draft.from(now.plus(HOUR)).by(now.plus(HOUR)), of(dentist));
		later.assignByHand(dentist, null, cause());
		FollowUpTask claimed = aTask(of(dentist));
		claimed.assignByHand(dentist, null, cause());
		claimed.claim(dentist, now.plus(HOUR));
		away(dentist, deputy);

		resolveAll();

		assertThat(later.getAssigneeUser()).isEqualTo(dentist);
		assertThat(claimed.getAssigneeUser()).isEqualTo(dentist);
	}

	/** The invariant, swept: nothing due is with somebody who is away, and nothing is looked at for ever. */
	@Test
	void absence_shouldLeaveNothingDueWithSomebodyWhoIsAway() {
		User[] staff = new User[6];
		for (int i = 0; i < staff.length; i++) {
			staff[i] = clinic.aUser("staff-" + i, dentists);
		}
		for (int i = 0; i < 30; i++) {
			FollowUpTask task = aTask(of(staff[i % 6]), of(staff[(i + 1) % 6]));
			if (i % 4 == 0) {
				task.assignByHand(staff[(i + 2) % 6], null, cause());
			}
		}
		resolveAll();
		away(staff[0], staff[1]);
		away(staff[1], staff[2]);
		away(staff[3], null);
		away(staff[4], staff[4 - 1]);
		clinic.retire(staff[5]);

		resolveAll();

		List<User> there = Arrays.asList(staff[2]);
		List<FollowUpTask> open = service.findTasks(TaskSearch.builder().status("open").build(), new Page(0, 100));
		assertThat(open).hasSize(30).allSatisfy(task -> {
			if (task.getAssigneeUser() != null) {
				assertThat(there).contains(task.getAssigneeUser());
			} else {
				assertThat(task.getAssigneeRole()).isEqualTo(DEFAULT);
			}
		});
		assertThat(open.stream().filter(t -> t.getAssigneeUser() != null).collect(Collectors.toList())).isNotEmpty();
		assertThat(service.resolveAssignees()).as("nothing is left").isZero();
	}

	private Absence away(User user, User inPlace) {
		return absences.enterAbsence(Absence.builder().user(user).deputy(inPlace).startsAt(now.minus(HOUR))
			.endsAt(now.plus(HOUR.multipliedBy(48))).reason("leave").build());
	}

	private void resolveAll() {
		flush();
		for (int i = 0; i < 50 && service.resolveAssignees() > 0; i++) {
			flush();
		}
		flush();
	}

	private static AssignmentLink of(User user) {
		return AssignmentLink.builder().user(user.getUuid()).build();
	}

	private FollowUpTask aTask(AssignmentLink... rule) {
		return aTask(UnaryOperator.identity(), rule);
	}

	private FollowUpTask aTask(UnaryOperator<TaskDraft.TaskDraftBuilder> details, AssignmentLink... rule) {
		FollowUpTask task = clinic.save(FollowUpTask.open(details.apply(TaskFixture.aTask().patient(clinic.aPatient("Ada"))
			.from(now.minus(HOUR)).by(now.plus(HOUR)).expiresAt(now.plus(HOUR.multipliedBy(3)))
			.assignment(Arrays.asList(rule))).build(), cause()));
		flush();
		return task;
	}

	private static Cause cause() {
		return Cause.of(Context.getAuthenticatedUser(), Instant.now(), "test");
	}
}
