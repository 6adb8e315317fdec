/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.retention.followup.attempt.Contacts.MONDAY;
import static org.openmrs.module.retention.followup.attempt.Contacts.aCareTask;
import static org.openmrs.module.retention.followup.attempt.Contacts.aPatient;
import static org.openmrs.module.retention.followup.attempt.Contacts.aPlan;
import static org.openmrs.module.retention.followup.attempt.Contacts.aRecall;
import static org.openmrs.module.retention.followup.attempt.Contacts.aTask;
import static org.openmrs.module.retention.followup.attempt.Contacts.anAttempt;
import static org.openmrs.module.retention.followup.attempt.Contacts.at;
import static org.openmrs.module.retention.followup.attempt.Contacts.draft;
import static org.openmrs.module.retention.followup.attempt.Contacts.notCalled;
import static org.openmrs.module.retention.followup.attempt.Contacts.play;
import static org.openmrs.module.retention.followup.attempt.Contacts.playOnOther;
import static org.openmrs.module.retention.followup.attempt.Contacts.spoke;
import static org.openmrs.module.retention.followup.attempt.Contacts.task;
import static org.openmrs.module.retention.followup.attempt.Contacts.world;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmrs.Patient;
import org.openmrs.module.retention.contact.booking.BookingAhead;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.HoldReason;
import org.openmrs.module.retention.followup.task.RingReason;
import org.openmrs.module.retention.followup.task.ListClass;
import org.openmrs.module.retention.followup.task.TaskSource;
import org.openmrs.module.retention.followup.task.TaskStatus;
import org.openmrs.module.retention.followup.task.TaskTimes;

/** The table of results in followup-rules, a row and often several tests each. */
class AttemptRulesTest {

	@ParameterizedTest
	@EnumSource(Purpose.class)
	void done_shouldCompleteTheTaskAndUseATry(Purpose purpose) {
		FollowUpTask task = aTask(aPatient(), purpose);
		play(task, spoke(Disposition.DONE, at("10:00"), task));
		assertThat(task.getStatus()).isEqualTo(TaskStatus.COMPLETED);
		assertThat(task.getStatusReason()).isEqualTo("contact-made");
		assertThat(task.getEndedAt()).isEqualTo(at("10:00"));
		assertThat(task.getTriesUsed()).isEqualTo(1);
	}

	@Test
	void done_shouldLetTheOtherCallsRestForThreeDaysButCare() {
		Patient patient = aPatient();
		FollowUpTask task = aTask(patient, Purpose.CARE);
		ContactAttempt attempt = spoke(Disposition.DONE, at("10:00"), task);
		FollowUpTask recall = aTask(patient, Purpose.RECALL);
		FollowUpTask care = aTask(patient, Purpose.CARE);
		playOnOther(recall, attempt);
		playOnOther(care, attempt);
		assertThat(recall.getHoldReason()).isEqualTo(HoldReason.REST);
		assertThat(recall.getWakeAt()).isEqualTo(at(3, "10:00"));
		assertThat(care.getHoldReason()).isNull();
	}

	@Test
	void callBack_shouldMoveTheWindowBeyondSpacingTriesAndGrace() {
		FollowUpTask task = aRecall();
		ContactAttempt noAnswer = anAttempt(AttemptResult.NO_ANSWER, at("09:30"), task);
		ContactAttempt again = anAttempt(AttemptResult.NO_ANSWER, at("12:30"), task);
		ContactAttempt callBack = callBack("13:00", 8, "17:00", "18:00", task);
		play(task, noAnswer, again, callBack);
		assertThat(task.getStatus()).isEqualTo(TaskStatus.OPEN);
		assertThat(task.getTriesUsed()).isEqualTo(3);
		assertThat(task.getWakeAt()).isEqualTo(at(8, "17:00"));
		assertThat(task.getDueBy()).isEqualTo(at(8, "18:00"));
		assertThat(task.isDue(at(8, "17:30"))).isTrue();
		assertThat(task.getListClass()).isEqualTo(ListClass.PROMISED);
	}

