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
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Encounter;
import org.openmrs.EncounterType;
import org.openmrs.Patient;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.contact.ContactProfile;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition.ProtocolDefinitionBuilder;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.protocol.Trigger;
import org.openmrs.module.retention.followup.protocol.Trigger.TriggerBuilder;
import org.openmrs.module.retention.followup.protocol.TriggerType;
import org.openmrs.module.retention.followup.task.Cause;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.PlanStatus;
import org.openmrs.module.retention.followup.task.TaskStatus;
import org.springframework.beans.factory.annotation.Autowired;

/** What comes an interval after the patient's last qualifying visit, and again and again. */
class RecallIT extends PlanningIT {

	private static final LocalDateTime NOON = DAY.atTime(12, 0);

	@Autowired
	private Sweep sweep;

	@Autowired
	private PatientMerge merge;

	private EncounterType hygiene;

	private User actor;

	@BeforeEach
	void who() {
		actor = Context.getAuthenticatedUser();
		hygiene = encounterType("Hygiene");
	}

	@Test
	void plan_shouldCountTheStepsFromTheVisitPlusTheInterval_withALead() {
		load(recall());

		plan(encounter(hygiene, DAY));

		FollowUpPlan plan = onlyPlan();
		assertThat(plan.getAnchorDate()).isEqualTo(DAY);
		assertThat(plan.getCountedFrom()).isEqualTo(DAY.plusMonths(6));
		assertThat(days(plan)).containsExactly("lead 2027-05-04", "due 2027-05-18", "due/1 2027-06-18", "due/2 2027-07-19");
		assertThat(tasksOf(plan)).extracting(FollowUpTask::getStatus).containsOnly(TaskStatus.OPEN);
	}

	@Test
	void plan_shouldFulfilTheCycleAndStartTheNext_byALaterQualifyingVisit() {
		load(recall());
		plan(encounter(hygiene, DAY.minusMonths(5)), DAY.minusMonths(5).atTime(12, 0));

		plan(encounter(extraction, DAY.minusDays(2)));
		assertThat(onlyPlan().isActive()).as("a pain visit does not end the recall").isTrue();
		plan(encounter(hygiene, DAY));

		assertThat(statuses()).containsExactly(PlanStatus.FULFILLED, PlanStatus.ACTIVE);
		assertThat(lines(allPlans().get(0))).allMatch(line -> line.endsWith("CANCELLED fulfilled"));
		assertThat(allPlans().get(1).getCountedFrom()).isEqualTo(DAY.plusMonths(6));
	}

	@Test
	void plan_shouldEndTheCycleOnly_byWhatElseFulfilsIt() {
		load(recall().fulfilledBy(filter(restoration).build()));
		plan(encounter(hygiene, DAY.minusMonths(5)), DAY.minusMonths(5).atTime(12, 0));

		plan(encounter(restoration, DAY));

		assertThat(onlyPlan().getStatus()).isEqualTo(PlanStatus.FULFILLED);
	}

	@Test
	void plan_shouldNotStart_byAnOlderVisitThatArrivesLate() {
		load(recall().fulfilledBy(filter(restoration).build()));
		plan(encounter(hygiene, DAY.minusMonths(1)), NOON);
		plan(encounter(restoration, DAY.minusDays(1)), NOON);
		assertThat(onlyPlan().getStatus()).isEqualTo(PlanStatus.FULFILLED);

		SweepReport report = plan(encounter(hygiene, DAY.minusMonths(4)), NOON);

		assertThat(allPlans()).hasSize(1);
		assertThat(report.getOvertaken()).isEqualTo(1);
	}

	@Test
	void plan_shouldLookAtTheNewestOfSeveralVisitsOfARun() {
		load(recall());
		encounter(hygiene, DAY.minusMonths(9));
		Encounter newest = encounter(hygiene, DAY.minusMonths(1));
		encounter(hygiene, DAY.minusMonths(5));

		sweep(NOON);

		assertThat(onlyPlan().getEncounterId()).isEqualTo(newest.getEncounterId());
		assertThat(onlyPlan().isActive()).isTrue();
	}

