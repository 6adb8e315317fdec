/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openmrs.Concept;
import org.openmrs.Encounter;
import org.openmrs.EncounterType;
import org.openmrs.Location;
import org.openmrs.Patient;
import org.openmrs.Visit;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.RetentionMetadata;
import org.openmrs.module.retention.followup.protocol.AnchorScope;
import org.openmrs.module.retention.followup.protocol.AssignmentLink;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.followup.protocol.ObservationFilter;
import org.openmrs.module.retention.followup.protocol.PatientFilter;
import org.openmrs.module.retention.followup.protocol.ProtocolService;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.protocol.RepeatMode;
import org.openmrs.module.retention.followup.protocol.SkipRule;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.HoldReason;
import org.openmrs.module.retention.followup.task.ListClass;
import org.openmrs.module.retention.followup.task.PlanStatus;
import org.openmrs.module.retention.followup.task.TaskSource;
import org.openmrs.module.retention.followup.task.TaskStatus;
import org.openmrs.module.retention.followup.task.TaskStatusChange;
import org.openmrs.module.retention.shared.RetentionSettings;
import org.springframework.beans.factory.annotation.Autowired;

class PlannerIT extends PlanningIT {

	@Autowired
	private PlanWriter writer;

	@Test
	void plan_shouldWriteThePlanAndItsTasksWithAllTheyCarry() {
		FollowUpProtocol protocol = load(extractionProtocol().clearSteps().step(step("call", "P1D").critical(true)
			.windowFrom("10:00").windowTo("15:00").tries(5).target("PT4M").purpose(Purpose.CARE)
			.link(AssignmentLink.builder().provider("any").until("16:00").build())
			.link(AssignmentLink.builder().role("Retention: Nurse").build()).build()));
		Encounter encounter = encounter(extraction, DAY);

		SweepReport report = plan(encounter);

		FollowUpPlan plan = onlyPlan();
		assertThat(plan.getProtocol().getId()).isEqualTo(protocol.getId());
		assertThat(plan.getProtocolVersion()).isEqualTo(1);
		assertThat(plan.getPatient()).isEqualTo(patient);
		assertThat(plan.getPatientUuid()).isEqualTo(patient.getUuid());
		assertThat(plan.getAnchorKey()).isEqualTo("day:2026-11-18");
		assertThat(plan.getEncounterId()).isEqualTo(encounter.getEncounterId());
		assertThat(plan.getEncounterUuid()).isEqualTo(encounter.getUuid());
		assertThat(plan.getAnchorAt()).isEqualTo(at(DAY.atTime(10, 0)));
		assertThat(plan.getAnchorDate()).isEqualTo(DAY);
		assertThat(plan.getZone()).isEqualTo("Europe/Oslo");
		assertThat(plan.getLocation().getLocationId()).isEqualTo(place.getLocationId());
		assertThat(plan.getStatus()).isEqualTo(PlanStatus.ACTIVE);
		assertThat(plan.getCreator()).isEqualTo(Context.getAuthenticatedUser());
		FollowUpTask task = tasksOf(plan).get(0);
		assertThat(task.getPatient()).isEqualTo(patient);
		assertThat(task.getPatientUuid()).isEqualTo(patient.getUuid());
		assertThat(task.getSource()).isEqualTo(TaskSource.STEP);
		assertThat(task.getStepKey()).isEqualTo("call");
		assertThat(task.getProtocol().getId()).isEqualTo(protocol.getId());
		assertThat(task.getProtocolVersion()).isEqualTo(1);
		assertThat(task.getPurpose()).isEqualTo(Purpose.CARE);
		assertThat(task.getListClass()).isEqualTo(ListClass.CRITICAL_CARE);
		assertThat(task.getPriority()).isEqualTo(70);
		assertThat(task.isCritical()).isTrue();
		assertThat(task.getLocation().getLocationId()).isEqualTo(place.getLocationId());
		assertThat(task.getZone()).isEqualTo("Europe/Oslo");
		assertThat(task.getDueDate()).isEqualTo(DAY.plusDays(1));
		assertThat(task.getPlannedFrom()).isEqualTo(at(DAY.plusDays(1).atTime(10, 0))).isEqualTo(task.getDueFrom())
			.isEqualTo(task.getWakeAt());
		assertThat(task.getPlannedBy()).isEqualTo(at(DAY.plusDays(1).atTime(15, 0))).isEqualTo(task.getDueBy());
		assertThat(task.getExpiresAt()).isEqualTo(at(DAY.plusDays(3).atStartOfDay()))
			.isEqualTo(task.getPlannedExpiresAt());
		assertThat(task.getTriesMax()).isEqualTo(5);
		assertThat(task.getTargetSeconds()).isEqualTo(240);
		assertThat(task.getAssignmentLinks()).extracting(AssignmentLink::getProvider, AssignmentLink::getRole,
			AssignmentLink::getUntil).containsExactly(tuple("any", null, "16:00"),
				tuple(null, "Retention: Nurse", null));
		assertThat(task.getStatus()).isEqualTo(TaskStatus.OPEN);
		assertThat(task.getChanges()).extracting(TaskStatusChange::getFromStatus, TaskStatusChange::getToStatus,
			TaskStatusChange::getReason).containsExactly(
				tuple(null, TaskStatus.OPEN, Reasons.PLANNED));
		assertThat(report.getPlansMade()).isEqualTo(1);
		assertThat(report.getTasksByProtocol()).containsExactly(new AbstractMap.SimpleEntry<>(protocol.getUuid(), 1L));
	}

