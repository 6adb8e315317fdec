/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.retention.followup.attempt.Contacts.NURSE;
import static org.openmrs.module.retention.followup.attempt.Contacts.at;
import static org.openmrs.module.retention.followup.attempt.Contacts.anAttempt;
import static org.openmrs.module.retention.followup.attempt.Contacts.draft;
import static org.openmrs.module.retention.followup.attempt.Contacts.notCalled;
import static org.openmrs.module.retention.followup.attempt.Contacts.spoke;
import static org.openmrs.module.retention.followup.attempt.Contacts.task;
import static org.openmrs.module.retention.followup.attempt.Contacts.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.openmrs.Patient;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.task.Cause;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.HoldReason;
import org.openmrs.module.retention.followup.task.TaskStatus;
import org.openmrs.module.retention.followup.task.TaskTimes;

/** Taking attempts back, and entering them late, gives what the rest would have given in their order. */
class AttemptReplayTest {

	private static final Cause UNDO = Cause.of(NURSE, at(9, "09:00"), "attempt-voided").withAttemptId(1);

	@Property(tries = 500)
	void voiding_shouldLeaveWhatTheRemainingAttemptsMake(@ForAll("kinds") List<Kind> kinds, @ForAll Random order) {
		Household household = new Household();
		List<ContactAttempt> standing = new ArrayList<>();
		for (Kind kind : kinds) {
			standing.add(household.record(kind, standing));
		}
		Collections.shuffle(standing, order);
		while (!standing.isEmpty()) {
			standing.remove(standing.size() - 1);
			household.replay(standing);
			assertThat(household.state()).isEqualTo(household.playedAfresh(standing));
		}
		assertThat(household.state()).isEqualTo(new Household().state());
	}

	@Property(tries = 300)
	void recordingLate_shouldGiveTheSameAsRecordingInOrder(@ForAll("kinds") List<Kind> kinds) {
		Household late = new Household();
		List<ContactAttempt> standing = new ArrayList<>();
		for (Kind kind : kinds) {
			standing.add(late.record(kind, standing));
		}
		assertThat(late.state()).isEqualTo(late.playedAfresh(standing));
	}

	@Example
	void replay_shouldKeepWhatAPersonDidByHand() {
		FollowUpTask task = Contacts.aCareTask();
		ContactAttempt noAnswer = anAttempt(AttemptResult.NO_ANSWER, at("09:30"), task);
		AttemptRules.play(task, noAnswer.getLinks().get(0), Collections.emptyList(), world());
		task.cancel(Cause.of(NURSE, at("11:00"), "by-hand").withNote("Moved abroad"));
		AttemptRules.replay(task, Collections.emptyList(), world(), UNDO);
		assertThat(task.getStatus()).isEqualTo(TaskStatus.CANCELLED);
		assertThat(task.getEndedAt()).isEqualTo(at("11:00"));
		assertThat(task.getTriesUsed()).isZero();
	}

	@Example
	void replay_shouldCompleteATaskThatWasClosedAfterTheContact() {
		FollowUpTask task = Contacts.aCareTask();
		task.cancel(Cause.of(NURSE, at("11:00"), "by-hand"));
		ContactAttempt done = spoke(Disposition.DONE, at("10:00"), task);
		AttemptRules.replay(task, done.getLinks(), world(), UNDO);
		assertThat(task.getStatus()).isEqualTo(TaskStatus.COMPLETED);
		assertThat(task.getEndedAt()).isEqualTo(at("10:00"));
		AttemptRules.replay(task, Collections.emptyList(), world(), UNDO);
		assertThat(task.getStatus()).as("taken back: as the hand left it").isEqualTo(TaskStatus.CANCELLED);
	}

	@Example
	void replay_shouldKeepAHoldThatNoAttemptSet() {
		FollowUpTask task = Contacts.aRecall();
		task.hold(HoldReason.VERIFY, at(2, "12:00"));
		AttemptRules.replay(task, Collections.emptyList(), world(), UNDO);
		assertThat(task.getHoldReason()).isEqualTo(HoldReason.VERIFY);
		assertThat(task.getHoldUntil()).isEqualTo(at(2, "12:00"));
	}

