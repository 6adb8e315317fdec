/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.contact.ContactDecision;
import org.openmrs.module.retention.contact.ContactPoint;
import org.openmrs.module.retention.contact.ContactService;
import org.openmrs.module.retention.followup.protocol.Channel;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.HoldReason;
import org.openmrs.module.retention.followup.task.Worklist;
import org.openmrs.module.retention.followup.task.WorklistDesk;
import org.openmrs.module.retention.followup.task.WorklistRow;

/** People who share a number, of whom nobody has looked at but one. */
class HouseholdIT extends AttemptIT {

	private Patient ada;

	private Patient bo;

	private ContactPoint shared;

	private FollowUpTask adas;

	private FollowUpTask bos;

	@BeforeEach
	void twoOnOnePhone() {
		ada = clinic.aPatient("Ada");
		bo = clinic.aPatient("Bo");
		adas = task(ada, Purpose.CARE);
		shared = number("+47 22 11 00 61", ada);
		neverShown("+47 (22) 11-00-61 (work)", bo);
	}

	@Test
	void conversation_shouldLetWhoWasNeverShownRest_onTheFirstReadOfTheList() {
		bos = task(bo, Purpose.RECALL);
		record(spoke(Disposition.DONE, adas).contactPoint(shared.getUuid()));
		Worklist first = list();
		assertThat(reasonsOf(first, bo)).containsExactly("retention.contact.reason.rest");
		assertThat(first.getCallableRows()).isZero();
	}

	@Test
	void conversation_shouldLetWhoGetsATaskLaterRest_onTheFirstReadOfTheList() {
		record(spoke(Disposition.DONE, adas).contactPoint(shared.getUuid()));
		bos = task(bo, Purpose.RECALL);
		Worklist first = list();
		assertThat(reasonsOf(first, bo)).containsExactly("retention.contact.reason.rest");
		assertThat(first.getCallableRows()).isZero();
	}

	@Test
	void wrongNumber_shouldHoldWhoWasNeverShown() {
		bos = task(bo, Purpose.RECALL);
		record(request(AttemptResult.WRONG_NUMBER, adas).contactPoint(shared.getUuid()));
		assertThat(bos.getHoldReason()).isEqualTo(HoldReason.NO_NUMBER);
	}

	@Test
	void deathReported_shouldHoldWhoWasNeverShown() {
		bos = task(bo, Purpose.RECALL);
		record(spoke(Disposition.DEATH_REPORTED, adas).spokeWith(SpokeWith.OTHER));
		assertThat(bos.getHoldReason()).isEqualTo(HoldReason.DEATH_REPORTED);
	}

	@Test
	void stop_shouldHoldForWhoeverIsReachedThere_andNotWhenItIsTakenBack() {
		bos = task(bo, Purpose.RECALL);
		FollowUpTask care = task(bo, Purpose.CARE);
		ContactAttempt said = record(stop(Purpose.RECALL));
		now = at(3, "14:00");
		assertThat(bos.isOpen()).as("nothing is written to the others").isTrue();
		assertThat(desk().callable(now)).contains(care).doesNotContain(bos);
		assertThat(tasksOf(list(), bo)).containsExactly(care);
		assertThat(mayCall(bo).getReason()).isEqualTo("retention.contact.reason.refused-at-number");

		service.voidAttempt(said, "was somebody else");

		assertThat(tasksOf(list(), bo)).contains(care, bos);
		assertThat(desk().callable(now)).contains(care, bos);
		assertThat(mayCall(bo).isAllowed()).isTrue();
	}

	@Test
	void stop_shouldNotHold_forWhoIsReachedElsewhereToo() {
		bos = task(bo, Purpose.RECALL);
		number("+47 22 11 00 63", bo);
		record(stop(Purpose.RECALL));
		now = at(3, "14:00");
		assertThat(tasksOf(list(), bo)).containsExactly(bos);
		assertThat(desk().callable(now)).contains(bos);
		assertThat(mayCall(bo).isAllowed()).isTrue();
	}

	@Test
	void stop_shouldNotHold_forOtherPurposes() {
		bos = task(bo, Purpose.RECALL);
		record(stop(Purpose.MARKETING));
		now = at(3, "14:00");
		assertThat(tasksOf(list(), bo)).containsExactly(bos);
	}

	private AttemptRequest.AttemptRequestBuilder stop(Purpose purpose) {
		return spoke(Disposition.STOP, adas).contactPoint(shared.getUuid()).purposes(EnumSet.of(purpose));
	}

	private ContactDecision mayCall(Patient patient) {
		return Context.getService(ContactService.class).mayContact(patient, Purpose.RECALL, Channel.PHONE, null, now);
	}

	private static List<FollowUpTask> tasksOf(Worklist list, Patient patient) {
		return list.getRows().stream().filter(r -> r.getPerson().equals(patient)).flatMap(r -> r.getTasks().stream())
			.collect(Collectors.toList());
	}

	private WorklistDesk desk() {
		return new WorklistDesk(applicationContext, sessionFactory);
	}

	private Worklist list() {
		return desk().list(now);
	}

	private static List<String> reasonsOf(Worklist list, Patient patient) {
		return list.getRows().stream().filter(r -> r.getPerson().equals(patient)).map(WorklistRow::getNotCallableReason)
			.collect(Collectors.toList());
	}
}
