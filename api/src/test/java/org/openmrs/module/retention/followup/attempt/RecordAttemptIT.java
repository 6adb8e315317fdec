/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.EnumSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Patient;
import org.openmrs.User;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.task.Cause;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.HoldReason;
import org.openmrs.module.retention.followup.task.TaskStatus;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;

class RecordAttemptIT extends AttemptIT {

	private Patient patient;

	private FollowUpTask care;

	@BeforeEach
	void aTask() {
		patient = clinic.aPatient("Ada");
		care = task(patient, Purpose.CARE);
	}

	@Test
	void recordAttempt_shouldCompleteTheTasksOfSeveralPatientsAtOnce() {
		Patient mother = clinic.aPatient("Mother");
		FollowUpTask one = task(draft(patient, Purpose.CARE).personToRingId(mother.getId()));
		FollowUpTask two = task(draft(clinic.aPatient("Bo"), Purpose.RECALL).personToRingId(mother.getId()));
		ContactAttempt attempt = record(spoke(Disposition.DONE, one, two).spokeWith(SpokeWith.GUARDIAN).relation("mother"));
		flushAndClear();
		ContactAttempt read = service.getAttemptByUuid(attempt.getUuid());
		assertThat(read.getTasks()).extracting(FollowUpTask::getUuid).containsExactly(one.getUuid(), two.getUuid());
		assertThat(read.getTasks()).extracting(FollowUpTask::getStatus).containsOnly(TaskStatus.COMPLETED);
		assertThat(read.getStartedAt()).isEqualTo(at("14:00"));
		assertThat(read.getPatientUuid()).isEqualTo(patient.getUuid());
		assertThat(read.getCreator()).isEqualTo(caller());
	}

	@Test
	void recordAttempt_shouldRecordAContactWithoutATask() {
		ContactAttempt attempt = record(
			spoke(Disposition.DONE).patient(patient.getUuid()).direction(Direction.INBOUND));
		assertThat(attempt.getTasks()).isEmpty();
		assertThat(attempt.getDirection()).isEqualTo(Direction.INBOUND);
	}

	/** P5: with which link of the visit the patient is displeased and whose part it was, and what else came up. */
	@Test
	void recordAttempt_shouldKeepWhatTheContactHasFound() {
		ContactAttempt attempt = record(
			spoke(Disposition.DONE, care).touchpoint(Touchpoint.WAITING).staffRole("Receptionist")
				.need("A check of the child").unresolved("The bill").toldNext("The office writes").durationSeconds(140));
		flushAndClear();

		ContactAttempt read = service.getAttemptByUuid(attempt.getUuid());
		assertThat(read.getTouchpoint()).isEqualTo(Touchpoint.WAITING);
		assertThat(read.getStaffRole()).isEqualTo("Receptionist");
		assertThat(read.getNeed()).isEqualTo("A check of the child");
		assertThat(read.getUnresolved()).isEqualTo("The bill");
		assertThat(read.getToldNext()).isEqualTo("The office writes");
		assertThat(read.getDurationSeconds()).isEqualTo(140);
	}

	@Test
	void recordAttempt_shouldKeepALongNoteInEveryScript() {
		String note = String.join("", Collections.nCopies(9990, "x")) + " 😀 שלום 谢谢";
		ContactAttempt attempt = record(spoke(Disposition.DONE, care).note(note.substring(0, note.length())));
		flushAndClear();
		assertThat(service.getAttemptByUuid(attempt.getUuid()).getNote()).isEqualTo(note);
	}

	@Test
	void recordAttempt_shouldCountAnEmojiAsOneCharacter() {
		String emoji = String.join("", Collections.nCopies(10000, "😀"));
		assertThat(record(spoke(Disposition.DONE, care).note(emoji)).getNote()).isEqualTo(emoji);
		assertRefused(spoke(Disposition.DONE, care).note(emoji + "!"), "too-long", "note");
	}

