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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Patient;
import org.openmrs.Role;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.Clinic;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.util.RoleConstants;

class FollowUpTaskServiceIT extends RetentionIT {

	private Clinic clinic;

	private Patient patient;

	private FollowUpTaskService service;

	@BeforeEach
	void openTheClinic() {
		clinic = new Clinic(sessionFactory);
		patient = clinic.aPatient("Ada");
		service = Context.getService(FollowUpTaskService.class);
	}

	@Test
	void createManualTask_shouldMakeACareCallForToday_whenOnlyPatientAndTitleAreGiven() {
		FollowUpTask task = service
			.createManualTask(ManualTask.builder().patient(patient.getUuid()).title(" Ask about the crown 😀 ").build());
		flushAndClear();

		FollowUpTask read = service.getTaskByUuid(task.getUuid());
		assertThat(read.getTitle()).isEqualTo("Ask about the crown 😀");
		assertThat(read.getPurpose()).isEqualTo(Purpose.CARE);
		assertThat(read.getSource()).isEqualTo(TaskSource.MANUAL);
		assertThat(read.getPatient()).isEqualTo(patient);
		assertThat(read.isDue(Instant.now().plusSeconds(1))).isTrue();
		assertThat(service.getTaskHistory(read)).singleElement().satisfies(row -> {
			assertThat(row.getReason()).isEqualTo("created-by-hand");
			assertThat(row.getActor()).isEqualTo(Context.getAuthenticatedUser());
		});
	}

	@Test
	void createManualTask_shouldSayWhatIsWrong_whenTheRequestIsNot() {
		ManualTask good = ManualTask.builder().patient(patient.getUuid()).title("Ring").build();

		assertRefused(good.toBuilder().patient(null).build(), "required", "patient");
		assertRefused(good.toBuilder().patient("nobody").build(), "unknown-value", "patient");
		assertRefused(good.toBuilder().title("  ").build(), "required", "title");
		assertRefused(good.toBuilder().title(new String(new char[256]).replace('\0', 'x')).build(), "too-long", "title");
		assertRefused(good.toBuilder().purpose("FUN").build(), "unknown-value", "purpose");
		assertRefused(good.toBuilder().channel("SMS").build(), "unknown-value", "channel");
		assertRefused(good.toBuilder().location("nowhere").build(), "unknown-value", "location");
		assertRefused(good.toBuilder().assignee("nobody").build(), "unknown-value", "assignee");
		assertRefused(good.toBuilder().role("Nobody").build(), "unknown-value", "role");
		assertRefused(good.toBuilder().role(RoleConstants.ANONYMOUS).build(), "assignee-cannot-work", "role");
		assertRefused(good.toBuilder().assignee(Context.getAuthenticatedUser().getUuid())
			.role(RoleConstants.AUTHENTICATED).build(), "user-or-role", "assignee");
		assertRefused(good.toBuilder().purpose("RECALL").critical(true).build(), "protocol-critical-not-care", "critical");
		assertRefused(good.toBuilder().priority(101).build(), "out-of-range", "priority");
		assertRefused(good.toBuilder().targetSeconds(0).build(), "out-of-range", "targetSeconds");
		assertRefused(good.toBuilder().dueFrom(Instant.now()).dueBy(Instant.now().minusSeconds(60)).build(),
			"window-is-over", "dueBy");
	}

	@Test
	void createManualTask_shouldLeaveDaysOfGrace_soThatWhatIsMadeLateIsNotLost() {
		FollowUpTask task = service
			.createManualTask(ManualTask.builder().patient(patient.getUuid()).title("Ring").build());

		assertThat(task.getExpiresAt()).isAfter(task.getDueBy().plus(Duration.ofDays(4)));
		assertThat(task.isExpired(task.getDueBy().plus(Duration.ofDays(1)))).isFalse();
	}

	@Test
	void createManualTask_shouldRefuse_whenThePatientIsDead() {
		patient.setDead(true);
		flush();

		assertRefused(ManualTask.builder().patient(patient.getUuid()).title("Ring").build(), "patient-is-dead", "patient");
	}

