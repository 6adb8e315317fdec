/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Patient;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.contact.ContactProfile;
import org.openmrs.module.retention.contact.ContactService;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.task.Cause;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.ListClass;
import org.openmrs.module.retention.followup.task.TaskSource;
import org.openmrs.module.retention.followup.task.TaskStatus;
import org.openmrs.module.retention.followup.task.WorklistService;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;

class PromiseIT extends AttemptIT {

	private Patient patient;

	private FollowUpTask care;

	@BeforeEach
	void aTask() {
		patient = clinic.aPatient("Ada");
		care = task(patient, Purpose.CARE);
	}

	@Test
	void callBack_shouldPromiseTheWindowAndMoveTheTaskThere() {
		ContactPromise promise = callBack(1, "17:00", "18:00");
		assertThat(promise.getStatus()).isEqualTo(ContactPromise.Status.OPEN);
		assertThat(promise.getTask()).isEqualTo(care);
		assertThat(promise.getPromised()).isEqualTo("Ring back as promised");
		assertThat(promise.getDueFrom()).isEqualTo(at(1, "17:00"));
		assertThat(promise.getDueBy()).isEqualTo(at(1, "18:00"));
		assertThat(care.getWakeAt()).isEqualTo(at(1, "17:00"));
		assertThat(care.getListClass()).isEqualTo(ListClass.PROMISED);
	}

	@Test
	void promise_shouldBeToldToTheNextCaller_untilItIsKept() {
		ContactPromise promise = callBack(1, "17:00", "18:00");
		WorklistService worklist = Context.getService(WorklistService.class);
		assertThat(worklist.getScript(patient.getUuid()).getPromises()).singleElement().satisfies(told -> {
			assertThat(told.getUuid()).isEqualTo(promise.getUuid());
			assertThat(told.getPromised()).isEqualTo("Ring back as promised");
			assertThat(told.getDueBy()).isEqualTo(at(1, "18:00"));
			assertThat(told.isBroken()).as("long ago").isTrue();
		});
		assertThat(worklist.getScript(clinic.aPatient("Ben").getUuid()).getPromises()).as("another's").isEmpty();
		promises.withdrawPromise(promise, null, "no longer wanted");
		flush();
		assertThat(worklist.getScript(patient.getUuid()).getPromises()).isEmpty();
	}

	@Test
	void callBack_shouldEndWithTheDay_whenNoEndIsNamed() {
		record(spoke(Disposition.CALL_BACK, care).windowFrom(at(1, "17:00")));
		assertThat(all().get(0).getDueBy()).as("it never closes").isEqualTo(at(2, "00:00"));
	}

	@Test
	void callBack_shouldMakeATask_whenTheContactWasAboutNone() {
		record(
			spoke(Disposition.CALL_BACK).patient(patient.getUuid()).direction(Direction.INBOUND).windowFrom(at(1, "10:00"))
				.windowBy(at(1, "11:00")));
		FollowUpTask made = tasksOf(patient).get(1);
		assertThat(made.getSource()).isEqualTo(TaskSource.CALL_BACK);
		assertThat(made.getListClass()).isEqualTo(ListClass.PROMISED);
		assertThat(made.getDueFrom()).isEqualTo(at(1, "10:00"));
		assertThat(all().get(0).getTask()).isEqualTo(made);
	}

	@Test
	void callBack_shouldGoToWhomItWasPromised() {
		User nurse = clinic.aUser("anna");
		record(spoke(Disposition.CALL_BACK, care).windowFrom(at(1, "10:00")).windowBy(at(1, "11:00"))
			.promise(AttemptRequest.Promise.builder().what("The doctor's answer").owner(nurse.getUuid()).build()));
		assertThat(all().get(0).getOwnerUser()).isEqualTo(nurse);
		assertThat(all().get(0).getPromised()).isEqualTo("The doctor's answer");
		assertThat(care.getAssigneeUser()).isEqualTo(nurse);
	}

	@Test
	void voiding_shouldLetTheTaskGoByItsRuleAgain() {
		User nurse = clinic.aUser("anna");
		ContactAttempt attempt = record(
			spoke(Disposition.CALL_BACK, care).windowFrom(at(1, "10:00")).windowBy(at(1, "11:00"))
				.promise(AttemptRequest.Promise.builder().owner(nurse.getUuid()).build()));
		service.voidAttempt(attempt, "Wrong patient");
		flush();
		assertThat(care.getAssigneeUser()).isNull();
		assertThat(care.isAssignedByHand()).isFalse();
		assertThat(care.getAssignmentUntil()).isEqualTo(care.getWakeAt());
		ContactAttempt toQueue = record(spoke(Disposition.CALL_BACK, care).windowFrom(at(1, "10:00"))
			.promise(AttemptRequest.Promise.builder().role("Retention: Nurse").build()));
		assertThat(care.getAssigneeRole()).isEqualTo("Retention: Nurse");
		service.voidAttempt(toQueue, "Wrong patient");
		flush();
		assertThat(care.getAssigneeRole()).isNull();
		assertThat(care.isAssignedByHand()).isFalse();
	}

