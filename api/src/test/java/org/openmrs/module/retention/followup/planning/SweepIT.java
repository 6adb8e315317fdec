/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Concept;
import org.openmrs.Encounter;
import org.openmrs.Patient;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.followup.protocol.ObservationFilter;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.protocol.RepeatMode;
import org.openmrs.module.retention.followup.task.Cause;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.HoldReason;
import org.openmrs.module.retention.followup.task.TaskDraft;
import org.openmrs.module.retention.followup.task.TaskSource;
import org.openmrs.module.retention.followup.task.TaskStatus;
import org.openmrs.module.retention.shared.RetentionSettings;
import org.openmrs.module.retention.shared.Watermarks;
import org.openmrs.person.PersonMergeLog;
import org.springframework.beans.factory.annotation.Autowired;

class SweepIT extends PlanningIT {

	private static final LocalDateTime NOON = DAY.atTime(12, 0);

	@Autowired
	private Sweep sweep;

	@Autowired
	private Slices slices;

	private final SettableClock clock = new SettableClock();

	private User actor;

	@BeforeEach
	void who() {
		actor = Context.getAuthenticatedUser();
		sweep(NOON);
	}

	@Test
	void sweep_shouldPlanWhatCameByOtherWays_onceAndForAll() {
		FollowUpProtocol protocol = load(extractionProtocol());
		sweep(NOON);
		for (Patient each : clinic.patients(3)) {
			encounter(each, extraction, DAY.atTime(10, 0));
		}

		SweepReport first = sweep(NOON);
		SweepReport second = sweep(NOON);

		assertThat(first.getEncountersRead()).isEqualTo(3);
		assertThat(first.getPlansMade()).isEqualTo(3);
		assertThat(first.getTasksByProtocol()).containsEntry(protocol.getUuid(), 9L);
		assertThat(second.getEncountersRead()).isZero();
		assertThat(second.getPlansMade()).isZero();
		assertThat(second.getFailures()).isZero();
		assertThat(allPlans()).hasSize(3);
	}

	@Test
	void sweep_shouldWriteNothing_whenThreeYearsOfHistoryAreImported() {
		load(extractionProtocol().activeFrom("2026-11-18"));
		sweep(NOON);
		for (int months = 1; months <= 36; months++) {
			encounter(extraction, DAY.minusMonths(months));
		}

		SweepReport report = sweep(NOON);

		assertThat(report.getEncountersRead()).isEqualTo(36);
		assertThat(allPlans()).isEmpty();
		assertThat(report.getPastGrace()).isZero();
	}

	@Test
	void sweep_shouldCountWhatIsPastItsGrace() {
		FollowUpProtocol protocol = load(extractionProtocol());
		sweep(NOON);
		encounter(extraction, DAY.minusMonths(3));

		assertThat(sweep(NOON).getPastGraceByProtocol()).containsEntry(protocol.getUuid(), 1L);
		assertThat(allPlans()).isEmpty();
	}

	@Test
	void sweep_shouldLookBackOnce_whenAProtocolIsNewOrActsFromEarlier() {
		Encounter old = encounter(extraction, DAY.minusDays(3));
		sweep(NOON);
		moveWatermarkPast(old);

		String uuid = load(extractionProtocol().activeFrom("2026-11-17")).getUuid();
		assertThat(sweep(NOON).getPlansMade()).isZero();
		load(extractionProtocol().uuid(uuid).activeFrom("2026-11-17").backfill("P7D"));
		SweepReport report = sweep(NOON);
		assertThat(report.getPlansMade()).isEqualTo(1);
		assertThat(onlyPlan().getEncounterId()).isEqualTo(old.getEncounterId());

		assertThat(sweep(NOON).getEncountersRead()).isZero();
	}

	@Test
	void sweep_shouldSeeAnAnswerThatCameLater() {
		Concept procedure = concept();
		Concept extracted = concept();
		load(extractionProtocol().trigger(on().filter(filter(extraction).observation(ObservationFilter.builder()
			.concept(procedure.getUuid()).answer(extracted.getUuid()).build()).build()).build()));
		Encounter encounter = encounter(extraction, DAY);
		sweep(NOON);
		assertThat(allPlans()).isEmpty();

		obs(again(encounter), again(procedure), again(extracted));
		sweep(NOON);

		assertThat(onlyPlan().getEncounterId()).isEqualTo(encounter.getEncounterId());
	}

