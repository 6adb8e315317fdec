/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.retention.followup.protocol.ProtocolFixture.text;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmrs.Concept;
import org.openmrs.Encounter;
import org.openmrs.Location;
import org.openmrs.Obs;
import org.openmrs.Patient;
import org.openmrs.Visit;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.protocol.AnchorScope;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.followup.protocol.ObservationFilter;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.protocol.RepeatMode;
import org.openmrs.module.retention.followup.task.Cause;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.PlanStatus;
import org.openmrs.module.retention.followup.task.TaskStatusChange;
import org.openmrs.module.retention.shared.RetentionSettings;
import org.openmrs.person.PersonMergeLog;
import org.springframework.beans.factory.annotation.Autowired;

/** What happens to plans when their encounters and patients change. */
class PlanReviewIT extends PlanningIT {

	private static final LocalDateTime SOON = DAY.atTime(10, 30);

	@Autowired
	private PlanReview review;

	@Test
	void review_shouldCancelWhatAVoidedEncounterStarted_andReopenItWithinTheGraceOnly() {
		load(extractionProtocol());
		Encounter encounter = encounter(extraction, DAY);
		plan(encounter);

		again(encounter).setVoided(true);
		plan(again(encounter), SOON);
		assertThat(onlyPlan().getStatus()).isEqualTo(PlanStatus.CANCELLED);
		assertThat(onlyPlan().getStatusReason()).isEqualTo(Reasons.ANCHOR_VOIDED);
		assertThat(lines(onlyPlan())).containsExactly("same-day CANCELLED anchor-voided", "next-day CANCELLED anchor-voided",
			"one-week CANCELLED anchor-voided");
		assertThat(tasksOf(onlyPlan()).get(0).getChanges()).extracting(TaskStatusChange::getReason)
			.containsExactly(Reasons.PLANNED, Reasons.ANCHOR_VOIDED);

		again(encounter).setVoided(false);
		plan(again(encounter), DAY.plusDays(1).atTime(8, 0));
		assertThat(onlyPlan().getStatus()).isEqualTo(PlanStatus.ACTIVE);
		assertThat(lines(onlyPlan())).containsExactly("same-day CANCELLED anchor-voided",
			"next-day OPEN anchor-restored", "one-week OPEN anchor-restored");
	}

	@Test
	void review_shouldLeaveThePlanEnded_whenNothingIsWorthReopening() {
		load(extractionProtocol());
		Encounter encounter = encounter(extraction, DAY);
		plan(encounter);
		again(encounter).setVoided(true);
		plan(again(encounter), SOON);

		again(encounter).setVoided(false);
		plan(again(encounter), DAY.plusYears(1).atTime(8, 0));

		assertThat(onlyPlan().getStatus()).isEqualTo(PlanStatus.CANCELLED);
	}

	@Test
	void review_shouldTakeAnotherEncounterOfTheVisitAsAnchor_whenTheFirstIsVoided() {
		load(extractionProtocol());
		Visit visit = visit(DAY);
		Encounter first = encounter(extraction, DAY);
		first.setVisit(visit);
		Encounter second = encounter(patient, extraction, DAY.atTime(12, 0));
		second.setVisit(visit);
		plan(first);
		plan(second);

		again(first).setVoided(true);
		plan(again(first), DAY.atTime(12, 30));

		assertThat(onlyPlan().getStatus()).isEqualTo(PlanStatus.ACTIVE);
		assertThat(onlyPlan().getEncounterId()).isEqualTo(second.getEncounterId());
		assertThat(onlyPlan().getAnchorAt()).isEqualTo(at(DAY.atTime(12, 0)));
	}

	@Test
	void review_shouldGoOnWithTheNextEncounterOfTheDay_whenTheFirstWasVoidedBefore() {
		load(extractionProtocol());
		Encounter mistaken = encounter(extraction, DAY);
		plan(mistaken);
		again(mistaken).setVoided(true);
		plan(again(mistaken), SOON);

		Encounter right = encounter(patient, extraction, DAY.atTime(11, 0));
		plan(right);

		assertThat(onlyPlan().getStatus()).isEqualTo(PlanStatus.ACTIVE);
		assertThat(onlyPlan().getEncounterId()).isEqualTo(right.getEncounterId());
		assertThat(onlyPlan().getAnchorAt()).isEqualTo(at(DAY.atTime(11, 0)));
		assertThat(lines(onlyPlan())).allMatch(line -> line.contains(" OPEN"));

		again(right).setVoided(true);
		plan(again(right), DAY.atTime(11, 30));
		assertThat(onlyPlan().getStatusReason()).isEqualTo(Reasons.ANCHOR_VOIDED);
	}

