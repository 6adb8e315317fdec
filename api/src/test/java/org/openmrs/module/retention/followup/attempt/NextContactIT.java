/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Patient;
import org.openmrs.RelationshipType;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.contact.ContactPerson;
import org.openmrs.module.retention.contact.ContactPoint;
import org.openmrs.module.retention.contact.ContactProfile;
import org.openmrs.module.retention.contact.ContactService;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.HoldReason;
import org.openmrs.module.retention.followup.task.RingReason;
import org.openmrs.module.retention.followup.task.TaskStatus;
import org.openmrs.module.retention.followup.task.WorklistDesk;
import org.openmrs.module.retention.followup.task.WorklistRow;
import org.openmrs.module.retention.shared.RetentionSettings;

/** Whom one rings when a number turns out to be wrong. */
class NextContactIT extends AttemptIT {

	private Patient patient;

	private Patient sister;

	private FollowUpTask recall;

	private ContactPoint first;

	private ContactPoint second;

	private ContactPoint sisters;

	private ContactService contacts;

	@BeforeEach
	void aPatientWithASister() {
		contacts = Context.getService(ContactService.class);
		patient = clinic.aPatient("Ada");
		sister = clinic.aPatient("Sister");
		first = number("+47 22 11 00 71", patient);
		second = number("+47 22 11 00 72", patient);
		sisters = number("+47 22 11 00 73", sister);
		name(new ContactPerson(sister.getPerson(), false, "Sister"));
		recall = task(patient, Purpose.RECALL);
	}

	@Test
	void wrongNumber_shouldGoToTheNextNumber_thenToTheNextPerson_thenBeHeld() {
		FollowUpTask care = task(patient, Purpose.CARE);
		record(wrong(first));
		assertThat(recall.getRingId()).as("another number of the same person").isEqualTo(patient.getPersonId());
		record(wrong(second));
		assertThat(new FollowUpTask[]{ recall, care }).extracting(FollowUpTask::getRingId)
			.containsOnly(sister.getPersonId());
		assertThat(recall.getRingReason()).isEqualTo(RingReason.CONTACT_PERSON);
		assertThat(recall.getHoldReason()).isNull();
		assertThat(recall.isDue(now)).isTrue();
		assertThat(recall.getTriesUsed()).isZero();
		WorklistRow row = new WorklistDesk(applicationContext, sessionFactory).list(now).getRows().get(0);
		assertThat(row.getPerson().getPersonId()).isEqualTo(sister.getPersonId());
		assertThat(row.getRingReason()).isEqualTo(RingReason.CONTACT_PERSON);
		record(wrong(sisters));
		assertThat(recall.getHoldReason()).isEqualTo(HoldReason.NO_NUMBER);
		assertThat(care.getHoldReason()).isEqualTo(HoldReason.NO_NUMBER);
	}

	@Test
	void voiding_shouldPutEachBack() {
		record(wrong(first));
		ContactAttempt wrongPatient = record(wrong(second));
		ContactAttempt wrongSister = record(wrong(sisters));
		service.voidAttempt(wrongSister, "Dialled another");
		flush();
		assertThat(recall.getHoldReason()).isNull();
		assertThat(recall.getRingId()).isEqualTo(sister.getPersonId());
		service.voidAttempt(wrongPatient, "Dialled another");
		flush();
		assertThat(recall.getRingId()).isEqualTo(patient.getPersonId());
		assertThat(recall.getRingReason()).isNull();
	}

	@Test
	void resume_shouldRingThePatientAgain_whenTheNumberIsSetOk() {
		record(wrong(first));
		record(wrong(second));
		record(wrong(sisters));
		assertThat(service.resumeReachable()).isZero();
		contacts.setPointState(first.getPointKey(), ContactPoint.State.OK, "confirmed at the desk");
		assertThat(service.resumeReachable()).isEqualTo(1);
		flush();
		assertThat(recall.getHoldReason()).isNull();
		assertThat(recall.getRingId()).isEqualTo(patient.getPersonId());
	}

	@Test
	void contactPerson_shouldNotHearWhatItIsAbout() {
		record(wrong(first));
		record(wrong(second));
		record(spoke(Disposition.DONE, recall).spokeWith(SpokeWith.CARER).relation("sister"));
		assertThat(recall.getStatus()).as("a message, nothing more").isEqualTo(TaskStatus.OPEN);
		assertThat(recall.getTriesUsed()).isEqualTo(1);
	}

	@Test
	void wrongNumber_shouldGoToTheNextGuardianOfAMinor() {
		RelationshipType parent = clinic.aRelationshipType("Parent", "Child");
		setting(RetentionSettings.GUARDIAN_RELATIONSHIPS, parent.getUuid());
		Patient child = clinic.aPatient("Child", LocalDate.of(2015, 1, 1));
		Patient father = clinic.aPatient("Father");
		ContactPoint mothers = number("+47 22 11 00 74", sister, child);
		number("+47 22 11 00 75", father);
		clinic.relate(sister, parent, child);
		clinic.relate(father, parent, child);
		FollowUpTask childs = task(draft(child, Purpose.RECALL).personToRingId(sister.getPersonId())
			.ringReason(RingReason.GUARDIAN));
		record(request(AttemptResult.WRONG_NUMBER, childs).contactPoint(sisters.getPointKey()));
		assertThat(childs.getRingId()).as("her other number").isEqualTo(sister.getPersonId());
		ContactAttempt attempt = record(
			request(AttemptResult.WRONG_NUMBER, childs).contactPoint(mothers.getPointKey()));
		assertThat(childs.getRingId()).isEqualTo(father.getPersonId());
		assertThat(childs.getRingReason()).isEqualTo(RingReason.NEXT_GUARDIAN);
		record(spoke(Disposition.DONE, childs).spokeWith(SpokeWith.GUARDIAN).relation("father"));
		assertThat(childs.getStatus()).as("a guardian hears what it is about").isEqualTo(TaskStatus.COMPLETED);
		service.voidAttempt(attempt, "Dialled another");
		flush();
		assertThat(childs.getStatus()).as("what was said stands").isEqualTo(TaskStatus.COMPLETED);
	}

	private AttemptRequest.AttemptRequestBuilder wrong(ContactPoint point) {
		return request(AttemptResult.WRONG_NUMBER, recall).contactPoint(point.getPointKey());
	}

	private void name(ContactPerson... persons) {
		ContactProfile profile = contacts.getProfile(patient);
		profile.chooseContactPersons(Arrays.asList(persons));
		contacts.saveContactProfile(profile);
		flush();
	}
}