	@Test
	void sweep_shouldMoveTheRowsOfAMergeDoneElsewhere_beforeTheyAreReviewed() {
		load(extractionProtocol());
		Patient other = clinic.aPatient("Berit");
		plan(encounter(other, extraction, DAY.atTime(10, 0)));
		PersonMergeLog log = new PersonMergeLog();
		log.setWinner(again(patient));
		log.setLoser(again(other));
		log.setSerializedMergedData("{}");
		clinic.save(log);
		again(other).setVoided(true);
		flush();

		SweepReport report = sweep(NOON);

		assertThat(report.getMergesApplied()).isEqualTo(1);
		assertThat(onlyPlan().getPatient()).isEqualTo(patient);
		assertThat(onlyPlan().isActive()).isTrue();
	}

	@Test
	void sweep_shouldReviewOpenPlansAndLooseTasks() {
		load(extractionProtocol());
		plan(encounter(extraction, DAY));
		clinic.save(manualTask());
		again(patient).setDead(true);
		flush();

		SweepReport dead = sweep(NOON);
		assertThat(dead.getPlansReviewed()).isEqualTo(1);
		assertThat(dead.getPlansEnded()).isEqualTo(2);
		assertThat(openTasks()).isZero();

		again(patient).setDead(false);
		flush();
		assertThat(sweep(NOON).getPlansReopened()).isEqualTo(2);
		assertThat(openTasks()).isEqualTo(4);
	}

	@Test
	void sweep_shouldEndLooseTasksOfAPurgedPatient() {
		clinic.save(manualTask());
		flushAndClear();

		Context.getPatientService().purgePatient(again(patient));
		flushAndClear();
		sweep(NOON);

		assertThat(openTasks()).isZero();
	}

	@Test
	void sweep_shouldLeaveAPartToTheNodeThatIsAtIt_untilItsLeaseEnds() {
		load(extractionProtocol());
		sweep(NOON);
		encounter(extraction, DAY);
		lease("encounter", "another-node", Instant.now().plusSeconds(60));

		SweepReport report = sweep(NOON);
		assertThat(report.getPartsElsewhere()).isEqualTo(1);
		assertThat(allPlans()).isEmpty();

		lease("encounter", "another-node", Instant.now().minusSeconds(1));
		assertThat(sweep(NOON).getPartsElsewhere()).isZero();
		assertThat(allPlans()).hasSize(1);
	}

	@Test
	void sweep_shouldHoldWhatIsMoreThanTheFloodLimit_untilItIsReleased() {
		FollowUpProtocol protocol = load(extractionProtocol().floodLimit(5));
		sweep(NOON);
		for (Patient each : clinic.patients(2)) {
			encounter(each, extraction, DAY.atTime(10, 0));
		}

		SweepReport report = sweep(NOON);

		assertThat(report.getFloodedByProtocol()).containsEntry(protocol.getUuid(), 6L);
		assertThat(allPlans()).allSatisfy(plan -> assertThat(tasksOf(plan)).extracting(FollowUpTask::getHoldReason)
			.containsOnly(HoldReason.FLOOD));
		PlanningService service = Context.getService(PlanningService.class);
		assertThat(service.countFlood(again(protocol))).isEqualTo(6);
		assertThat(service.releaseFlood(again(protocol))).isEqualTo(6);
		flushAndClear();
		assertThat(service.countFlood(again(protocol))).isZero();
		assertThat(service.releaseFlood(again(protocol))).as("nothing is left").isZero();
		assertThat(allPlans()).allSatisfy(plan -> assertThat(tasksOf(plan))
			.allMatch(t -> t.getHoldReason() == null && t.getWakeAt().equals(t.getDueFrom())));
	}

	@Test
	void sweep_shouldHoldTheFloodOfANewProtocol_thatNamesNoLimit() {
		clinic.setting(RetentionSettings.FLOOD_LIMIT, "5");
		FollowUpProtocol protocol = load(extractionProtocol());
		sweep(NOON);
		for (Patient each : clinic.patients(2)) {
			encounter(each, extraction, DAY.atTime(10, 0));
		}

		assertThat(sweep(NOON).getFloodedByProtocol()).containsEntry(protocol.getUuid(), 6L);
		assertThat(tasksOf(allPlans().get(0))).extracting(FollowUpTask::getHoldReason).containsOnly(HoldReason.FLOOD);
	}

