/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Location;
import org.openmrs.Role;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.Clinic;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.followup.protocol.AssignmentLink;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;

class ReassignmentIT extends RetentionIT {

	private static final String QUEUE = "Test dentist";

	private static final Duration HOUR = Duration.ofHours(1);

	private final Instant now = Instant.now();

	private Clinic clinic;

	private ReassignmentService service;

	private User ada;

	private User bo;

	@BeforeEach
	void openTheClinic() {
		clinic = new Clinic(sessionFactory);
		service = Context.getService(ReassignmentService.class);
		Role dentists = clinic.aRole(QUEUE, RetentionPrivileges.GET_FOLLOW_UPS, RetentionPrivileges.MANAGE_CONTACTS);
		ada = clinic.aUser("ada", dentists);
		bo = clinic.aUser("bo", dentists);
	}

	@Test
	void findWorkers_shouldBeWhoCanWork() {
		User nobody = clinic.aUser("cy", clinic.aRole("Test reader", RetentionPrivileges.GET_FOLLOW_UPS));
		User gone = clinic.aUser("di", clinic.aRole("Test gone", RetentionPrivileges.GET_FOLLOW_UPS,
			RetentionPrivileges.MANAGE_CONTACTS));
		gone.setRetired(true);
		flush();

		assertThat(service.findWorkers()).contains(ada, bo).doesNotContain(nobody, gone);
	}

	@Test
	void reassignTasks_shouldGiveWhatIsOneUsersToAnother_withTheReasonInTheHistory() {
		FollowUpTask hers = task(ada, null);
		FollowUpTask done = task(ada, null);
		done.complete(cause());
		FollowUpTask queued = task(null, QUEUE);

		Reassignment.Outcome outcome = reassign(r -> r.fromUser(ada).toUser(bo));

		assertThat(outcome.getReassigned()).isEqualTo(1);
		assertThat(outcome.getLeft()).isZero();
		assertThat(hers.getAssigneeUser()).isEqualTo(bo);
		assertThat(hers.isAssignedByHand()).isTrue();
		assertThat(hers.getChanges()).extracting(TaskStatusChange::getReason).endsWith("has left");
		assertThat(done.getAssigneeUser()).isEqualTo(ada);
		assertThat(queued.getAssigneeRole()).isEqualTo(QUEUE);
	}

	@Test
	void reassignTasks_shouldGiveBackToTheRule_whenItNamesNobody() {
		FollowUpTask task = clinic.save(FollowUpTask.open(TaskFixture.aTask().patient(clinic.aPatient("Cy"))
			.from(now.minus(HOUR)).by(now.plus(HOUR)).expiresAt(now.plus(HOUR.multipliedBy(3)))
			.assignment(Collections.singletonList(AssignmentLink.builder().user(bo.getUuid()).build())).build(), cause()));
		task.assignByHand(null, QUEUE, cause());
		flush();

		assertThat(reassign(r -> r.fromRole(QUEUE)).getReassigned()).isEqualTo(1);
		Context.getService(FollowUpTaskService.class).resolveAssignees();

		assertThat(task.getAssigneeUser()).isEqualTo(bo);
		assertThat(task.isAssignedByHand()).isFalse();
	}

	@Test
	void reassignTasks_shouldKeepToItsFilters_andLeaveWhatSomebodyIsAt() {
		Location clinicOfBo = clinic.aLocation("Clinic", null);
		Location room = clinic.aLocation("Room", clinicOfBo);
		FollowUpTask meant = task(ada, null, draft -> draft.location(room).purpose(Purpose.RECALL));
		FollowUpTask elsewhere = task(ada, null, draft -> draft.purpose(Purpose.RECALL));
		FollowUpTask care = task(ada, null, draft -> draft.location(room));
		FollowUpTask claimed = task(ada, null, draft -> draft.location(room).purpose(Purpose.RECALL));
		claimed.claim(ada, now.plus(HOUR));
		flush();

		Reassignment.Outcome outcome = reassign(
			r -> r.fromUser(ada).toRole(QUEUE).location(clinicOfBo).purpose(Purpose.RECALL));

		assertThat(outcome).isEqualTo(new Reassignment.Outcome(1, 1));
		assertThat(meant.getAssigneeRole()).isEqualTo(QUEUE);
		assertThat(meant.getAssigneeUser()).isNull();
		assertThat(new User[]{ elsewhere.getAssigneeUser(), care.getAssigneeUser(), claimed.getAssigneeUser() })
			.containsOnly(ada);
	}

	@Test
	void reassignTasks_shouldGiveOnSoManyAtOnce_thoseThatCloseSoonestFirst() {
		FollowUpTask last = task(ada, null, draft -> draft.by(now.plus(HOUR.multipliedBy(2))));
		for (int i = 0; i < Reassignments.MOST; i++) {
			clinic.save(FollowUpTask.open(TaskFixture.aTask().patient(last.getPatient()).from(now.minus(HOUR))
				.by(now.plus(HOUR)).expiresAt(now.plus(HOUR.multipliedBy(3))).build(), cause()))
				.assignByHand(ada, null, cause());
		}
		flush();

		assertThat(reassign(r -> r.fromUser(ada).toUser(bo))).isEqualTo(new Reassignment.Outcome(Reassignments.MOST, 1));
		assertThat(last.getAssigneeUser()).isEqualTo(ada);
		assertThat(reassign(r -> r.fromUser(ada).toUser(bo))).isEqualTo(new Reassignment.Outcome(1, 0));
	}

	@Test
	void reassignTasks_shouldSayWhatIsWrong() {
		User stranger = clinic.aUser("stranger");
		assertCode("required", "fromUser", r -> r.toUser(bo));
		assertCode("user-or-role", "fromUser", r -> r.fromUser(ada).fromRole(QUEUE));
		assertCode("user-or-role", "toUser", r -> r.fromUser(ada).toUser(bo).toRole(QUEUE));
		assertCode("reassigned-to-the-same", "toUser", r -> r.fromUser(ada).toUser(ada));
		assertCode("assignee-cannot-work", "assignee", r -> r.fromUser(ada).toUser(stranger));
		assertCode("unknown-value", "role", r -> r.fromUser(ada).toRole("Nobody"));
		assertCode("required", "reason", r -> r.fromUser(ada).toUser(bo).reason(null));
	}

	private void assertCode(String code, String field, UnaryOperator<Reassignment.ReassignmentBuilder> request) {
		assertThatThrownBy(() -> reassign(request)).isInstanceOfSatisfying(RetentionException.class, e -> {
			assertThat(e.getCode()).isEqualTo("retention.followup.error." + code);
			assertThat(e.getField()).isEqualTo(field);
		});
	}

	private Reassignment.Outcome reassign(UnaryOperator<Reassignment.ReassignmentBuilder> request) {
		return service.reassignTasks(request.apply(Reassignment.builder().reason("has left")).build());
	}

	private FollowUpTask task(User user, String role) {
		return task(user, role, draft -> draft);
	}

	private FollowUpTask task(User user, String role, UnaryOperator<TaskDraft.TaskDraftBuilder> details) {
		FollowUpTask task = clinic.save(FollowUpTask.open(details.apply(TaskFixture.aTask().patient(clinic.aPatient("Cy"))
			.from(now.minus(HOUR)).by(now.plus(HOUR)).expiresAt(now.plus(HOUR.multipliedBy(3)))).build(), cause()));
		task.assignByHand(user, role, cause());
		flush();
		return task;
	}

	private static Cause cause() {
		return Cause.of(Context.getAuthenticatedUser(), Instant.now(), "test");
	}
}
