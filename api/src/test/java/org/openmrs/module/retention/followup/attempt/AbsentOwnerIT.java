/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Patient;
import org.openmrs.Role;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.absence.Absence;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.task.Cause;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.TaskSource;
import org.openmrs.module.retention.shared.Page;

/** Escalations and promises of people who are away. */
class AbsentOwnerIT extends AttemptIT {

	private Patient patient;

	private User clinician;

	private User deputy;

	private FollowUpTask care;

	@BeforeEach
	void staff() {
		patient = clinic.aPatient("Ada");
		clinician = clinic.aUser("clinician", role("Retention: Clinician"));
		deputy = clinic.aUser("deputy", role("Retention: Clinician"));
		clinic.aUser("nurse", role("Retention: Nurse"));
		clinic.aUser("manager", role("Retention: Manager"));
		care = step(plan(patient, clinic.aProvider(clinician.getPerson())), "day-1", Purpose.CARE);
	}

	@Test
	void escalation_shouldGoToTheDeputy_whenTheClinicianIsAway() {
		away(clinician, deputy, "08:00", "23:00");
		assertThat(concern().getOwnerUser()).isEqualTo(deputy);
		assertThat(taskOf(patient).getAssigneeUser()).isEqualTo(deputy);
	}

	@Test
	void escalation_shouldGoToTheDutyRole_whenNobodyStandsIn() {
		away(clinician, clinic.aUser("desk", role("Retention: Front Desk")), "08:00", "23:00");
		Escalation escalation = concern();
		assertThat(escalation.getOwnerUser()).as("the desk may not take escalations over").isNull();
		assertThat(escalation.getOwnerRole()).isEqualTo("Retention: Nurse");
	}

	@Test
	void passOnOfAbsent_shouldGiveItToTheDeputy_whenAnAbsenceBegins() {
		Escalation escalation = concern();
		assertThat(escalations.passOnOfAbsent()).isZero();
		away(clinician, deputy, "14:05", "23:00");
		now = at("14:10");
		assertThat(escalations.passOnOfAbsent()).isEqualTo(1);
		assertThat(escalation.getOwnerUser()).isEqualTo(deputy);
		assertThat(escalation.getAcknowledgeBy()).as("the time begins anew").isEqualTo(at("14:25"));
		assertThat(taskOf(patient).getAssigneeUser()).isEqualTo(deputy);
		assertThat(escalations.passOnOfAbsent()).as("once").isZero();
	}

	@Test
	void passOnOfAbsent_shouldGiveWhatIsAcknowledgedToTheDutyRole_whenNobodyStandsIn() {
		Escalation escalation = concern();
		escalations.acknowledgeEscalation(escalation, null);
		away(caller(), null, "14:05", "23:00");
		now = at("14:10");
		assertThat(escalations.passOnOfAbsent()).isEqualTo(1);
		assertThat(escalation.getStatus()).isEqualTo(Escalation.Status.ACKNOWLEDGED);
		assertThat(escalation.getOwnerUser()).isNull();
		assertThat(escalation.getOwnerRole()).isEqualTo("Retention: Nurse");
		assertThat(taskOf(patient).getAssigneeRole()).isEqualTo("Retention: Nurse");
	}

	@Test
	void passOnOfAbsent_shouldGiveAComplaintToTheManagers_whenTheDeputyIsWhomItIsAbout() {
		Escalation complaint = escalation(Escalation.Kind.SERVICE);
		escalations.acknowledgeEscalation(complaint, null);
		away(caller(), clinician, "14:05", "23:00");
		now = at("14:10");
		assertThat(escalations.passOnOfAbsent()).isEqualTo(1);
		assertThat(complaint.getOwnerRole()).isEqualTo("Retention: Manager");
	}

	@Test
	void escalation_shouldGoToTheDutyRole_whenTheClinicianMayNotSeeToIt() {
		User visiting = clinic.aUser("visiting");
		care = step(plan(clinic.aPatient("Bo"), clinic.aProvider(visiting.getPerson())), "day-1", Purpose.CARE);
		Escalation escalation = concern();
		assertThat(escalation.getOwnerUser()).isNull();
		assertThat(escalation.getOwnerRole()).isEqualTo("Retention: Nurse");
	}

	@Test
	void passOnOfAbsent_shouldLetAComplaintWaitAgain_whenItsOwnerLeaves() {
		Escalation complaint = escalation(Escalation.Kind.SERVICE);
		User manager = clinic.aUser("leaving", role("Retention: Manager"));
		complaint.acknowledge(manager, now);
		flush();
		assertThat(escalations.passOnOfAbsent()).isZero();
		manager.setRetired(true);
		now = at("16:00");

		assertThat(escalations.passOnOfAbsent()).isEqualTo(1);

		assertThat(complaint.getStatus()).isEqualTo(Escalation.Status.OPEN);
		assertThat(complaint.getOwnerRole()).isEqualTo("Retention: Manager");
		assertThat(complaint.getAcknowledgeBy()).isEqualTo(at("16:15"));
		now = at("16:20");
		assertThat(escalations.raiseUnacknowledged()).isEqualTo(1);
		assertThat(escalations.passOnOfAbsent()).as("once").isZero();
	}