	@Test
	void plan_shouldMakeNothingTwice() {
		load(extractionProtocol());
		Encounter encounter = encounter(extraction, DAY);

		plan(encounter);
		SweepReport again = plan(encounter);

		assertThat(again.getPlansMade()).isZero();
		assertThat(lines(onlyPlan())).containsExactly("same-day OPEN", "next-day OPEN", "one-week OPEN");
	}

	@Test
	void write_shouldLeaveAPlanToWhoeverTookItsKey() {
		load(extractionProtocol());
		Encounter first = encounter(extraction, DAY);
		plan(first);
		Encounter second = encounter(extraction, DAY.plusDays(7));
		PlanningRun run = runs.begin(at(DAY.atTime(11, 0)), Context.getAuthenticatedUser());
		ProtocolRule rule = run.getActive().get(0);
		EncounterDao encounters = new EncounterDao(sessionFactory);
		PlanDraft taken = draft(rule, encounters.facts(Collections.singleton(first.getEncounterId())).get(0), run);
		PlanDraft free = draft(rule, encounters.facts(Collections.singleton(second.getEncounterId())).get(0), run);

		Map<PlanDraft, Integer> written = writer.write(Arrays.asList(taken, free), run.getNow(), 1);
		flushAndClear();

		assertThat(written).containsOnlyKeys(free);
		assertThat(allPlans()).hasSize(2);
		assertThat(allPlans()).allSatisfy(plan -> assertThat(tasksOf(plan)).hasSize(3));
	}

	private static PlanDraft draft(ProtocolRule rule, EncounterFacts encounter, PlanningRun run) {
		Anchor anchor = new Anchors(run, Answers.NONE, Agreements.NONE).of(rule, encounter);
		return new PlanDraft(rule, anchor, anchor.schedule().of(rule.getDefinition().getSteps()));
	}

	@Test
	void plan_shouldSupersedeWhatIsLate_andCountWhatIsPastItsGrace() {
		FollowUpProtocol protocol = load(extractionProtocol());

		plan(encounter(extraction, DAY), DAY.plusDays(1).atTime(11, 0));
		assertThat(lines(onlyPlan())).containsExactly("same-day SUPERSEDED late", "next-day OPEN", "one-week OPEN");

		SweepReport report = plan(encounter(clinic.aPatient("Berit"), extraction, DAY.minusMonths(3).atTime(10, 0)),
			DAY.atTime(11, 0));
		assertThat(allPlans()).hasSize(1);
		assertThat(report.getPastGraceByProtocol()).containsEntry(protocol.getUuid(), 1L);
	}

	@Test
	void plan_shouldWriteWhatWasAbsorbed() {
		load(extractionProtocol());

		plan(encounter(patient, extraction, DAY.atTime(16, 30)));

		assertThat(lines(onlyPlan())).containsExactly("same-day OPEN", "next-day SUPERSEDED absorbed", "one-week OPEN");
	}

	@Test
	void plan_shouldHoldTasksUntilTheAnchorIsVerified() {
		load(extractionProtocol().verifyAfter("PT24H"));

		plan(encounter(extraction, DAY));

		List<FollowUpTask> tasks = tasksOf(onlyPlan());
		assertThat(tasks).extracting(FollowUpTask::getHoldReason).containsOnly(HoldReason.VERIFY);
		assertThat(tasks.get(0).getWakeAt()).isEqualTo(at(DAY.plusDays(1).atTime(10, 0)));
		assertThat(tasks.get(2).getWakeAt()).isEqualTo(tasks.get(2).getDueFrom());
	}