	@Test
	void review_shouldGoOnWithTheOlderPlan_whenTheOneThatTookOverWasAMistake() {
		load(extractionProtocol());
		plan(encounter(extraction, DAY));
		Encounter mistaken = encounter(extraction, DAY.plusDays(1));
		plan(mistaken);

		again(mistaken).setVoided(true);
		plan(again(mistaken), DAY.plusDays(1).atTime(12, 0));
		assertThat(allPlans()).extracting(FollowUpPlan::getStatus).containsExactly(PlanStatus.ACTIVE, PlanStatus.CANCELLED);
		assertThat(lines(allPlans().get(0))).containsExactly("same-day SUPERSEDED restarted",
			"next-day OPEN anchor-restored", "one-week OPEN anchor-restored");

		again(mistaken).setVoided(false);
		plan(again(mistaken), DAY.plusDays(1).atTime(12, 30));
		assertThat(allPlans()).extracting(FollowUpPlan::getStatus).containsExactly(PlanStatus.SUPERSEDED, PlanStatus.ACTIVE);
	}

	@Test
	void review_shouldLeaveTheOlderPlanEnded_whenALaterOneHasBegunMeanwhile() {
		load(extractionProtocol());
		Encounter monday = encounter(extraction, DAY);
		plan(monday);
		again(monday).setVoided(true);
		plan(again(monday), SOON);
		Encounter thursday = encounter(extraction, DAY.plusDays(2));
		plan(thursday);

		again(monday).setVoided(false);
		plan(again(monday), DAY.plusDays(2).atTime(12, 0));
		reviewAll(DAY.plusDays(2).atTime(12, 30));
		assertThat(allPlans()).extracting(FollowUpPlan::getStatus).containsExactly(PlanStatus.CANCELLED, PlanStatus.ACTIVE);

		again(thursday).setVoided(true);
		plan(again(thursday), DAY.plusDays(2).atTime(13, 0));
		reviewAll(DAY.plusDays(2).atTime(13, 30));
		assertThat(allPlans()).extracting(FollowUpPlan::getStatus).containsExactly(PlanStatus.ACTIVE, PlanStatus.CANCELLED);
	}

	@Test
	void review_shouldGoOn_whenWhatFulfilledThePlanIsTakenBack() {
		load(extractionProtocol().fulfilledBy(filter(restoration).build()));
		plan(encounter(extraction, DAY));
		Encounter mistaken = encounter(restoration, DAY.plusDays(1));
		Encounter other = encounter(restoration, DAY.plusDays(2));
		plan(mistaken);
		plan(other);

		again(mistaken).setVoided(true);
		plan(again(mistaken), DAY.plusDays(2).atTime(11, 0));
		assertThat(onlyPlan().getStatus()).as("another fulfils it").isEqualTo(PlanStatus.FULFILLED);

		again(other).setEncounterType(extraction);
		again(other).setEncounterDatetime(Date.from(at(DAY.atTime(12, 0))));
		plan(again(other), DAY.plusDays(2).atTime(11, 30));
		assertThat(onlyPlan().getStatus()).isEqualTo(PlanStatus.ACTIVE);
		assertThat(lines(onlyPlan())).containsExactly("same-day CANCELLED fulfilled", "next-day OPEN fulfilment-undone",
			"one-week OPEN fulfilment-undone");
	}

	@Test
	void review_shouldReplanWhatIsOpen_whenTheDateIsEdited() {
		load(extractionProtocol());
		Encounter encounter = encounter(extraction, DAY);
		plan(encounter);
		FollowUpTask sameDay = tasksOf(onlyPlan()).get(0);
		sameDay.complete(Cause.of(Context.getAuthenticatedUser(), at(DAY.atTime(16, 0)), "done"));
		FollowUpTask oneWeek = tasksOf(onlyPlan()).get(2);
		oneWeek.promise(at(DAY.plusDays(9).atTime(12, 0)), at(DAY.plusDays(9).atTime(13, 0)),
			at(DAY.plusDays(12).atTime(0, 0)), Cause.of(Context.getAuthenticatedUser(), at(DAY.atTime(16, 0)), "promised"));
		flush();

		again(encounter).setEncounterDatetime(Date.from(at(DAY.plusDays(1).atTime(11, 0))));
		plan(again(encounter), DAY.plusDays(1).atTime(11, 30));

		FollowUpPlan plan = onlyPlan();
		assertThat(plan.getAnchorDate()).isEqualTo(DAY.plusDays(1));
		assertThat(plan.getAnchorKey()).isEqualTo("day:2026-11-19");
		assertThat(lines(plan)).containsExactly("same-day COMPLETED done", "next-day OPEN", "one-week OPEN");
		assertThat(tasksOf(plan).get(1).getDueFrom()).isEqualTo(at(DAY.plusDays(2).atTime(9, 0)));
		FollowUpTask promised = tasksOf(plan).get(2);
		assertThat(promised.getPlannedFrom()).isEqualTo(at(DAY.plusDays(8).atTime(9, 0)));
		assertThat(promised.getDueFrom()).as("the promise stands").isEqualTo(at(DAY.plusDays(9).atTime(12, 0)));
	}

