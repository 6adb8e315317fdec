/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Patient;
import org.openmrs.Role;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.FollowUpTaskService;
import org.openmrs.module.retention.followup.task.HoldReason;
import org.openmrs.module.retention.followup.task.WorklistDesk;

/** What happens to the tasks of a patient while a complaint about service is open. */
class ServicePauseIT extends AttemptIT {

	private Patient patient;

	private User manager;

	private FollowUpTask care;

	private WorklistDesk desk;

	@BeforeEach
	void anAngryPatient() {
		patient = clinic.aPatient("Ada");
		manager = clinic.aUser("manager", role("Retention: Manager"));
		clinic.aUser("nurse", role("Retention: Nurse"));
		clinic.aUser("desk", role("Retention: Front Desk"));
		care = task(patient, Purpose.CARE);
		desk = new WorklistDesk(applicationContext, sessionFactory);
	}

	@Test
	void pause_shouldCoverWhatIsMadeAfterIt_andEndWhenItIsClosed() {
		Escalation escalation = complain();
		FollowUpTask recall = task(patient, Purpose.RECALL);
		FollowUpTask survey = task(patient, Purpose.SURVEY);
		now = at(4, "10:00");
		assertThat(listed()).as("at once, before anything has been swept").doesNotContain(recall, survey);
		assertThat(escalations.settleServicePauses()).isEqualTo(2);
		flush();
		assertThat(recall.getHoldReason()).isEqualTo(HoldReason.SERVICE_ESCALATION);
		assertThat(survey.getHoldReason()).isEqualTo(HoldReason.SERVICE_ESCALATION);
		assertThat(escalations.settleServicePauses()).as("nothing is left").isZero();
		escalations.closeEscalation(escalation, null, "Apologised");
		flush();
		assertThat(recall.getHoldReason()).isNull();
		assertThat(survey.getHoldReason()).isNull();
		assertThat(listed()).contains(recall, survey);
	}

	@Test
	void pause_shouldKeepTasksOutOfWhatIsCallable_andCareIn() {
		complain();
		FollowUpTask care = task(patient, Purpose.CARE);
		task(patient, Purpose.RECALL);
		assertThat(desk.callable(now)).contains(care)
			.allMatch(t -> t.getPurpose() == Purpose.CARE);
	}

	@Test
	void pause_shouldStay_whileAnotherComplaintIsOpen() {
		FollowUpTask recall = task(patient, Purpose.RECALL);
		Escalation first = complain();
		complain(task(patient, Purpose.CARE));
		escalations.closeEscalation(first, null, "Apologised");
		flush();
		assertThat(recall.getHoldReason()).isEqualTo(HoldReason.SERVICE_ESCALATION);
	}

	@Test
	void pause_shouldLeaveWhatAManagerHolds() {
		FollowUpTask flood = task(patient, Purpose.RECALL);
		flood.hold(HoldReason.FLOOD, null);
		Escalation escalation = complain();
		assertThat(escalations.settleServicePauses()).isZero();
		escalations.closeEscalation(escalation, null, "Apologised");
		flush();
		assertThat(flood.getHoldReason()).isEqualTo(HoldReason.FLOOD);
	}

	@Test
	void pause_shouldEnd_whenTheContactThatOpenedItIsVoided() {
		FollowUpTask recall = task(patient, Purpose.RECALL);
		FollowUpTask other = task(patient, Purpose.CARE);
		Escalation escalation = complain();
		FollowUpTask later = task(patient, Purpose.RECALL);
		escalations.settleServicePauses();
		service.voidAttempt(escalation.getAttempt(), "Wrong patient");
		flush();
		assertThat(recall.getHoldReason()).isNull();
		assertThat(later.getHoldReason()).isNull();
		resolve();
		assertThat(other.getAssigneeRole()).isEqualTo("Retention: Front Desk");
	}

	@Test
	void settle_shouldLetGo_whenNothingHoldsTheTaskAnyMore() {
		FollowUpTask recall = task(patient, Purpose.RECALL);
		recall.hold(HoldReason.SERVICE_ESCALATION, null);
		flush();
		assertThat(escalations.settleServicePauses()).isEqualTo(1);
		assertThat(recall.getHoldReason()).isNull();
	}

	@Test
	void care_shouldGoToTheOwnerOnly_alsoWhatIsPlannedLater_untilItIsClosed() {
		FollowUpTask with = task(patient, Purpose.CARE);
		User nurse = clinic.aUser("nurse2", role("Retention: Nurse"));
		Context.getService(FollowUpTaskService.class).reassignTask(with.getUuid(), nurse, null, null, "knows her");
		FollowUpTask another = task(clinic.aPatient("Bo"), Purpose.CARE);
		Escalation escalation = complain();
		assertThat(with.getAssigneeUser()).as("at once").isNull();
		assertThat(with.getAssigneeRole()).isEqualTo("Retention: Manager");
		FollowUpTask later = task(patient, Purpose.CARE);
		resolve();
		assertThat(later.getAssigneeRole()).isEqualTo("Retention: Manager");
		assertThat(another.getAssigneeRole()).as("other patients are not concerned").isEqualTo("Retention: Front Desk");
		clinic.logInAs(manager);
		escalations.acknowledgeEscalation(escalation, null);
		flush();
		assertThat(with.getAssigneeUser()).isEqualTo(manager);
		assertThat(later.getAssigneeUser()).isEqualTo(manager);
		FollowUpTask last = task(patient, Purpose.CARE);
		resolve();
		assertThat(last.getAssigneeUser()).isEqualTo(manager);
		escalations.closeEscalation(escalation, null, "Apologised");
		resolve();
		assertThat(with.getAssigneeRole()).isEqualTo("Retention: Front Desk");
		assertThat(last.getAssigneeRole()).isEqualTo("Retention: Front Desk");
		assertThat(last.getAssigneeUser()).isNull();
	}

	@Test
	void care_shouldStayWithTheOwner_whenThePatientSpeaksAnotherLanguage() {
		User speaker = clinic.aUser("anna", role("Retention: Nurse"));
		speaker.setUserProperty("proficientLocales", "en,ru");
		clinic.save(speaker);
		complain();
		FollowUpTask later = task(patient, Purpose.CARE);
		resolve();
		now = at("15:00");
		record(spoke(Disposition.LANGUAGE, later).language("ru"));
		assertThat(later.getAssigneeUser()).isNull();
		assertThat(later.getAssigneeRole()).isEqualTo("Retention: Manager");
	}

	@Test
	void care_shouldGoByItsRule_whenNobodyWhoOwnsTheComplaintCanWork() {
		complain();
		clinic.retire(manager);
		FollowUpTask later = task(patient, Purpose.CARE);
		resolve();
		assertThat(later.getAssigneeRole()).isEqualTo("Retention: Front Desk");
	}

	private Escalation complain() {
		return complain(care);
	}

	private Escalation complain(FollowUpTask task) {
		ContactAttempt attempt = record(spoke(Disposition.DONE, task).spokeWith(SpokeWith.OTHER).relation("husband")
			.escalate(AttemptRequest.Escalate.builder().kind(Escalation.Kind.SERVICE).reason("Shouted at").build()));
		return bean("escalationDao", EscalationDao.class).of(attempt).get(0);
	}

	private List<FollowUpTask> listed() {
		return desk.list(now).getRows().stream().flatMap(row -> row.getTasks().stream()).collect(Collectors.toList());
	}

	private void resolve() {
		desk.resolveAssignees(now);
		flush();
	}

	private static Role role(String name) {
		return Context.getUserService().getRole(name);
	}
}