	@Test
	void recordAttempt_shouldSayWhatDoesNotGoTogether() {
		assertRefused(AttemptRequest.builder().patient(patient.getUuid()), "required", "result");
		assertRefused(request(AttemptResult.NO_ANSWER), "required", "patient");
		assertRefused(request(AttemptResult.NO_ANSWER).tasks(Collections.singletonList("x")), "unknown-value", "tasks");
		assertRefused(request(AttemptResult.NO_ANSWER).patient("x"), "unknown-value", "patient");
		assertRefused(request(AttemptResult.SPOKE, care), "required", "disposition");
		assertRefused(request(AttemptResult.NO_ANSWER, care).disposition(Disposition.DONE), "does-not-go-with-the-result",
			"disposition");
		assertRefused(request(AttemptResult.VOICEMAIL, care).spokeWith(SpokeWith.OTHER), "does-not-go-with-the-result",
			"spokeWith");
		assertRefused(request(AttemptResult.NOT_CALLED, care), "required", "reason");
		assertRefused(request(AttemptResult.NOT_CALLED, care).reason(AttemptReason.MOVED), "does-not-go-with-the-result",
			"reason");
		assertRefused(spoke(Disposition.ENDED, care), "required", "reason");
		assertRefused(spoke(Disposition.ENDED, care).reason(AttemptReason.NO_TIME), "does-not-go-with-the-result", "reason");
		assertRefused(spoke(Disposition.DONE, care).reason(AttemptReason.MOVED), "does-not-go-with-the-result", "reason");
		assertRefused(spoke(Disposition.CALL_BACK, care), "required", "windowFrom");
		assertRefused(spoke(Disposition.CALL_BACK, care).windowFrom(at(1, "10:00")).windowBy(at(1, "10:00")),
			"window-ends-before-it-starts", "windowBy");
		assertRefused(spoke(Disposition.CALL_BACK, care).windowFrom(at("13:00")), "promised-before-the-contact",
			"windowFrom");
		assertRefused(spoke(Disposition.CALL_BACK, care).windowFrom(at(500, "13:00")), "day-out-of-range", "windowBy");
		assertRefused(spoke(Disposition.DONE, care).windowFrom(at(1, "10:00")), "does-not-go-with-the-result", "windowFrom");
		assertRefused(spoke(Disposition.BOOKED, care), "required", "until");
		assertRefused(spoke(Disposition.BOOKED, care).until(MONDAY.minusDays(1)), "day-out-of-range", "until");
		assertRefused(spoke(Disposition.STOP, care), "required", "purposes");
		assertRefused(spoke(Disposition.DONE, care).purposes(EnumSet.of(Purpose.RECALL)), "does-not-go-with-the-result",
			"purposes");
		assertRefused(spoke(Disposition.LANGUAGE, care), "required", "language");
		assertRefused(spoke(Disposition.LANGUAGE, care).language("no such tag"), "language-unknown", "language");
		assertRefused(spoke(Disposition.DONE, care).durationSeconds(-1), "out-of-range", "durationSeconds");
		assertRefused(spoke(Disposition.DONE, care).contactPoint("x"), "unknown-value", "contactPoint");
		assertRefused(request(AttemptResult.WRONG_NUMBER, care), "required", "contactPoint");
		assertRefused(spoke(Disposition.DONE, care).promise(AttemptRequest.Promise.builder().by(at(1, "10:00")).build()),
			"required", "promise.what");
		assertRefused(spoke(Disposition.DONE, care).promise(AttemptRequest.Promise.builder().what("x").build()), "required",
			"promise.by");
		assertRefused(spoke(Disposition.DONE, care).escalate(AttemptRequest.Escalate.builder().reason("x").build()),
			"required", "escalate.kind");
		assertRefused(
			spoke(Disposition.DONE, care)
				.escalate(AttemptRequest.Escalate.builder().kind(Escalation.Kind.SERVICE).build()),
			"required", "escalate.reason");
		assertThat(service.countAttempts(AttemptSearch.builder().patient(patient.getUuid()).build())).isZero();
	}

	@Test
	void recordAttempt_shouldTakeAStartBackToTheAnchorAndNoneInTheFuture() {
		assertRefused(request(AttemptResult.NO_ANSWER, care).startedAt(at("14:06")), "started-in-the-future", "startedAt");
		ContactAttempt ahead = record(request(AttemptResult.NO_ANSWER, care).startedAt(at("14:04")));
		assertThat(ahead.getStartedAt()).as("the caller's clock is ahead").isEqualTo(at("14:00"));
		assertThat(ahead.getFlagCodes()).contains("clock-skew");
		ContactAttempt late = record(request(AttemptResult.NO_ANSWER, care).startedAt(at(-3, "12:00")));
		assertThat(late.getFlagCodes()).contains("late-entry");
		FollowUpTask step = step(plan(patient), "day-1", Purpose.CARE);
		assertRefused(request(AttemptResult.NO_ANSWER, step).startedAt(at(-1, "09:59")), "started-before-the-anchor",
			"startedAt");
		assertThat(record(request(AttemptResult.NO_ANSWER, step).startedAt(at(-1, "10:00"))).getId()).isNotNull();
	}