	@Test
	void plan_shouldKeepSeveralRecallsOfAPatientSideBySide() {
		load(recall());
		load(recall().trigger(on(extraction, "P3M").build()));

		plan(encounter(hygiene, DAY));
		plan(encounter(extraction, DAY.plusDays(1)));

		assertThat(statuses()).containsExactly(PlanStatus.ACTIVE, PlanStatus.ACTIVE);
		assertThat(allPlans()).extracting(FollowUpPlan::getCountedFrom).containsExactly(DAY.plusMonths(6),
			DAY.plusDays(1).plusMonths(3));
	}

	@Test
	void sweep_shouldReadHistoryBackOnce_andReleaseTheBacklogSoManyADay_theLatestFirst() {
		List<Patient> overdue = clinic.patients(5);
		for (int i = 0; i < overdue.size(); i++) {
			encounter(overdue.get(i), hygiene, DAY.minusMonths(8).minusDays(i).atTime(10, 0));
		}
		encounter(patient, hygiene, DAY.minusMonths(37).atTime(10, 0));
		Patient ahead = clinic.aPatient("Berit");
		encounter(ahead, hygiene, DAY.minusMonths(2).atTime(10, 0));
		sweep(NOON);
		moveWatermarkPastAll();

		load(recall().trigger(on(hygiene, "P6M").perDay(2).build()));
		SweepReport report = sweep(NOON);

		assertThat(report.getPlansMade()).isEqualTo(6);
		assertThat(countedFrom(overdue)).containsExactly(DAY, DAY, DAY.plusDays(1), DAY.plusDays(1), DAY.plusDays(2));
		assertThat(lines(planOf(overdue.get(4)))).containsExactly("lead SUPERSEDED late", "due OPEN", "due OPEN",
			"due OPEN");
		assertThat(planOf(ahead).getCountedFrom()).isEqualTo(DAY.plusMonths(4));
		assertThat(planOf(patient)).as("beyond three years it is a matter of segments").isNull();
		assertThat(report.getFloodedByProtocol()).isEmpty();
		assertThat(sweep(NOON).getEncountersRead()).isZero();
	}

	@Test
	void plan_shouldGiveALateEntryItsTurnInTheBacklogToo_onAnOpenDay() {
		load(recall().trigger(on(hygiene, "P6M").perDay(1).build()));
		LocalDateTime friday = DAY.plusDays(2).atTime(12, 0);

		plan(encounter(hygiene, DAY.minusMonths(8)), friday);
		Patient other = clinic.aPatient("Berit");
		plan(encounter(other, hygiene, DAY.minusMonths(9).atTime(10, 0)), friday);

		assertThat(planOf(patient).getCountedFrom()).isEqualTo(DAY.plusDays(2));
		assertThat(planOf(other).getCountedFrom()).as("the Monday after").isEqualTo(DAY.plusDays(5));
	}

	@Test
	void review_shouldGoBackToTheVisitBefore_whenTheNewestTurnsOutToBeNone() {
		load(recall());
		encounter(hygiene, DAY.minusMonths(4));
		Encounter newest = encounter(hygiene, DAY.minusMonths(1));
		sweep(NOON);
		assertThat(onlyPlan().getEncounterId()).isEqualTo(newest.getEncounterId());

		again(newest).setVoided(true);
		sweep(NOON);

		assertThat(statuses()).containsExactly(PlanStatus.CANCELLED, PlanStatus.ACTIVE);
		assertThat(allPlans().get(1).getCountedFrom()).isEqualTo(DAY.plusMonths(2));
	}

	@Test
	void review_shouldResumeTheCycleBefore_whenWhatFulfilledItTurnsOutToBeNone() {
		load(recall());
		plan(encounter(hygiene, DAY.minusMonths(4)), DAY.minusMonths(4).atTime(12, 0));
		Encounter newest = encounter(hygiene, DAY);
		plan(newest);
		assertThat(statuses()).containsExactly(PlanStatus.FULFILLED, PlanStatus.ACTIVE);

		again(newest).setVoided(true);
		sweep(NOON);

		assertThat(statuses()).containsExactly(PlanStatus.ACTIVE, PlanStatus.CANCELLED);
	}

