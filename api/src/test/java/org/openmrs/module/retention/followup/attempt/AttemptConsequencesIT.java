/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Patient;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.contact.ConsentEntry;
import org.openmrs.module.retention.contact.ContactPoint;
import org.openmrs.module.retention.contact.ContactProfile;
import org.openmrs.module.retention.contact.ContactService;
import org.openmrs.module.retention.followup.protocol.Channel;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.task.Cause;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.HoldReason;
import org.openmrs.module.retention.followup.task.PlanStatus;
import org.openmrs.module.retention.followup.task.TaskDraft;
import org.openmrs.module.retention.followup.task.TaskSource;
import org.openmrs.module.retention.followup.task.TaskStatus;
import org.openmrs.module.retention.shared.RetentionException;

/** What a contact does beyond its tasks, and how each of it is taken back. */
class AttemptConsequencesIT extends AttemptIT {

	private Patient patient;

	private ContactService contacts;

	@BeforeEach
	void aPatient() {
		patient = clinic.aPatient("Ada");
		contacts = Context.getService(ContactService.class);
	}

	@Test
	void stop_shouldRecordTheRefusalOfThePurposesNamed_andVoidingShouldWithdrawIt() {
		FollowUpTask recall = task(patient, Purpose.RECALL);
		FollowUpTask marketing = task(patient, Purpose.MARKETING);
		ContactAttempt attempt = record(
			spoke(Disposition.STOP, recall).purposes(EnumSet.of(Purpose.RECALL, Purpose.MARKETING)));
		assertThat(refusals()).extracting(ConsentEntry::getPurpose).containsExactlyInAnyOrder(Purpose.RECALL,
			Purpose.MARKETING);
		assertThat(refusals()).extracting(ConsentEntry::getSource).containsOnly("attempt:" + attempt.getUuid());
		assertThat(marketing.getStatus()).isEqualTo(TaskStatus.CANCELLED);
		assertThat(contacts.mayContact(patient, Purpose.RECALL, Channel.PHONE, null, at(5, "10:00")).getReason())
			.isEqualTo("retention.contact.reason.refused");
		service.voidAttempt(attempt, "Misheard");
		flush();
		assertThat(refusals()).allMatch(ConsentEntry::isWithdrawn);
		assertThat(marketing.getStatus()).isEqualTo(TaskStatus.OPEN);
		assertThat(recall.getStatus()).isEqualTo(TaskStatus.OPEN);
	}

	@Test
	void language_shouldWriteTheProfileAndGiveTheTaskToTheOneWhoSpeaksIt() {
		FollowUpTask care = task(patient, Purpose.CARE);
		User speaker = clinic.aUser("anna", Context.getUserService().getRole("Retention: Nurse"));
		speaker.setUserProperty("proficientLocales", "en,ru");
		clinic.save(speaker);
		ContactAttempt attempt = record(spoke(Disposition.LANGUAGE, care).language("ru"));
		assertThat(contacts.getProfile(patient).getLanguage()).isEqualTo("ru");
		assertThat(care.getAssigneeUser()).isEqualTo(speaker);
		assertThat(attempt.getFlagCodes()).doesNotContain("nobody-speaks-language");
		service.voidAttempt(attempt, "Wrong patient");
		assertThat(contacts.getProfile(patient).getLanguage()).isNull();
		assertThat(care.getAssigneeUser()).isNull();
		assertThat(care.isAssignedByHand()).isFalse();
		assertThat(care.getAssignmentUntil()).as("goes by its rule").isEqualTo(care.getWakeAt());
	}

	@Test
	void language_shouldLeaveTheTaskWithWhomSomebodyHasGivenItToSince_whenItIsTakenBack() {
		FollowUpTask care = task(patient, Purpose.CARE);
		User speaker = clinic.aUser("anna", Context.getUserService().getRole("Retention: Nurse"));
		speaker.setUserProperty("proficientLocales", "en,ru");
		clinic.save(speaker);
		ContactAttempt attempt = record(spoke(Disposition.LANGUAGE, care).language("ru"));
		care.assignByHand(speaker, null, Cause.of(caller(), now, "assigned-by-hand"));
		flush();
		service.voidAttempt(attempt, "Wrong patient");
		flush();
		assertThat(care.getAssigneeUser()).isEqualTo(speaker);
	}

	@Test
	void language_shouldSayThatNobodySpeaksIt() {
		ContactAttempt attempt = record(spoke(Disposition.LANGUAGE, task(patient, Purpose.CARE)).language("fi"));
		assertThat(attempt.getFlagCodes()).contains("nobody-speaks-language");
	}

