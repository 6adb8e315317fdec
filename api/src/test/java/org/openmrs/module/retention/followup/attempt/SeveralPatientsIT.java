/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Location;
import org.openmrs.LocationAttribute;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.RetentionMetadata;
import org.openmrs.module.retention.contact.ContactPoint;
import org.openmrs.module.retention.contact.ContactProfile.Relationship;
import org.openmrs.module.retention.contact.ContactService;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.TaskStatus;
import org.openmrs.module.retention.shared.RetentionException;

/** Whom a contact is about, where its tasks, its patient and its number are of several people. */
class SeveralPatientsIT extends AttemptIT {

	private Patient ada;

	private Patient bo;

	private FollowUpTask adas;

	private FollowUpTask bos;

	private ContactService contacts;

	@BeforeEach
	void twoPatients() {
		contacts = Context.getService(ContactService.class);
		ada = clinic.aPatient("Ada");
		bo = clinic.aPatient("Bo");
		adas = task(ada, Purpose.RECALL);
		bos = task(bo, Purpose.RECALL);
	}

	@Test
	void patient_shouldBeOneOfThoseOfTheTasks() {
		assertRefused("retention.followup.error.patient-of-no-task", "patient",
			() -> record(spoke(Disposition.ENDED, adas).reason(AttemptReason.MOVED).patient(bo.getUuid())));
		assertThat(contacts.getProfile(bo).getRelationship()).isEqualTo(Relationship.CURRENT);
		assertThat(record(spoke(Disposition.DONE, adas, bos).patient(bo.getUuid())).getPatient()).isEqualTo(bo);
	}

	@Test
	void ended_shouldHoldForEveryPatientOfTheTasks_andVoidingShouldRenewEach() {
		FollowUpTask bosOther = task(bo, Purpose.SURVEY);
		ContactAttempt attempt = record(spoke(Disposition.ENDED, adas, bos).reason(AttemptReason.MOVED));
		assertThat(contacts.getProfile(ada).getRelationship()).isEqualTo(Relationship.ENDED);
		assertThat(contacts.getProfile(bo).getRelationship()).isEqualTo(Relationship.ENDED);
		assertThat(bosOther.getStatus()).isEqualTo(TaskStatus.CANCELLED);
		service.voidAttempt(attempt, "Another family");
		flush();
		assertThat(contacts.getProfile(ada).getRelationship()).isEqualTo(Relationship.CURRENT);
		assertThat(contacts.getProfile(bo).getRelationship()).isEqualTo(Relationship.CURRENT);
		assertThat(bosOther.getStatus()).isEqualTo(TaskStatus.OPEN);
	}

	@Test
	void language_shouldBeWrittenForEveryPatientOfTheTasks_andVoidingShouldBringBackEachOnesOwn() {
		record(spoke(Disposition.LANGUAGE, bos).language("fi"));
		now = at("14:30");
		ContactAttempt attempt = record(spoke(Disposition.LANGUAGE, adas, bos).language("ru"));
		assertThat(contacts.getProfile(ada).getLanguage()).isEqualTo("ru");
		assertThat(contacts.getProfile(bo).getLanguage()).isEqualTo("ru");
		flushAndClear();
		service.voidAttempt(service.getAttemptByUuid(attempt.getUuid()), "Another family");
		assertThat(contacts.getProfile(ada).getLanguage()).isNull();
		assertThat(contacts.getProfile(bo).getLanguage()).isEqualTo("fi");
	}

	@Test
	void deathReported_shouldSayWhoseItIs() {
		assertRefused("retention.followup.error.required", "patient",
			() -> record(spoke(Disposition.DEATH_REPORTED, adas, bos).spokeWith(SpokeWith.OTHER)));
		record(spoke(Disposition.DEATH_REPORTED, adas, bos).spokeWith(SpokeWith.OTHER).patient(bo.getUuid()));
		assertThat(contacts.getProfile(bo).isDeathReported()).isTrue();
		assertThat(contacts.getProfile(ada).isDeathReported()).isFalse();
	}

	@Test
	void number_shouldBelongToSomebodyOfTheContact() {
		number("+47 22 11 00 71", ada);
		ContactPoint bosNumber = number("+47 22 11 00 72", bo);
		assertRefused("retention.followup.error.foreign-number", "contactPoint",
			() -> record(request(AttemptResult.WRONG_NUMBER, adas).contactPoint(bosNumber.getUuid())));
		assertThat(contacts.getContactPointByKey(bosNumber.getPointKey()).getState()).isEqualTo(ContactPoint.State.OK);
		assertThat(record(spoke(Disposition.DONE, adas).contactPoint(bosNumber.getUuid())).getFlagCodes())
			.contains("foreign-number");
	}

	@Test
	void number_shouldBeAnyOfTheHousehold() {
		number("+47 22 11 00 73", ada, bo);
		ContactPoint bosOwn = number("+47 22 11 00 74", bo);
		assertThat(record(spoke(Disposition.DONE, adas).contactPoint(bosOwn.getUuid())).getFlagCodes())
			.doesNotContain("foreign-number");
	}

	@Test
	void wrongNumber_shouldNotBeOneThatRangUs() {
		ContactPoint point = number("+47 22 11 00 75", ada);
		assertRefused("retention.followup.error.does-not-go-with-the-result", "direction",
			() -> record(request(AttemptResult.WRONG_NUMBER, adas).direction(Direction.INBOUND)
				.contactPoint(point.getUuid())));
	}

	@Test
	void policy_shouldGoByTheHoursOfTheTasksSite() {
		Location abroad = clinic.aLocation("New York", null);
		LocationAttribute zone = new LocationAttribute();
		zone.setAttributeType(
			Context.getLocationService().getLocationAttributeTypeByUuid(RetentionMetadata.TIME_ZONE_ATTRIBUTE_TYPE));
		zone.setValue("America/New_York");
		abroad.addAttribute(zone);
		Context.getLocationService().saveLocation(abroad);
		now = at("13:30");
		FollowUpTask there = task(draft(ada, Purpose.CARE).location(abroad).zone("America/New_York"));
		assertThat(record(request(AttemptResult.NO_ANSWER, there)).getFlagCodes()).as("07:30 there")
			.contains("against-policy");
		assertThat(record(request(AttemptResult.NO_ANSWER, task(bo, Purpose.CARE))).getFlagCodes())
			.doesNotContain("against-policy");
	}

	private static void assertRefused(String code, String field, ThrowingCallable call) {
		assertThatThrownBy(call).isInstanceOfSatisfying(RetentionException.class, e -> {
			assertThat(e.getKind()).isEqualTo(RetentionException.Kind.INVALID);
			assertThat(e.getCode()).isEqualTo(code);
			assertThat(e.getField()).isEqualTo(field);
		});
	}
}
