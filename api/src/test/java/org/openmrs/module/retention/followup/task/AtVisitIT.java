/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.retention.followup.task.WorklistDesk.TEN;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Encounter;
import org.openmrs.Patient;
import org.openmrs.Visit;
import org.openmrs.VisitType;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.Clinic;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.RetentionMetadata;
import org.openmrs.module.retention.followup.protocol.Channel;

/** What is done while the patient is here. */
class AtVisitIT extends RetentionIT {

	private static final Duration HOUR = Duration.ofHours(1);

	private WorklistDesk desk;

	private Clinic clinic;

	private Patient ada;

	@BeforeEach
	void desk() {
		desk = new WorklistDesk(applicationContext, sessionFactory);
		clinic = desk.clinic;
		ada = clinic.aPatient("Ada");
	}

	@Test
	void row_shouldBeWorked_whileThePatientHasAnOpenVisit() {
		atVisit(ada);
		visit(ada, TEN.minus(HOUR.multipliedBy(2)), null);

		WorklistRow row = desk.list().getRows().get(0);

		assertThat(row.isCallableNow()).isTrue();
		assertThat(row.isInTheBuilding()).isTrue();
		assertThat(desk.callable(TEN)).hasSize(1);
	}

	@Test
	void row_shouldWaitBelowTheLine_whenThePatientHasLeft() {
		atVisit(ada);
		visit(ada, TEN.minus(HOUR), TEN.minusSeconds(60));

		Worklist list = desk.list();

		assertThat(list.getCallableRows()).isZero();
		WorklistRow row = list.getRows().get(0);
		assertThat(row.isCallableNow()).isFalse();
		assertThat(row.getNotCallableReason()).isEqualTo("retention.followup.reason.not-here");
		assertThat(row.getWakeAt()).as("nobody knows when").isNull();
		assertThat(desk.callable(TEN)).isEmpty();
	}

	@Test
	void row_shouldBeWorkedForAnHour_whereNoVisitsAreKept() {
		atVisit(ada);
		Encounter encounter = clinic.anEncounter(ada, null);
		encounter.setEncounterDatetime(Date.from(TEN.minusSeconds(3500)));

		assertThat(desk.list().getCallableRows()).isEqualTo(1);
		assertThat(desk.list().getRows().get(0).isCallableNow()).isTrue();

		assertThat(desk.list(TEN.plusSeconds(200)).getCallableRows()).isZero();
		assertThat(desk.list(TEN.plusSeconds(200)).getRows().get(0).isCallableNow()).isFalse();
	}

	@Test
	void row_shouldTakeNoConversationForAVisit() {
		atVisit(ada);
		Encounter encounter = clinic.anEncounter(ada, null);
		encounter.setEncounterType(
			Context.getEncounterService().getEncounterTypeByUuid(RetentionMetadata.CONTACT_ENCOUNTER_TYPE));
		encounter.setEncounterDatetime(Date.from(TEN.minusSeconds(600)));

		assertThat(desk.list().getCallableRows()).isZero();
		assertThat(desk.list().getRows().get(0).isCallableNow()).isFalse();
	}

	@Test
	void row_shouldBeWorked_whenWhoIsRungForThePatientIsHere() {
		Patient mother = clinic.aPatient("Mother");
		atVisit(ada, mother);
		visit(mother, TEN.minus(HOUR), null);

		assertThat(desk.list().getCallableRows()).isEqualTo(1);
		assertThat(desk.list().getRows().get(0).isCallableNow()).isTrue();
	}

	@Test
	void row_shouldHoldTheCallsOfWhoIsHere() {
		atVisit(ada);
		desk.task(ada, t -> t.title("Ring"));
		visit(ada, TEN.minus(HOUR), null);

		assertThat(desk.list().getRows().get(0).getTasks()).extracting(FollowUpTask::getTitle).containsExactly("Show");
	}

	@Test
	void row_shouldNotBeForWhatSomebodyAskedForInPerson() {
		desk.task(ada, t -> t.channel(Channel.IN_PERSON));

		assertThat(desk.list().getCallableRows()).as("whoever asked knows when").isEqualTo(1);
	}

	@Test
	void script_shouldAnnounceTheCallsThatAreComing() {
		atVisit(ada);
		for (int day = 6; day > 0; day--) {
			Instant from = TEN.plus(Duration.ofDays(day));
			String title = "Call " + day;
			desk.task(ada, t -> t.title(title).from(from).by(from.plus(HOUR)).expiresAt(from.plus(HOUR.multipliedBy(9))));
		}
		desk.task(ada, t -> t.title("Letter").channel(Channel.LETTER).from(TEN.plus(HOUR)).by(TEN.plus(HOUR.multipliedBy(2)))
			.expiresAt(TEN.plus(HOUR.multipliedBy(3))));
		desk.task(clinic.aPatient("Ben"), t -> t.title("Another's").from(TEN.plus(HOUR)).by(TEN.plus(HOUR.multipliedBy(2)))
			.expiresAt(TEN.plus(HOUR.multipliedBy(3))));
		flush();

		List<ComingCall> coming = desk.at(TEN).getScript(ada.getUuid()).getComingCalls();

		assertThat(coming.stream().map(ComingCall::getTitle).collect(Collectors.toList())).containsExactly("Call 1",
			"Call 2",
			"Call 3", "Call 4", "Call 5");
		assertThat(coming.get(0).getDueFrom()).isEqualTo(TEN.plus(Duration.ofDays(1)));
		assertThat(coming.get(0).getDueBy()).isEqualTo(TEN.plus(Duration.ofDays(1)).plus(HOUR));
	}

	private void atVisit(Patient patient) {
		atVisit(patient, null);
	}

	private void atVisit(Patient patient, Patient rung) {
		desk.task(patient, t -> t.source(TaskSource.STEP).channel(Channel.IN_PERSON).title("Show")
			.personToRingId(rung == null ? null : rung.getPersonId())
			.ringReason(rung == null ? null : RingReason.GUARDIAN));
	}

	private void visit(Patient patient, Instant from, Instant to) {
		VisitType type = new VisitType("Test visit " + patient.getPatientId(), "test");
		Visit visit = new Visit(patient, clinic.save(type), Date.from(from));
		visit.setStopDatetime(to == null ? null : Date.from(to));
		clinic.save(visit);
	}
}