	@Test
	void ended_shouldEndTheRelationshipWithItsReason_andVoidingShouldRenewIt() {
		FollowUpTask recall = task(patient, Purpose.RECALL);
		ContactAttempt attempt = record(spoke(Disposition.ENDED, recall).reason(AttemptReason.MOVED));
		ContactProfile profile = contacts.getProfile(patient);
		assertThat(profile.getRelationship()).isEqualTo(ContactProfile.Relationship.ENDED);
		assertThat(profile.getRelationshipReason()).isEqualTo("MOVED");
		assertThat(profile.getRelationshipSince()).isEqualTo(MONDAY);
		assertThat(recall.getStatus()).isEqualTo(TaskStatus.CANCELLED);
		service.voidAttempt(attempt, "Wrong patient");
		assertThat(contacts.getProfile(patient).getRelationship()).isEqualTo(ContactProfile.Relationship.CURRENT);
		assertThat(recall.getStatus()).isEqualTo(TaskStatus.OPEN);
	}

	@Test
	void deathReported_shouldHoldEverythingMakeATaskToConfirmAndNeverSetDead_andVoidingShouldUndoIt() {
		FollowUpTask care = task(patient, Purpose.CARE);
		FollowUpTask recall = task(patient, Purpose.RECALL);
		Patient sister = clinic.aPatient("Sister");
		ContactPoint shared = number("+47 22 11 00 11", patient, sister);
		FollowUpTask household = task(sister, Purpose.RECALL);
		FollowUpTask sistersUrgent = task(draft(sister, Purpose.CARE).critical(true));
		ContactAttempt attempt = record(spoke(Disposition.DEATH_REPORTED, care).spokeWith(SpokeWith.OTHER).relation("son")
			.contactPoint(shared.getUuid()));
		assertThat(care.getHoldReason()).isEqualTo(HoldReason.DEATH_REPORTED);
		assertThat(recall.getHoldReason()).isEqualTo(HoldReason.DEATH_REPORTED);
		assertThat(household.getHoldReason()).isEqualTo(HoldReason.DEATH_REPORTED);
		assertThat(sistersUrgent.getHoldReason()).isNull();
		assertThat(contacts.getProfile(patient).isDeathReported()).isTrue();
		assertThat(patient.getDead()).as("the chart alone decides").isFalse();
		FollowUpTask confirm = tasksOf(patient).get(2);
		assertThat(confirm.getChannel()).isEqualTo(Channel.IN_PERSON);
		assertThat(confirm.isOpen()).isTrue();
		assertThat(confirm.getHoldReason()).isNull();
		service.voidAttempt(attempt, "Another patient of that name");
		flush();
		assertThat(care.getHoldReason()).isNull();
		assertThat(recall.getHoldReason()).isNull();
		assertThat(household.getHoldReason()).isNull();
		assertThat(contacts.getProfile(patient).isDeathReported()).isFalse();
		assertThat(confirm.getStatus()).isEqualTo(TaskStatus.CANCELLED);
	}

	@Test
	void wrongNumber_shouldFlagTheNumberForEveryoneAndGoOnWithTheNext() {
		Patient sister = clinic.aPatient("Sister");
		ContactPoint shared = number("+47 22 11 00 12", patient, sister);
		number("+47 22 11 00 13", patient);
		FollowUpTask care = task(patient, Purpose.CARE);
		ContactAttempt attempt = record(request(AttemptResult.WRONG_NUMBER, care).contactPoint(shared.getPointKey()));
		assertThat(contacts.getContactPointByKey(shared.getPointKey()).getState()).isEqualTo(ContactPoint.State.WRONG);
		assertThat(contacts.getContactDetails(sister)).singleElement().matches(d -> !d.isUsable());
		assertThat(care.getHoldReason()).isNull();
		assertThat(care.getTriesUsed()).isZero();
		service.voidAttempt(attempt, "Dialled another");
		assertThat(contacts.getContactPointByKey(shared.getPointKey()).getState()).isEqualTo(ContactPoint.State.OK);
	}

	@Test
	void wrongNumber_shouldHoldTheTask_whenItWasTheOnlyOne_untilTheAttemptIsTakenBack() {
		number("+47 22 11 00 14", patient);
		FollowUpTask care = task(patient, Purpose.CARE);
		ContactAttempt attempt = record(request(AttemptResult.WRONG_NUMBER, care));
		assertThat(care.getHoldReason()).isEqualTo(HoldReason.NO_NUMBER);
		assertThat(attempt.getFlagCodes()).contains("no-number-left");
		service.voidAttempt(attempt, "Dialled another");
		assertThat(care.getHoldReason()).isNull();
		assertThat(care.isDue(now)).isTrue();
	}