	@Test
	void callBack_shouldHoldEveryOtherCallToThePersonButUrgentCare() {
		Patient mother = aPatient();
		FollowUpTask task = aTask(mother, Purpose.RECALL);
		ContactAttempt attempt = callBack("10:00", 1, "17:00", "18:00", task);
		FollowUpTask care = aTask(mother, Purpose.CARE);
		FollowUpTask childs = task(draft(aPatient(), Purpose.CARE).personToRingId(mother.getId()).build());
		FollowUpTask urgent = task(draft(mother, Purpose.CARE).critical(true).build());
		FollowUpTask stranger = aCareTask();
		for (FollowUpTask other : new FollowUpTask[]{ care, childs, urgent, stranger }) {
			playOnOther(other, attempt);
		}
		assertThat(care.getHoldReason()).isEqualTo(HoldReason.PROMISE);
		assertThat(care.getWakeAt()).isEqualTo(at(1, "17:00"));
		assertThat(childs.getHoldReason()).isEqualTo(HoldReason.PROMISE);
		assertThat(urgent.getHoldReason()).isNull();
		assertThat(stranger.getHoldReason()).isNull();
	}

	@Test
	void callBack_shouldNotBePutOffByTheRestAfterAnotherTalk() {
		Patient patient = aPatient();
		FollowUpTask recall = aTask(patient, Purpose.RECALL);
		play(recall, callBack("10:00", 1, "17:00", "18:00", recall));
		playOnOther(recall, spoke(Disposition.DONE, at("15:00"), aTask(patient, Purpose.CARE)));
		assertThat(recall.getHoldReason()).isNull();
		assertThat(recall.getWakeAt()).isEqualTo(at(1, "17:00"));
	}

	@Test
	void booked_shouldCompleteCare() {
		FollowUpTask task = aCareTask();
		play(task, booked("10:00", 10, task));
		assertThat(task.getStatus()).isEqualTo(TaskStatus.COMPLETED);
		assertThat(task.getStatusReason()).isEqualTo("booked");
	}

	@Test
	void booked_shouldHoldARecallAndAskOnTheOpenDayAfterTheDate() {
		FollowUpTask task = aRecall();
		play(task, bookedAhead(), booked("10:00", 11, task));
		assertThat(task.getStatus()).isEqualTo(TaskStatus.OPEN);
		assertThat(task.getHoldReason()).isEqualTo(HoldReason.BOOKED);
		assertThat(task.getWakeAt()).as("booked on a Friday: Monday at opening").isEqualTo(at(14, "08:00"));
		assertThat(task.isDue(at(14, "09:00"))).as("still worth doing then").isTrue();
	}

	@ParameterizedTest
	@EnumSource(value = Purpose.class, names = { "RECALL", "MARKETING" })
	void booked_shouldStopTheOtherChainsOfThePatient(Purpose purpose) {
		Patient patient = aPatient();
		ContactAttempt attempt = booked("10:00", 11, aTask(patient, Purpose.CARE));
		FollowUpTask other = aTask(patient, purpose);
		playOnOther(other, attempt, bookedAhead());
		assertThat(other.getHoldReason()).isEqualTo(HoldReason.BOOKED);
		assertThat(other.getWakeAt()).isEqualTo(at(14, "08:00"));
	}

	@Test
	void booked_shouldHoldNothing_whenTheDateIsOver() {
		FollowUpTask task = aRecall();
		play(task, booked("10:00", 0, task));
		assertThat(task.isOpen()).isTrue();
		assertThat(task.getHoldReason()).isNull();
	}

	@Test
	void booking_shouldHoldAnInvitation_whoeverWroteItDown_butNoPromisedCall() {
		FollowUpTask tried = aRecall();
		play(tried, bookedAhead(), anAttempt(AttemptResult.NO_ANSWER, at("10:00"), tried));
		assertThat(tried.getHoldReason()).isEqualTo(HoldReason.BOOKED);
		assertThat(tried.getWakeAt()).isEqualTo(at(14, "08:00"));
		FollowUpTask promised = aRecall();
		play(promised, bookedAhead(), callBack("10:00", 1, "17:00", "18:00", promised));
		assertThat(promised.getHoldReason()).isNull();
	}