	@Test
	void recordAttempt_shouldKeepWhoMadeTheContact_besideWhoWroteItDown() {
		User nurse = clinic.aUser("nurse");
		ContactAttempt hers = record(request(AttemptResult.NO_ANSWER, care).calledBy(nurse.getUuid()));
		ContactAttempt own = record(request(AttemptResult.NO_ANSWER, care));
		assertThat(hers.getCalledBy()).isEqualTo(nurse);
		assertThat(hers.getCreator()).isEqualTo(caller());
		assertThat(own.getCalledBy()).isEqualTo(caller());
		assertThat(service.findAttempts(AttemptSearch.builder().calledBy(nurse.getUuid()).build(), new Page(0, 10)))
			.containsExactly(hers);
		assertRefused(request(AttemptResult.NO_ANSWER, care).calledBy("nobody"), "unknown-value", "calledBy");
	}

	@Test
	void recordAttempt_shouldRefuseAClosedTaskWithOneCode() {
		record(spoke(Disposition.DONE, care));
		now = at("14:10");
		assertRefused(spoke(Disposition.DONE, care), "task-closed", "tasks");
		assertRefused(request(AttemptResult.NO_ANSWER, care), "task-closed", "tasks");
	}

	@Test
	void recordAttempt_shouldTakeAContactThatHappenedBeforeTheTaskWasClosed() {
		record(spoke(Disposition.DONE, care));
		now = at("14:10");
		ContactAttempt late = record(request(AttemptResult.NO_ANSWER, care).startedAt(at("10:00")));
		assertThat(late.getId()).isNotNull();
		assertThat(care.getStatus()).isEqualTo(TaskStatus.COMPLETED);
		assertThat(care.getTriesUsed()).isEqualTo(2);
	}

	@Test
	void recordAttempt_shouldCompleteAClosedTaskThatHadNotExpired() {
		care.cancel(Cause.of(caller(), at("10:00"), "by-hand"));
		flush();
		record(spoke(Disposition.DONE, care));
		assertThat(care.getStatus()).isEqualTo(TaskStatus.COMPLETED);
		assertThat(care.getTriesUsed()).isEqualTo(1);
		FollowUpTask expired = task(draft(patient, Purpose.CARE));
		expired.cancel(Cause.of(caller(), at("10:00"), "by-hand"));
		flush();
		now = at(5, "10:00");
		assertRefused(spoke(Disposition.DONE, expired), "task-closed", "tasks");
	}

	@Test
	void recordAttempt_shouldNoteWhatIsOddAndRefuseNothing() {
		sessionFactory.getCurrentSession().createQuery(
			"update retention.FollowUpTask t set t.claimUser = :other, t.claimUntil = :until where t.id = :id")
			.setParameter("other", clinic.aUser("other")).setParameter("until", at("23:30")).setParameter("id", care.getId())
			.executeUpdate();
		now = at("23:00");
		ContactAttempt attempt = record(
			spoke(Disposition.ENDED, care).spokeWith(SpokeWith.OTHER).reason(AttemptReason.MOVED));
		assertThat(attempt.getFlagCodes()).contains("quiet-hours", "claimed-by-another", "said-by-another",
			"relation-missing");
	}

	@Test
	void recordAttempt_shouldKeepWhyCareWasCalledInTheQuietHours() {
		now = at("23:00");
		ContactAttempt attempt = record(
			spoke(Disposition.DONE, care).overrideReason("She bled when she left"));
		flushAndClear();
		ContactAttempt read = service.getAttemptByUuid(attempt.getUuid());
		assertThat(read.getOverrideReason()).isEqualTo("She bled when she left");
		assertThat(read.getFlagCodes()).contains("quiet-hours", "against-policy");
		assertThat(read.getTasks().get(0).getStatus()).isEqualTo(TaskStatus.COMPLETED);
	}

