/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Patient;
import org.openmrs.Role;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.protocol.RedFlag;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.followup.task.Cause;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.HoldReason;
import org.openmrs.module.retention.followup.task.ListClass;
import org.openmrs.module.retention.followup.task.TaskSource;
import org.openmrs.module.retention.followup.task.TaskStatus;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.notification.Alert;

class EscalationIT extends AttemptIT {

	private Patient patient;

	private User clinician;

	private User nurse;

	private User manager;

	private FollowUpPlan plan;

	private FollowUpTask care;

	@BeforeEach
	void staff() {
		patient = clinic.aPatient("Ada");
		clinician = clinic.aUser("clinician", role("Retention: Clinician"));
		nurse = clinic.aUser("nurse", role("Retention: Nurse"));
		manager = clinic.aUser("manager", role("Retention: Manager"));
		plan = plan(patient, clinic.aProvider(clinician.getPerson()));
		care = step(plan, "day-1", Purpose.CARE);
	}

	@Test
	void redFlag_shouldOpenAClinicalEscalationToTheEncountersClinicianAndTellThem() {
		ContactAttempt attempt = bleeding();
		Escalation escalation = only(attempt);
		assertThat(escalation.getKind()).isEqualTo(Escalation.Kind.CLINICAL);
		assertThat(escalation.getSeverity()).isEqualTo(RedFlag.Severity.URGENT);
		assertThat(escalation.getOwnerUser()).isEqualTo(clinician);
		assertThat(escalation.getReason()).isEqualTo("Does it bleed? yes");
		assertThat(escalation.getAcknowledgeBy()).isEqualTo(at("14:15"));
		assertThat(attempt.getAnswers()).singleElement()
			.satisfies(a -> assertThat(a.getRedFlag()).isEqualTo(RedFlag.Severity.URGENT));
		assertThat(alertsOf(clinician)).hasSize(1);
		assertThat(alertsOf(clinician).get(0).getText()).doesNotContain("Ada");
		FollowUpTask task = escalationTask();
		assertThat(task.getListClass()).isEqualTo(ListClass.URGENT);
		assertThat(task.getSource()).isEqualTo(TaskSource.ESCALATION);
		assertThat(task.getAssigneeUser()).isEqualTo(clinician);
	}

	@Test
	void redFlag_shouldGoToTheDutyRole_whenTheEncounterHasNoOneClinician() {
		FollowUpPlan nobodys = plan(clinic.aPatient("Bo"));
		ContactAttempt attempt = record(spoke(Disposition.DONE, step(nobodys, "day-1", Purpose.CARE))
			.answers(Collections.singletonMap(tasksOf(nobodys.getPatient()).get(0).getUuid(),
				Collections.singletonMap("bleeding", "yes"))));
		assertThat(only(attempt).getOwnerUser()).isNull();
		assertThat(only(attempt).getOwnerRole()).isEqualTo("Retention: Nurse");
		assertThat(alertsOf(nurse)).hasSize(1);
	}

	@Test
	void redFlag_shouldBeToldToEveryClinicianOfTheEncounter_whereTheyAreSeveral() {
		User assistant = clinic.aUser("assistant", role("Retention: Clinician"));
		FollowUpPlan ofTwo = plan(clinic.aPatient("Cy"), clinic.aProvider(clinician.getPerson()),
			clinic.aProvider(assistant.getPerson()));
		ContactAttempt attempt = record(spoke(Disposition.DONE, step(ofTwo, "day-1", Purpose.CARE))
			.answers(Collections.singletonMap(tasksOf(ofTwo.getPatient()).get(0).getUuid(),
				Collections.singletonMap("bleeding", "yes"))));
		assertThat(only(attempt).getOwnerRole()).isEqualTo("Retention: Nurse");
		for (User told : new User[]{ clinician, assistant, nurse }) {
			assertThat(alertsOf(told)).as(told.getUsername()).hasSize(1);
		}
	}

	@Test
	void answers_shouldRaiseNothing_whenTheyAreHarmless() {
		ContactAttempt attempt = answered("bleeding", false);
		assertThat(bean("escalationDao", EscalationDao.class).of(attempt)).isEmpty();
		assertThat(attempt.getAnswers()).singleElement().satisfies(a -> assertThat(a.getAnswer()).isEqualTo("no"));
	}

