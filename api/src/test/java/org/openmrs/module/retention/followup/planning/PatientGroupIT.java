/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Date;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Cohort;
import org.openmrs.CohortMembership;
import org.openmrs.Encounter;
import org.openmrs.Patient;
import org.openmrs.User;
import org.openmrs.Visit;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.followup.protocol.PatientFilter;
import org.openmrs.module.retention.followup.protocol.RepeatMode;
import org.openmrs.module.retention.followup.protocol.Trigger;
import org.openmrs.module.retention.followup.protocol.TriggerType;
import org.openmrs.module.retention.followup.task.PlanStatus;
import org.openmrs.module.retention.shared.RetentionException;
import org.springframework.beans.factory.annotation.Autowired;

/** Each group of patients has the follow-up that is meant for it: by the platform's cohorts, and by the type of the visit. */
class PatientGroupIT extends PlanningIT {

	private static final String NOBODYS = "0c2cbd7e-6a37-4a9e-a5f5-0ab5a26e6b01";

	@Autowired
	private Sweep sweep;

	@Autowired
	private Rehearsal rehearsal;

	private Patient berit;

	private Cohort anxious;

	@BeforeEach
	void groups() {
		berit = clinic.aPatient("Berit");
		anxious = clinic.aCohort("Anxious patients", patient);
		flush();
	}

	@Test
	void plan_shouldBeForMembersOfAGroup() {
		load(extractionProtocol().patients(inGroup(anxious)));

		plan(encounter(extraction, DAY));
		plan(encounter(berit, extraction, DAY.atTime(11, 0)));

		assertThat(onlyPlan().getPatient()).isEqualTo(patient);
	}

	@Test
	void plan_shouldNotBeForMembersOfAnother() {
		load(extractionProtocol().patients(PatientFilter.builder().exceptGroup(anxious.getUuid()).build()));

		plan(encounter(extraction, DAY));
		plan(encounter(berit, extraction, DAY.atTime(11, 0)));

		assertThat(onlyPlan().getPatient()).isEqualTo(berit);
	}

	@Test
	void plan_shouldNeedOneOfSeveralGroups_andAllElseThatIsNamed() {
		Patient man = clinic.aPatient("Cato");
		man.setGender("M");
		Cohort smokers = clinic.aCohort("Smokers", berit, man);
		Cohort busy = clinic.aCohort("Has no time", patient);
		load(extractionProtocol().patients(PatientFilter.builder().sex("F").group(anxious.getUuid())
			.group(smokers.getUuid()).exceptGroup(busy.getUuid()).build()));

		for (Patient each : Arrays.asList(patient, berit, man)) {
			plan(encounter(each, extraction, DAY.atTime(10, 0)));
		}

		assertThat(onlyPlan().getPatient()).isEqualTo(berit);
	}

	@Test
	void plan_shouldGoByMembershipsThatHold() {
		LocalDateTime now = DAY.atTime(10, 5);
		Patient left = clinic.aPatient("Left");
		clinic.join(anxious, left, new Date(0), Date.from(at(now.minusMinutes(1))));
		Patient joins = clinic.aPatient("Joins");
		clinic.join(anxious, joins, Date.from(at(now.plusMinutes(1))), null);
		Patient inError = clinic.aPatient("In error");
		CohortMembership voided = clinic.join(anxious, inError, new Date(0), null);
		voided.setVoided(true);
		Patient leaves = clinic.aPatient("Leaves");
		clinic.join(anxious, leaves, Date.from(at(now.minusDays(1))), Date.from(at(now.plusDays(1))));
		load(extractionProtocol().patients(inGroup(anxious)));

		for (Patient each : Arrays.asList(left, joins, inError, leaves)) {
			plan(encounter(each, extraction, DAY.atTime(10, 0)), now);
		}

		assertThat(onlyPlan().getPatient()).isEqualTo(leaves);
	}

	@Test
	void plan_shouldRunOn_whenThePatientLeavesTheGroup() {
		load(extractionProtocol().patients(inGroup(anxious)));
		Encounter encounter = encounter(extraction, DAY);
		plan(encounter);
		sessionFactory.getCurrentSession().createQuery("update CohortMembership m set m.endDate = :then")
			.setParameter("then", Date.from(at(DAY.atTime(12, 0)))).executeUpdate();

		plan(again(encounter), DAY.plusDays(1).atTime(9, 0));

		assertThat(onlyPlan().getStatus()).isEqualTo(PlanStatus.ACTIVE);
	}