	@Test
	void sweep_shouldHoldWhatIsMoreThanThreeTimesTheMedianDay() {
		FollowUpProtocol protocol = load(extractionProtocol());
		sweep(NOON);
		nineTasksADay(protocol, 11);
		for (Patient each : clinic.patients(9)) {
			encounter(each, extraction, DAY.atTime(10, 0));
		}
		assertThat(sweep(NOON).getFloodedByProtocol()).as("27").isEmpty();

		for (Patient each : clinic.patients(10)) {
			encounter(each, extraction, DAY.atTime(10, 0));
		}
		assertThat(sweep(NOON).getFloodedByProtocol()).containsEntry(protocol.getUuid(), 30L);
	}

	/** On that many days before today, for one patient. */
	private void nineTasksADay(FollowUpProtocol protocol, int days) {
		Patient patient = clinic.aPatient("Often");
		FollowUpPlan plan = clinic.save(FollowUpPlan.begin().protocol(protocol)
			.protocolVersion(protocol.getProtocolVersion()).patient(patient).anchorKey("day:2026-01-02")
			.anchorAt(DAY.minusDays(60).atStartOfDay(OSLO).toInstant()).anchorDate(DAY.minusDays(60))
			.zone(OSLO.getId()).active());
		for (int i = 0; i < 9 * days; i++) {
			Instant from = DAY.minusDays(1 + i % days).atTime(10, 0).atZone(OSLO).toInstant();
			clinic.save(FollowUpTask.open(TaskDraft.builder().source(TaskSource.STEP).purpose(Purpose.CARE).patient(patient)
				.plan(plan).stepKey("next-day").occurrence(i).zone(OSLO.getId()).from(from).by(from.plusSeconds(3600))
				.build(), Cause.of(Context.getAuthenticatedUser(), from, "planned")));
		}
		flush();
	}

	@Test
	void sweep_shouldNotHold_whatStaysWithinTheLimit() {
		load(extractionProtocol().floodLimit(6));
		sweep(NOON);
		for (Patient each : clinic.patients(2)) {
			encounter(each, extraction, DAY.atTime(10, 0));
		}

		assertThat(sweep(NOON).getFloodedByProtocol()).isEmpty();
		assertThat(tasksOf(allPlans().get(0))).allMatch(t -> t.getHoldReason() == null);
	}

	@Test
	void sweep_shouldReadWhatCommitsLate_amongWhatWasReadAlready() {
		load(extractionProtocol());
		Encounter gap = encounter(extraction, DAY.minusDays(90));
		Encounter last = encounter(extraction, DAY.minusDays(91));
		clinic.save(last);
		flushAndClear();
		Context.getEncounterService().purgeEncounter(again(gap));
		flushAndClear();
		sweep(NOON);
		assertThat(sweep(NOON).getEncountersRead()).isZero();

		sessionFactory.getCurrentSession()
			.createNativeQuery(
				"insert into encounter (encounter_id, encounter_type, patient_id, encounter_datetime, creator,"
					+ " date_created, voided, uuid) select :id, encounter_type, patient_id, encounter_datetime, creator,"
					+ " date_created, voided, :uuid from encounter where encounter_id = :like")
			.setParameter("id", gap.getEncounterId()).setParameter("uuid", UUID.randomUUID().toString())
			.setParameter("like", last.getEncounterId()).executeUpdate();

		assertThat(sweep(NOON).getEncountersRead()).isEqualTo(1);
		assertThat(sweep(NOON).getEncountersRead()).isZero();
	}