	@Test
	void answers_shouldBeRefused_whenTheyDoNotFitTheScript() {
		assertAnswer("colour", "red", "unknown-question");
		assertAnswer("bleeding", "perhaps", "answer-does-not-fit");
		assertAnswer("pain", "much", "answer-does-not-fit");
		assertAnswer("pain", 11, "answer-out-of-range");
		Map<String, Map<String, Object>> other = Collections.singletonMap("x", Collections.emptyMap());
		assertCode(() -> service.recordAttempt(spoke(Disposition.DONE, care).answers(other).build()),
			"answers-to-another-task");
	}

	@Test
	void acknowledge_shouldTakeItOffTheUrgentOnes() {
		Escalation escalation = only(bleeding());
		now = at("14:05");
		escalations.acknowledgeEscalation(escalation, escalation.getVersion());
		assertThat(escalation.getStatus()).isEqualTo(Escalation.Status.ACKNOWLEDGED);
		assertThat(escalation.getAcknowledgedBy()).isEqualTo(caller());
		assertThat(escalation.getAcknowledgedAt()).isEqualTo(at("14:05"));
		assertThat(escalationTask().getListClass()).isEqualTo(ListClass.CRITICAL_CARE);
		assertCode(() -> escalations.acknowledgeEscalation(escalation, null), "escalation-ended");
	}

	@Test
	void verbs_shouldRefuseAStaleVersion() {
		Escalation escalation = only(bleeding());
		int stale = escalation.getVersion() + 1;
		assertCode(() -> escalations.acknowledgeEscalation(escalation, stale), "stale-version");
		assertCode(() -> escalations.closeEscalation(escalation, stale, "seen"), "stale-version");
	}

	@Test
	void close_shouldNeedAResolutionAndEndTheTask() {
		Escalation escalation = only(bleeding());
		assertCode(() -> escalations.closeEscalation(escalation, null, " "), "required");
		escalations.closeEscalation(escalation, null, "Sutured again");
		assertThat(escalation.getStatus()).isEqualTo(Escalation.Status.CLOSED);
		assertThat(escalation.getResolution()).isEqualTo("Sutured again");
		assertThat(escalation.getAcknowledgedBy()).as("who closes has seen it").isEqualTo(caller());
		assertThat(escalationTask().getStatus()).isEqualTo(TaskStatus.COMPLETED);
	}

	@Test
	void raiseUnacknowledged_shouldGoUpToTheDutyRoleAndThenToTheManagers() {
		Escalation escalation = only(bleeding());
		now = at("14:15");
		assertThat(escalations.raiseUnacknowledged()).as("still in time").isZero();
		now = at("14:16");
		assertThat(escalations.raiseUnacknowledged()).isEqualTo(1);
		assertThat(escalation.getOwnerRole()).isEqualTo("Retention: Nurse");
		assertThat(escalation.getOwnerUser()).isNull();
		assertThat(escalation.getLevel()).isEqualTo(1);
		assertThat(alertsOf(nurse)).hasSize(1);
		assertThat(escalationTask().getAssigneeRole()).isEqualTo("Retention: Nurse");
		assertThat(escalations.raiseUnacknowledged()).as("they have their own time").isZero();
		now = at("14:32");
		assertThat(escalations.raiseUnacknowledged()).isEqualTo(1);
		assertThat(escalation.getOwnerRole()).isEqualTo("Retention: Manager");
		assertThat(alertsOf(manager)).hasSize(1);
		now = at("23:00");
		assertThat(escalations.raiseUnacknowledged()).as("as high as it goes").isZero();
	}

	@Test
	void countUnacknowledged_shouldTellByOwnerAndPlace_whatIsLate() {
		Escalation escalation = only(bleeding());
		now = at("14:14");
		assertThat(escalations.countUnacknowledged()).singleElement().satisfies(count -> {
			assertThat(count.getUser()).isEqualTo(clinician);
			assertThat(count.getRole()).isNull();
			assertThat(count.getLocation()).isEqualTo(escalationTask().getLocation());
			assertThat(count.getEscalations()).isEqualTo(1);
			assertThat(count.getLate()).isZero();
		});
		now = at("14:16");
		assertThat(escalations.countUnacknowledged()).singleElement().matches(count -> count.getLate() == 1);
		escalations.raiseUnacknowledged();
		assertThat(escalations.countUnacknowledged()).singleElement()
			.satisfies(count -> assertThat(count.getRole()).isEqualTo("Retention: Nurse"));
		escalations.acknowledgeEscalation(escalation, null);
		assertThat(escalations.countUnacknowledged()).isEmpty();
	}