	@Test
	void thinking_shouldCompleteTheTaskAndHoldTheTopicForFourteenDays() {
		FollowUpPlan plan = aPlan(aPatient());
		FollowUpTask task = task(draft(plan.getPatient(), Purpose.RECALL).plan(plan).build());
		FollowUpTask sameTopic = task(draft(plan.getPatient(), Purpose.MARKETING).plan(plan).build());
		FollowUpTask care = task(draft(plan.getPatient(), Purpose.CARE).plan(plan).build());
		ContactAttempt attempt = spoke(Disposition.THINKING, at("10:00"), task);
		play(task, attempt);
		playOnOther(sameTopic, attempt);
		playOnOther(care, attempt);
		assertThat(task.getStatus()).isEqualTo(TaskStatus.COMPLETED);
		assertThat(task.getStatusReason()).isEqualTo("thinking");
		assertThat(sameTopic.getHoldReason()).isEqualTo(HoldReason.THINKING);
		assertThat(sameTopic.getWakeAt()).isEqualTo(at(14, "08:00"));
		assertThat(care.getHoldReason()).isNull();
	}

	@Test
	void thinking_shouldEndTheTopicInSilence_whenItWasTheSoftContact() {
		FollowUpPlan plan = aPlan(aPatient());
		FollowUpTask soft = task(draft(plan.getPatient(), Purpose.RECALL).plan(plan).source(TaskSource.LEAD).build());
		FollowUpTask sameTopic = task(draft(plan.getPatient(), Purpose.RECALL).plan(plan).build());
		ContactAttempt attempt = spoke(Disposition.THINKING, at("10:00"), soft);
		playOnOther(sameTopic, attempt);
		assertThat(sameTopic.getStatus()).isEqualTo(TaskStatus.CANCELLED);
		assertThat(sameTopic.getStatusReason()).isEqualTo("thinking-silence");
	}

	@Test
	void declinedNow_shouldCancelTheTaskAndThePlansOtherStepsButCare() {
		FollowUpPlan plan = aPlan(aPatient());
		FollowUpTask task = task(draft(plan.getPatient(), Purpose.RECALL).plan(plan).build());
		FollowUpTask samePlan = task(draft(plan.getPatient(), Purpose.RECALL).plan(plan).build());
		FollowUpTask care = task(draft(plan.getPatient(), Purpose.CARE).plan(plan).build());
		FollowUpTask otherPlan = aTask(plan.getPatient(), Purpose.RECALL);
		ContactAttempt attempt = spoke(Disposition.DECLINED_NOW, at("10:00"), task);
		play(task, attempt);
		for (FollowUpTask other : new FollowUpTask[]{ samePlan, care, otherPlan }) {
			playOnOther(other, attempt);
		}
		assertThat(task.getStatus()).isEqualTo(TaskStatus.CANCELLED);
		assertThat(task.getStatusReason()).isEqualTo("declined-now");
		assertThat(samePlan.getStatus()).isEqualTo(TaskStatus.CANCELLED);
		assertThat(care.getStatus()).isEqualTo(TaskStatus.OPEN);
		assertThat(otherPlan.getStatus()).as("not a standing refusal").isEqualTo(TaskStatus.OPEN);
	}

	@Test
	void stop_shouldCancelThePurposesNamedAndLeaveCare() {
		Patient patient = aPatient();
		FollowUpTask task = aTask(patient, Purpose.RECALL);
		ContactAttempt attempt = spoke(Disposition.STOP, at("10:00"), task);
		attempt.setPurposes("RECALL,MARKETING");
		FollowUpTask marketing = aTask(patient, Purpose.MARKETING);
		FollowUpTask care = aTask(patient, Purpose.CARE);
		FollowUpTask stranger = aTask(aPatient(), Purpose.MARKETING);
		play(task, attempt);
		for (FollowUpTask other : new FollowUpTask[]{ marketing, care, stranger }) {
			playOnOther(other, attempt);
		}
		assertThat(task.getStatus()).isEqualTo(TaskStatus.CANCELLED);
		assertThat(task.getStatusReason()).isEqualTo("refused");
		assertThat(marketing.getStatus()).isEqualTo(TaskStatus.CANCELLED);
		assertThat(care.getStatus()).isEqualTo(TaskStatus.OPEN);
		assertThat(care.getHoldReason()).isNull();
		assertThat(stranger.getStatus()).isEqualTo(TaskStatus.OPEN);
	}

