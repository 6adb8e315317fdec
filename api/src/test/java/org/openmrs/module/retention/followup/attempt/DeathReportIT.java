/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.contact.ContactService;
import org.openmrs.module.retention.followup.protocol.Channel;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.FollowUpTaskService;
import org.openmrs.module.retention.followup.task.HoldReason;
import org.openmrs.module.retention.followup.task.PlanStatus;
import org.openmrs.module.retention.followup.task.TaskSource;
import org.openmrs.module.retention.followup.task.TaskStatus;
import org.openmrs.module.retention.followup.task.WorklistDesk;
import org.openmrs.module.retention.followup.task.WorklistRow;

/** From the report of a death over the list to what becomes of it. */
class DeathReportIT extends AttemptIT {

	private Patient patient;

	private FollowUpTask care;

	private WorklistDesk desk;

	@BeforeEach
	void aReport() {
		patient = clinic.aPatient("Ada");
		care = task(patient, Purpose.CARE);
		desk = new WorklistDesk(applicationContext, sessionFactory);
	}

	@Test
	void check_shouldBeTheOnlyThingOnTheListAboutThePatient() {
		task(patient, Purpose.RECALL);
		ContactAttempt attempt = report();
		task(draft(patient, Purpose.CARE).channel(Channel.IN_PERSON).critical(true));
		task(patient, Purpose.RECALL);
		assertThat(rows()).singleElement().satisfies(row -> {
			assertThat(row.getPerson()).isEqualTo(patient);
			assertThat(row.isCallableNow()).isTrue();
			assertThat(row.getTasks()).containsExactly(check(attempt));
			assertThat(row.getWhy()).isEqualTo("Confirm the reported death in the chart");
		});
		now = at(10, "12:00");
		assertThat(rows()).as("until somebody has looked").hasSize(1);
	}

	@Test
	void check_shouldBeWorkable_whileAllElseIsNot() {
		FollowUpTask check = check(report());
		assertThat(desk.at(now).openRow(patient.getUuid()).getTasks()).containsExactly(check);
		assertThat(check.isClaimed(now)).isTrue();
		FollowUpTaskService tasks = Context.getService(FollowUpTaskService.class);
		tasks.transitionTask(check.getUuid(), TaskStatus.CANCELLED, check.getVersion(), "The chart was right");
		assertThat(check.getStatus()).isEqualTo(TaskStatus.CANCELLED);
		assertThat(rows()).isEmpty();
		assertThat(care.getHoldReason()).isEqualTo(HoldReason.DEATH_REPORTED);
	}

	@Test
	void check_shouldBeDoneByAContact_andNotBeHeldByASecondReport() {
		FollowUpTask check = check(report());
		now = at("15:00");
		record(spoke(Disposition.DEATH_REPORTED).patient(patient.getUuid()).spokeWith(SpokeWith.OTHER).relation("aunt"));
		assertThat(check.getHoldReason()).isNull();
		record(request(AttemptResult.NOT_CALLED, check).reason(AttemptReason.SEEN_IN_PERSON));
		assertThat(check.getStatus()).isEqualTo(TaskStatus.COMPLETED);
	}

	@Test
	void report_shouldKeepWhatIsPlannedLaterForAChildOffTheList_whenTheMotherIsToBeRung() {
		report();
		Patient child = clinic.aPatient("Child");
		task(draft(child, Purpose.CARE).personToRingId(patient.getPersonId()));
		assertThat(rows()).flatExtracting(WorklistRow::getTasks).extracting("source")
			.containsExactly(TaskSource.CHART_CHECK);
	}

	@Test
	void household_shouldBeHeld_alsoWhenTheNumberWasNotNoted_untilTheChartSaysIt() {
		Patient sister = clinic.aPatient("Sister");
		number("+47 22 11 00 41", patient, sister);
		FollowUpTask household = task(sister, Purpose.RECALL);
		report();
		assertThat(household.getHoldReason()).isEqualTo(HoldReason.DEATH_REPORTED);
		assertThat(service.resumeHouseholds()).as("the chart has not said it").isZero();
		patient.setDead(true);
		clinic.save(patient);
		assertThat(service.resumeHouseholds()).isEqualTo(1);
		flush();
		assertThat(household.getHoldReason()).isNull();
		assertThat(care.getHoldReason()).isEqualTo(HoldReason.DEATH_REPORTED);
		assertThat(service.resumeHouseholds()).as("nothing is left").isZero();
	}

	@Test
	void voiding_shouldBringBackOnlyFutureRecallsAndCare() {
		FollowUpPlan plan = plan(patient);
		FollowUpTask past = step(plan, "day-1", Purpose.RECALL);
		FollowUpTask future = task(draft(patient, Purpose.RECALL).from(at(9, "09:00")).by(at(9, "17:00"))
			.expiresAt(at(12, "17:00")));
		FollowUpTask survey = task(draft(patient, Purpose.SURVEY).from(at(9, "09:00")).by(at(9, "17:00"))
			.expiresAt(at(12, "17:00")));
		ContactAttempt attempt = report();
		FollowUpTask check = check(attempt);
		FollowUpTask meanwhile = task(patient, Purpose.GREETING);
		now = at(2, "10:00");
		service.voidAttempt(attempt, "Another patient of that name");
		flush();
		assertThat(future.isOpen()).isTrue();
		assertThat(future.getHoldReason()).isNull();
		assertThat(care.isOpen()).as("still worth doing").isTrue();
		assertThat(care.getHoldReason()).isNull();
		for (FollowUpTask over : new FollowUpTask[]{ past, survey, meanwhile }) {
			assertThat(over.getStatus()).isEqualTo(TaskStatus.CANCELLED);
			assertThat(over.getStatusReason()).isEqualTo("death-report-withdrawn");
		}
		assertThat(plan.getStatus()).isEqualTo(PlanStatus.CANCELLED);
		assertThat(check.getStatus()).isEqualTo(TaskStatus.CANCELLED);
		assertThat(Context.getService(ContactService.class).getProfile(patient).isDeathReported()).isFalse();
		assertThat(rows()).flatExtracting(WorklistRow::getTasks).containsExactly(care);
	}

	@Test
	void voiding_shouldBringNothingBack_whileAnotherReportStands() {
		ContactAttempt attempt = report();
		FollowUpTask recall = task(patient, Purpose.RECALL);
		now = at("15:00");
		record(spoke(Disposition.DEATH_REPORTED).patient(patient.getUuid()).spokeWith(SpokeWith.OTHER).relation("aunt"));
		now = at(2, "10:00");
		service.voidAttempt(attempt, "Entered twice");
		flush();
		assertThat(care.getHoldReason()).isEqualTo(HoldReason.DEATH_REPORTED);
		assertThat(recall.isOpen()).isTrue();
		assertThat(recall.getHoldReason()).isEqualTo(HoldReason.DEATH_REPORTED);
	}

	private ContactAttempt report() {
		return record(spoke(Disposition.DEATH_REPORTED, care).spokeWith(SpokeWith.OTHER).relation("son"));
	}

	private FollowUpTask check(ContactAttempt attempt) {
		return bean("followOnTasks", FollowOnTasks.class).ofDeath(attempt);
	}

	private List<WorklistRow> rows() {
		return desk.list(now).getRows();
	}
}
