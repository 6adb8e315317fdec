/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Encounter;
import org.openmrs.EncounterRole;
import org.openmrs.Patient;
import org.openmrs.Role;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.Clinic;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.followup.protocol.AssignmentLink;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.followup.protocol.ProtocolFixture;
import org.openmrs.module.retention.followup.protocol.ProtocolService;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionPrivileges;

class AssignmentIT extends RetentionIT {

	private static final String DEFAULT = "Retention: Front Desk";

	private Clinic clinic;

	private FollowUpTaskService service;

	private Role dentists;

	private Role nurses;

	private EncounterRole treating;

	private Patient patient;

	@BeforeEach
	void openTheClinic() {
		clinic = new Clinic(sessionFactory);
		service = Context.getService(FollowUpTaskService.class);
		dentists = clinic.aRole("Test dentist", RetentionPrivileges.GET_FOLLOW_UPS, RetentionPrivileges.MANAGE_CONTACTS);
		nurses = clinic.aRoleThatInherits("Test nurse", dentists);
		treating = clinic.anEncounterRole("Test treating");
		patient = clinic.aPatient("Ada");
	}

	@Test
	void resolveAssignees_shouldFindTheTreatingDentist_whenTheTaskIsDue() {
		User dentist = clinic.aUser("dentist", dentists);
		User assistant = clinic.aUser("assistant", dentists);
		FollowUpTask task = aStep(anchorOf(dentist, assistant),
			AssignmentLink.builder().provider(treating.getUuid()).build());

		resolveAll();

		assertThat(task.getAssigneeUser()).isEqualTo(dentist);
		assertThat(task.getAssignmentUntil()).isNull();
	}

	@Test
	void resolveAssignees_shouldLeaveTasksAlone_untilTheyAreDue() {
		clinic.aUser("nurse", nurses);
		Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
		FollowUpTask task = clinic.save(FollowUpTask.open(TaskFixture.aTask().patient(patient).from(tomorrow)
			.by(tomorrow.plusSeconds(60)).expiresAt(tomorrow.plusSeconds(90)).build(), cause()));

		resolveAll();

		assertThat(task.getAssigneeRole()).isNull();
		assertThat(task.getAssigneeUser()).isNull();
	}

	@Test
	void resolveAssignees_shouldGiveTheTaskOn_whenTheOwnerRetires() {
		User dentist = clinic.aUser("dentist", dentists);
		clinic.aUser("nurse", nurses);
		FollowUpTask task = aStep(anchorOf(dentist, null), AssignmentLink.builder().provider("any").build(),
			AssignmentLink.builder().role("Test nurse").build());
		resolveAll();
		assertThat(task.getAssigneeUser()).isEqualTo(dentist);

		clinic.retire(dentist);
		resolveAll();

		assertThat(task.getAssigneeUser()).isNull();
		assertThat(task.getAssigneeRole()).isEqualTo("Test nurse");
	}

	@Test
	void resolveAssignees_shouldGiveTheTaskOn_whenTheOwnerLosesThePrivilege() {
		User dentist = clinic.aUser("dentist", dentists);
		FollowUpTask task = aStep(anchorOf(dentist, null), AssignmentLink.builder().provider("any").build());
		resolveAll();

		dentist.setRoles(Collections.emptySet());
		resolveAll();

		assertThat(task.getAssigneeUser()).isNull();
		assertThat(task.getAssigneeRole()).isEqualTo(DEFAULT);
	}

	@Test
	void resolveAssignees_shouldTakeBackWhatASupervisorGave_whenThatOwnerRetires() {
		User dentist = clinic.aUser("dentist", dentists);
		FollowUpTask task = aStep(anchorOf(null, null));
		service.reassignTask(task.getUuid(), dentist, null, null, "knows her");

		clinic.retire(dentist);
		resolveAll();

		assertThat(task.getAssigneeUser()).isNull();
		assertThat(task.isAssignedByHand()).isFalse();
		assertThat(task.getChanges()).extracting(TaskStatusChange::getReason).contains("assignee-cannot-work");
	}

	@Test
	void resolveAssignees_shouldTakeTheNextLink_whenNobodyWorksTheQueueOrTheProviderIsRetired() {
		User dentist = clinic.aUser("dentist", dentists);
		Encounter anchor = anchorOf(dentist, null);
		clinic.retire(dentist);
		FollowUpTask task = aStep(anchor, AssignmentLink.builder().provider("any").build(),
			AssignmentLink.builder().role("Test nurse").build());

		resolveAll();

		assertThat(task.getAssigneeRole()).as("nobody is a nurse").isEqualTo(DEFAULT);
	}

	@Test
	void resolveAssignees_shouldCountThoseWhoInheritTheRole() {
		clinic.aUser("nurse", nurses);
		FollowUpTask task = aStep(anchorOf(null, null), AssignmentLink.builder().role("Test dentist").build());

		resolveAll();

		assertThat(task.getAssigneeRole()).isEqualTo("Test dentist");
	}