	@Test
	void resumeReachable_shouldLetTheTaskGoOn_whenANumberWorksAgain() {
		number("+47 22 11 00 15", patient);
		FollowUpTask care = task(patient, Purpose.CARE);
		record(request(AttemptResult.NO_ANSWER, care).startedAt(at("10:00")));
		record(request(AttemptResult.WRONG_NUMBER, care));
		assertThat(service.resumeReachable()).as("no number yet").isZero();
		number("+47 22 11 00 16", patient);
		assertThat(service.resumeReachable()).isEqualTo(1);
		assertThat(care.getHoldReason()).isNull();
		assertThat(care.getTriesUsed()).isEqualTo(1);
		assertThat(care.isDue(now)).isTrue();
	}

	@Test
	void resumeReachable_shouldGetToEveryTask_howeverManyNobodyCanReach() {
		Patient reachable = clinic.aPatient("Reachable");
		number("+47 22 11 00 17", reachable);
		for (int i = 0; i <= ContactAttemptServiceImpl.BATCH; i++) {
			clinic.save(unreached(draft(patient, Purpose.CARE)));
		}
		FollowUpTask waits = clinic.save(unreached(draft(reachable, Purpose.CARE)));
		FollowUpTask waitsLonger = clinic.save(unreached(draft(reachable, Purpose.CARE).expiresAt(at(5, "17:00"))));
		flush();
		assertThat(service.resumeReachable()).isZero();
		assertThat(service.resumeReachable()).isEqualTo(2);
		assertThat(waits.getHoldReason()).isNull();
		assertThat(waitsLonger.getHoldReason()).isNull();
		waits.hold(HoldReason.NO_NUMBER, null);
		flush();
		assertThat(service.resumeReachable()).as("from the beginning again").isZero();
		assertThat(service.resumeReachable()).isEqualTo(1);
	}

	private FollowUpTask unreached(TaskDraft.TaskDraftBuilder draft) {
		FollowUpTask task = FollowUpTask.open(draft.build(), Cause.of(caller(), at(-3, "10:00"), "planned"));
		task.hold(HoldReason.NO_NUMBER, null);
		return task;
	}

	@Test
	void thinking_shouldMakeOneSoftContactAndNoneAfterIt() {
		FollowUpTask recall = task(patient, Purpose.RECALL);
		ContactAttempt attempt = record(spoke(Disposition.THINKING, recall));
		List<FollowUpTask> tasks = tasksOf(patient);
		FollowUpTask soft = tasks.get(1);
		assertThat(tasks).hasSize(2);
		assertThat(soft.getSource()).isEqualTo(TaskSource.LEAD);
		assertThat(soft.getTriesMax()).isEqualTo(1);
		assertThat(soft.getDueDate()).isEqualTo(MONDAY.plusDays(14));
		now = at(14, "10:00");
		record(spoke(Disposition.THINKING, soft));
		assertThat(tasksOf(patient)).as("silence until the patient moves").hasSize(2);
		service.voidAttempt(attempt, "Wrong patient");
		assertThat(soft.getStatus()).as("has been worked: it stays").isEqualTo(TaskStatus.COMPLETED);
	}

	@Test
	void thinking_shouldMakeOneSoftContactOfATopic_howeverManyOfItsStepsAreAskedAbout() {
		FollowUpPlan plan = plan(patient);
		FollowUpTask first = step(plan, "day-1", Purpose.RECALL);
		FollowUpTask second = step(plan, "day-7", Purpose.RECALL);
		FollowUpTask third = task(draft(patient, Purpose.RECALL).plan(plan).stepKey("day-30").expiresAt(at(40, "17:00")));
		record(spoke(Disposition.THINKING, first, second));
		assertThat(leads()).hasSize(1);
		assertThat(third.getHoldReason()).isEqualTo(HoldReason.THINKING);
		now = at(20, "10:00");
		ContactAttempt again = record(spoke(Disposition.THINKING, third));
		assertThat(leads()).as("on or after the soft contact there is no other").hasSize(1);
		service.voidAttempt(again, "Another patient");
		flush();
		assertThat(third.isOpen()).isTrue();
	}

	@Test
	void thinking_shouldBeSilence_theSecondTime() {
		FollowUpPlan plan = plan(patient);
		FollowUpTask first = step(plan, "day-1", Purpose.RECALL);
		FollowUpTask second = task(draft(patient, Purpose.RECALL).plan(plan).stepKey("day-7").expiresAt(at(40, "17:00")));
		FollowUpTask third = task(draft(patient, Purpose.RECALL).plan(plan).stepKey("day-30").expiresAt(at(40, "17:00")));
		record(spoke(Disposition.THINKING, first));
		now = at(20, "10:00");
		ContactAttempt again = record(spoke(Disposition.THINKING, second));
		assertThat(third.getStatus()).isEqualTo(TaskStatus.CANCELLED);
		assertThat(third.getStatusReason()).isEqualTo("thinking-silence");
		service.voidAttempt(again, "Another patient");
		flush();
		assertThat(third.getStatus()).isEqualTo(TaskStatus.OPEN);
		assertThat(third.getHoldReason()).isEqualTo(HoldReason.THINKING);
	}

