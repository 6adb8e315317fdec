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
import java.time.LocalDate;
import java.util.Collections;
import java.util.Date;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Patient;
import org.openmrs.Person;
import org.openmrs.PersonAttribute;
import org.openmrs.PersonAttributeType;
import org.openmrs.Relationship;
import org.openmrs.RelationshipType;
import org.openmrs.Visit;
import org.openmrs.VisitType;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.Clinic;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.contact.ContactDetail;
import org.openmrs.module.retention.contact.ContactService;
import org.openmrs.module.retention.followup.protocol.Channel;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.shared.RetentionSettings;
import org.springframework.beans.factory.annotation.Autowired;

/** A minor's calls go to the guardian until the patient is of age; {@link WorklistDesk#TEN} is 2026-03-10. */
class GuardianIT extends RetentionIT {

	private static final LocalDate EIGHTEEN_TOMORROW = LocalDate.of(2008, 3, 11);

	private static final Instant NEXT_DAY = TEN.plus(Duration.ofDays(1));

	@Autowired
	private Ringing ringing;

	private WorklistDesk desk;

	private Clinic clinic;

	private RelationshipType parent;

	private PersonAttributeType phone;

	private Person mother;

	private Patient child;

	private Relationship mothers;

	@BeforeEach
	void aFamily() {
		desk = new WorklistDesk(applicationContext, sessionFactory);
		clinic = desk.clinic;
		parent = clinic.aRelationshipType("Parent", "Child");
		phone = clinic.anAttributeType("Telephone");
		clinic.setting(RetentionSettings.PHONE_ATTRIBUTE_TYPES, phone.getUuid());
		clinic.setting(RetentionSettings.GUARDIAN_RELATIONSHIPS, parent.getUuid());
		mother = clinic.aPerson("Mother");
		clinic.give(mother, phone, "+47 22 11 01 01");
		child = clinic.aPatient("Child", EIGHTEEN_TOMORROW);
		mothers = clinic.relate(mother, parent, child);
	}

	@Test
	void guardian_shouldBeRungForAMinor_andRowAndScriptShouldSayWhy() {
		FollowUpTask task = desk.task(child, t -> t);
		look(TEN);
		assertThat(task.getRingId()).isEqualTo(mother.getPersonId());
		assertThat(task.getChanges()).extracting(TaskStatusChange::getReason).last().isEqualTo("guardian-is-rung");
		WorklistRow row = desk.list().getRows().get(0);
		assertThat(row.getPerson()).isEqualTo(mother);
		assertThat(row.getRingReason()).isEqualTo(RingReason.GUARDIAN);
		CallScript script = desk.at(TEN).getScript(mother.getUuid());
		assertThat(script.getAskFor()).isEqualTo("retention.followup.ring.guardian");
		assertThat(script.getRelation()).isEqualTo("Parent");
	}

	@Test
	void guardian_shouldNotBeRung_whenSheHasNoNumber() {
		Patient other = clinic.aPatient("Other", EIGHTEEN_TOMORROW);
		clinic.relate(clinic.aPerson("Numberless"), parent, other);
		clinic.give(other, phone, "+47 22 11 01 02");
		FollowUpTask task = desk.task(other, t -> t);
		look(TEN);
		assertThat(task.getRingId()).isEqualTo(other.getPersonId());
		assertThat(desk.at(TEN).getScript(other.getUuid()).getAskFor()).isEqualTo("retention.followup.ring.minor");
	}

	@Test
	void guardian_shouldGiveWayToTheNext_whenSheDoesNotWantToBeCalled() {
		Patient other = clinic.aPatient("Other", EIGHTEEN_TOMORROW);
		Patient strict = clinic.aPatient("Strict");
		clinic.give(strict, phone, "+47 22 11 01 06");
		clinic.relate(strict, parent, other);
		Person father = clinic.aPerson("Father");
		clinic.give(father, phone, "+47 22 11 01 07");
		clinic.relate(father, parent, other);
		FollowUpTask task = desk.task(other, t -> t);
		look(TEN);
		assertThat(task.getRingId()).isEqualTo(strict.getPersonId());

		ContactService contacts = Context.getService(ContactService.class);
		contacts.saveContactProfile(contacts.getProfile(strict)).setDoNotCall(true);
		look(TEN.plus(Duration.ofMinutes(16)));

		assertThat(task.getRingId()).isEqualTo(father.getPersonId());
		assertThat(task.getRingReason()).isEqualTo(RingReason.NEXT_GUARDIAN);
		assertThat(desk.callable(TEN.plus(Duration.ofMinutes(16)))).contains(task);
	}