	@Test
	void recordAttempt_shouldRefuseALongerReasonThanIsKept() {
		assertThatThrownBy(
			() -> record(spoke(Disposition.DONE, care).overrideReason(String.join("", Collections.nCopies(256, "x")))))
			.isInstanceOf(RetentionException.class)
			.satisfies(e -> assertThat(((RetentionException) e).getField()).isEqualTo("overrideReason"));
	}

	@Test
	void recordAttempt_shouldFlagASecondDeclineInARow() {
		FollowUpTask one = task(patient, Purpose.RECALL);
		FollowUpTask two = task(patient, Purpose.RECALL);
		assertThat(record(spoke(Disposition.DECLINED_NOW, one)).getFlagCodes()).doesNotContain("declined-again");
		now = at("15:00");
		assertThat(record(spoke(Disposition.DECLINED_NOW, two)).getFlagCodes()).contains("declined-again");
	}

	@Test
	void recordAttempt_shouldHoldTheOtherCallsOfThePatient() {
		FollowUpTask recall = task(patient, Purpose.RECALL);
		record(spoke(Disposition.DONE, care));
		flushAndClear();
		FollowUpTask read = tasksOf(patient).get(1);
		assertThat(read.getUuid()).isEqualTo(recall.getUuid());
		assertThat(read.getHoldReason()).isEqualTo(HoldReason.REST);
		assertThat(read.getWakeAt()).isEqualTo(at(3, "14:00"));
	}

	@Test
	void findAttempts_shouldFilterAndCountAlike() {
		Patient other = clinic.aPatient("Other");
		ContactAttempt noAnswer = record(request(AttemptResult.NO_ANSWER, care).startedAt(at("09:30")));
		ContactAttempt done = record(spoke(Disposition.DONE, care));
		ContactAttempt others = record(request(AttemptResult.NO_ANSWER, task(other, Purpose.CARE)));
		assertFound(AttemptSearch.builder().patient(patient.getUuid()), done, noAnswer);
		assertFound(AttemptSearch.builder().task(care.getUuid()), done, noAnswer);
		assertFound(AttemptSearch.builder().patient(patient.getUuid()).result(AttemptResult.NO_ANSWER), noAnswer);
		assertFound(AttemptSearch.builder().disposition(Disposition.DONE).patient(patient.getUuid()), done);
		assertFound(AttemptSearch.builder().patient(patient.getUuid()).before(at("14:00")), noAnswer);
		assertFound(AttemptSearch.builder().patient(patient.getUuid()).from(at("14:00")), done);
		assertFound(AttemptSearch.builder().recordedBy(caller().getUuid()).patient(other.getUuid()), others);
		service.voidAttempt(done, "wrong patient");
		assertFound(AttemptSearch.builder().patient(patient.getUuid()), noAnswer);
		assertFound(AttemptSearch.builder().patient(patient.getUuid()).includeVoided(true), done, noAnswer);
	}

	@Test
	void findAttempts_shouldRefuseWhatIsUnknown() {
		assertUnknown(AttemptSearch.builder().patient("x"), "patient");
		assertUnknown(AttemptSearch.builder().patient(""), "patient");
		assertUnknown(AttemptSearch.builder().task("x"), "task");
		assertUnknown(AttemptSearch.builder().recordedBy("x"), "recordedBy");
	}

	private void assertFound(AttemptSearch.AttemptSearchBuilder search, ContactAttempt... expected) {
		flush();
		assertThat(service.findAttempts(search.build(), new Page(0, 50))).containsExactly(expected);
		assertThat(service.countAttempts(search.build())).isEqualTo(expected.length);
	}

	private void assertUnknown(AttemptSearch.AttemptSearchBuilder search, String field) {
		assertThatThrownBy(() -> service.findAttempts(search.build(), new Page(0, 50)))
			.isInstanceOfSatisfying(RetentionException.class, e -> {
				assertThat(e.getCode()).isEqualTo("retention.followup.error.unknown-value");
				assertThat(e.getField()).isEqualTo(field);
			});
	}

	private void assertRefused(AttemptRequest.AttemptRequestBuilder request, String code, String field) {
		assertThatThrownBy(() -> service.recordAttempt(request.build())).isInstanceOfSatisfying(RetentionException.class,
			e -> {
				assertThat(e.getCode()).isEqualTo("retention.followup.error." + code);
				assertThat(e.getField()).isEqualTo(field);
			});
	}
}