	@Test
	void contact_shouldAcknowledgeTheEscalationWhoseTaskItDoes() {
		Escalation escalation = only(bleeding());
		record(spoke(Disposition.DONE, escalationTask()));
		assertThat(escalation.getStatus()).isEqualTo(Escalation.Status.ACKNOWLEDGED);
		assertThat(escalation.getAcknowledgedBy()).isEqualTo(caller());
		now = at("15:00");
		assertThat(escalations.raiseUnacknowledged()).isZero();
	}

	@Test
	void raiseUnacknowledged_shouldGiveTheNewOwnerAnOpenTask_whenSomebodyHasClosedIt() {
		only(bleeding());
		escalationTask().cancel(Cause.of(caller(), now, "by-hand"));
		now = at("14:16");
		assertThat(escalations.raiseUnacknowledged()).isEqualTo(1);
		assertThat(escalationTask().isOpen()).isTrue();
		assertThat(escalationTask().getAssigneeRole()).isEqualTo("Retention: Nurse");
	}

	@Test
	void voidAttempt_shouldLetWaitAgainWhatItsContactAcknowledged() {
		Escalation escalation = only(bleeding());
		ContactAttempt seen = record(spoke(Disposition.DONE, escalationTask()));
		assertThat(escalation.getStatus()).isEqualTo(Escalation.Status.ACKNOWLEDGED);
		assertThat(escalation.getOwnerUser()).isEqualTo(caller());

		now = at("16:00");
		service.voidAttempt(seen, "Another patient");
		flush();

		assertThat(escalation.getStatus()).isEqualTo(Escalation.Status.OPEN);
		assertThat(escalation.getOwnerUser()).as("as before").isEqualTo(clinician);
		assertThat(escalation.getAcknowledgedBy()).isNull();
		assertThat(escalation.getAcknowledgeBy()).isEqualTo(at("16:15"));
		assertThat(escalationTask().isOpen()).isTrue();
		assertThat(escalationTask().getListClass()).as("on top of the list").isEqualTo(ListClass.URGENT);
		now = at("16:20");
		assertThat(escalations.raiseUnacknowledged()).isEqualTo(1);
	}

	@Test
	void contact_shouldAcknowledgeNothing_whenItsCallerMayNotSeeToEscalations() {
		Escalation escalation = only(bleeding());
		record(spoke(Disposition.DONE, escalationTask())
			.calledBy(clinic.aUser("desk", role("Retention: Front Desk")).getUuid()));
		assertThat(escalation.getStatus()).isEqualTo(Escalation.Status.OPEN);
		assertThat(escalation.getOwnerUser()).isEqualTo(clinician);
	}

	@Test
	void voidAttempt_shouldLeaveAcknowledged_whatAPersonTook_andWhatIsClosed() {
		Escalation taken = only(bleeding());
		ContactAttempt vain = record(request(AttemptResult.NO_ANSWER, escalationTask()));
		escalations.acknowledgeEscalation(taken, null);
		flush();
		service.voidAttempt(vain, "Not called");
		assertThat(taken.getStatus()).isEqualTo(Escalation.Status.ACKNOWLEDGED);
		assertThat(escalationTask().getListClass()).as("nobody waits for it").isNotEqualTo(ListClass.URGENT);

		ContactAttempt seen = record(spoke(Disposition.DONE, escalationTask()));
		escalations.closeEscalation(taken, null, "No bleeding");
		flush();
		service.voidAttempt(seen, "Another patient");
		assertThat(taken.getStatus()).isEqualTo(Escalation.Status.CLOSED);
	}

	@Test
	void voidAttempt_shouldLeaveAnUrgentFindingOnTopOfTheList() {
		only(bleeding());
		FollowUpTask task = escalationTask();
		ContactAttempt vain = record(request(AttemptResult.NO_ANSWER, task));
		service.voidAttempt(vain, "Another patient");
		flush();
		assertThat(task.getListClass()).isEqualTo(ListClass.URGENT);
	}

