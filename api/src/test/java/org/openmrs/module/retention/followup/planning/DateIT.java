/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.retention.followup.protocol.ProtocolFixture.text;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Patient;
import org.openmrs.Person;
import org.openmrs.PersonAttributeType;
import org.openmrs.RelationshipType;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.contact.ContactProfile;
import org.openmrs.module.retention.followup.protocol.PatientFilter;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition.ProtocolDefinitionBuilder;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.protocol.Trigger;
import org.openmrs.module.retention.followup.protocol.Trigger.TriggerBuilder;
import org.openmrs.module.retention.followup.protocol.TriggerType;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.followup.task.PlanStatus;
import org.openmrs.module.retention.followup.task.RingReason;
import org.openmrs.module.retention.shared.RetentionSettings;
import org.springframework.beans.factory.annotation.Autowired;

/** Birthdays and days of the year. */
class DateIT extends PlanningIT {

	private static final LocalDateTime NOON = DAY.atTime(12, 0);

	@Autowired
	private Sweep sweep;

	private User actor;

	@BeforeEach
	void who() {
		actor = Context.getAuthenticatedUser();
	}

	@Test
	void sweep_shouldGreetOnTheBirthday_aFewDaysAhead_once() {
		born(patient, DAY.minusYears(40).plusDays(2));
		born(clinic.aPatient("Berit"), DAY.minusYears(30).plusDays(4));
		load(protocol(birthday()));

		SweepReport report = sweep(NOON);
		assertThat(onlyPlan().getPatient()).isEqualTo(patient);
		assertThat(onlyPlan().getAnchorKey()).isEqualTo("date:2026-11-20");
		assertThat(onlyPlan().getAnchorDate()).isEqualTo(DAY.plusDays(2));
		assertThat(tasksOf(onlyPlan()).get(0).getDueDate()).isEqualTo(DAY.plusDays(2));
		assertThat(report.getPlansMade()).isEqualTo(1);
		assertThat(sweep(NOON).getPlansMade()).isZero();

		assertThat(sweep(DAY.plusDays(1).atTime(8, 0)).getPlansMade()).as("the next day reaches further").isEqualTo(1);
	}

	@Test
	void sweep_shouldNotGreetByAnEstimatedBirthDate_norWhoHasDiedWasVoidedOrHasLeft() {
		born(patient, DAY.minusYears(40));
		patient.setBirthdateEstimated(true);
		Patient dead = born(clinic.aPatient("Dag"), DAY.minusYears(40));
		dead.setDead(true);
		Patient gone = born(clinic.aPatient("Erik"), DAY.minusYears(40));
		gone.setVoided(true);
		Patient left = born(clinic.aPatient("Frida"), DAY.minusYears(40));
		ContactProfile profile = new ContactProfile();
		profile.setPatient(left);
		profile.setPatientUuid(left.getUuid());
		profile.endRelationship("MOVED", DAY.minusYears(1));
		clinic.save(profile);
		load(protocol(birthday()));

		sweep(NOON);

		assertThat(allPlans()).isEmpty();
	}

	@Test
	void sweep_shouldGreetAChildThroughTheGuardian() {
		RelationshipType parent = clinic.aRelationshipType("Parent", "Child");
		setting(RetentionSettings.GUARDIAN_RELATIONSHIPS, parent.getUuid());
		Patient child = born(clinic.aPatient("Child"), DAY.minusYears(8).plusDays(1));
		PersonAttributeType phone = clinic.anAttributeType("Telephone");
		setting(RetentionSettings.PHONE_ATTRIBUTE_TYPES, phone.getUuid());
		Person mother = clinic.aPerson("Mother");
		clinic.give(mother, phone, "+47 22 11 03 02");
		clinic.relate(mother, parent, child);
		load(protocol(birthday()));

		sweep(NOON);

		assertThat(tasksOf(onlyPlan())).singleElement().satisfies(greeting -> {
			assertThat(greeting.getPatient()).isEqualTo(child);
			assertThat(greeting.getRingId()).isEqualTo(mother.getPersonId());
			assertThat(greeting.getRingReason()).isEqualTo(RingReason.GUARDIAN);
		});
	}

	@Test
	void sweep_shouldGreetOnADayOfTheYear_whoseVisitIsNotTooLongAgo() {
		Patient recent = clinic.aPatient("Berit");
		encounter(recent, extraction, DAY.minusMonths(5).atTime(10, 0));
		encounter(patient, extraction, DAY.minusMonths(30).atTime(10, 0));
		Patient man = clinic.aPatient("Cato");
		man.setGender("M");
		encounter(man, extraction, DAY.minusMonths(5).atTime(10, 0));
		load(protocol(Trigger.builder().type(TriggerType.DATE).date("--11-20").visitedWithin("P24M"))
			.patients(PatientFilter.builder().sex("F").build()));

		sweep(NOON);

		assertThat(onlyPlan().getPatient()).isEqualTo(recent);
		assertThat(onlyPlan().getAnchorDate()).isEqualTo(LocalDate.of(2026, 11, 20));
	}

