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
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Encounter;
import org.openmrs.EncounterType;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition.ProtocolDefinitionBuilder;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.protocol.Trigger;
import org.openmrs.module.retention.followup.protocol.TriggerType;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.HoldReason;
import org.openmrs.module.retention.followup.task.TaskTimes;
import org.springframework.beans.factory.annotation.Autowired;

/** Whose last visit is long ago is looked at by a person before anybody calls. */
class RecallVerificationIT extends PlanningIT {

	private static final LocalDateTime NOON = DAY.atTime(12, 0);

	@Autowired
	private Sweep sweep;

	private EncounterType hygiene;

	@BeforeEach
	void what() {
		hygiene = encounterType("Hygiene");
	}

	@Test
	void overdue_shouldWaitUntilSomebodyHasLooked_whenTheVisitIsLongAgo() {
		load(recall().verifyAfter("P12M"));
		plan(encounter(hygiene, DAY.minusMonths(13)), NOON);
		Patient recent = clinic.aPatient("Berit");
		plan(encounter(recent, hygiene, DAY.minusMonths(8).atTime(10, 0)), NOON);

		assertThat(holds(planOf(recent))).as("overdue, but not since long").containsOnlyNulls();
		FollowUpPlan old = planOf(patient);
		assertThat(holds(old)).containsOnly(HoldReason.VERIFY);
		assertThat(openOf(old)).extracting(FollowUpTask::getWakeAt).containsOnly(TaskTimes.UNTIL_RELEASED);

		Context.getService(PlanningService.class).verifyPlan(old, null, "still lives here");

		assertThat(openOf(planOf(patient))).hasSize(3)
			.allSatisfy(task -> assertThat(task.getWakeAt()).isEqualTo(task.getDueFrom()));
	}

	@Test
	void overdue_shouldNotWait_whenTheProtocolDoesNotAskForIt() {
		load(recall());
		plan(encounter(hygiene, DAY.minusMonths(30)), NOON);

		assertThat(holds(planOf(patient))).containsOnlyNulls();
	}

	@Test
	void onTime_shouldNotWait_howeverShortTheAge() {
		load(recall().verifyAfter("P3M"));
		plan(encounter(hygiene, DAY.minusMonths(5)), NOON);

		assertThat(holds(planOf(patient))).containsOnlyNulls();
	}

	@Test
	void overdue_shouldBeNoFlood_sinceNobodyIsCalledBeforeItIsLookedAt() {
		load(recall().verifyAfter("P12M").floodLimit(1));
		List<Patient> patients = clinic.patients(3);
		patients.forEach(one -> encounter(one, hygiene, DAY.minusMonths(14).atTime(10, 0)));
		flushAndClear();

		SweepReport report = sweep.sweep(() -> runs.begin(at(NOON), Context.getAuthenticatedUser()));
		flushAndClear();

		assertThat(report.getFloodedByProtocol()).isEmpty();
		assertThat(patients).allSatisfy(one -> assertThat(holds(planOf(one))).containsOnly(HoldReason.VERIFY));
	}

	@Test
	void overdue_shouldWaitByTheVisitAsItIsEdited_andNotAgainWhenSomebodyHasLooked() {
		load(recall().verifyAfter("P12M"));
		Encounter visit = encounter(hygiene, DAY.minusMonths(13));
		plan(visit, NOON);

		edit(visit, DAY.minusMonths(1));
		assertThat(holds(planOf(patient))).as("on time").containsOnlyNulls();
		edit(visit, DAY.minusMonths(14));
		assertThat(holds(planOf(patient))).containsOnly(HoldReason.VERIFY);
		Context.getService(PlanningService.class).verifyPlan(planOf(patient), null, null);
		edit(visit, DAY.minusMonths(15));
		assertThat(holds(planOf(patient))).as("looked at already").containsOnlyNulls();
	}

	private ProtocolDefinitionBuilder recall() {
		return ProtocolDefinition.builder().uuid(UUID.randomUUID().toString()).name("Hygiene recall")
			.why(text("Last cleaned on {date}")).purpose(Purpose.RECALL).activeFrom("2026-01-01")
			.trigger(Trigger.builder().type(TriggerType.RECALL).filter(filter(hygiene).build()).interval("P6M").build())
			.step(step("lead", "P-14D").build())
			.step(step("due", "P0D").repeatEvery("P1M").repeatTimes(2).grace(5).build());
	}

	private void edit(Encounter visit, LocalDate day) {
		again(visit).setEncounterDatetime(Date.from(at(day.atTime(10, 0))));
		plan(again(visit), NOON);
	}

	private FollowUpPlan planOf(Patient whose) {
		return allPlans().stream().filter(p -> p.getPatient().getPatientId().equals(whose.getPatientId())).findFirst().get();
	}

	private List<FollowUpTask> openOf(FollowUpPlan plan) {
		return tasksOf(plan).stream().filter(FollowUpTask::isOpen).collect(Collectors.toList());
	}

	private List<HoldReason> holds(FollowUpPlan plan) {
		List<FollowUpTask> open = openOf(plan);
		assertThat(open).isNotEmpty();
		return open.stream().map(FollowUpTask::getHoldReason).collect(Collectors.toList());
	}
}