	@Test
	void createManualTask_shouldRefuse_whenTheAssigneeCannotWork() {
		User visitor = clinic.aUser("visitor");

		assertRefused(
			ManualTask.builder().patient(patient.getUuid()).title("Ring").assignee(visitor.getUuid()).build(),
			"assignee-cannot-work", "assignee");
	}

	@Test
	void transitionTask_shouldCancelAndReopen_whenVersionIsTheOneSeen() {
		FollowUpTask task = aTask();
		int seen = task.getVersion();

		FollowUpTask cancelled = service.transitionTask(task.getUuid(), TaskStatus.CANCELLED, seen, "moved away");

		assertThat(cancelled.getStatus()).isEqualTo(TaskStatus.CANCELLED);
		assertThat(cancelled.getVersion()).isEqualTo(seen + 1);
		assertThat(cancelled.getEndedAt()).isNotNull();

		FollowUpTask open = service.transitionTask(task.getUuid(), TaskStatus.OPEN, seen + 1, null);

		assertThat(open.isOpen()).isTrue();
		flushAndClear();
		assertThat(service.getTaskHistory(service.getTaskByUuid(task.getUuid()))).extracting(TaskStatusChange::getReason)
			.containsExactly("created-by-hand", "moved away", "reopened-by-hand");
	}

	@Test
	void transitionTask_shouldRefuse_whenAnotherWasFaster() {
		FollowUpTask task = aTask();
		int seen = task.getVersion();
		service.transitionTask(task.getUuid(), TaskStatus.CANCELLED, seen, "moved away");

		assertCode(() -> service.transitionTask(task.getUuid(), TaskStatus.OPEN, seen, null), "stale-version");
	}

	@Test
	void transitionTask_shouldRefuse_whatIsNotForHands() {
		FollowUpTask task = aTask();

		assertCode(() -> service.transitionTask(task.getUuid(), TaskStatus.COMPLETED, null, "x"), "transition-not-by-hand");
		assertCode(() -> service.transitionTask(task.getUuid(), TaskStatus.OPEN, null, "x"), "transition-not-by-hand");
		assertCode(() -> service.transitionTask(task.getUuid(), null, null, "x"), "transition-not-by-hand");
		assertCode(() -> service.transitionTask(task.getUuid(), TaskStatus.CANCELLED, null, " "), "required");
		assertCode(() -> service.transitionTask("nothing", TaskStatus.CANCELLED, null, "x"), "task-not-found");
	}

	@Test
	void transitionTask_shouldNotReopen_whenExpired() {
		Instant longAgo = Instant.now().minus(Duration.ofDays(9));
		FollowUpTask task = FollowUpTask.open(TaskFixture.aTask().patient(patient).from(longAgo).by(longAgo.plusSeconds(60))
			.expiresAt(longAgo.plusSeconds(120)).build(), TaskFixture.cause("created").withActor(null));
		clinic.save(task);
		service.transitionTask(task.getUuid(), TaskStatus.CANCELLED, null, "too late");

		assertCode(() -> service.transitionTask(task.getUuid(), TaskStatus.OPEN, null, null), "task-expired");
	}

	@Test
	void claimTask_shouldRefuseTheSecondNurse_untilTheFirstReleases() {
		Role nurse = aNurse();
		User first = clinic.aUser("nurse-1", nurse);
		User second = clinic.aUser("nurse-2", nurse);
		FollowUpTask task = aTask();

		clinic.logInAs(first);
		FollowUpTask claimed = service.claimTask(task.getUuid());
		assertThat(claimed.getClaimUser()).isEqualTo(first);
		assertThat(Duration.between(Instant.now(), claimed.getClaimUntil())).isBetween(Duration.ofMinutes(19),
			Duration.ofMinutes(20));
		assertThat(service.claimTask(task.getUuid()).getClaimUser()).isEqualTo(first);

		clinic.logInAs(second);
		assertCode(() -> service.claimTask(task.getUuid()), "claimed-by-another");
		service.releaseTask(task.getUuid());
		assertCode(() -> service.claimTask(task.getUuid()), "claimed-by-another");

		clinic.logInAs(first);
		service.releaseTask(task.getUuid());
		clinic.logInAs(second);
		assertThat(service.claimTask(task.getUuid()).getClaimUser()).isEqualTo(second);
	}