	@Test
	void plan_shouldMatchTypesFormsAndLocationsWithTheirDescendants() {
		Location floor = clinic.aLocation("Floor", place);
		Location room = clinic.aLocation("Room", floor);
		Location elsewhere = clinic.aLocation("Elsewhere", null);
		load(extractionProtocol().trigger(on().filter(filter(extraction).location(place.getUuid()).build()).build()));

		Encounter inRoom = encounter(extraction, DAY);
		inRoom.setLocation(room);
		Encounter outside = encounter(clinic.aPatient("Berit"), extraction, DAY.atTime(10, 0));
		outside.setLocation(elsewhere);
		Encounter other = encounter(clinic.aPatient("Cato"), restoration, DAY.atTime(10, 0));
		plan(inRoom);
		plan(outside);
		plan(other);

		assertThat(onlyPlan().getEncounterId()).isEqualTo(inRoom.getEncounterId());
	}

	@Test
	void plan_shouldMatchNothing_whenAReferenceDoesNotExistHere() {
		load(
			extractionProtocol().trigger(on().filter(filter(extraction).form("9b1cbd7e-6a37-4a9e-a5f5-0ab5a26e6b00").build())
				.build()));

		plan(encounter(extraction, DAY));

		assertThat(allPlans()).isEmpty();
	}

	@Test
	void plan_shouldMatchACodedAnswer() {
		Concept procedure = concept();
		Concept extracted = concept();
		Concept cleaned = concept();
		load(extractionProtocol().trigger(on().filter(filter(extraction).observation(ObservationFilter.builder()
			.concept(procedure.getUuid()).answer(extracted.getUuid()).build()).build()).build()));
		Encounter hit = encounter(extraction, DAY);
		obs(hit, procedure, extracted);
		Encounter miss = encounter(clinic.aPatient("Berit"), extraction, DAY.atTime(10, 0));
		obs(miss, procedure, cleaned);
		Encounter unanswered = encounter(clinic.aPatient("Cato"), extraction, DAY.atTime(10, 0));

		plan(hit);
		plan(miss);
		plan(unanswered);

		assertThat(onlyPlan().getEncounterId()).isEqualTo(hit.getEncounterId());
	}

	@Test
	void plan_shouldMatchSexAndAgeOnTheAnchorsDay() {
		Patient man = clinic.aPatient("Dag");
		man.setGender("M");
		Patient child = clinic.aPatient("Ella");
		child.setBirthdate(Date.from(at(DAY.minusYears(18).plusDays(1).atTime(12, 0))));
		Patient grown = clinic.aPatient("Frida");
		grown.setBirthdate(Date.from(at(DAY.minusYears(18).atTime(12, 0))));
		Patient unknown = clinic.aPatient("Gro");
		unknown.setBirthdate(null);
		load(extractionProtocol().patients(PatientFilter.builder().sex("F").minAge(18).maxAge(60).build()));

		for (Patient each : Arrays.asList(man, child, grown, unknown)) {
			plan(encounter(each, extraction, DAY.atTime(10, 0)));
		}

		assertThat(onlyPlan().getPatient()).isEqualTo(grown);
	}

	@Test
	void plan_shouldLookAtTheFirstVisitOnly_byTheDefinitionOfAVisit() {
		EncounterType registration = encounterType("Registration");
		setting(RetentionSettings.VISIT_ENCOUNTER_TYPES, extraction.getUuid() + ", " + restoration.getUuid());
		load(extractionProtocol().onRepeat(RepeatMode.SEPARATE)
			.trigger(on(extraction, registration).firstVisitOnly(true).build()));

		plan(encounter(registration, DAY.minusDays(30)));
		assertThat(allPlans()).as("a registration is no visit").isEmpty();
		encounter(patient, restoration, DAY.atTime(9, 0));
		Encounter sameDay = encounter(patient, extraction, DAY.atTime(11, 0));
		plan(sameDay);
		plan(encounter(extraction, DAY.plusDays(3)));

		assertThat(onlyPlan().getEncounterId()).as("another encounter of the first visit's day")
			.isEqualTo(sameDay.getEncounterId());
	}

	@Test
	void plan_shouldIgnoreAnchorsBeforeActiveFromLessBackfill() {
		load(extractionProtocol().activeFrom("2026-11-20").backfill("P2D"));

		plan(encounter(extraction, DAY.minusDays(1)));
		assertThat(allPlans()).isEmpty();
		plan(encounter(extraction, DAY));
		assertThat(onlyPlan().getAnchorDate()).isEqualTo(DAY);
	}