	@Test
	void guardian_shouldChangeWithTheRelationships_whileTheTaskIsOpen() {
		FollowUpTask task = desk.task(child, t -> t);
		look(TEN);
		Person father = clinic.aPerson("Father");
		clinic.give(father, phone, "+47 22 11 01 03");
		Relationship fathers = clinic.relate(father, parent, child);
		mothers.setVoided(true);
		mothers.setVoidReason("error");
		look(TEN.plus(Duration.ofMinutes(10)));
		assertThat(task.getRingId()).as("not looked at yet").isEqualTo(mother.getPersonId());
		look(TEN.plus(Duration.ofMinutes(16)));
		assertThat(task.getRingId()).isEqualTo(father.getPersonId());
		fathers.setVoided(true);
		fathers.setVoidReason("error");
		look(TEN.plus(Duration.ofMinutes(40)));
		assertThat(task.getRingId()).isEqualTo(child.getPersonId());
		assertThat(task.getRingReason()).isNull();
	}

	@Test
	void guardian_shouldBeLeftAlone_whileTheChildIsInTheBuilding() {
		desk.task(child, t -> t);
		look(TEN);
		clinic.save(new Visit(child, clinic.save(new VisitType("Guardian visit", "test")),
			Date.from(TEN.minus(Duration.ofMinutes(30)))));
		Worklist list = desk.list();
		assertThat(list.getCallableRows()).isZero();
		assertThat(list.getRows().get(0).isInTheBuilding()).isTrue();
		assertThat(list.getRows().get(0).getNotCallableReason())
			.isEqualTo("retention.followup.reason.in-the-building");
	}

	@Test
	void guardian_shouldRest_afterACallForAnotherChild() {
		Patient sister = clinic.aPatient("Sister", LocalDate.of(2012, 1, 1));
		clinic.relate(mother, parent, sister);
		desk.task(child, t -> t.purpose(Purpose.RECALL));
		look(TEN);
		ContactService contacts = Context.getService(ContactService.class);
		contacts.getContactDetails(mother);
		flush();
		desk.conversation(sister, TEN.minus(Duration.ofDays(1)), contacts.getContactKey("+47 22 11 01 01"));
		Worklist list = desk.list();
		assertThat(list.getCallableRows()).isZero();
		assertThat(list.getRows().get(0).isCallableNow()).isFalse();
		assertThat(list.getRows().get(0).getNotCallableReason()).isEqualTo("retention.contact.reason.rest");
	}

	@Test
	void guardian_shouldNotBeAskedFor_whenThePatientIsToBeAskedInPerson() {
		FollowUpTask task = desk.task(child, t -> t.channel(Channel.IN_PERSON));
		look(TEN);
		assertThat(task.getRingId()).isEqualTo(child.getPersonId());
	}

	@Test
	void siblings_shouldBeOneCallToTheirMother() {
		Patient sister = clinic.aPatient("Sister", LocalDate.of(2012, 1, 1));
		clinic.relate(mother, parent, sister);
		desk.task(child, t -> t);
		desk.task(sister, t -> t);
		look(TEN);
		assertThat(desk.list().getRows()).hasSize(1);
		assertThat(desk.list().getRows().get(0).getTasks()).hasSize(2);
	}

	@Test
	void majority_shouldMoveTheCallToThePatient_whoseNumberIsToBeConfirmed() {
		PersonAttribute number = clinic.give(child, phone, "+47 22 11 01 04");
		number.setDateCreated(Date.from(TEN.minus(Duration.ofDays(900))));
		FollowUpTask task = desk.task(child,
			t -> t.by(TEN.plus(Duration.ofDays(2))).expiresAt(TEN.plus(Duration.ofDays(3))));
		look(TEN);
		assertThat(task.getRingId()).isEqualTo(mother.getPersonId());
		look(NEXT_DAY);
		assertThat(task.getRingId()).isEqualTo(child.getPersonId());
		assertThat(task.getChanges()).extracting(TaskStatusChange::getReason).last().isEqualTo("came-of-age");
		assertThat(numberOfTheChild(NEXT_DAY).isConfirm()).isTrue();
		assertThat(desk.at(NEXT_DAY).getScript(child.getUuid()).getAskFor())
			.isEqualTo("retention.followup.ring.confirm-number");

		desk.conversation(child, NEXT_DAY.plusSeconds(60), numberOfTheChild(NEXT_DAY).getKey());
		sessionFactory.getCurrentSession().createNativeQuery("update retention_attempt set spoke_with = 'PATIENT'"
			+ " where patient_id = :child").setParameter("child", child.getPersonId()).executeUpdate();
		assertThat(numberOfTheChild(NEXT_DAY.plusSeconds(120)).isConfirm()).as("spoken with there").isFalse();
	}