	@Test
	void plan_shouldMatchNobody_whenTheGroupIsNotThere_norLeaveAnybodyOut() {
		Cohort gone = clinic.aCohort("Gone", patient);
		gone.setVoided(true);
		gone.setVoidReason("test");
		load(extractionProtocol().patients(PatientFilter.builder().group(NOBODYS).group(gone.getUuid()).build()));
		plan(encounter(extraction, DAY));
		assertThat(allPlans()).isEmpty();

		load(extractionProtocol().patients(
			PatientFilter.builder().exceptGroup(NOBODYS).exceptGroup(gone.getUuid()).build()));
		plan(encounter(extraction, DAY));
		assertThat(onlyPlan().getPatient()).isEqualTo(patient);
	}

	@Test
	void everyTrigger_shouldAsk() {
		User actor = Context.getAuthenticatedUser();
		born(patient, DAY.minusYears(40).plusDays(1));
		born(berit, DAY.minusYears(40).plusDays(1));
		load(extractionProtocol().patients(inGroup(anxious)).clearSteps().step(step("greet", "P0D").build())
			.trigger(Trigger.builder().type(TriggerType.DATE).date("BIRTHDAY").build()));
		flushAndClear();
		sweep.sweep(() -> runs.begin(at(DAY.atTime(12, 0)), actor));
		flushAndClear();
		assertThat(onlyPlan().getPatient()).isEqualTo(patient);

		FollowUpProtocol byHand = load(extractionProtocol().patients(inGroup(anxious)).clearSteps()
			.step(step("call", "P1D").build()).trigger(Trigger.builder().type(TriggerType.MANUAL).build()));
		PlanRequest request = PlanRequest.builder().protocol(byHand).patient(again(berit)).at(at(DAY.atTime(12, 0))).build();
		PlanningRun run = runs.begin(at(DAY.atTime(12, 0)), Context.getAuthenticatedUser());
		assertThatThrownBy(() -> new RequestedPlans(plans, planner).begin(request, run))
			.isInstanceOf(RetentionException.class).hasMessage(RequestedPlans.NOT_FOR_PATIENT);
	}

	@Test
	void event_shouldBeForMembersOnly() {
		load(extractionProtocol().patients(inGroup(anxious)).clearSteps().step(step("call", "P1D").build())
			.trigger(Trigger.builder().type(TriggerType.EVENT).event("survey.concern").build()));
		PlanningRun run = runs.begin(at(DAY.atTime(12, 0)), Context.getAuthenticatedUser());

		assertThat(Arrays.asList(patient, berit).stream().filter(who -> !new EventAnchors(
			FollowUpEvent.builder().name("survey.concern").patient(again(who)).at(at(DAY.atTime(11, 0))).key("k").build(),
			run)
			.byRule().isEmpty()).collect(Collectors.toList())).containsExactly(patient);
	}

	@Test
	void rehearsal_shouldCountMembersOnly() {
		encounter(extraction, DAY);
		encounter(berit, extraction, DAY.atTime(11, 0));

		RehearsalTally tally = rehearsal.of(1, extractionProtocol().patients(inGroup(anxious)).build().complete(), 30,
			at(DAY.plusDays(9).atTime(9, 0)), Context.getAuthenticatedUser());

		assertThat(new RehearsalFigures(tally).report(null).getPlans()).isEqualTo(1);
	}

	@Test
	void plan_shouldMatchTheTypeOfTheVisit() {
		Visit emergency = visit(DAY);
		Encounter hit = encounter(extraction, DAY);
		hit.setVisit(emergency);
		Encounter miss = encounter(patient, extraction, DAY.minusDays(7).atTime(10, 0));
		miss.setVisit(visit(DAY.minusDays(7)));
		Encounter without = encounter(berit, extraction, DAY.atTime(10, 0));
		load(extractionProtocol().onRepeat(RepeatMode.SEPARATE).trigger(
			on().filter(filter(extraction).visitType(emergency.getVisitType().getUuid()).build()).build()));

		plan(hit);
		plan(miss);
		plan(without);

		assertThat(onlyPlan().getEncounterId()).isEqualTo(hit.getEncounterId());
	}

	private static PatientFilter inGroup(Cohort cohort) {
		return PatientFilter.builder().group(cohort.getUuid()).build();
	}

	private void born(Patient who, LocalDate day) {
		who.setBirthdate(Date.from(day.atStartOfDay(ZoneId.systemDefault()).toInstant()));
		clinic.save(who);
		flush();
	}
}