	@Test
	void raiseUnacknowledged_shouldLeaveWhatSomebodyHasTaken() {
		escalations.acknowledgeEscalation(only(bleeding()), null);
		now = at("15:00");
		assertThat(escalations.raiseUnacknowledged()).isZero();
	}

	@Test
	void unhappy_shouldOpenRecoveryWithTheManagers() {
		ContactAttempt attempt = record(
			spoke(Disposition.ENDED, care).reason(AttemptReason.UNHAPPY).unresolved("Waited an hour"));
		Escalation escalation = only(attempt);
		assertThat(escalation.getKind()).isEqualTo(Escalation.Kind.SERVICE);
		assertThat(escalation.getOwnerRole()).isEqualTo("Retention: Manager");
		assertThat(escalation.getReason()).isEqualTo("Waited an hour");
		assertThat(escalationTask().getSource()).isEqualTo(TaskSource.RECOVERY);
		assertThat(alertsOf(manager)).hasSize(1);
	}

	@Test
	void service_shouldPauseEverythingButCareUntilItIsClosed() {
		FollowUpTask recall = task(patient, Purpose.RECALL);
		FollowUpTask other = task(patient, Purpose.CARE);
		Escalation escalation = only(record(spoke(Disposition.DONE, care).escalate(angry())));
		assertThat(recall.getHoldReason()).isEqualTo(HoldReason.SERVICE_ESCALATION);
		assertThat(other.getHoldReason()).isNull();
		now = at(1, "10:00");
		escalations.closeEscalation(escalation, null, "Apologised");
		flush();
		assertThat(recall.getHoldReason()).as("three days of rest are not over").isEqualTo(HoldReason.REST);
		assertThat(recall.getHoldUntil()).isEqualTo(at(3, "14:00"));
	}

	@Test
	void service_shouldNotBeTakenByWhoTreatsThePatient_whereAnotherManagerCan() {
		clinician.addRole(role("Retention: Manager"));
		clinic.save(clinician);
		Escalation escalation = only(record(spoke(Disposition.DONE, care).escalate(angry())));
		clinic.logInAs(clinician);
		assertCode(() -> escalations.acknowledgeEscalation(escalation, null), "escalation-about-yourself");
		clinic.retire(manager);
		flush();
		escalations.acknowledgeEscalation(escalation, null);
		assertThat(escalation.getOwnerUser()).as("a clinic of two").isEqualTo(clinician);
	}

	@Test
	void voiding_shouldWithdrawAnEscalationThatNobodyHasTouched() {
		ContactAttempt attempt = bleeding();
		service.voidAttempt(attempt, "Wrong patient");
		flush();
		assertThat(only(attempt).getStatus()).isEqualTo(Escalation.Status.WITHDRAWN);
		assertThat(escalationTask().getStatus()).isEqualTo(TaskStatus.CANCELLED);
	}

	@Test
	void voiding_shouldLeaveAnEscalationThatSomebodyHasTouched() {
		ContactAttempt attempt = bleeding();
		escalations.acknowledgeEscalation(only(attempt), null);
		service.voidAttempt(attempt, "Wrong patient");
		flush();
		assertThat(only(attempt).getStatus()).isEqualTo(Escalation.Status.ACKNOWLEDGED);
		assertThat(escalationTask().isOpen()).isTrue();
	}

	@Test
	void critical_shouldTellTheClinician_whenThePatientWasNeverReached() {
		FollowUpTask critical = task(draft(patient, Purpose.CARE).plan(plan).stepKey("day-7").critical(true).triesMax(1));
		record(request(AttemptResult.NO_ANSWER, critical));
		assertThat(critical.getStatus()).isEqualTo(TaskStatus.MISSED);
		assertThat(alertsOf(clinician)).hasSize(1);
		assertThat(alertsOf(clinician).get(0).getText()).contains("never reached");
	}