	@Test
	void review_shouldBringBackTheCallThatWasAbsorbed_whenTheTimeIsEditedBack() {
		load(extractionProtocol());
		Encounter encounter = encounter(extraction, DAY);
		plan(encounter);

		again(encounter).setEncounterDatetime(Date.from(at(DAY.atTime(23, 30))));
		plan(again(encounter), DAY.atTime(23, 45));
		assertThat(lines(onlyPlan())).contains("next-day SUPERSEDED replanned");
		again(encounter).setEncounterDatetime(Date.from(at(DAY.atTime(10, 0))));
		plan(again(encounter), DAY.atTime(11, 0));

		assertThat(lines(onlyPlan())).containsExactly("same-day OPEN", "next-day OPEN replanned", "one-week OPEN");
	}

	@Test
	void review_shouldEndThePlan_whenTheEncounterIsNoLongerWhatTheProtocolLooksFor() {
		load(extractionProtocol());
		Encounter encounter = encounter(extraction, DAY);
		plan(encounter);

		again(encounter).setEncounterType(restoration);
		plan(again(encounter), SOON);

		assertThat(onlyPlan().getStatus()).isEqualTo(PlanStatus.CANCELLED);
		assertThat(onlyPlan().getStatusReason()).isEqualTo(Reasons.ANCHOR_CHANGED);
	}

	@Test
	void review_shouldFollowTheLocationAndItsZone() {
		load(extractionProtocol());
		Location abroad = clinic.aLocation("Abroad", null);
		zone(abroad, "America/New_York");
		Encounter encounter = encounter(extraction, DAY);
		plan(encounter);

		again(encounter).setLocation(abroad);
		plan(again(encounter), SOON);

		assertThat(onlyPlan().getZone()).isEqualTo("America/New_York");
		FollowUpTask nextDay = tasksOf(onlyPlan()).get(1);
		assertThat(nextDay.getZone()).isEqualTo("America/New_York");
		assertThat(nextDay.getLocation().getLocationId()).isEqualTo(abroad.getLocationId());
		assertThat(nextDay.getDueFrom()).isEqualTo("2026-11-19T14:00:00Z");
	}

	@Test
	void review_shouldReplanOpenTasks_whenTheZoneOfTheSiteIsChanged() {
		load(extractionProtocol());
		plan(encounter(extraction, DAY));

		setting(RetentionSettings.TIMEZONE, "Europe/Moscow");
		reviewAll(SOON);

		assertThat(tasksOf(onlyPlan()).get(1).getDueFrom()).isEqualTo("2026-11-19T06:00:00Z");
	}

	@Test
	void review_shouldReplanOpenTasks_whenTheZoneOfTheLocationItselfIsChanged() {
		load(extractionProtocol());
		Location abroad = clinic.aLocation("Abroad", null);
		zone(abroad, "America/New_York");
		Encounter encounter = encounter(extraction, DAY);
		encounter.setLocation(abroad);
		plan(encounter);
		assertThat(tasksOf(onlyPlan()).get(1).getDueFrom()).isEqualTo("2026-11-19T14:00:00Z");

		Location moved = again(abroad);
		moved.getActiveAttributes().iterator().next().setValue("America/Chicago");
		Context.getLocationService().saveLocation(moved);
		reviewAll(SOON);

		assertThat(onlyPlan().getZone()).isEqualTo("America/Chicago");
		assertThat(tasksOf(onlyPlan()).get(1).getDueFrom()).isEqualTo("2026-11-19T15:00:00Z");
	}