	@Example
	void replay_shouldKeepWhatASupervisorHolds_thoughNoNumberWorkedMeanwhile() {
		for (HoldReason held : new HoldReason[]{ HoldReason.VERIFY, HoldReason.FLOOD }) {
			FollowUpTask task = Contacts.aRecall();
			task.hold(held, null);
			ContactAttempt wrong = anAttempt(AttemptResult.WRONG_NUMBER, at("10:00"), task);
			AttemptRules.play(task, wrong.getLinks().get(0), Collections.emptyList(),
				world().toBuilder().reachable(false).build());
			assertThat(task.getHoldReason()).isEqualTo(held);
			AttemptRules.replay(task, wrong.getLinks(), world(), UNDO);
			assertThat(task.getHoldReason()).as("a number works again").isEqualTo(held);
			assertThat(task.getWakeAt()).isEqualTo(TaskTimes.UNTIL_RELEASED);
		}
	}

	@Example
	void replay_shouldKeepTheVerification_whenADeathThatWasReportedIsTakenBack() {
		FollowUpTask task = Contacts.aRecall();
		task.hold(HoldReason.DEATH_REPORTED, null);
		task.hold(HoldReason.VERIFY, null);
		AttemptRules.replay(task, Collections.emptyList(), world(), UNDO);
		assertThat(task.getHoldReason()).isEqualTo(HoldReason.VERIFY);
	}

	@Example
	void isLatest_shouldBeFalse_whenAPersonChangedTheTaskAfterTheContact() {
		FollowUpTask task = Contacts.aCareTask();
		task.cancel(Cause.of(NURSE, at("11:00"), "by-hand"));
		ContactAttempt earlier = spoke(Disposition.DONE, at("10:00"), task);
		ContactAttempt later = spoke(Disposition.DONE, at("12:00"), task);
		assertThat(AttemptRules.isLatest(task, earlier, Collections.emptyList())).isFalse();
		assertThat(AttemptRules.isLatest(task, later, Collections.emptyList())).isTrue();
		assertThat(AttemptRules.isLatest(task, earlier, later.getLinks())).isFalse();
	}

	@Provide
	Arbitrary<List<Kind>> kinds() {
		Arbitrary<Integer> what = Arbitraries.integers().between(0, 14);
		Arbitrary<Integer> minute = Arbitraries.integers().between(0, 4 * 24 * 60);
		Arbitrary<Integer> tasks = Arbitraries.integers().between(1, 7);
		return Combinators.combine(what, minute, tasks).as(Kind::new).list().ofMinSize(1).ofMaxSize(7);
	}

	/** One contact: what came of it, when, and which of the household's tasks it answered (bits). */
	private static final class Kind {

		private final int what;

		private final int minute;

		private final int tasks;

		private Kind(int what, int minute, int tasks) {
			this.what = what;
			this.minute = minute;
			this.tasks = tasks;
		}

		@Override
		public String toString() {
			return what + "@" + minute + "/" + tasks;
		}
	}

	/** A patient with a recall and a care task of one plan and a recall of none, and a sibling's on the same telephone. */
	private static final class Household {

		private final Patient patient = Contacts.aPatient();

		private final FollowUpPlan plan = Contacts.aPlan(patient);

		private final List<FollowUpTask> tasks = Arrays.asList(task(draft(patient, Purpose.RECALL).plan(plan).build()),
			task(draft(patient, Purpose.CARE).plan(plan).build()), task(draft(patient, Purpose.MARKETING).build()),
			task(draft(Contacts.aPatient(), Purpose.RECALL).personToRingId(patient.getId()).build()));