	@Test
	void stop_shouldLeaveACareTaskOpen_whenCareIsNotNamed() {
		FollowUpTask task = aCareTask();
		ContactAttempt attempt = spoke(Disposition.STOP, at("10:00"), task);
		attempt.setPurposes("RECALL");
		play(task, attempt);
		assertThat(task.getStatus()).isEqualTo(TaskStatus.OPEN);
		assertThat(task.getTriesUsed()).isEqualTo(1);
	}

	@ParameterizedTest
	@EnumSource(value = SpokeWith.class, names = { "GUARDIAN", "CARER" })
	void anotherPerson_shouldCompleteCare_whenGuardianOrCarer(SpokeWith who) {
		FollowUpTask task = aCareTask();
		play(task, with(who, spoke(Disposition.DONE, at("10:00"), task)));
		assertThat(task.getStatus()).isEqualTo(TaskStatus.COMPLETED);
	}

	@ParameterizedTest
	@EnumSource(value = SpokeWith.class, names = { "GUARDIAN", "CARER", "OTHER" })
	void anotherPerson_shouldLeaveAMessageAndRequeue_whenNotCare(SpokeWith who) {
		FollowUpTask task = aRecall();
		play(task, with(who, spoke(Disposition.DONE, at("10:00"), task)));
		assertThat(task.getStatus()).isEqualTo(TaskStatus.OPEN);
		assertThat(task.getTriesUsed()).isEqualTo(1);
		assertThat(task.getWakeAt()).as("another part of the day").isEqualTo(at("12:00"));
	}

	@ParameterizedTest
	@EnumSource(value = Disposition.class, names = { "DONE", "THINKING", "DECLINED_NOW", "BOOKED" })
	void anotherPerson_shouldNeverCloseCare_whenNeitherGuardianNorCarer(Disposition disposition) {
		FollowUpTask task = aCareTask();
		ContactAttempt attempt = with(SpokeWith.OTHER, spoke(disposition, at("10:00"), task));
		attempt.setUntilDate(MONDAY.plusDays(3));
		play(task, attempt);
		assertThat(task.getStatus()).isEqualTo(TaskStatus.OPEN);
		assertThat(task.getTriesUsed()).isEqualTo(1);
	}

	@Test
	void anotherPerson_shouldCompleteAChildsRecall_whenTheGuardianIsTheOneToRing() {
		FollowUpTask task = task(draft(aPatient(), Purpose.RECALL).personToRingId(aPatient().getId()).build());
		play(task, with(SpokeWith.GUARDIAN, spoke(Disposition.DONE, at("10:00"), task)));
		assertThat(task.getStatus()).isEqualTo(TaskStatus.COMPLETED);
	}

	@Test
	void guardian_shouldHearWhatIsTheirOwn_whereTheyAreRungForAChildToo() {
		Patient mother = aPatient();
		FollowUpTask own = aTask(mother, Purpose.RECALL);
		FollowUpTask childs = task(draft(aPatient(), Purpose.CARE).personToRingId(mother.getId())
			.ringReason(RingReason.GUARDIAN).build());
		ContactAttempt both = with(SpokeWith.GUARDIAN, spoke(Disposition.DONE, at("10:00"), childs, own));
		both.setRingId(mother.getId());
		play(own, both);
		assertThat(own.getStatus()).isEqualTo(TaskStatus.COMPLETED);
		FollowUpTask husbands = aTask(aPatient(), Purpose.RECALL);
		ContactAttempt another = with(SpokeWith.GUARDIAN, spoke(Disposition.DONE, at("10:00"), childs, husbands));
		another.setRingId(mother.getId());
		play(husbands, another);
		assertThat(husbands.getStatus()).isEqualTo(TaskStatus.OPEN);
	}