	@Test
	void review_shouldKeepTheVersionThatMadeThePlan_whenTheProtocolIsChanged() {
		String uuid = load(extractionProtocol()).getUuid();
		plan(encounter(extraction, DAY));
		List<String> before = lines(onlyPlan());
		Instant due = tasksOf(onlyPlan()).get(1).getDueFrom();

		FollowUpProtocol second = load(ProtocolDefinition.builder().uuid(uuid).name("After an extraction")
			.why(text("Tooth extracted")).purpose(Purpose.CARE).activeFrom("2026-01-01").trigger(on(extraction).build())
			.step(step("next-day", "P3D").build()));
		reviewAll(SOON);

		assertThat(second.getProtocolVersion()).isEqualTo(2);
		assertThat(onlyPlan().getProtocolVersion()).isEqualTo(1);
		assertThat(lines(onlyPlan())).isEqualTo(before);
		assertThat(tasksOf(onlyPlan())).extracting(FollowUpTask::getProtocolVersion).containsOnly(1);
		assertThat(tasksOf(onlyPlan()).get(1).getDueFrom()).isEqualTo(due);
	}

	@Test
	void review_shouldPlanThen_whenTheCodedAnswerArrivesLate_andEndWhenItIsTakenBack() {
		Concept procedure = concept();
		Concept extracted = concept();
		load(extractionProtocol().trigger(on().filter(filter(extraction).observation(ObservationFilter.builder()
			.concept(procedure.getUuid()).answer(extracted.getUuid()).build()).build()).build()));
		Encounter encounter = encounter(extraction, DAY);
		plan(encounter);
		assertThat(allPlans()).isEmpty();

		Obs obs = obs(again(encounter), procedure, extracted);
		plan(again(encounter), SOON);
		assertThat(onlyPlan().isActive()).isTrue();

		again(obs).setVoided(true);
		plan(again(encounter), SOON);
		assertThat(onlyPlan().getStatusReason()).isEqualTo(Reasons.ANCHOR_CHANGED);
	}

	@Test
	void review_shouldCancelWhatAPurgedEncounterStarted() {
		load(extractionProtocol());
		Encounter encounter = encounter(extraction, DAY);
		plan(encounter);

		Context.getEncounterService().purgeEncounter(again(encounter));
		flushAndClear();
		assertThat(onlyPlan().getEncounterId()).as("the clinic's purge went through").isNull();
		reviewAll(SOON);

		assertThat(onlyPlan().getStatusReason()).isEqualTo(Reasons.ANCHOR_PURGED);
		assertThat(lines(onlyPlan())).contains("next-day CANCELLED anchor-purged");
	}

	@Test
	void review_shouldEndThePlansOfADeadPatient_andReopenThemWhenItWasAMistake() {
		load(extractionProtocol());
		plan(encounter(extraction, DAY));

		again(patient).setDead(true);
		flush();
		reviewAll(SOON);
		assertThat(onlyPlan().getStatusReason()).isEqualTo(Reasons.PATIENT_DEAD);

		again(patient).setDead(false);
		flush();
		reviewAll(SOON);
		assertThat(onlyPlan().getStatus()).isEqualTo(PlanStatus.ACTIVE);
		assertThat(lines(onlyPlan())).allMatch(line -> line.contains("OPEN"));
	}

	@Test
	void review_shouldEndWhatConcernsAPurgedPatient() {
		load(extractionProtocol());
		Encounter encounter = encounter(extraction, DAY);
		plan(encounter);
		Context.getEncounterService().purgeEncounter(again(encounter));
		flushAndClear();

		Context.getPatientService().purgePatient(again(patient));
		flushAndClear();
		assertThat(onlyPlan().getPatient()).as("the clinic's purge went through").isNull();
		assertThat(onlyPlan().getPatientUuid()).isEqualTo(patient.getUuid());
		reviewAll(SOON);

		assertThat(onlyPlan().getStatusReason()).isEqualTo(Reasons.PATIENT_PURGED);
		assertThat(lines(onlyPlan())).contains("next-day CANCELLED patient-purged");
	}