	@Test
	void review_shouldFollowAnEditedVisit_andKeepItsTurnInTheBacklog() {
		load(recall().trigger(on(hygiene, "P6M").perDay(1).build()));
		Encounter visit = encounter(hygiene, DAY.minusMonths(1));
		plan(visit, NOON);
		again(visit).setEncounterDatetime(Date.from(at(DAY.minusMonths(2).atTime(10, 0))));
		plan(again(visit), NOON);
		assertThat(onlyPlan().getCountedFrom()).isEqualTo(DAY.plusMonths(4));
		assertThat(days(onlyPlan())).contains("due 2027-03-18");

		Patient late = clinic.aPatient("Berit");
		plan(encounter(late, hygiene, DAY.minusMonths(8).atTime(10, 0)), NOON);
		Patient later = clinic.aPatient("Cato");
		Encounter overdue = encounter(later, hygiene, DAY.minusMonths(9).atTime(10, 0));
		plan(overdue, NOON);
		again(overdue).setEncounterDatetime(Date.from(at(DAY.minusMonths(10).atTime(10, 0))));
		plan(again(overdue), NOON);
		assertThat(planOf(later).getCountedFrom()).isEqualTo(DAY.plusDays(1));
	}

	@Test
	void plan_shouldNotRecallWhoHasLeft_untilTheyComeAgain() {
		load(recall());
		leave(DAY);

		plan(encounter(hygiene, DAY.minusDays(1)), NOON);
		assertThat(allPlans()).isEmpty();
		plan(encounter(hygiene, DAY.plusDays(9)));
		assertThat(onlyPlan().isActive()).isTrue();
		assertThat(relationship()).isEqualTo("CURRENT null " + DAY.plusDays(9));
	}

	@Test
	void plan_shouldRenewTheRelationshipByAVisitOfALaterDay_asLongAsItStands() {
		leave(DAY);

		plan(encounter(hygiene, DAY));
		assertThat(relationship()).as("the visit of that day").isEqualTo("ENDED MOVED " + DAY);
		Encounter first = encounter(hygiene, DAY.plusDays(9));
		Encounter second = encounter(extraction, DAY.plusDays(12));
		plan(second);
		assertThat(relationship()).isEqualTo("CURRENT null " + DAY.plusDays(9));

		voided(first);
		plan(first);
		assertThat(relationship()).isEqualTo("CURRENT null " + DAY.plusDays(12));
		voided(second);
		plan(second);
		assertThat(relationship()).as("none is left").isEqualTo("ENDED MOVED " + DAY);
	}

	@Test
	void forget_shouldLetTheEndCountAgain_whenTheVisitIsPurged() {
		leave(DAY);
		Encounter visit = encounter(hygiene, DAY.plusDays(9));
		plan(visit);
		sql("delete from encounter where encounter_id = " + visit.getEncounterId());
		sessionFactory.getCurrentSession().clear();

		planner.forget(visit.getEncounterId(), patient.getPatientId(), runs.begin(at(NOON), actor));

		assertThat(relationship()).isEqualTo("ENDED MOVED " + DAY);
	}

	private void sql(String statement) {
		sessionFactory.getCurrentSession().createNativeQuery(statement).executeUpdate();
	}

	private void leave(LocalDate day) {
		ContactProfile profile = new ContactProfile();
		profile.setPatient(patient);
		profile.setPatientUuid(patient.getUuid());
		profile.endRelationship("MOVED", day);
		clinic.save(profile);
		flush();
	}

	private void voided(Encounter encounter) {
		sql("update encounter set voided = true where encounter_id = " + encounter.getEncounterId());
	}

	private String relationship() {
		flushAndClear();
		ContactProfile profile = sessionFactory.getCurrentSession()
			.createQuery("from retention.ContactProfile", ContactProfile.class).getSingleResult();
		return profile.getRelationship() + " " + profile.getRelationshipReason() + " " + profile.getRelationshipSince();
	}

	@Test
	void plan_shouldWaitUntilTheProtocolIsActive_andThenLookBack() {
		load(recall().activeFrom("2026-11-20"));
		encounter(hygiene, DAY.minusMonths(1));

		sweep(NOON);
		assertThat(allPlans()).isEmpty();
		sweep(DAY.plusDays(2).atTime(12, 0));
		assertThat(onlyPlan().getCountedFrom()).isEqualTo(DAY.plusMonths(5));
	}