	@Test
	void language_shouldRequeueWithoutUsingATry() {
		FollowUpTask task = aCareTask();
		play(task, spoke(Disposition.LANGUAGE, at("10:00"), task));
		assertThat(task.getStatus()).isEqualTo(TaskStatus.OPEN);
		assertThat(task.getTriesUsed()).isZero();
		assertThat(task.isDue(at("10:01"))).isTrue();
	}

	@ParameterizedTest
	@EnumSource(value = Purpose.class, names = "CARE", mode = EnumSource.Mode.EXCLUDE)
	void ended_shouldCancelEverythingButCare(Purpose purpose) {
		Patient patient = aPatient();
		FollowUpTask task = aTask(patient, purpose);
		FollowUpTask other = aTask(patient, purpose);
		FollowUpTask care = aTask(patient, Purpose.CARE);
		ContactAttempt attempt = spoke(Disposition.ENDED, at("10:00"), task);
		attempt.setReason(AttemptReason.MOVED);
		play(task, attempt);
		playOnOther(other, attempt);
		playOnOther(care, attempt);
		assertThat(task.getStatus()).isEqualTo(TaskStatus.CANCELLED);
		assertThat(task.getStatusReason()).isEqualTo("relationship-ended");
		assertThat(other.getStatus()).isEqualTo(TaskStatus.CANCELLED);
		assertThat(care.getStatus()).isEqualTo(TaskStatus.OPEN);
	}

	@Test
	void deathReported_shouldHoldEverythingAtOnceAndTheHouseholdButUrgentCare() {
		Patient deceased = aPatient();
		FollowUpTask task = task(draft(deceased, Purpose.CARE).critical(true).build());
		ContactAttempt attempt = with(SpokeWith.OTHER, spoke(Disposition.DEATH_REPORTED, at("10:00"), task));
		FollowUpTask household = aRecall();
		FollowUpTask urgent = task(draft(aPatient(), Purpose.CARE).critical(true).build());
		play(task, attempt);
		playOnOther(household, attempt);
		playOnOther(urgent, attempt);
		assertThat(task.getStatus()).isEqualTo(TaskStatus.OPEN);
		assertThat(task.getHoldReason()).isEqualTo(HoldReason.DEATH_REPORTED);
		assertThat(task.getWakeAt()).isEqualTo(TaskTimes.UNTIL_RELEASED);
		assertThat(task.getTriesUsed()).isZero();
		assertThat(household.getHoldReason()).isEqualTo(HoldReason.DEATH_REPORTED);
		assertThat(urgent.getHoldReason()).isNull();
	}

	@ParameterizedTest
	@EnumSource(value = AttemptResult.class, names = { "NO_ANSWER", "VOICEMAIL" })
	void notReached_shouldTryAgainInAnotherPartOfTheDay(AttemptResult result) {
		FollowUpTask task = aCareTask();
		play(task, anAttempt(result, at("10:00"), task));
		assertThat(task.getTriesUsed()).isEqualTo(1);
		assertThat(task.getWakeAt()).isEqualTo(at("12:00"));
	}

	@Test
	void notReached_shouldWaitForTheNextOpenDay_whenTriedTwiceThatDay() {
		FollowUpTask task = aCareTask();
		play(task, anAttempt(AttemptResult.NO_ANSWER, at("09:30"), task),
			anAttempt(AttemptResult.NO_ANSWER, at("12:30"), task));
		assertThat(task.getTriesUsed()).isEqualTo(2);
		assertThat(task.getWakeAt()).as("the morning of the next day").isEqualTo(at(1, "08:00"));
	}

	@Test
	void notReached_shouldMissTheTask_whenTheTriesAreUsedUp() {
		FollowUpTask task = aCareTask();
		play(task, anAttempt(AttemptResult.NO_ANSWER, at("09:30"), task),
			anAttempt(AttemptResult.VOICEMAIL, at("12:30"), task),
			anAttempt(AttemptResult.NO_ANSWER, at(1, "09:00"), task));
		assertThat(task.getStatus()).isEqualTo(TaskStatus.MISSED);
		assertThat(task.getStatusReason()).isEqualTo("tries-used-up");
		assertThat(task.getTriesUsed()).isEqualTo(3);
	}