	@Test
	void plan_shouldMakeOnePlanOfSeveralEncountersOfOneVisitOrDay() {
		load(extractionProtocol());
		Visit visit = visit(DAY);
		Encounter first = encounter(extraction, DAY);
		first.setVisit(visit);
		Encounter second = encounter(patient, extraction, DAY.plusDays(1).atTime(9, 0));
		second.setVisit(visit);
		Encounter sameDay = encounter(patient, extraction, DAY.atTime(12, 0));

		plan(first);
		plan(second);
		plan(sameDay);

		assertThat(onlyPlan().getAnchorKey()).isEqualTo("visit:" + visit.getUuid());
	}

	@Test
	void plan_shouldMakeAPlanOfEachEncounter_inTheScopeOfAnEncounter() {
		load(extractionProtocol().anchorScope(AnchorScope.ENCOUNTER).onRepeat(RepeatMode.SEPARATE));

		Encounter first = encounter(extraction, DAY);
		plan(first);
		plan(encounter(patient, extraction, DAY.atTime(12, 0)));

		assertThat(allPlans()).hasSize(2);
		assertThat(allPlans().get(0).getAnchorKey()).isEqualTo("encounter:" + first.getUuid());
		assertThat(allPlans()).allMatch(FollowUpPlan::isActive);
	}

	@Test
	void plan_shouldRestart_withTheOlderAnchorInTheContext() {
		load(extractionProtocol());

		plan(encounter(extraction, DAY));
		plan(encounter(extraction, DAY.plusDays(2)));

		assertThat(allPlans()).extracting(FollowUpPlan::getStatus).containsExactly(PlanStatus.SUPERSEDED, PlanStatus.ACTIVE);
		assertThat(lines(allPlans().get(0))).containsExactly("same-day SUPERSEDED restarted",
			"next-day SUPERSEDED restarted",
			"one-week SUPERSEDED restarted");
		assertThat(allPlans().get(1).getContext()).isEqualTo("2026-11-18");
	}

	@Test
	void plan_shouldNotRestart_whenTheEncounterIsOlderThanWhatRuns() {
		load(extractionProtocol());

		plan(encounter(extraction, DAY.plusDays(2)));
		SweepReport late = plan(encounter(extraction, DAY), DAY.plusDays(2).atTime(12, 0));

		assertThat(onlyPlan().getAnchorDate()).isEqualTo(DAY.plusDays(2));
		assertThat(late.getOvertaken()).isEqualTo(1);
	}

	@Test
	void plan_shouldRestartWithinOneRun() {
		load(extractionProtocol());
		Encounter first = encounter(extraction, DAY);
		Encounter second = encounter(extraction, DAY.plusDays(1));
		PlanningRun run = runs.begin(at(DAY.plusDays(1).atTime(11, 0)), Context.getAuthenticatedUser());

		planner.plan(Arrays.asList(first.getEncounterId(), second.getEncounterId()), run);
		flushAndClear();

		assertThat(onlyPlan().getAnchorDate()).isEqualTo(DAY.plusDays(1));
		assertThat(onlyPlan().getContext()).isEqualTo("2026-11-18");
	}

	@Test
	void plan_shouldKeepBoth_whenSeparate() {
		load(extractionProtocol().onRepeat(RepeatMode.SEPARATE));

		plan(encounter(extraction, DAY));
		plan(encounter(extraction, DAY.plusDays(2)));

		assertThat(allPlans()).hasSize(2).allMatch(FollowUpPlan::isActive);
	}

	@Test
	void plan_shouldIgnoreAnAnchorWithinThePeriodOfAnother() {
		load(extractionProtocol().onRepeat(RepeatMode.IGNORE).ignoreWithin("P14D"));

		plan(encounter(extraction, DAY));
		plan(encounter(extraction, DAY.plusDays(13)));
		assertThat(allPlans()).hasSize(1);
		plan(encounter(extraction, DAY.plusDays(14)));
		assertThat(allPlans()).hasSize(2);
	}

	@Test
	void plan_shouldEndAPlanAsFulfilled_byALaterEncounterThatMatches() {
		load(extractionProtocol().fulfilledBy(filter(restoration).build()));
		plan(encounter(extraction, DAY));

		plan(encounter(restoration, DAY.minusDays(1)));
		assertThat(onlyPlan().getStatus()).as("an earlier one fulfils nothing").isEqualTo(PlanStatus.ACTIVE);
		plan(encounter(extraction, DAY.minusDays(2)));
		SweepReport report = plan(encounter(restoration, DAY.plusDays(5)));

		assertThat(report.getPlansFulfilled()).isEqualTo(1);
		assertThat(onlyPlan().getStatus()).isEqualTo(PlanStatus.FULFILLED);
		assertThat(lines(onlyPlan())).containsExactly("same-day CANCELLED fulfilled", "next-day CANCELLED fulfilled",
			"one-week CANCELLED fulfilled");
	}