	@Test
	void claimTask_shouldSucceed_whenTheOtherLeaseIsOver() {
		User first = clinic.aUser("nurse-1", aNurse());
		FollowUpTask task = aTask();
		task.claim(first, Instant.now().minusSeconds(1));
		flushAndClear();

		assertThat(service.claimTask(task.getUuid()).getClaimUser()).isEqualTo(Context.getAuthenticatedUser());
	}

	@Test
	void claimTask_shouldKeepTheVersion_soThatAPageThatWasReadBeforeStillFits() {
		FollowUpTask task = aTask();
		int seen = task.getVersion();

		assertThat(service.claimTask(task.getUuid()).getVersion()).isEqualTo(seen);
	}

	@Test
	void claimTask_shouldRefuse_whenTheTaskHasEnded() {
		FollowUpTask task = aTask();
		service.transitionTask(task.getUuid(), TaskStatus.CANCELLED, null, "moved away");

		assertCode(() -> service.claimTask(task.getUuid()), "task-not-open");
	}

	@Test
	void reassignTask_shouldTellWhoAndWhy_whenASupervisorDecides() {
		User nurse = clinic.aUser("nurse-1", aNurse());
		FollowUpTask task = aTask();

		FollowUpTask given = service.reassignTask(task.getUuid(), nurse, null, task.getVersion(), "knows the family");

		assertThat(given.getAssigneeUser()).isEqualTo(nurse);
		assertThat(given.isAssignedByHand()).isTrue();
		assertThat(service.getTaskHistory(given)).extracting(TaskStatusChange::getReason).contains("knows the family");

		FollowUpTask back = service.reassignTask(task.getUuid(), null, null, null, null);
		assertThat(back.getAssigneeUser()).isNull();
		assertThat(back.isAssignedByHand()).isFalse();
	}

	@Test
	void reassignTask_shouldRefuse_whoCannotWorkAndWhatDoesNotExist() {
		FollowUpTask task = aTask();
		User visitor = clinic.aUser("visitor");
		User nurse = clinic.aUser("nurse-1", aNurse());

		assertCode(() -> service.reassignTask(task.getUuid(), visitor, null, null, null), "assignee-cannot-work");
		assertCode(() -> service.reassignTask(task.getUuid(), null, "Nobody", null, null), "unknown-value");
		assertCode(() -> service.reassignTask(task.getUuid(), nurse, "Nobody", null, null), "user-or-role");
		assertCode(() -> service.reassignTask(task.getUuid(), nurse, null, 99, null), "stale-version");
	}

	private Role aNurse() {
		return clinic.aRole("Test nurse", RetentionPrivileges.GET_FOLLOW_UPS, RetentionPrivileges.MANAGE_FOLLOW_UPS,
			RetentionPrivileges.MANAGE_CONTACTS);
	}

	private FollowUpTask aTask() {
		FollowUpTask task = service
			.createManualTask(ManualTask.builder().patient(patient.getUuid()).title("Ring").build());
		flush();
		return task;
	}

	private void assertRefused(ManualTask request, String reason, String field) {
		assertThatThrownBy(() -> service.createManualTask(request)).isInstanceOfSatisfying(RetentionException.class, e -> {
			assertThat(e.getCode()).isEqualTo("retention.followup.error." + reason);
			assertThat(e.getField()).isEqualTo(field);
		});
	}

	private static void assertCode(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String reason) {
		assertThatThrownBy(call).isInstanceOfSatisfying(RetentionException.class,
			e -> assertThat(e.getCode()).isEqualTo("retention.followup.error." + reason));
	}
}