	@Test
	void resolveAssignees_shouldNotTakeATaskAwayFromTheCallerWhoIsAtIt() {
		User nurse = clinic.aUser("nurse", nurses);
		FollowUpTask task = aStep(anchorOf(null, null), AssignmentLink.builder().role("Test nurse").build());
		task.claim(nurse, Instant.now().plusSeconds(600));

		resolveAll();

		assertThat(task.getAssigneeRole()).isNull();
	}

	@Test
	void resolveAssignees_shouldLookAtWhatHasExpiredOnce_untilItIsWorthDoingAgain() {
		Instant now = Instant.now();
		FollowUpTask task = clinic.save(FollowUpTask.open(TaskFixture.aTask().patient(patient).from(now.minusSeconds(7200))
			.by(now.minusSeconds(3600)).expiresAt(now.minusSeconds(60)).build(), cause()));
		resolveAll();
		sessionFactory.getCurrentSession().refresh(task);
		assertThat(task.getAssignmentUntil()).as("looked at no more").isNull();
		assertThat(task.getAssigneeRole()).isNull();

		clinic.aUser("clerk", Context.getUserService().getRole(DEFAULT));
		task.keepUntil(now.plusSeconds(7200));
		assertThat(task.getAssignmentUntil()).isEqualTo(task.getWakeAt());
		resolveAll();

		assertThat(task.getAssigneeRole()).isEqualTo(DEFAULT);
	}

	@Test
	void resolveAssignees_shouldLookAgainAtWhatIsReopened() {
		clinic.aUser("clerk", Context.getUserService().getRole(DEFAULT));
		FollowUpTask task = aStep(anchorOf(null, null));
		resolveAll();
		assertThat(task.getAssignmentUntil()).isNull();
		task.cancel(cause());
		task.reopen(cause());

		assertThat(task.getAssignmentUntil()).isEqualTo(task.getWakeAt());
	}

	/** The invariant, swept: nothing open is owned by someone who cannot log in. */
	@Test
	void resolveAssignees_shouldLeaveNothingOpenWithSomebodyWhoCannotWork() {
		User[] staff = new User[6];
		for (int i = 0; i < staff.length; i++) {
			staff[i] = clinic.aUser("staff-" + i, i % 2 == 0 ? dentists : nurses);
		}
		for (int i = 0; i < 30; i++) {
			FollowUpTask task = aStep(anchorOf(staff[i % 6], null), AssignmentLink.builder().provider("any").build(),
				AssignmentLink.builder().user(staff[(i + 1) % 6].getUuid()).build());
			if (i % 4 == 0) {
				task.assignByHand(staff[(i + 2) % 6], null, cause());
			}
		}
		resolveAll();
		clinic.retire(staff[0]);
		clinic.retire(staff[1]);
		staff[2].setRoles(Collections.emptySet());

		resolveAll();

		List<FollowUpTask> open = service.findTasks(TaskSearch.builder().status("open").build(),
			new Page(0, 100));
		assertThat(open).hasSize(30).allSatisfy(task -> {
			if (task.getAssigneeUser() == null) {
				assertThat(task.getAssigneeRole()).isNotNull();
			} else {
				assertThat(task.getAssigneeUser().getRetired()).isFalse();
				assertThat(StaffDao.canWork(task.getAssigneeUser())).isTrue();
			}
		});
		assertThat(service.resolveAssignees()).as("nothing is left").isZero();
	}

	private void resolveAll() {
		flush();
		for (int i = 0; i < 50 && service.resolveAssignees() > 0; i++) {
			flush();
		}
		flush();
	}

	private Encounter anchorOf(User dentist, User assistant) {
		Encounter anchor = clinic.anEncounter(patient, treating);
		if (dentist != null) {
			clinic.present(anchor, treating, clinic.aProvider(dentist.getPerson()));
		}
		if (assistant != null) {
			clinic.present(anchor, clinic.anEncounterRole("Test assisting"), clinic.aProvider(assistant.getPerson()));
		}
		return anchor;
	}

	private FollowUpTask aStep(Encounter anchor, AssignmentLink... rule) {
		FollowUpPlan plan = clinic.save(FollowUpPlan.begin().protocol(aProtocol()).protocolVersion(1).patient(patient)
			.anchorKey("encounter:" + anchor.getUuid()).encounterId(anchor.getEncounterId())
			.encounterUuid(anchor.getUuid()).anchorAt(Instant.now()).anchorDate(LocalDate.now()).zone("Europe/Oslo")
			.active());
		Instant now = Instant.now();
		return clinic.save(FollowUpTask.open(TaskFixture.aTask().source(TaskSource.STEP).plan(plan).stepKey("call")
			.patient(patient).from(now.minusSeconds(3600)).by(now.plusSeconds(3600)).expiresAt(now.plusSeconds(7200))
			.assignment(Arrays.asList(rule)).build(), cause()));
	}

	private FollowUpProtocol aProtocol() {
		return Context.getService(ProtocolService.class).saveProtocol(ProtocolFixture.aProtocol().build());
	}

	private static Cause cause() {
		return Cause.of(Context.getAuthenticatedUser(), Instant.now(), "test");
	}
}
