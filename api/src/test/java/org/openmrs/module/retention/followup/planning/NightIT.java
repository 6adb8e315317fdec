/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Encounter;
import org.openmrs.Patient;
import org.openmrs.User;
import org.openmrs.Visit;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.protocol.RepeatMode;
import org.openmrs.module.retention.followup.task.Cause;
import org.openmrs.person.PersonMergeLog;
import org.springframework.beans.factory.annotation.Autowired;

/** What the sweep has passed without seeing it is found in the night. */
class NightIT extends PlanningIT {

	private static final LocalDateTime EVENING = DAY.atTime(22, 0);

	private static final LocalDateTime NIGHT = DAY.plusDays(1).atTime(1, 0);

	@Autowired
	private Sweep sweep;

	private User actor;

	@BeforeEach
	void theModuleHasCome() {
		actor = Context.getAuthenticatedUser();
		sweep(DAY.atTime(12, 0));
	}

	@Test
	void sweep_shouldPlanInTheNight_whatItHadPassedUnseen() {
		load(extractionProtocol());
		sweep(EVENING);
		Encounter late = encounter(extraction, DAY);
		position("encounter", late.getEncounterId());

		assertThat(sweep(EVENING).getPlansMade()).isZero();
		assertThat(sweep(NIGHT.minusMinutes(1)).getPlansMade()).isZero();
		assertThat(sweep(NIGHT).getPlansMade()).isEqualTo(1);

		assertThat(onlyPlan().getEncounterId()).isEqualTo(late.getEncounterId());
		assertThat(sweep(NIGHT).getEncountersRead()).as("once a night").isZero();
		assertThat(sweep(NIGHT.plusDays(1)).getEncountersRead()).isPositive();
		assertThat(allPlans()).hasSize(1);
	}

	@Test
	void sweep_shouldPlanInTheNight_whatWasChangedBesideTheApplication() {
		load(extractionProtocol());
		Encounter encounter = encounter(restoration, DAY);
		sweep(EVENING);
		assertThat(allPlans()).isEmpty();
		sessionFactory.getCurrentSession()
			.createNativeQuery("update encounter set encounter_type = :type where encounter_id = :id")
			.setParameter("type", extraction.getEncounterTypeId()).setParameter("id", encounter.getEncounterId())
			.executeUpdate();

		sweep(NIGHT);

		assertThat(onlyPlan().getEncounterId()).isEqualTo(encounter.getEncounterId());
	}

	@Test
	void sweep_shouldGoOnWhereItWas_andBeginAnewTheNextNight() {
		load(extractionProtocol());
		sweep(EVENING);
		Encounter late = encounter(extraction, DAY);
		position("encounter", late.getEncounterId());
		sweep(EVENING);
		position("night/encounter", late.getEncounterId());

		assertThat(sweep(NIGHT).getPlansMade()).as("it stood behind").isZero();
		assertThat(sweep(NIGHT.plusDays(1)).getPlansMade()).isEqualTo(1);
	}

	@Test
	void sweep_shouldMoveInTheNight_theRowsOfAMergeThatItHadPassedUnseen() {
		load(extractionProtocol());
		Patient other = clinic.aPatient("Berit");
		plan(encounter(other, extraction, DAY.atTime(10, 0)));
		sweep(EVENING);
		PersonMergeLog log = new PersonMergeLog();
		log.setWinner(again(patient));
		log.setLoser(again(other));
		log.setSerializedMergedData("{}");
		clinic.save(log);
		again(other).setVoided(true);
		flush();
		position("merge", log.getPersonMergeLogId());

		assertThat(sweep(EVENING).getMergesApplied()).isZero();
		assertThat(sweep(NIGHT).getMergesApplied()).isEqualTo(1);
		assertThat(onlyPlan().getPatient()).isEqualTo(patient);
	}

	@Test
	void sweep_shouldLeaveAPatientAlone_whoseMergeWasTakenBack() {
		load(extractionProtocol());
		Patient other = clinic.aPatient("Berit");
		PersonMergeLog log = new PersonMergeLog();
		log.setWinner(again(patient));
		log.setLoser(again(other));
		log.setSerializedMergedData("{}");
		clinic.save(log);
		plan(encounter(other, extraction, DAY.atTime(10, 0)));
		position("merge", log.getPersonMergeLogId());

		assertThat(sweep(NIGHT).getMergesApplied()).isZero();
		assertThat(onlyPlan().getPatient()).isEqualTo(other);
	}

	/** What was taken for part of another plan does not begin one of its own when that has ended. */
	@Test
	void sweep_shouldNotBeginAnew_whatAnEndedPlanHadTakenIn() {
		load(extractionProtocol().onRepeat(RepeatMode.RESTART));
		Encounter newer = encounter(extraction, DAY);
		plan(newer);
		Encounter sameDay = encounter(patient, extraction, DAY.atTime(11, 0));
		Visit visit = visit(DAY);
		again(sameDay).setVisit(visit);
		encounter(extraction, DAY.minusDays(1));
		sweep(EVENING);
		assertThat(allPlans()).hasSize(1);

		onlyPlan().complete(Cause.of(actor, at(EVENING), "test"));
		flushAndClear();
		SweepReport night = sweep(NIGHT);

		assertThat(night.getEncountersRead()).isGreaterThanOrEqualTo(3);
		assertThat(night.getPlansMade()).isZero();
		assertThat(allPlans()).hasSize(1);
	}

	private SweepReport sweep(LocalDateTime now) {
		flushAndClear();
		SweepReport report = sweep.sweep(() -> runs.begin(at(now), actor));
		flushAndClear();
		return report;
	}

	/** Behind the row, as if it had been there and was not visible when the sweep came by. */
	private void position(String part, Integer id) {
		sweepKnows(part);
		sessionFactory.getCurrentSession()
			.createNativeQuery("update retention_watermark set position = :id, updated_at = 1 where name = :part")
			.setParameter("id", id).setParameter("part", part).executeUpdate();
	}

	private void sweepKnows(String part) {
		Object known = sessionFactory.getCurrentSession()
			.createNativeQuery("select count(*) from retention_watermark where name = :part").setParameter("part", part)
			.uniqueResult();
		assertThat(((Number) known).intValue()).as(part).isEqualTo(1);
	}
}