	@Test
	void majority_shouldLeaveANumberAlone_thatCameIntoTheChartAfterIt() {
		child.setBirthdate(java.sql.Date.valueOf(LocalDate.of(1990, 1, 1)));
		clinic.give(child, phone, "+47 22 11 01 05");
		desk.task(child, t -> t);
		look(TEN);
		assertThat(numberOfTheChild(TEN).isConfirm()).isFalse();
	}

	@Test
	void majority_shouldGoByTheSetting() {
		clinic.setting(RetentionSettings.MAJORITY_AGE, "21");
		FollowUpTask task = desk.task(child, t -> t);
		look(NEXT_DAY);
		assertThat(task.getRingId()).isEqualTo(mother.getPersonId());
	}

	@Test
	void majority_shouldEndWhatTheGuardianRefused() {
		FollowUpTask recall = desk.task(child, t -> t.purpose(Purpose.RECALL).by(TEN.plus(Duration.ofDays(2)))
			.expiresAt(TEN.plus(Duration.ofDays(3))));
		refuse(child, true);
		look(TEN);
		assertThat(desk.list().getRows()).isEmpty();
		look(NEXT_DAY);
		assertThat(desk.list(NEXT_DAY).getRows()).extracting(row -> row.getTasks().get(0)).containsExactly(recall);
		refuse(child, false);
		assertThat(desk.list(NEXT_DAY).getRows()).as("the patient's own word").isEmpty();
	}

	@Test
	void majority_shouldNotEndWhatWasRefusedForAnAdult() {
		Patient adult = clinic.aPatient("Adult", LocalDate.of(1980, 1, 1));
		desk.task(adult, t -> t.purpose(Purpose.RECALL));
		refuse(adult, true);
		assertThat(desk.list().getRows()).isEmpty();
	}

	@Test
	void look_shouldCostTheSameNumberOfStatements_whateverTheNumberOfFamilies() {
		for (int i = 0; i < 3; i++) {
			aFamilyWithATask(i);
		}
		ringing.batch(Context.getAuthenticatedUser(), TEN);
		long few = statements(3);
		for (int i = 3; i < 20; i++) {
			aFamilyWithATask(i);
		}
		ringing.batch(Context.getAuthenticatedUser(), TEN);
		assertThat(statements(20)).isEqualTo(few);
	}

	/** Of a look that changes nothing. */
	private long statements(int tasks) {
		flush();
		sessionFactory.getCurrentSession().createQuery("update retention.FollowUpTask t set t.ringUntil = :at")
			.setParameter("at", Instant.EPOCH).executeUpdate();
		flushAndClear();
		sessionFactory.getCache().evictAllRegions();
		assertThat(Context.getAuthenticatedUser().getAllRoles()).isNotNull();
		Statistics statistics = sessionFactory.getStatistics();
		statistics.setStatisticsEnabled(true);
		long before = statistics.getPrepareStatementCount();
		assertThat(ringing.batch(Context.getAuthenticatedUser(), TEN)).isEqualTo(tasks);
		return statistics.getPrepareStatementCount() - before;
	}

	private void aFamilyWithATask(int i) {
		Person guardian = clinic.aPerson("Guardian" + i);
		clinic.give(guardian, phone, "+47 22 11 02 " + (10 + i));
		Patient minor = clinic.aPatient("Minor" + i, LocalDate.of(2015, 1, 1));
		clinic.relate(guardian, parent, minor);
		desk.task(minor, t -> t);
	}

	private void refuse(Patient patient, boolean byAnother) {
		Context.getService(ContactService.class).recordRefusal(patient, Collections.singleton(Purpose.RECALL), byAnother,
			"test:" + byAnother, TEN.minus(Duration.ofDays(1)));
		flush();
	}

	private ContactDetail numberOfTheChild(Instant now) {
		return desk.list(now).getRows().get(0).getContactDetails().get(0);
	}

	private void look(Instant now) {
		flush();
		ringing.batch(Context.getAuthenticatedUser(), now);
		flush();
	}

	@Test
	void getScript_shouldSayForWhomSomebodyRings_whenThereIsNoTask() {
		Patient grown = clinic.aPatient("Grown", LocalDate.of(1990, 1, 1));
		clinic.relate(mother, parent, grown);
		sessionFactory.getCurrentSession().flush();
		CallScript script = desk.at(TEN).getScript(mother.getUuid());
		assertThat(script.getParts()).isEmpty();
		assertThat(script.getPatients()).as("grown children speak for themselves").containsExactly(child);
		assertThat(desk.at(TEN).getScript(child.getUuid()).getPatients()).containsExactly(child);
		mothers.setVoided(true);
		sessionFactory.getCurrentSession().flush();
		assertThat(desk.at(TEN).getScript(mother.getUuid()).getPatients()).isEmpty();
	}
}
