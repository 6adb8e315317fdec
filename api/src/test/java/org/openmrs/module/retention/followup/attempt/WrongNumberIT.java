/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Patient;
import org.openmrs.Visit;
import org.openmrs.VisitType;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.contact.ContactDetail;
import org.openmrs.module.retention.contact.ContactPoint;
import org.openmrs.module.retention.contact.ContactPoint.State;
import org.openmrs.module.retention.contact.ContactService;
import org.openmrs.module.retention.followup.protocol.Channel;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.HoldReason;
import org.openmrs.module.retention.followup.task.WorklistDesk;
import org.openmrs.module.retention.followup.task.WorklistRow;

/** What a wrong number does to the number and to those who are reached there. */
class WrongNumberIT extends AttemptIT {

	private Patient patient;

	private ContactService contacts;

	private FollowUpTask care;

	@BeforeEach
	void aPatient() {
		patient = clinic.aPatient("Ada");
		contacts = Context.getService(ContactService.class);
		care = task(patient, Purpose.CARE);
	}

	@Test
	void row_shouldOfferTheNextNumber_andTheWrongOneLast() {
		ContactPoint first = number("+47 22 11 00 51", patient);
		ContactPoint doubtful = number("+47 22 11 00 52", patient);
		ContactPoint third = number("+47 22 11 00 53", patient);
		contacts.setPointState(doubtful.getPointKey(), State.DOUBTFUL, "nobody answers");
		assertThat(numbersOnTheRow()).containsExactly(first.getUuid(), third.getUuid(), doubtful.getUuid());
		record(wrong(first));
		assertThat(numbersOnTheRow()).containsExactly(third.getUuid(), doubtful.getUuid(), first.getUuid());
	}

	@Test
	void hold_shouldCoverAllWhoCanBeReachedNowhereElse_andVoidingShouldEndIt() {
		Patient sister = clinic.aPatient("Sister");
		Patient brother = clinic.aPatient("Brother");
		ContactPoint shared = number("+47 22 11 00 54", patient, sister, brother);
		number("+47 22 11 00 55", brother);
		FollowUpTask recall = task(patient, Purpose.RECALL);
		FollowUpTask atTheDesk = task(draft(patient, Purpose.RECALL).channel(Channel.IN_PERSON));
		FollowUpTask sisters = task(sister, Purpose.CARE);
		FollowUpTask brothers = task(brother, Purpose.CARE);
		ContactAttempt attempt = record(wrong(shared));
		assertThat(new FollowUpTask[]{ care, recall, sisters }).extracting(FollowUpTask::getHoldReason)
			.containsOnly(HoldReason.NO_NUMBER);
		assertThat(new FollowUpTask[]{ atTheDesk, brothers }).extracting(FollowUpTask::getHoldReason).containsOnlyNulls();
		service.voidAttempt(attempt, "Dialled another");
		flush();
		assertThat(new FollowUpTask[]{ care, recall, sisters }).extracting(FollowUpTask::getHoldReason).containsOnlyNulls();
	}

	@Test
	void checkIn_shouldShowThatANumberIsNeeded_untilOneIsGiven() {
		ContactPoint only = number("+47 22 11 00 59", patient);
		WorklistDesk desk = new WorklistDesk(applicationContext, sessionFactory);
		assertThat(contacts.isNumberNeeded(patient)).isFalse();
		record(wrong(only));
		assertThat(contacts.isNumberNeeded(patient)).isTrue();
		assertThat(desk.list(now).getRows()).as("nobody can ask").isEmpty();
		checkIn(patient);
		assertThat(desk.list(now).getRows()).singleElement().satisfies(row -> {
			assertThat(row.getNotCallableReason()).isEqualTo("retention.followup.reason.get-a-number");
			assertThat(row.isCallableNow()).isFalse();
			assertThat(row.isInTheBuilding()).isTrue();
			assertThat(row.getTasks()).containsExactly(care);
		});
		assertThat(desk.list(now).getCallableRows()).isZero();
		number("+47 22 11 00 58", patient);
		assertThat(contacts.isNumberNeeded(patient)).isFalse();
		service.resumeReachable();
		flush();
		assertThat(desk.list(now).getRows()).singleElement()
			.returns("retention.followup.reason.in-the-building", WorklistRow::getNotCallableReason);
	}