	@Test
	void notReached_shouldMissTheTask_whenNoOtherTryFitsBeforeItExpires() {
		FollowUpTask task = aCareTask();
		play(task, anAttempt(AttemptResult.NO_ANSWER, at(4, "16:45"), task));
		assertThat(task.getStatus()).isEqualTo(TaskStatus.MISSED);
		assertThat(task.getStatusReason()).isEqualTo("no-try-left-in-time");
	}

	@Test
	void busy_shouldTryAgainInFifteenMinutesWithoutUsingATry() {
		FollowUpTask task = aCareTask();
		play(task, anAttempt(AttemptResult.BUSY, at("10:00"), task), anAttempt(AttemptResult.BUSY, at("10:20"), task));
		assertThat(task.getTriesUsed()).isZero();
		assertThat(task.getBusySignals()).isEqualTo(2);
		assertThat(task.getWakeAt()).isEqualTo(at("10:35"));
	}

	@Test
	void busy_shouldCountAsOneTryEveryThirdTime() {
		FollowUpTask task = aCareTask();
		play(task, anAttempt(AttemptResult.BUSY, at("10:00"), task), anAttempt(AttemptResult.BUSY, at("10:20"), task),
			anAttempt(AttemptResult.BUSY, at("10:40"), task));
		assertThat(task.getTriesUsed()).isEqualTo(1);
		assertThat(task.getBusySignals()).isZero();
		assertThat(task.getWakeAt()).isEqualTo(at("12:00"));
	}

	@Test
	void busy_shouldMissTheTask_whenTheThirdSignalIsTheLastTry() {
		FollowUpTask task = task(draft(aPatient(), Purpose.CARE).triesMax(1).build());
		play(task, anAttempt(AttemptResult.BUSY, at("10:00"), task), anAttempt(AttemptResult.BUSY, at("10:20"), task),
			anAttempt(AttemptResult.BUSY, at("10:40"), task));
		assertThat(task.getStatus()).isEqualTo(TaskStatus.MISSED);
	}

	@Test
	void busy_shouldMissTheTask_whenTheLineStaysBusyUntilItExpires() {
		FollowUpTask task = aCareTask();
		play(task, anAttempt(AttemptResult.BUSY, at(4, "16:50"), task));
		assertThat(task.getStatus()).isEqualTo(TaskStatus.MISSED);
		assertThat(task.getStatusReason()).isEqualTo("no-try-left-in-time");
		assertThat(task.getTriesUsed()).isZero();
	}

	@Test
	void busy_shouldMissTheTask_whenNoOtherTryFitsAfterTheThirdSignal() {
		FollowUpTask task = aCareTask();
		play(task, anAttempt(AttemptResult.BUSY, at(4, "16:00"), task), anAttempt(AttemptResult.BUSY, at(4, "16:20"), task));
		assertThat(task.getStatus()).isEqualTo(TaskStatus.OPEN);
		FollowUpTask third = aCareTask();
		play(third, anAttempt(AttemptResult.BUSY, at(4, "16:00"), third),
			anAttempt(AttemptResult.BUSY, at(4, "16:20"), third), anAttempt(AttemptResult.BUSY, at(4, "16:40"), third));
		assertThat(third.getStatus()).isEqualTo(TaskStatus.MISSED);
		assertThat(third.getStatusReason()).isEqualTo("no-try-left-in-time");
		assertThat(third.getTriesUsed()).isEqualTo(1);
	}

	@Test
	void wrongNumber_shouldGoOnWithTheNextNumber_whenThereIsOne() {
		FollowUpTask task = aCareTask();
		play(task, anAttempt(AttemptResult.WRONG_NUMBER, at("10:00"), task));
		assertThat(task.getTriesUsed()).isZero();
		assertThat(task.isDue(at("10:01"))).isTrue();
	}

	@Test
	void wrongNumber_shouldHoldTheTask_whenNoNumberIsLeft() {
		FollowUpTask task = aCareTask();
		play(task, world().toBuilder().reachable(false).build(), anAttempt(AttemptResult.WRONG_NUMBER, at("10:00"), task));
		assertThat(task.getStatus()).isEqualTo(TaskStatus.OPEN);
		assertThat(task.getTriesUsed()).isZero();
		assertThat(task.getHoldReason()).isEqualTo(HoldReason.NO_NUMBER);
		assertThat(task.getWakeAt()).isEqualTo(TaskTimes.UNTIL_RELEASED);
	}