	@Test
	void sweep_shouldMakeUpForAnOutage_asFarAsTheGraceGoes() {
		born(patient, DAY.minusYears(40).plusDays(4));
		Patient earlier = born(clinic.aPatient("Berit"), DAY.minusYears(40).plusDays(7));
		load(protocol(birthday()));
		sweep(NOON);
		assertThat(allPlans()).isEmpty();

		sweep(DAY.plusDays(8).atTime(12, 0));

		assertThat(onlyPlan().getPatient()).isEqualTo(earlier);
	}

	@Test
	void sweep_shouldReachAllPages() {
		for (Patient each : clinic.patients(3)) {
			born(each, DAY.minusYears(50));
		}
		PersonDao persons = new PersonDao(sessionFactory);
		flush();
		List<LocalDate> dates = YearlyDay.bornOn(birthday().build(), DAY);

		List<PersonFacts> first = persons.find(dates, null, null, 0, 2);
		List<PersonFacts> second = persons.find(dates, null, null, first.get(1).getPatientId(), 2);

		assertThat(first).hasSize(2);
		assertThat(second.stream().map(PersonFacts::getBirthdate).collect(Collectors.toList()))
			.containsExactly(DAY.minusYears(50));
	}

	@Test
	void sweep_shouldNotGreetBeforeTheProtocolIsActive() {
		born(patient, DAY.minusYears(40).plusDays(1));
		load(protocol(birthday()).activeFrom("2026-11-20"));

		sweep(NOON);

		assertThat(allPlans()).extracting(FollowUpPlan::getAnchorDate).isEmpty();
	}

	@Test
	void sweep_shouldGreetWhoCameSince_orWasCorrected_whenTheNextDayIsAskedAgain() {
		load(protocol(birthday()));
		sweep(NOON);
		born(again(patient), DAY.minusYears(40).plusDays(2));

		assertThat(sweep(NOON.plusHours(1)).getPlansMade()).as("once a day").isZero();
		assertThat(sweep(DAY.plusDays(1).atTime(8, 0)).getPlansMade()).isEqualTo(1);
		assertThat(onlyPlan().getAnchorDate()).isEqualTo(DAY.plusDays(2));
		assertThat(sweep(DAY.plusDays(2).atTime(8, 0)).getPlansMade()).isZero();
	}

	@Test
	void review_shouldEndAGreeting_whenTheBirthDateIsCorrectedOrAnEstimate_andBringItBack() {
		born(patient, DAY.minusYears(40).plusDays(2));
		load(protocol(birthday()));
		sweep(NOON);

		again(patient).setBirthdateEstimated(true);
		sweep(NOON.plusHours(1));
		assertThat(onlyPlan().getStatus()).isEqualTo(PlanStatus.CANCELLED);
		assertThat(onlyPlan().getStatusReason()).isEqualTo(Reasons.ANCHOR_CHANGED);
		assertThat(lines(onlyPlan())).containsExactly("greet CANCELLED anchor-changed");

		again(patient).setBirthdateEstimated(false);
		sweep(NOON.plusHours(2));
		assertThat(onlyPlan().getStatus()).isEqualTo(PlanStatus.ACTIVE);

		born(again(patient), DAY.minusYears(40).plusDays(40));
		sweep(NOON.plusHours(3));
		assertThat(onlyPlan().getStatus()).isEqualTo(PlanStatus.CANCELLED);
	}

	@Test
	void review_shouldFollowTheZone_whereNoEncounterStandsForThePlan() {
		born(patient, DAY.minusYears(40).plusDays(2));
		load(protocol(birthday()));
		sweep(NOON);
		assertThat(tasksOf(onlyPlan()).get(0).getDueFrom()).isEqualTo("2026-11-20T08:00:00Z");

		setting(RetentionSettings.TIMEZONE, "America/New_York");
		sweep(NOON.plusHours(1));

		assertThat(onlyPlan().getZone()).isEqualTo("America/New_York");
		assertThat(onlyPlan().getAnchorDate()).isEqualTo(DAY.plusDays(2));
		assertThat(tasksOf(onlyPlan()).get(0).getZone()).isEqualTo("America/New_York");
		assertThat(tasksOf(onlyPlan()).get(0).getDueFrom()).isEqualTo("2026-11-20T14:00:00Z");
		assertThat(sweep(NOON.plusHours(2)).getPlansReplanned()).isZero();
	}

	private static TriggerBuilder birthday() {
		return Trigger.builder().type(TriggerType.DATE).date(Trigger.BIRTHDAY);
	}

	private static ProtocolDefinitionBuilder protocol(TriggerBuilder trigger) {
		return ProtocolDefinition.builder().uuid(UUID.randomUUID().toString()).name("Greeting").why(text("For {date}"))
			.purpose(Purpose.GREETING).activeFrom("2026-01-01").trigger(trigger.build()).step(step("greet", "P0D").build());
	}

	private static Patient born(Patient patient, LocalDate day) {
		patient.setBirthdate(Date.from(day.atStartOfDay(ZoneId.systemDefault()).toInstant()));
		return patient;
	}

	private SweepReport sweep(LocalDateTime now) {
		flushAndClear();
		SweepReport report = sweep.sweep(() -> runs.begin(at(now), actor));
		flushAndClear();
		return report;
	}
}