	private void checkIn(Patient here) {
		VisitType type = new VisitType("Test visit", "test");
		clinic.save(new Visit(here, clinic.save(type), Date.from(now.minusSeconds(600))));
		flush();
	}

	@Test
	void hold_shouldEnd_whenTheNumberIsSetOk() {
		Patient sister = clinic.aPatient("Sister");
		ContactPoint shared = number("+47 22 11 00 56", patient, sister);
		FollowUpTask sisters = task(sister, Purpose.CARE);
		record(wrong(shared));
		assertThat(service.resumeReachable()).isZero();
		contacts.setPointState(shared.getPointKey(), State.OK, "rang back");
		assertThat(service.resumeReachable()).isEqualTo(2);
		flush();
		assertThat(care.isDue(now)).isTrue();
		assertThat(sisters.isDue(now)).isTrue();
	}

	@Test
	void voiding_shouldLeaveTheNumberAsItWasBefore() {
		ContactPoint doubtful = number("+47 22 11 00 57", patient);
		contacts.setPointState(doubtful.getPointKey(), State.DOUBTFUL, "nobody answers");
		ContactAttempt attempt = record(wrong(doubtful));
		assertThat(state(doubtful)).isEqualTo(State.WRONG);
		service.voidAttempt(attempt, "Dialled another");
		flush();
		assertThat(state(doubtful)).isEqualTo(State.DOUBTFUL);
		assertThat(contacts.getContactPointByKey(doubtful.getPointKey()).getStateReason()).isEqualTo("nobody answers");
	}

	@Test
	void voiding_shouldLeaveAloneWhatSomebodyHasSaidSince() {
		ContactPoint point = number("+47 22 11 00 58", patient);
		ContactAttempt attempt = record(wrong(point));
		contacts.setPointState(point.getPointKey(), State.WRONG, "the patient says so");
		service.voidAttempt(attempt, "Dialled another");
		flush();
		assertThat(state(point)).isEqualTo(State.WRONG);
		assertThat(care.getHoldReason()).as("it still works nowhere, but no contact says so").isNull();
	}

	@Test
	void voiding_shouldUndoTwoInEitherOrder() {
		ContactPoint point = number("+47 22 11 00 59", patient);
		contacts.setPointState(point.getPointKey(), State.DOUBTFUL, "nobody answers");
		ContactAttempt first = record(wrong(point).startedAt(at("11:00")));
		ContactAttempt second = record(wrong(point).startedAt(at("12:00")));
		service.voidAttempt(first, "Dialled another");
		assertThat(state(point)).as("the other stands").isEqualTo(State.WRONG);
		service.voidAttempt(second, "Dialled another");
		assertThat(state(point)).isEqualTo(State.DOUBTFUL);
		ContactAttempt third = record(wrong(point).startedAt(at("13:00")));
		ContactAttempt fourth = record(wrong(point).startedAt(at("13:30")));
		service.voidAttempt(fourth, "Dialled another");
		assertThat(state(point)).as("the third stands").isEqualTo(State.WRONG);
		service.voidAttempt(third, "Dialled another");
		assertThat(state(point)).isEqualTo(State.DOUBTFUL);
	}

	private AttemptRequest.AttemptRequestBuilder wrong(ContactPoint point) {
		return request(AttemptResult.WRONG_NUMBER, care).contactPoint(point.getPointKey());
	}

	private State state(ContactPoint point) {
		flush();
		return contacts.getContactPointByKey(point.getPointKey()).getState();
	}

	private List<String> numbersOnTheRow() {
		WorklistDesk desk = new WorklistDesk(applicationContext, sessionFactory);
		return desk.list(now).getRows().get(0).getContactDetails().stream().map(ContactDetail::getUuid)
			.collect(Collectors.toList());
	}
}
