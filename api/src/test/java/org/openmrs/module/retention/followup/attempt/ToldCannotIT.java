/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.TaskStatus;
import org.openmrs.module.retention.followup.task.WorklistService;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;

/** What cannot be done is explained. */
class ToldCannotIT extends AttemptIT {

	private static final String WHY = "No crown before Christmas: the laboratory is closed";

	private Patient ada;

	private FollowUpTask care;

	@BeforeEach
	void aPatient() {
		ada = clinic.aPatient("Ada");
		care = task(ada, Purpose.CARE);
	}

	@Test
	void toldCannot_shouldBeToldToTheNextCaller() {
		ContactAttempt attempt = record(spoke(Disposition.DONE, care).toldCannot(WHY));

		assertThat(attempt.getToldCannot()).isEqualTo(WHY);
		assertThat(care.getStatus()).as("nothing else happens").isEqualTo(TaskStatus.COMPLETED);
		assertThat(tasksOf(ada)).hasSize(1);
		assertThat(Context.getService(WorklistService.class).getScript(ada.getUuid()).getLastContacts()).singleElement()
			.satisfies(last -> assertThat(last.getToldCannot()).isEqualTo(WHY));
	}

	@Test
	void toldCannot_shouldBeFound() {
		ContactAttempt told = record(spoke(Disposition.DONE, care).toldCannot(WHY));
		ContactAttempt other = record(spoke(Disposition.DONE, task(ada, Purpose.CARE)));

		assertThat(found(true)).containsExactly(told);
		assertThat(found(false)).containsExactly(other);
		assertThat(found(null)).containsExactlyInAnyOrder(told, other);
	}

	@Test
	void toldCannot_shouldGoWithSomebodyWhoWasTold() {
		assertRefused(() -> record(request(AttemptResult.NO_ANSWER, care).toldCannot(WHY)), "does-not-go-with-the-result",
			"toldCannot");
		assertRefused(
			() -> record(request(AttemptResult.NOT_CALLED, care).reason(AttemptReason.NO_TIME).toldCannot(WHY)),
			"does-not-go-with-the-result", "toldCannot");
		assertThat(record(request(AttemptResult.NOT_CALLED, care).reason(AttemptReason.SEEN_IN_PERSON).toldCannot(WHY))
			.getToldCannot()).isEqualTo(WHY);
	}

	@Test
	void withdraws_shouldEndThePromisesThatItTakesBack() {
		ContactPromise crown = promised(ada, "The crown before Christmas");
		ContactPromise invoice = promised(ada, "Send the invoice");

		ContactAttempt told = record(
			spoke(Disposition.DONE, task(ada, Purpose.CARE)).toldCannot(WHY)
				.withdraws(Collections.singletonList(crown.getUuid())));

		assertThat(crown.getStatus()).isEqualTo(ContactPromise.Status.WITHDRAWN);
		assertThat(crown.getEndReason()).isEqualTo(WHY);
		assertThat(crown.getSettledBy()).isEqualTo(told);
		assertThat(crown.getEndedAt()).isEqualTo(now);
		assertThat(invoice.getStatus()).isEqualTo(ContactPromise.Status.OPEN);
	}

	@Test
	void withdraws_shouldBeTakenBackWithTheContact() {
		ContactPromise crown = promised(ada, "The crown before Christmas");
		ContactAttempt told = record(
			spoke(Disposition.DONE, task(ada, Purpose.CARE)).toldCannot(WHY)
				.withdraws(Collections.singletonList(crown.getUuid())));

		service.voidAttempt(told, "another patient");
		flush();

		assertThat(crown.getStatus()).isEqualTo(ContactPromise.Status.OPEN);
		assertThat(crown.getEndReason()).isNull();
		assertThat(crown.getSettledBy()).isNull();
	}

	@Test
	void withdraws_shouldEndWithTheContactThatMadeThePromise_whenBothAreTakenBack() {
		ContactPromise crown = promised(ada, "The crown before Christmas");
		ContactAttempt told = record(
			spoke(Disposition.DONE, task(ada, Purpose.CARE)).toldCannot(WHY)
				.withdraws(Collections.singletonList(crown.getUuid())));

		service.voidAttempt(crown.getAttempt(), "never said");
		service.voidAttempt(told, "another patient");
		flush();

		assertThat(crown.getVoided()).isTrue();
		assertThat(crown.getStatus()).isEqualTo(ContactPromise.Status.WITHDRAWN);
	}

	@Test
	void withdraws_shouldBeRefused_whenItExplainsNothing_orThePromiseIsAnothers_orACall_orOver() {
		ContactPromise crown = promised(ada, "The crown before Christmas");
		ContactPromise anothers = promised(clinic.aPatient("Ben"), "Send the invoice");
		FollowUpTask later = task(ada, Purpose.CARE);
		record(spoke(Disposition.CALL_BACK, later).windowFrom(at(1, "17:00")));
		ContactPromise call = promises.findPromises(PromiseSearch.builder().task(later.getUuid()).build(), new Page(0, 1))
			.get(0);
		FollowUpTask asked = task(ada, Purpose.CARE);

		assertRefused(() -> record(spoke(Disposition.DONE, asked).withdraws(Arrays.asList(crown.getUuid()))), "required",
			"toldCannot");
		assertRefused(() -> withdraw(asked, anothers), "promise-to-somebody-else", "withdraws");
		assertRefused(() -> withdraw(asked, call), "promise-is-a-call", "withdraws");
		assertRefused(() -> record(spoke(Disposition.DONE, asked).toldCannot(WHY).withdraws(Arrays.asList("none"))),
			"unknown-value", "withdraws");
		promises.keepPromise(crown, null);
		assertRefused(() -> withdraw(asked, crown), "promise-ended", "status");
	}

	private ContactAttempt withdraw(FollowUpTask asked, ContactPromise promise) {
		return record(spoke(Disposition.DONE, asked).toldCannot(WHY).withdraws(Arrays.asList(promise.getUuid())));
	}

	private ContactPromise promised(Patient patient, String what) {
		record(spoke(Disposition.DONE, task(patient, Purpose.CARE))
			.promise(AttemptRequest.Promise.builder().what(what).by(at(2, "12:00")).build()));
		return promises.findPromises(PromiseSearch.builder().patient(patient.getUuid()).build(), new Page(0, 10)).stream()
			.filter(one -> one.getPromised().equals(what)).findFirst().get();
	}

	private List<ContactAttempt> found(Boolean told) {
		flush();
		return service.findAttempts(AttemptSearch.builder().patient(ada.getUuid()).toldCannot(told).build(),
			new Page(0, 10));
	}

	private static void assertRefused(ThrowingCallable call, String code, String field) {
		assertThatThrownBy(call).isInstanceOfSatisfying(RetentionException.class, e -> {
			assertThat(e.getCode()).isEqualTo("retention.followup.error." + code);
			assertThat(e.getField()).isEqualTo(field);
		});
	}
}
