/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmrs.Encounter;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.HoldReason;
import org.openmrs.module.retention.shared.RetentionSettings;
import org.springframework.beans.factory.annotation.Autowired;

class FloodGateIT extends PlanningIT {

	private static final LocalDateTime NOON = DAY.atTime(12, 0);

	@Autowired
	private FloodDao floods;

	@Autowired
	private RetentionSettings settings;

	private int asked;

	@Test
	void close_shouldHoldWhatTheSweepHasMade_andNotWhatWasPlannedAtOnceMeanwhile() {
		load(extractionProtocol().floodLimit(3));
		List<Patient> patients = clinic.patients(3);
		PlanningRun run = sweep(floods);
		planIn(run, patients.get(0));
		plan(encounter(patients.get(1), extraction, DAY.atTime(10, 0)), NOON);
		planIn(run, patients.get(2));

		run.getFlood().close();

		flushAndClear();
		assertThat(allPlans()).extracting(plan -> tasksOf(plan).stream().map(FollowUpTask::getHoldReason)
			.allMatch(HoldReason.FLOOD::equals)).containsExactly(true, false, true);
		assertThat(tasksOf(allPlans().get(1))).extracting(FollowUpTask::getHoldReason).containsOnlyNulls();
	}

	@Test
	void admit_shouldNotLookAtWhatIsUsual_whileWhatIsMadeFloodsNobody() {
		clinic.setting(RetentionSettings.FLOOD_LIMIT, "5");
		load(extractionProtocol());
		PlanningRun run = sweep(new FloodDao(sessionFactory, settings) {

			@Override
			long usualLimit(Integer protocolId, Instant now) {
				asked++;
				return super.usualLimit(protocolId, now);
			}
		});
		List<Patient> patients = clinic.patients(3);
		planIn(run, patients.get(0));
		assertThat(asked).as("three tasks").isZero();
		planIn(run, patients.get(1));
		assertThat(asked).as("six").isEqualTo(1);
		planIn(run, patients.get(2));
		assertThat(asked).as("once").isEqualTo(1);

		run.getFlood().close();

		flushAndClear();
		assertThat(allPlans()).hasSize(3).allSatisfy(plan -> assertThat(tasksOf(plan))
			.extracting(FollowUpTask::getHoldReason).containsOnly(HoldReason.FLOOD));
	}

	private PlanningRun sweep(FloodDao dao) {
		PlanningRun run = runs.begin(at(NOON), Context.getAuthenticatedUser());
		run.guard(new FloodGate(dao, run));
		return run;
	}

	private void planIn(PlanningRun run, Patient patient) {
		Encounter encounter = encounter(patient, extraction, DAY.atTime(10, 0));
		planner.plan(Collections.singleton(encounter.getEncounterId()), run);
		flushAndClear();
	}
}