	private List<FollowUpTask> leads() {
		return tasksOf(patient).stream().filter(t -> t.getSource() == TaskSource.LEAD).collect(Collectors.toList());
	}

	@Test
	void thinking_shouldTakeTheDayThatWasNamed_andVoidingShouldCancelTheSoftContact() {
		ContactAttempt attempt = record(
			spoke(Disposition.THINKING, task(patient, Purpose.RECALL)).until(MONDAY.plusDays(30)));
		FollowUpTask soft = tasksOf(patient).get(1);
		assertThat(soft.getDueDate()).isEqualTo(MONDAY.plusDays(30));
		service.voidAttempt(attempt, "Wrong patient");
		flush();
		assertThat(soft.getStatus()).isEqualTo(TaskStatus.CANCELLED);
		assertThat(soft.getStatusReason()).isEqualTo("attempt-voided");
	}

	@Test
	void declinedNow_shouldEndThePlan_andVoidingShouldResumeIt() {
		FollowUpPlan plan = plan(patient);
		FollowUpTask one = step(plan, "day-1", Purpose.RECALL);
		FollowUpTask two = step(plan, "day-7", Purpose.RECALL);
		ContactAttempt attempt = record(spoke(Disposition.DECLINED_NOW, one));
		assertThat(two.getStatus()).isEqualTo(TaskStatus.CANCELLED);
		assertThat(plan.getStatus()).isEqualTo(PlanStatus.CANCELLED);
		assertThat(plan.getStatusReason()).isEqualTo("declined-now");
		service.voidAttempt(attempt, "Wrong patient");
		flush();
		assertThat(plan.getStatus()).isEqualTo(PlanStatus.ACTIVE);
		assertThat(one.getStatus()).isEqualTo(TaskStatus.OPEN);
		assertThat(two.getStatus()).isEqualTo(TaskStatus.OPEN);
	}

	@Test
	void lastStep_shouldCompleteThePlan() {
		FollowUpPlan plan = plan(patient);
		FollowUpTask one = step(plan, "day-1", Purpose.CARE);
		FollowUpTask two = step(plan, "day-7", Purpose.CARE);
		record(spoke(Disposition.DONE, one));
		assertThat(plan.getStatus()).isEqualTo(PlanStatus.ACTIVE);
		now = at("14:05");
		record(spoke(Disposition.DONE, two));
		assertThat(plan.getStatus()).isEqualTo(PlanStatus.COMPLETED);
	}

	@Test
	void voidAttempt_shouldNotReopenAStep_whenItsPlanHasEndedForAnotherReason() {
		FollowUpPlan plan = plan(patient);
		FollowUpTask one = step(plan, "day-1", Purpose.CARE);
		step(plan, "day-7", Purpose.CARE);
		ContactAttempt attempt = record(spoke(Disposition.DONE, one));
		plan.fulfil(Cause.of(caller(), at("14:10"), "fulfilled"));
		flush();
		service.voidAttempt(attempt, "Wrong patient");
		flush();
		assertThat(plan.getStatus()).isEqualTo(PlanStatus.FULFILLED);
		assertThat(one.getStatus()).isEqualTo(TaskStatus.CANCELLED);
		assertThat(one.getStatusReason()).isEqualTo("plan-ended");
	}

	@Test
	void voidAttempt_shouldNeedAReasonAndHappenOnce() {
		ContactAttempt attempt = record(spoke(Disposition.DONE, task(patient, Purpose.CARE)));
		assertThatThrownBy(() -> service.voidAttempt(attempt, " ")).isInstanceOfSatisfying(RetentionException.class,
			e -> assertThat(e.getCode()).isEqualTo("retention.followup.error.required"));
		service.voidAttempt(attempt, "Wrong patient");
		assertThat(attempt.getVoided()).isTrue();
		assertThat(attempt.getVoidedBy()).isEqualTo(caller());
		assertThat(attempt.getVoidReason()).isEqualTo("Wrong patient");
		assertThatThrownBy(() -> service.voidAttempt(attempt, "Again")).isInstanceOfSatisfying(RetentionException.class,
			e -> assertThat(e.getCode()).isEqualTo("retention.followup.error.attempt-voided"));
	}

	private List<ConsentEntry> refusals() {
		flush();
		return sessionFactory.getCurrentSession()
			.createQuery("from retention.ConsentEntry e where e.patient = :patient", ConsentEntry.class)
			.setParameter("patient", patient).getResultList();
	}
}