	@Test
	void notCalled_shouldCompleteTheTask_whenSeenInPerson() {
		FollowUpTask task = aCareTask();
		play(task, notCalled(AttemptReason.SEEN_IN_PERSON, at("10:00"), task));
		assertThat(task.getStatus()).isEqualTo(TaskStatus.COMPLETED);
		assertThat(task.getStatusReason()).isEqualTo("seen-in-person");
		assertThat(task.getTriesUsed()).isZero();
	}

	@Test
	void notCalled_shouldCancelTheTask_whenUnnecessary() {
		FollowUpTask task = aCareTask();
		play(task, notCalled(AttemptReason.UNNECESSARY, at("10:00"), task));
		assertThat(task.getStatus()).isEqualTo(TaskStatus.CANCELLED);
		assertThat(task.getStatusReason()).isEqualTo("unnecessary");
	}

	@ParameterizedTest
	@EnumSource(value = AttemptReason.class, names = { "NO_TIME", "NO_LINE" })
	void notCalled_shouldLeaveTheTaskAlone_whenThereWasNoCapacity(AttemptReason reason) {
		FollowUpTask task = aCareTask();
		play(task, notCalled(reason, at("10:00"), task));
		assertThat(task.getStatus()).isEqualTo(TaskStatus.OPEN);
		assertThat(task.getTriesUsed()).isZero();
		assertThat(task.getWakeAt()).isEqualTo(task.getPlannedFrom());
	}

	@Test
	void serviceEscalation_shouldHoldEverythingButCare_whileItIsOpen() {
		Patient patient = aPatient();
		FollowUpTask recall = aTask(patient, Purpose.RECALL);
		FollowUpTask care = aTask(patient, Purpose.CARE);
		TaskWorld angry = world().toBuilder().serviceEscalationOpen(true).build();
		play(recall, angry, anAttempt(AttemptResult.NO_ANSWER, at("10:00"), recall));
		play(care, angry, anAttempt(AttemptResult.NO_ANSWER, at("10:00"), care));
		assertThat(recall.getHoldReason()).isEqualTo(HoldReason.SERVICE_ESCALATION);
		assertThat(care.getHoldReason()).isNull();
	}

	@ParameterizedTest
	@EnumSource(value = AttemptReason.class, names = { "SEEN_IN_PERSON", "UNNECESSARY", "NO_TIME", "NO_LINE" })
	void everyReasonOfNotCalled_shouldHaveARule(AttemptReason reason) {
		assertThat(AttemptRule.of(notCalled(reason, at("10:00"), aCareTask()))).isNotNull();
	}

	@ParameterizedTest
	@EnumSource(Disposition.class)
	void everyDisposition_shouldHaveARule(Disposition disposition) {
		assertThat(AttemptRule.of(spoke(disposition, at("10:00"), aCareTask())).name()).isEqualTo(disposition.name());
	}

	private static ContactAttempt callBack(String at, int days, String from, String by, FollowUpTask... tasks) {
		ContactAttempt attempt = spoke(Disposition.CALL_BACK, at(at), tasks);
		attempt.setWindowFrom(at(days, from));
		attempt.setWindowBy(at(days, by));
		return attempt;
	}

	private static ContactAttempt booked(String at, int days, FollowUpTask... tasks) {
		ContactAttempt attempt = spoke(Disposition.BOOKED, at(at), tasks);
		attempt.setUntilDate(MONDAY.plusDays(days));
		return attempt;
	}

	/** From the Friday on, the eleventh day. */
	private static TaskWorld bookedAhead() {
		return world().toBuilder().booking(new BookingAhead(null, at(14, "08:00"), at(15, "16:00"))).waitsForBooking(true)
			.build();
	}

	private static ContactAttempt with(SpokeWith who, ContactAttempt attempt) {
		attempt.setSpokeWith(who);
		return attempt;
	}
}