	@Test
	void findEscalations_shouldFilterAndPutUrgentOpenOnesFirst() {
		Escalation service1 = only(record(spoke(Disposition.DONE, care).escalate(angry())));
		FollowUpTask day7 = step(plan, "day-7", Purpose.CARE);
		Escalation urgent = only(record(spoke(Disposition.DONE, day7).answers(
			Collections.singletonMap(day7.getUuid(), Collections.singletonMap("bleeding", true)))));
		String of = patient.getUuid();
		assertFound(EscalationSearch.builder().patient(of), urgent, service1);
		assertFound(EscalationSearch.builder().patient(of).kind(Escalation.Kind.SERVICE), service1);
		assertFound(EscalationSearch.builder().patient(of).severity(RedFlag.Severity.URGENT), urgent);
		assertFound(EscalationSearch.builder().owner(clinician.getUuid()), urgent);
		assertFound(EscalationSearch.builder().role("Retention: Manager").patient(of), service1);
		assertFound(EscalationSearch.builder().patient(of).late(true));
		now = at("14:20");
		assertFound(EscalationSearch.builder().patient(of).late(true), urgent, service1);
		escalations.closeEscalation(urgent, null, "Seen");
		assertFound(EscalationSearch.builder().patient(of), service1, urgent);
		assertFound(EscalationSearch.builder().patient(of).status(Escalation.Status.CLOSED), urgent);
		assertCode(() -> escalations.countEscalations(EscalationSearch.builder().owner("x").build()), "unknown-value");
		assertCode(() -> escalations.countEscalations(EscalationSearch.builder().role("x").build()), "unknown-value");
		assertCode(() -> escalations.countEscalations(EscalationSearch.builder().patient("").build()), "unknown-value");
	}

	@Test
	void findEscalations_shouldTellWhatIsWithTheCaller_fromWhatIsWithOthers() {
		Escalation service1 = only(record(spoke(Disposition.DONE, care).escalate(angry())));
		FollowUpTask day7 = step(plan, "day-7", Purpose.CARE);
		Escalation urgent = only(record(spoke(Disposition.DONE, day7).answers(
			Collections.singletonMap(day7.getUuid(), Collections.singletonMap("bleeding", true)))));
		EscalationSearch ofPatient = EscalationSearch.builder().patient(patient.getUuid()).live(true).build();
		assertFound(ofPatient.toBuilder(), urgent, service1);
		clinic.logInAs(clinician);
		assertFound(ofPatient.toBuilder().mine(true), urgent);
		assertFound(ofPatient.toBuilder().mine(false), service1);
		clinic.logInAs(manager);
		assertFound(ofPatient.toBuilder().mine(true), service1);
		assertFound(ofPatient.toBuilder().mine(false), urgent);
		escalations.closeEscalation(service1, null, "Rung back");
		assertFound(ofPatient.toBuilder(), urgent);
		assertFound(ofPatient.toBuilder().mine(true));
	}

	private void assertFound(EscalationSearch.EscalationSearchBuilder search, Escalation... expected) {
		flush();
		assertThat(escalations.findEscalations(search.build(), new Page(0, 50))).containsExactly(expected);
		assertThat(escalations.countEscalations(search.build())).isEqualTo(expected.length);
	}

	private ContactAttempt bleeding() {
		return answered("bleeding", true);
	}

	private ContactAttempt answered(String question, Object answer) {
		return record(spoke(Disposition.DONE, care)
			.answers(Collections.singletonMap(care.getUuid(), Collections.singletonMap(question, answer))));
	}

	private void assertAnswer(String question, Object answer, String code) {
		assertThatThrownBy(() -> answered(question, answer)).isInstanceOfSatisfying(RetentionException.class,
			e -> assertThat(e.getCode()).isEqualTo("retention.question.error." + code));
	}

	private static void assertCode(ThrowingCallable call, String code) {
		assertThatThrownBy(call).isInstanceOfSatisfying(RetentionException.class,
			e -> assertThat(e.getCode()).isEqualTo("retention.followup.error." + code));
	}

	private static AttemptRequest.Escalate angry() {
		return AttemptRequest.Escalate.builder().kind(Escalation.Kind.SERVICE).reason("Shouted at").build();
	}

	private Escalation only(ContactAttempt attempt) {
		List<Escalation> opened = bean("escalationDao", EscalationDao.class).of(attempt);
		assertThat(opened).hasSize(1);
		return opened.get(0);
	}

	private FollowUpTask escalationTask() {
		List<FollowUpTask> tasks = tasksOf(patient);
		return tasks.get(tasks.size() - 1);
	}

	private List<Alert> alertsOf(User user) {
		flush();
		return Context.getAlertService().getAlerts(user, true, true);
	}

	private static Role role(String name) {
		return Context.getUserService().getRole(name);
	}
}