	@Test
	void trail_shouldSeeAnIdThatCommitsLate_untilItHasSettled() {
		Watermarks watermarks = new Watermarks(sessionFactory, clock);
		Trail trail = new Trail("trail-test", watermarks, clock);
		clock.now = Instant.parse("2026-11-18T10:00:00Z");
		trail.begin(50_000);
		assertThat(trail.begin(50_000)).as("the first time a little below the end").isEqualTo(40_000);
		trail.read(49_000);
		trail.finish();

		clock.now = clock.now.plus(Duration.ofMinutes(14));
		assertThat(trail.begin(50_010)).isEqualTo(40_000);
		assertThat(trail.isRead(49_000)).isTrue();
		assertThat(trail.isRead(49_001)).as("committed late").isFalse();
		trail.read(49_001);
		trail.finish();

		clock.now = clock.now.plus(Duration.ofMinutes(1));
		trail.begin(50_020);
		trail.finish();
		assertThat(trail.begin(50_030)).as("what was the end a quarter of an hour ago").isEqualTo(50_000);

		Trail restarted = new Trail("trail-test", watermarks, clock);
		assertThat(restarted.begin(50_030)).isEqualTo(50_000);
		assertThat(restarted.isRead(50_001)).isFalse();
	}

	@Test
	void trail_shouldCatchUpWithAnOutageOfAMonth() {
		Watermarks watermarks = new Watermarks(sessionFactory, clock);
		Trail trail = new Trail("trail-test", watermarks, clock);
		clock.now = Instant.parse("2026-10-18T10:00:00Z");
		trail.begin(1000);
		trail.finish();
		clock.now = Instant.parse("2026-11-18T10:00:00Z");

		assertThat(trail.begin(90_000)).isZero();
		trail.finish();
		assertThat(trail.begin(90_000)).isEqualTo(1000);
	}

	@Test
	void chunks_shouldPlanTheOthers_whenOneEncounterFails() {
		List<Integer> planned = new ArrayList<>();
		EncounterChunks chunks = new EncounterChunks(slices,
			new Planner(null, null, null, null, null, null, null, null, null) {

				@Override
				Collection<Integer> plan(Collection<Integer> encounterIds, PlanningRun run) {
					if (encounterIds.contains(2)) {
						throw new IllegalStateException("this one fails");
					}
					planned.addAll(encounterIds);
					return encounterIds;
				}
			});
		PlanningRun run = runs.begin(at(NOON), actor);

		assertThat(chunks.plan(Arrays.asList(1, 2, 3), run)).containsExactly(2);
		assertThat(planned).containsExactly(1, 3);
		assertThat(run.getReport().getFailures()).isEqualTo(1);
	}

	@Test
	void sweep_shouldSupersedeWithinAndAcrossChunks() {
		load(extractionProtocol().onRepeat(RepeatMode.RESTART));
		sweep(NOON);
		encounter(extraction, DAY.minusDays(2));
		encounter(extraction, DAY);

		sweep(NOON);

		assertThat(onlyPlan().getAnchorDate()).isEqualTo(DAY);
		assertThat(onlyPlan().getContext()).isEqualTo("2026-11-16");
	}

	private SweepReport sweep(LocalDateTime now) {
		flushAndClear();
		SweepReport report = sweep.sweep(() -> runs.begin(at(now), actor));
		flushAndClear();
		return report;
	}

	private FollowUpTask manualTask() {
		Instant from = at(DAY.plusDays(1).atTime(9, 0));
		return FollowUpTask.open(TaskDraft.builder().source(TaskSource.MANUAL).purpose(Purpose.CARE).patient(again(patient))
			.zone(OSLO.getId()).from(from).by(from.plusSeconds(3600)).expiresAt(from.plusSeconds(86400)).title("Ring")
			.build(), Cause.of(actor, at(NOON), "by-hand"));
	}

	private long openTasks() {
		return sessionFactory.getCurrentSession()
			.createQuery("select count(t.id) from retention.FollowUpTask t where t.status = :open", Long.class)
			.setParameter("open", TaskStatus.OPEN).uniqueResult();
	}

	private void lease(String name, String owner, Instant until) {
		sessionFactory.getCurrentSession()
			.createNativeQuery(
				"update retention_watermark set lease_owner = :owner, lease_until = :until where name = :name")
			.setParameter("owner", owner).setParameter("until", until.toEpochMilli()).setParameter("name", name)
			.executeUpdate();
	}

	private void moveWatermarkPast(Encounter encounter) {
		sessionFactory.getCurrentSession()
			.createNativeQuery("update retention_watermark set position = :id where name = 'encounter'")
			.setParameter("id", encounter.getEncounterId()).executeUpdate();
	}

	/** A clock that a test moves. */
	private static final class SettableClock extends Clock {

		private Instant now = Instant.parse("2026-11-18T11:00:00Z");

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			return now;
		}
	}
}
