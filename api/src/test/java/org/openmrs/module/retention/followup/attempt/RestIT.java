/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Patient;
import org.openmrs.module.retention.contact.ContactPoint;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.RingReason;
import org.openmrs.module.retention.followup.task.WorklistDesk;

/** Who rests after a contact, and who does not: by the people of the contact, whatever was noted of the number. */
class RestIT extends AttemptIT {

	private Patient mother;

	private Patient ada;

	private Patient bo;

	private FollowUpTask adas;

	private FollowUpTask bos;

	private WorklistDesk desk;

	@BeforeEach
	void aMotherOfTwo() {
		mother = clinic.aPatient("Mother");
		ada = clinic.aPatient("Ada");
		bo = clinic.aPatient("Bo");
		number("+47 22 11 00 81", mother);
		number("+47 22 11 00 82", mother);
		number("+47 22 11 00 83", bo);
		adas = task(draft(ada, Purpose.CARE).personToRingId(mother.getPersonId()).ringReason(RingReason.GUARDIAN));
		bos = task(draft(bo, Purpose.CARE).personToRingId(mother.getPersonId()).ringReason(RingReason.GUARDIAN));
		desk = new WorklistDesk(applicationContext, sessionFactory);
	}

	@Test
	void conversation_shouldLetThePersonRungRest_thoughNobodyNotedTheNumber() {
		record(spoke(Disposition.DONE, adas).spokeWith(SpokeWith.GUARDIAN).relation("mother"));
		FollowUpTask hers = task(mother, Purpose.RECALL);
		FollowUpTask care = task(mother, Purpose.CARE);

		assertThat(desk.callable(at("15:00"))).contains(care).doesNotContain(hers);
		assertThat(desk.callable(at(3, "14:01"))).contains(care, hers);
	}

	@Test
	void conversation_shouldLetEveryPatientOfTheContactRest() {
		record(spoke(Disposition.DONE, adas, bos).spokeWith(SpokeWith.GUARDIAN).relation("mother"));
		FollowUpTask later = task(bo, Purpose.RECALL);

		assertThat(desk.callable(at("15:00"))).doesNotContain(later);
		assertThat(desk.list(at("15:00")).getRows()).filteredOn(row -> row.getPerson().equals(bo)).singleElement()
			.satisfies(
				row -> assertThat(row.getNotCallableReason()).isEqualTo("retention.contact.reason.rest"));
		assertThat(desk.callable(at(3, "14:01"))).contains(later);
	}

	@Test
	void message_shouldLetNobodyRest_whenItWasLeftWithAnother() {
		FollowUpTask recall = task(ada, Purpose.RECALL);
		FollowUpTask other = task(ada, Purpose.SURVEY);
		number("+47 22 11 00 84", ada);
		now = at("09:30");
		ContactAttempt attempt = record(spoke(Disposition.DONE, recall).spokeWith(SpokeWith.OTHER).relation("lodger"));

		assertThat(attempt.isConversation()).isFalse();
		assertThat(desk.callable(at("10:00"))).contains(other);
		assertThat(desk.callable(recall.getWakeAt())).contains(recall);
	}

	@Test
	void language_shouldLetNobodyRest() {
		FollowUpTask recall = task(ada, Purpose.RECALL);
		number("+47 22 11 00 84", ada);

		record(spoke(Disposition.LANGUAGE, recall).language("ru"));

		assertThat(desk.callable(at("14:10"))).contains(recall);
	}

	@Test
	void rest_shouldEnd_whenTheContactIsTakenBack() {
		ContactAttempt attempt = record(spoke(Disposition.DONE, adas));
		FollowUpTask hers = task(mother, Purpose.RECALL);
		assertThat(desk.callable(at("15:00"))).doesNotContain(hers);

		service.voidAttempt(attempt, "somebody else");
		flush();

		assertThat(desk.callable(at("15:00"))).contains(hers);
	}

	@Test
	void number_shouldBeTheOnlyOneThatWorks_whereNobodyNotedIt() {
		Patient cai = clinic.aPatient("Cai");
		ContactPoint only = number("+47 22 11 00 85", cai);
		FollowUpTask one = task(cai, Purpose.CARE);

		assertThat(record(request(AttemptResult.NO_ANSWER, one)).getPointKey()).isEqualTo(only.getPointKey());
		assertThat(record(request(AttemptResult.NO_ANSWER, adas)).getPointKey()).as("of two").isNull();
		assertThat(record(spoke(Disposition.DONE, one).direction(Direction.INBOUND)).getPointKey())
			.as("from wherever they rang").isNull();
	}

	@Test
	void vain_shouldCountForThePerson_whereNobodyNotedTheNumber() {
		FollowUpTask hers = task(mother, Purpose.CARE);
		record(request(AttemptResult.NO_ANSWER, adas).startedAt(at("10:00")));
		assertThat(desk.callable(at("14:00"))).contains(hers);
		record(request(AttemptResult.NO_ANSWER, adas).startedAt(at("13:00")));

		assertThat(desk.callable(at("14:00"))).doesNotContain(hers);
		assertThat(desk.callable(at(1, "10:00"))).contains(hers);
	}
}