	@Test
	void callBack_shouldWarn_whenPeopleAreNotCalledThen_orTheOwnerCannotWork() {
		User stranger = clinic.aUser("stranger");
		ContactAttempt attempt = record(spoke(Disposition.CALL_BACK, care).windowFrom(at(1, "21:00"))
			.promise(AttemptRequest.Promise.builder().owner(stranger.getUuid()).build()));
		assertThat(attempt.getFlagCodes()).contains("promise-quiet-hours", "promise-owner-absent")
			.doesNotContain("promise-closed");
	}

	@Test
	void callBack_shouldGoByTheQuietHoursWhereThePatientLives() {
		ContactService contacts = Context.getService(ContactService.class);
		ContactProfile profile = contacts.getProfile(patient);
		profile.setZone("America/Toronto");
		contacts.saveContactProfile(profile);
		flush();
		assertThat(service.checkPromise(spoke(Disposition.CALL_BACK, care).windowFrom(at(1, "21:00")).build()))
			.as("15:00 in Toronto").isEmpty();
		assertThat(service.checkPromise(spoke(Disposition.CALL_BACK, care).windowFrom(at(1, "10:00")).build()))
			.as("04:00 in Toronto").containsExactly(AttemptFlag.PROMISE_QUIET_HOURS);
	}

	@Test
	void checkPromise_shouldWarnAsRecordingWould_andRecordNothing() {
		AttemptRequest late = spoke(Disposition.CALL_BACK, care).windowFrom(at(1, "21:00")).build();
		assertThat(service.checkPromise(late)).containsExactly(AttemptFlag.PROMISE_QUIET_HOURS);
		assertThat(service.checkPromise(spoke(Disposition.CALL_BACK, care).windowFrom(at(1, "10:00")).build())).isEmpty();
		assertThat(service.checkPromise(spoke(Disposition.DONE, care).build())).isEmpty();
		assertCode(() -> service.checkPromise(spoke(Disposition.CALL_BACK, care).build()), "required");
		assertThat(all()).isEmpty();
		assertThat(care.getListClass()).isNotEqualTo(ListClass.PROMISED);
		assertThat(record(spoke(Disposition.CALL_BACK, care).windowFrom(at(1, "21:00"))).getFlagCodes())
			.contains(AttemptFlag.PROMISE_QUIET_HOURS.code());
	}

	@Test
	void promise_shouldStandByItself_whenSomethingElseKeepsIt() {
		record(spoke(Disposition.DONE, care)
			.promise(AttemptRequest.Promise.builder().what("Send the invoice").by(at(2, "12:00")).build()));
		ContactPromise promise = all().get(0);
		assertThat(promise.getTask()).isNull();
		assertThat(promise.getOwnerUser()).isEqualTo(caller());
		now = at(1, "09:00");
		promises.keepPromise(promise, promise.getVersion());
		assertThat(promise.getStatus()).isEqualTo(ContactPromise.Status.KEPT);
		assertThat(promise.getEndedAt()).isEqualTo(now);
		assertCode(() -> promises.keepPromise(promise, null), "promise-ended");
	}

	@Test
	void conversation_shouldKeepThePromise_whenItIsInTheWindow() {
		ContactPromise promise = callBack(1, "17:00", "18:00");
		now = at(1, "17:30");
		record(spoke(Disposition.DONE, care));
		assertThat(promise.getStatus()).isEqualTo(ContactPromise.Status.KEPT);
		assertThat(promise.getEndedAt()).isEqualTo(at(1, "17:30"));
	}

	@Test
	void conversation_shouldKeepThePromiseLate_whenTheWindowIsOver_untilItIsTakenBack() {
		ContactPromise promise = callBack(1, "17:00", "18:00");
		now = at(2, "10:00");
		assertThat(promise.isBroken(now)).isTrue();
		ContactAttempt kept = record(spoke(Disposition.DONE, care));
		assertThat(promise.getStatus()).isEqualTo(ContactPromise.Status.KEPT_LATE);
		service.voidAttempt(kept, "Wrong patient");
		assertThat(promise.getStatus()).isEqualTo(ContactPromise.Status.OPEN);
		assertThat(promise.isBroken(now)).isTrue();
	}

	@Test
	void noAnswer_shouldNotKeepThePromise() {
		ContactPromise promise = callBack(1, "17:00", "18:00");
		now = at(1, "17:30");
		record(request(AttemptResult.NO_ANSWER, care));
		assertThat(promise.getStatus()).isEqualTo(ContactPromise.Status.OPEN);
	}

	@Test
	void conversation_shouldOvertakeThePromise_whenAnotherTimeIsAgreedBefore() {
		ContactPromise first = callBack(2, "17:00", "18:00");
		now = at(1, "10:00");
		ContactPromise second = callBack(3, "09:00", "10:00");
		assertThat(first.getStatus()).isEqualTo(ContactPromise.Status.WITHDRAWN);
		assertThat(second.getStatus()).isEqualTo(ContactPromise.Status.OPEN);
		assertThat(care.getWakeAt()).isEqualTo(at(3, "09:00"));
	}