	@Test
	void passOnOfAbsent_shouldTakeWhatIsNobodysAndWhoseOwnerLostTheRole() {
		Escalation escalation = concern();
		assertThat(escalation.getOwnerUser()).isEqualTo(clinician);
		clinician.setRoles(new HashSet<>());
		assertThat(escalations.passOnOfAbsent()).isEqualTo(1);
		assertThat(escalation.getOwnerRole()).isEqualTo("Retention: Nurse");

		escalation.assign(null, null, now);
		flush();
		assertThat(escalations.passOnOfAbsent()).as("its owner's account was purged").isEqualTo(1);
		assertThat(escalation.getOwnerRole()).isEqualTo("Retention: Nurse");
	}

	@Test
	void passOnPromises_shouldGiveToTheManagers_whatNobodyCanKeep() {
		record(spoke(Disposition.DONE, care).promise(AttemptRequest.Promise.builder().what("To send the estimate")
			.by(at(1, "12:00")).owner(clinician.getUuid()).build()));
		record(spoke(Disposition.CALL_BACK, step(plan(patient), "day-2", Purpose.CARE)).windowFrom(at(1, "10:00"))
			.windowBy(at(1, "12:00")));
		assertThat(promises.passOnPromises()).as("whoever works the task keeps the other").isZero();
		clinician.setRetired(true);
		flush();

		assertThat(promises.passOnPromises()).isEqualTo(1);

		assertThat(promises.findPromises(PromiseSearch.builder().role("Retention: Manager").build(), new Page(0, 10)))
			.singleElement().matches(promise -> promise.getOwnerUser() == null)
			.extracting(ContactPromise::getPromised).isEqualTo("To send the estimate");
		assertThat(promises.passOnPromises()).isZero();
	}

	@Test
	void language_shouldGoToSomebodyWhoSpeaksItAndIsThere() {
		User away = clinic.aUser("speaks-and-is-away", role("Retention: Nurse"));
		User there = clinic.aUser("speaks-and-is-there", role("Retention: Nurse"));
		away.setUserProperty("proficientLocales", "ru");
		there.setUserProperty("proficientLocales", "nb,ru");
		away(away, deputy, "08:00", "23:00");
		care.assignByHand(null, "Retention: Nurse", Cause.of(caller(), now, "test"));

		record(spoke(Disposition.LANGUAGE, care).language("ru"));

		assertThat(care.getAssigneeUser()).as("not to a deputy, who may not speak it").isEqualTo(there);
	}

	@Test
	void promise_shouldWarn_onlyWhenItsOwnerIsAwayAllTheTime() {
		away(clinician, deputy, "09:00", "16:00");
		assertThat(callBackTo(clinician, "10:00", "12:00").getFlagCodes()).contains("promise-owner-absent");
		assertThat(callBackTo(clinician, "15:00", "17:00").getFlagCodes()).doesNotContain("promise-owner-absent");
	}

	@Test
	void promise_shouldWarn_whenNobodyIsNamedAndWhoHasTheTaskIsAway() {
		away(clinician, null, "09:00", "16:00");
		care.assignByHand(clinician, null, Cause.of(caller(), now, "test"));
		assertThat(callBackTo(null, "10:00", "12:00").getFlagCodes()).contains("promise-owner-absent");
	}

	/** On Tuesday. */
	private ContactAttempt callBackTo(User owner, String from, String by) {
		AttemptRequest.AttemptRequestBuilder request = spoke(Disposition.CALL_BACK, care).windowFrom(at(1, from))
			.windowBy(at(1, by));
		return record(owner == null ? request
			: request.promise(AttemptRequest.Promise.builder().owner(owner.getUuid()).build()));
	}

	/** Until then on Tuesday, from then on Monday or, before noon, on Tuesday. */
	private void away(User user, User inPlace, String from, String to) {
		boolean tuesday = to.compareTo("18:00") < 0;
		clinic.save(Absence.builder().user(user).deputy(inPlace).startsAt(at(tuesday ? 1 : 0, from))
			.endsAt(at(1, to)).build());
		flush();
	}

	private Escalation concern() {
		return escalation(Escalation.Kind.CLINICAL);
	}

	private Escalation escalation(Escalation.Kind kind) {
		ContactAttempt attempt = record(spoke(Disposition.DONE, care)
			.escalate(AttemptRequest.Escalate.builder().kind(kind).reason("swollen").build()));
		return bean("escalationDao", EscalationDao.class).of(attempt).get(0);
	}

	private FollowUpTask taskOf(Patient of) {
		return tasksOf(of).stream().filter(t -> t.getSource() == TaskSource.ESCALATION).findFirst()
			.orElseThrow(AssertionError::new);
	}

	private static Role role(String name) {
		return Context.getUserService().getRole(name);
	}
}