	@Test
	void review_shouldEndThePlansOfAVoidedPatient_andReopenThemWhenThatIsTakenBack() {
		load(extractionProtocol());
		Encounter encounter = encounter(extraction, DAY);
		plan(encounter);
		flushAndClear();

		Context.getPatientService().voidPatient(again(patient), "entered twice");
		flushAndClear();
		assertThat(again(encounter).getVoided()).as("the platform voids what the patient has").isTrue();
		reviewAll(SOON);
		assertThat(onlyPlan().getStatusReason()).isEqualTo(Reasons.PATIENT_VOIDED);
		assertThat(lines(onlyPlan())).contains("next-day CANCELLED patient-voided");

		Context.getPatientService().unvoidPatient(again(patient));
		flushAndClear();
		reviewAll(SOON);
		assertThat(onlyPlan().getStatus()).isEqualTo(PlanStatus.ACTIVE);
		assertThat(lines(onlyPlan())).contains("next-day OPEN anchor-restored");
	}

	@Test
	void review_shouldEndThePlansOfAVoidedPatient_unlessTheyWereMerged() {
		load(extractionProtocol());
		plan(encounter(extraction, DAY));
		Patient merged = clinic.aPatient("Berit");
		plan(encounter(merged, extraction, DAY.atTime(10, 0)));
		PersonMergeLog log = new PersonMergeLog();
		log.setWinner(patient);
		log.setLoser(again(merged));
		log.setSerializedMergedData("{}");
		clinic.save(log);

		again(patient).setVoided(true);
		again(merged).setVoided(true);
		flush();
		reviewAll(SOON);

		assertThat(allPlans().get(0).getStatusReason()).isEqualTo(Reasons.PATIENT_VOIDED);
		assertThat(allPlans().get(1).getStatus()).as("the merge moves it").isEqualTo(PlanStatus.ACTIVE);
	}

	@Test
	void review_shouldGiveThePlanToThePatientWhoHasTheEncounterNow() {
		load(extractionProtocol());
		Encounter encounter = encounter(extraction, DAY);
		plan(encounter);
		Patient other = clinic.aPatient("Berit");

		again(encounter).setPatient(other);
		plan(again(encounter), SOON);

		assertThat(onlyPlan().getPatient()).isEqualTo(other);
		assertThat(tasksOf(onlyPlan())).allMatch(t -> t.getPatientUuid().equals(other.getUuid()));
		assertThat(onlyPlan().isActive()).isTrue();
	}

	@Test
	void review_shouldFollowTheEncounterIntoItsVisit() {
		load(extractionProtocol());
		Encounter encounter = encounter(extraction, DAY);
		plan(encounter);

		Visit visit = visit(DAY);
		again(encounter).setVisit(visit);
		plan(again(encounter), SOON);

		assertThat(onlyPlan().getAnchorKey()).isEqualTo("visit:" + visit.getUuid());
	}

	@Test
	void review_shouldEndThePlan_whenItsNewKeyIsTaken() {
		load(extractionProtocol().anchorScope(AnchorScope.DAY)
			.onRepeat(RepeatMode.SEPARATE));
		Encounter first = encounter(extraction, DAY);
		plan(first);
		plan(encounter(extraction, DAY.plusDays(1)));

		again(first).setEncounterDatetime(Date.from(at(DAY.plusDays(1).atTime(9, 0))));
		plan(again(first), DAY.plusDays(1).atTime(11, 0));

		assertThat(allPlans()).extracting(FollowUpPlan::getStatus).containsExactly(PlanStatus.SUPERSEDED, PlanStatus.ACTIVE);
	}

	@Test
	void review_shouldCostAConstantNumberOfStatements_whenNothingHasChanged() {
		load(extractionProtocol());
		for (Patient each : clinic.patients(12)) {
			plan(encounter(each, extraction, DAY.atTime(10, 0)));
		}
		PlanningRun run = runs.begin(at(SOON), Context.getAuthenticatedUser());
		flushAndClear();
		statements(run, 1);

		assertThat(statements(run, 2)).isEqualTo(statements(run, 12));
	}

	private long statements(PlanningRun run, int number) {
		sessionFactory.getStatistics().setStatisticsEnabled(true);
		sessionFactory.getStatistics().clear();
		review.review(plans.states(PlanStatus.ACTIVE, 0, number), run);
		return sessionFactory.getStatistics().getPrepareStatementCount();
	}

	private void reviewAll(LocalDateTime now) {
		flushAndClear();
		PlanningRun run = runs.begin(at(now), Context.getAuthenticatedUser());
		for (PlanStatus status : Arrays.asList(PlanStatus.ACTIVE, PlanStatus.CANCELLED)) {
			review.review(plans.states(status, 0, 100), run);
		}
		flushAndClear();
	}

	private void sql(String statement) {
		flush();
		sessionFactory.getCurrentSession().createNativeQuery(statement).executeUpdate();
	}
}