		private ContactAttempt record(Kind kind, List<ContactAttempt> earlier) {
			List<FollowUpTask> answered = new ArrayList<>();
			for (int i = 0; i < 3; i++) {
				if ((kind.tasks & 1 << i) != 0) {
					answered.add(tasks.get(i));
				}
			}
			ContactAttempt attempt = attempt(kind, answered.toArray(new FollowUpTask[0]));
			for (FollowUpTask other : tasks) {
				if (!answered.contains(other)) {
					Contacts.link(attempt, other, AttemptTask.Role.AFFECTED);
				}
			}
			for (AttemptTask link : attempt.getLinks()) {
				List<AttemptTask> others = linksOf(link.getTask(), earlier);
				if (AttemptRules.isLatest(link.getTask(), attempt, others)) {
					AttemptRules.play(link.getTask(), link, others, world());
				} else {
					others.add(link);
					AttemptRules.replay(link.getTask(), others, world(), UNDO);
				}
			}
			return attempt;
		}

		private static ContactAttempt attempt(Kind kind, FollowUpTask... answered) {
			Instant at = at("08:00").plus(Duration.ofMinutes(kind.minute));
			if (kind.what < Disposition.values().length) {
				ContactAttempt spoke = spoke(Disposition.values()[kind.what], at, answered);
				spoke.setReason(AttemptReason.PRICE);
				spoke.setPurposes("RECALL,SURVEY");
				spoke.setUntilDate(Contacts.MONDAY.plusDays(5));
				spoke.setWindowFrom(at.plus(Duration.ofHours(30)));
				spoke.setWindowBy(at.plus(Duration.ofHours(31)));
				return spoke;
			}
			switch (kind.what) {
				case 9:
					return anAttempt(AttemptResult.NO_ANSWER, at, answered);
				case 10:
					return anAttempt(AttemptResult.VOICEMAIL, at, answered);
				case 11:
				case 12:
					return anAttempt(AttemptResult.BUSY, at, answered);
				case 13:
					return anAttempt(AttemptResult.WRONG_NUMBER, at, answered);
				default:
					return notCalled(AttemptReason.SEEN_IN_PERSON, at, answered);
			}
		}

		private void replay(List<ContactAttempt> standing) {
			tasks.forEach(t -> AttemptRules.replay(t, linksOf(t, standing), world(), UNDO));
		}

		/** State of untouched twins of the tasks after the attempts, one by one in the order in which they happened. */
		private List<String> playedAfresh(List<ContactAttempt> standing) {
			List<String> states = new ArrayList<>();
			for (FollowUpTask task : tasks) {
				FollowUpTask twin = twin(task);
				List<AttemptTask> played = new ArrayList<>();
				for (AttemptTask link : AttemptRules.inOrder(linksOf(task, standing))) {
					AttemptRules.play(twin, link, played, world());
					played.add(link);
				}
				states.add(state(twin));
			}
			return states;
		}

		private static FollowUpTask twin(FollowUpTask task) {
			return task(draft(task.getPatient(), task.getPurpose()).plan(task.getPlan())
				.personToRingId(task.getPersonToRingId()).build());
		}

		private static List<AttemptTask> linksOf(FollowUpTask task, List<ContactAttempt> attempts) {
			return attempts.stream().flatMap(a -> a.getLinks().stream()).filter(l -> l.getTask() == task)
				.collect(Collectors.toList());
		}

		private List<String> state() {
			return tasks.stream().map(Household::state).collect(Collectors.toList());
		}

		private static String state(FollowUpTask t) {
			return String.join(" ", String.valueOf(t.getStatus()),
				t.getStatus() == TaskStatus.OPEN ? "" : t.getStatusReason(),
				String.valueOf(t.getEndedAt()), String.valueOf(t.getDueFrom()), String.valueOf(t.getDueBy()),
				String.valueOf(t.getExpiresAt()), String.valueOf(t.getHoldReason()), String.valueOf(t.getHoldUntil()),
				String.valueOf(t.getTriesUsed()), String.valueOf(t.getBusySignals()), String.valueOf(t.getNextTryAt()),
				String.valueOf(t.getWakeAt()), String.valueOf(t.getListClass()));
		}
	}
}