	@Test
	void merge_shouldLeaveTheLaterCycleOpen() {
		load(recall());
		Patient loser = clinic.aPatient("Berit");
		plan(encounter(hygiene, DAY.minusMonths(2)), NOON);
		plan(encounter(loser, hygiene, DAY.minusMonths(1).atTime(10, 0)), NOON);

		merge.move(loser.getPatientId(), patient.getPatientId(), Cause.of(actor, at(NOON), Reasons.MERGED));
		flushAndClear();

		assertThat(statuses()).containsExactly(PlanStatus.MERGED, PlanStatus.ACTIVE);
		assertThat(allPlans().get(1).getPatient()).isEqualTo(patient);
	}

	@Test
	void lapse_shouldCallWhoHasNotCome_andEndWithAnyVisit() {
		load(lapse("P18M", "P0D"));
		LocalDate visit = DAY.minusMonths(17);
		plan(encounter(extraction, visit), NOON);
		assertThat(onlyPlan().getCountedFrom()).isEqualTo(visit.plusMonths(18));

		plan(encounter(restoration, DAY));

		assertThat(onlyPlan().getStatus()).isEqualTo(PlanStatus.FULFILLED);
	}

	@Test
	void lapse_shouldBePlannedAMonthAhead_ofThoseWhoHaveNotComeAgain() {
		load(lapse("P3M", "P0D"));
		encounter(extraction, DAY);
		Patient again = clinic.aPatient("Berit");
		encounter(again, extraction, DAY.atTime(10, 0));
		encounter(again, restoration, DAY.plusMonths(1).atTime(10, 0));
		LocalDate due = DAY.plusMonths(3);

		sweep(due.minusDays(LapsePart.AHEAD + 1).atTime(12, 0));
		assertThat(allPlans()).as("too far ahead").isEmpty();
		moveWatermarkPastAll();
		sweep(due.minusDays(LapsePart.AHEAD).atTime(12, 0));
		sweep(due.minusDays(LapsePart.AHEAD).atTime(13, 0));

		assertThat(onlyPlan().getPatient()).isEqualTo(patient);
		assertThat(onlyPlan().getCountedFrom()).isEqualTo(due);
		sweep(DAY.plusMonths(4).atTime(12, 0));
		assertThat(planOf(again).getCountedFrom()).isEqualTo(DAY.plusMonths(4));
	}

	@Test
	void lapse_shouldBePlannedAMonthBeforeAStepThatLeadsUpToIt_andAfterDaysWithoutASweep() {
		load(lapse("P3M", "P-3W"));
		encounter(extraction, DAY);
		sweep(NOON);
		moveWatermarkPastAll();
		LocalDate first = DAY.plusMonths(3).minusWeeks(3);

		sweep(first.minusDays(LapsePart.AHEAD + 1).atTime(12, 0));
		assertThat(allPlans()).as("too far ahead").isEmpty();
		sweep(first.minusDays(3).atTime(12, 0));

		assertThat(tasksOf(onlyPlan()).get(0).getDueDate()).isEqualTo(first);
	}

	@Test
	void lapse_shouldKeepTheDayOfAStepThatComesLongAfterIt() {
		load(lapse("P3M", "P6W"));
		encounter(extraction, DAY);
		sweep(NOON);
		moveWatermarkPastAll();

		sweep(DAY.plusMonths(3).minusDays(5).atTime(12, 0));

		assertThat(tasksOf(onlyPlan()).get(0).getDueDate()).isEqualTo(DAY.plusMonths(3).plusWeeks(6));
	}

	@Test
	void lapse_shouldGoByTheVisitBefore_whenALaterOneIsVoided() {
		load(lapse("P3M", "P0D"));
		encounter(extraction, DAY.minusMonths(2).minusDays(20));
		Encounter later = encounter(restoration, DAY.minusDays(3));
		sweep(NOON);
		assertThat(allPlans()).isEmpty();

		again(later).setVoided(true);
		plan(again(later), NOON);

		assertThat(onlyPlan().getAnchorDate()).isEqualTo(DAY.minusMonths(2).minusDays(20));
	}

	@Test
	void lapse_shouldNotBeginWithWhatIsNoVisit() {
		setting("retention.visit.encounterTypes", extraction.getUuid());
		load(lapse("P1M", "P0D"));

		plan(encounter(restoration, DAY));
		assertThat(allPlans()).isEmpty();
		plan(encounter(extraction, DAY));
		assertThat(onlyPlan().isActive()).isTrue();
	}