	@Test
	void voiding_shouldWithdrawThePromiseAndGiveTheWindowBack() {
		ContactPromise promise = callBack(1, "17:00", "18:00");
		service.voidAttempt(promise.getAttempt(), "Wrong patient");
		assertThat(promise.getStatus()).isEqualTo(ContactPromise.Status.WITHDRAWN);
		assertThat(promise.getVoided()).isTrue();
		assertThat(care.getDueFrom()).isEqualTo(care.getPlannedFrom());
		assertThat(promises.countPromises(PromiseSearch.builder().patient(patient.getUuid()).build())).isZero();
	}

	@Test
	void promise_shouldNotBeBroken_whenItsTaskWasEndedOtherwise() {
		ContactPromise promise = callBack(1, "17:00", "18:00");
		care.cancel(Cause.of(caller(), at("15:00"), "anchor-voided"));
		now = at(3, "10:00");
		assertThat(promise.isBroken(now)).isFalse();
		assertFound(PromiseSearch.builder().patient(patient.getUuid()).broken(true));
	}

	@Test
	void withdrawPromise_shouldNeedAReasonAndTheVersionSeen() {
		ContactPromise promise = callBack(1, "17:00", "18:00");
		assertCode(() -> promises.withdrawPromise(promise, promise.getVersion() + 1, "x"), "stale-version");
		assertCode(() -> promises.withdrawPromise(promise, null, " "), "required");
		promises.withdrawPromise(promise, promise.getVersion(), "Does not want it any more");
		assertThat(promise.getStatus()).isEqualTo(ContactPromise.Status.WITHDRAWN);
		assertThat(promise.getEndReason()).isEqualTo("Does not want it any more");
	}

	@Test
	void findPromises_shouldFilterAndPutTheFirstDueFirst() {
		ContactPromise late = callBack(3, "17:00", "18:00");
		record(spoke(Disposition.DONE, task(patient, Purpose.CARE))
			.promise(AttemptRequest.Promise.builder().what("Ask").by(at(1, "12:00")).role("Retention: Nurse").build()));
		ContactPromise soon = all().get(1);
		String of = patient.getUuid();
		assertFound(PromiseSearch.builder().patient(of), soon, late);
		assertFound(PromiseSearch.builder().task(care.getUuid()), late);
		assertFound(PromiseSearch.builder().patient(of).role("Retention: Nurse"), soon);
		assertFound(PromiseSearch.builder().patient(of).dueBy(at(2, "12:00")), soon);
		now = at(2, "10:00");
		assertFound(PromiseSearch.builder().patient(of).broken(true), soon);
		assertFound(PromiseSearch.builder().patient(of).broken(false), late);
		promises.keepPromise(soon, null);
		assertFound(PromiseSearch.builder().patient(of).status(ContactPromise.Status.KEPT_LATE), soon);
		assertFound(PromiseSearch.builder().owner(caller().getUuid()).patient(of));
		assertCode(() -> promises.countPromises(PromiseSearch.builder().patient("x").build()), "unknown-value");
		assertCode(() -> promises.countPromises(PromiseSearch.builder().task("x").build()), "unknown-value");
		assertCode(() -> promises.countPromises(PromiseSearch.builder().owner("x").build()), "unknown-value");
		assertCode(() -> promises.countPromises(PromiseSearch.builder().role("").build()), "unknown-value");
	}

	@Test
	void status_shouldFollowItsTable() {
		for (ContactPromise.Status from : ContactPromise.Status.values()) {
			for (ContactPromise.Status to : ContactPromise.Status.values()) {
				boolean opens = from != ContactPromise.Status.OPEN && to == ContactPromise.Status.OPEN;
				boolean ends = from == ContactPromise.Status.OPEN && to != ContactPromise.Status.OPEN;
				assertThat(from.allows(to)).as(from + " to " + to).isEqualTo(opens || ends);
			}
		}
	}

	private ContactPromise callBack(int day, String from, String by) {
		record(spoke(Disposition.CALL_BACK, care).windowFrom(at(day, from)).windowBy(at(day, by)));
		List<ContactPromise> all = all();
		assertThat(care.getStatus()).isEqualTo(TaskStatus.OPEN);
		return all.get(all.size() - 1);
	}

	private List<ContactPromise> all() {
		flush();
		return sessionFactory.getCurrentSession()
			.createQuery("from retention.ContactPromise p where p.patient = :patient order by p.id", ContactPromise.class)
			.setParameter("patient", patient).getResultList();
	}

	private void assertFound(PromiseSearch.PromiseSearchBuilder search, ContactPromise... expected) {
		flush();
		assertThat(promises.findPromises(search.build(), new Page(0, 50))).containsExactly(expected);
		assertThat(promises.countPromises(search.build())).isEqualTo(expected.length);
	}

	private static void assertCode(ThrowingCallable call, String code) {
		assertThatThrownBy(call).isInstanceOfSatisfying(RetentionException.class,
			e -> assertThat(e.getCode()).isEqualTo("retention.followup.error." + code));
	}
}