	@Test
	void plan_shouldWriteNothing_whenItIsFulfilledAlready() {
		load(extractionProtocol().fulfilledBy(filter(restoration).build()));
		encounter(restoration, DAY.plusDays(2));

		SweepReport report = plan(encounter(extraction, DAY), DAY.plusDays(2).atTime(12, 0));

		assertThat(allPlans()).isEmpty();
		assertThat(report.getOvertaken()).isEqualTo(1);
	}

	@Test
	void plan_shouldLeaveOutStepsAfterANewerVisit() {
		load(extractionProtocol().clearSteps().step(step("next-day", "P1D").build())
			.step(step("one-week", "P7D").skip(SkipRule.NEWER_VISIT).build()));
		plan(encounter(extraction, DAY));

		plan(encounter(patient, restoration, DAY.atTime(15, 0)));
		assertThat(lines(onlyPlan())).as("the same day is the same visit").containsExactly("next-day OPEN", "one-week OPEN");
		plan(encounter(restoration, DAY.plusDays(5)));
		assertThat(lines(onlyPlan())).containsExactly("next-day OPEN", "one-week CANCELLED newer-visit");

		Patient late = clinic.aPatient("Berit");
		encounter(late, restoration, DAY.plusDays(1).atTime(9, 0));
		plan(encounter(late, extraction, DAY.atTime(10, 0)), DAY.plusDays(1).atTime(9, 30));
		assertThat(lines(allPlans().get(1))).containsExactly("next-day OPEN", "one-week CANCELLED newer-visit");
	}

	@Test
	void plan_shouldNeverPlanOnItsOwnConversations_norOnVoidedOnes_norForWhoIsGone() {
		EncounterType contact = Context.getEncounterService()
			.getEncounterTypeByUuid(RetentionMetadata.CONTACT_ENCOUNTER_TYPE);
		load(extractionProtocol().trigger(on(extraction, contact).build()));
		Encounter voided = encounter(extraction, DAY);
		voided.setVoided(true);
		Patient dead = clinic.aPatient("Dag");
		dead.setDead(true);
		Patient gone = clinic.aPatient("Erik");
		gone.setVoided(true);

		plan(encounter(contact, DAY));
		plan(voided);
		plan(encounter(dead, extraction, DAY.atTime(10, 0)));
		plan(encounter(gone, extraction, DAY.atTime(10, 0)));

		assertThat(allPlans()).isEmpty();
	}

	@Test
	void plan_shouldPlanNothing_whenTheProtocolIsRetired_butGoOnWithWhatRuns() {
		FollowUpProtocol protocol = load(extractionProtocol().fulfilledBy(filter(restoration).build()));
		plan(encounter(extraction, DAY));
		Context.getService(ProtocolService.class).retireProtocol(again(protocol), "test");

		plan(encounter(clinic.aPatient("Berit"), extraction, DAY.atTime(10, 0)));
		assertThat(allPlans()).hasSize(1);
		plan(encounter(restoration, DAY.plusDays(3)));
		assertThat(onlyPlan().getStatus()).isEqualTo(PlanStatus.FULFILLED);
	}

	@Test
	void plan_shouldCostAConstantNumberOfStatements_whateverTheNumberOfEncounters() {
		load(extractionProtocol().fulfilledBy(filter(restoration).build()));
		List<Integer> few = encounters(3);
		List<Integer> many = encounters(30);
		flushAndClear();

		assertThat(statements(many)).isEqualTo(statements(few));
	}

	private List<Integer> encounters(int number) {
		List<Integer> ids = new ArrayList<>();
		for (Patient each : clinic.patients(number)) {
			ids.add(encounter(each, extraction, DAY.atTime(10, 0)).getEncounterId());
		}
		return ids;
	}

	private long statements(List<Integer> encounterIds) {
		PlanningRun run = runs.begin(at(DAY.atTime(11, 0)), Context.getAuthenticatedUser());
		sessionFactory.getStatistics().setStatisticsEnabled(true);
		sessionFactory.getStatistics().clear();
		planner.plan(encounterIds, run);
		assertThat(run.getReport().getPlansMade()).isEqualTo(encounterIds.size());
		return sessionFactory.getStatistics().getPrepareStatementCount();
	}
}