	@Test
	void absence_shouldCallWhereTheOtherDoesNotCome_andEndWhenItDoes() {
		load(absence());
		plan(encounter(extraction, DAY));
		assertThat(onlyPlan().getCountedFrom()).isEqualTo(DAY.plusMonths(3));

		plan(encounter(hygiene, DAY.plusDays(20)));
		assertThat(onlyPlan().isActive()).as("a hygiene visit does not end a gap").isTrue();
		plan(encounter(restoration, DAY.plusDays(40)));

		assertThat(onlyPlan().getStatus()).isEqualTo(PlanStatus.FULFILLED);
	}

	@Test
	void absence_shouldNeverBegin_whenTheOtherHasCome_onTheSameDayToo() {
		load(absence());
		encounter(restoration, DAY.plusDays(20));
		plan(encounter(extraction, DAY), DAY.plusDays(30).atTime(12, 0));
		assertThat(allPlans()).isEmpty();

		Patient same = clinic.aPatient("Berit");
		encounter(same, restoration, DAY.atTime(9, 0));
		plan(encounter(same, extraction, DAY.atTime(10, 0)));
		assertThat(allPlans()).isEmpty();

		Patient before = clinic.aPatient("Cato");
		encounter(before, restoration, DAY.minusDays(1).atTime(9, 0));
		plan(encounter(before, extraction, DAY.atTime(10, 0)));
		assertThat(planOf(before).isActive()).as("what came before the extraction is another tooth").isTrue();
	}

	private ProtocolDefinitionBuilder recall() {
		return ProtocolDefinition.builder().uuid(UUID.randomUUID().toString()).name("Hygiene recall")
			.why(text("Last cleaned on {date}")).purpose(Purpose.RECALL).activeFrom("2026-01-01")
			.trigger(on(hygiene, "P6M").build()).step(step("lead", "P-14D").build())
			.step(step("due", "P0D").repeatEvery("P1M").repeatTimes(2).grace(5).build());
	}

	private ProtocolDefinitionBuilder lapse(String period, String offset) {
		return ProtocolDefinition.builder().uuid(UUID.randomUUID().toString()).name("Not seen")
			.why(text("Last here on {date}")).purpose(Purpose.RECALL).activeFrom("2026-01-01")
			.trigger(Trigger.builder().type(TriggerType.LAPSE).period(period).build()).step(step("hello", offset).build());
	}

	private ProtocolDefinitionBuilder absence() {
		return recall().trigger(Trigger.builder().type(TriggerType.ABSENCE_OF).filter(filter(extraction).build())
			.absent(filter(restoration).build()).within("P3M").build());
	}

	private static TriggerBuilder on(EncounterType type, String interval) {
		return Trigger.builder().type(TriggerType.RECALL).filter(filter(type).build()).interval(interval);
	}

	private SweepReport sweep(LocalDateTime now) {
		flushAndClear();
		SweepReport report = sweep.sweep(() -> runs.begin(at(now), actor));
		flushAndClear();
		return report;
	}

	private void moveWatermarkPastAll() {
		sessionFactory.getCurrentSession()
			.createNativeQuery("update retention_watermark set position = 100000000 where name = 'encounter'")
			.executeUpdate();
	}

	/** Null: the patient has none. */
	private FollowUpPlan planOf(Patient whose) {
		return allPlans().stream().filter(p -> p.getPatient().getPatientId().equals(whose.getPatientId())).findFirst()
			.orElse(null);
	}

	private List<LocalDate> countedFrom(List<Patient> patients) {
		return patients.stream().map(p -> planOf(p).getCountedFrom()).collect(Collectors.toList());
	}

	private List<PlanStatus> statuses() {
		return allPlans().stream().map(FollowUpPlan::getStatus).collect(Collectors.toList());
	}

	private List<String> days(FollowUpPlan plan) {
		List<String> days = new ArrayList<>();
		for (FollowUpTask task : tasksOf(plan)) {
			String round = task.getOccurrence() == 0 ? "" : "/" + task.getOccurrence();
			days.add(task.getStepKey() + round + " " + task.getDueDate());
		}
		return days;
	}
}
