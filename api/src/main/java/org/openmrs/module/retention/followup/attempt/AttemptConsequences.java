/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.util.Collections;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.openmrs.User;
import org.openmrs.module.retention.contact.ContactDetail;
import org.openmrs.module.retention.followup.task.Cause;
import org.openmrs.module.retention.followup.task.ContactIdeas;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.HoldReason;
import org.openmrs.module.retention.followup.task.TaskInterviews;
import org.openmrs.module.retention.followup.task.TaskStatus;
import org.openmrs.module.retention.shared.RetentionException;

/** What follows from an attempt, in order, and how it is undone. */
@RequiredArgsConstructor
class AttemptConsequences {

	/** Whoever says so is asked for nothing more. */
	private static final Set<Disposition> GOES = EnumSet.of(Disposition.STOP, Disposition.ENDED,
		Disposition.DEATH_REPORTED);

	private final TaskStore store;

	private final TaskPlayer player;

	private final Reach reach;

	private final Promises promises;

	private final Escalations escalations;

	private final FollowOnTasks followOn;

	private final ChartEncounters chart;

	private final Staff staff;

	private final ServicePause servicePause;

	private final DeathReports deathReports;

	private final AgreedBookings bookings;

	private final SpokenWords words;

	private final TaskInterviews interviews;

	private final ContactIdeas ideas;

	/** How far this node has looked for tasks that wait for a number. */
	private volatile TaskStore.Place lookedAt = TaskStore.Place.BEGINNING;

	Promises.Draft readPromise(AttemptRequest request, ContactAttempt attempt, Caller caller) {
		return promises.read(request, attempt, caller);
	}

	List<ContactPromise> explained(AttemptRequest request, ContactAttempt attempt) {
		return promises.explained(request, attempt);
	}

	void explain(List<ContactPromise> explained, ContactAttempt attempt) {
		promises.explain(explained, attempt);
	}

	void refuseClosed(ContactAttempt attempt) {
		player.refuseClosed(attempt);
	}

	List<FollowUpTask> closedTo(ContactAttempt attempt) {
		return player.closedTo(attempt);
	}

	List<ContactDetail> workingNumbers(Integer personId) {
		return reach.workingNumbers(personId);
	}

	/** The attempt is saved; what is odd about what followed is answered. */
	Set<AttemptFlag> follow(ContactAttempt attempt, AttemptRequest request, Map<FollowUpTask, List<String>> redFlags,
		Promises.Draft promise, CallTimes times, Caller caller) {
		reach.readNumbers(caller);
		reach.write(attempt, times);
		bookings.make(attempt, caller);
		words.keep(attempt);
		List<Escalation> opened = escalations.open(attempt, request, redFlags, caller);
		List<FollowUpTask> others = store.others(attempt);
		store.lock(others);
		player.linkOthers(attempt, others, caller);
		List<FollowUpTask> missed = player.play(attempt, caller);
		chooseWhomToRing(attempt, others, cause(attempt, caller, "contact"));
		pauseForService(attempt, others, opened, caller);
		attempt.getTasks().stream().filter(t -> t.getStatus() == TaskStatus.COMPLETED)
			.map(t -> escalations.seen(t, attempt, caller)).filter(Objects::nonNull)
			.forEach(e -> servicePause.follow(e, caller));
		missed.stream().filter(FollowUpTask::isCritical).forEach(t -> escalations.tellNeverReached(t, caller));
		if (promise != null) {
			promises.make(promise, attempt, caller);
		}
		promises.settle(TaskPlayer.tasksOf(attempt));
		followOnTasks(attempt, times, caller);
		chart.write(attempt, caller);
		return odd(attempt, caller);
	}

	/** Last, for what an answer begins is not what the contact was about. */
	void interview(ContactAttempt attempt, AttemptRequest request) {
		if (request.getIdeas() != null && !request.getIdeas().isEmpty()) {
			ideas.answer(attempt.getUuid(), attempt.getPatientUuid(), attempt.getStartedAt(), request.getIdeas());
		}
		if (request.getSurveyAnswers() == null) {
			return;
		}
		request.getSurveyAnswers().forEach((uuid, given) -> {
			AttemptTask link = attempt.getLinks().stream()
				.filter(l -> l.getRole() == AttemptTask.Role.ANSWERED && l.getTask().getUuid().equals(uuid)).findFirst()
				.orElseThrow(
					() -> RetentionException.invalid("retention.followup.error.answers-to-another-task", "surveyAnswers",
						uuid));
			interviews.answer(link.getTask(), attempt.getCalledBy(), attempt.getStartedAt(), given);
			link.setSurveyAnswered(true);
		});
	}

	private void followOnTasks(ContactAttempt attempt, CallTimes times, Caller caller) {
		deathReports.follow(attempt, caller);
		if (attempt.getDisposition() == Disposition.THINKING) {
			attempt.getTasks().stream().filter(t -> t.getStatus() == TaskStatus.COMPLETED && t.getPatient() != null)
				.forEach(t -> followOn.afterThinking(attempt, t, caller));
		} else if (isNeedOpen(attempt) && reach.mayBeInvited(attempt.getPatient(), caller.getNow())) {
			followOn.afterNeed(attempt, caller);
		}
	}

	/** The patient, or who speaks for the patient, named a need and goes on with us. */
	private static boolean isNeedOpen(ContactAttempt attempt) {
		boolean told = attempt.isConversation() || attempt.getReason() == AttemptReason.SEEN_IN_PERSON;
		boolean goes = attempt.getDisposition() != null && GOES.contains(attempt.getDisposition());
		return attempt.getNeed() != null && attempt.getPatient() != null && told && !goes;
	}

	private void pauseForService(ContactAttempt attempt, List<FollowUpTask> others, List<Escalation> opened,
		Caller caller) {
		Set<FollowUpTask> all = TaskPlayer.tasksOf(attempt);
		all.addAll(others);
		opened.stream().filter(e -> e.getKind() == Escalation.Kind.SERVICE)
			.forEach(e -> servicePause.begin(e, all, caller));
	}

	private Set<AttemptFlag> odd(ContactAttempt attempt, Caller caller) {
		Set<AttemptFlag> flags = EnumSet.noneOf(AttemptFlag.class);
		if (attempt.getTasks().stream().anyMatch(t -> t.getHoldReason() == HoldReason.NO_NUMBER)) {
			flags.add(AttemptFlag.NO_NUMBER_LEFT);
		}
		if (attempt.getDisposition() == Disposition.LANGUAGE && !toSpeakers(attempt, caller)) {
			flags.add(AttemptFlag.NOBODY_SPEAKS_LANGUAGE);
		}
		return flags;
	}

	/** To the one who speaks it; several share a queue. False: nobody is known to. */
	private boolean toSpeakers(ContactAttempt attempt, Caller caller) {
		boolean found = true;
		Set<Integer> away = staff.away(caller.getNow());
		for (FollowUpTask task : attempt.getTasks()) {
			String queue = task.getAssigneeRole() != null ? task.getAssigneeRole() : escalations.dutyRole();
			List<User> speakers = Staff.speaking(staff.inRole(queue), attempt.getLanguage());
			speakers.removeIf(u -> u.equals(attempt.getCalledBy()) || away.contains(u.getUserId()));
			found &= !speakers.isEmpty();
			if (task.isOpen() && !speakers.isEmpty() && !servicePause.isWithOwner(task)) {
				User one = speakers.size() == 1 ? speakers.get(0) : null;
				task.assignByHand(one, one == null ? queue : null,
					Cause.of(caller.getUser(), caller.getNow(), "language").withAttemptId(attempt.getId()));
			}
		}
		return found;
	}

	/** A number that works no longer, or again, may change whom one rings for everyone on it. */
	private void chooseWhomToRing(ContactAttempt attempt, List<FollowUpTask> others, Cause cause) {
		if (attempt.getResult() == AttemptResult.WRONG_NUMBER) {
			Set<FollowUpTask> all = TaskPlayer.tasksOf(attempt);
			all.addAll(others);
			reach.choose(all, cause);
		}
	}

	private static Cause cause(ContactAttempt attempt, Caller caller, String code) {
		return Cause.of(caller.getUser(), caller.getNow(), code).withAttemptId(attempt.getId());
	}

	/** Takes the attempt and all that followed from it back. */
	void undo(ContactAttempt attempt, String reason, Caller caller) {
		Set<FollowUpTask> tasks = TaskPlayer.tasksOf(attempt);
		store.lock(tasks);
		List<FollowUpTask> others = attempt.getResult() == AttemptResult.WRONG_NUMBER ? store.others(attempt)
			: Collections.emptyList();
		store.lock(others);
		attempt.setVoided(true);
		attempt.setVoidedBy(caller.getUser());
		attempt.setDateVoided(Date.from(caller.getNow()));
		attempt.setVoidReason(Texts.cut(reason, 255));
		reach.withdraw(attempt, followOn.timesOf(attempt));
		List<Escalation> withdrawn = escalations.withdraw(attempt, caller);
		promises.withdraw(attempt, caller, Texts.cut(reason, 255));
		bookings.withdraw(attempt, caller);
		words.withdraw(attempt);
		attempt.getLinks().stream().filter(AttemptTask::isSurveyAnswered)
			.forEach(l -> interviews.withdraw(l.getTask(), caller.getUser(), caller.getNow(), reason));
		ideas.withdraw(attempt.getUuid());
		Cause cause = cause(attempt, caller, "attempt-voided");
		Stream.concat(Stream.of(followOn.ofDeath(attempt), followOn.ofCallBack(attempt), followOn.ofNeed(attempt)),
			attempt.getTasks().stream().map(t -> followOn.ofThinking(attempt, t))).filter(Objects::nonNull)
			.filter(FollowUpTask::isOpen).forEach(t -> t.cancel(cause));
		player.playWithout(attempt, caller);
		chooseWhomToRing(attempt, others, cause);
		escalations.unseen(attempt, caller).forEach(e -> servicePause.follow(e, caller));
		withdrawn.forEach(e -> servicePause.end(e, caller));
		deathReports.withdraw(attempt, caller);
		promises.settle(tasks);
		chart.withdraw(attempt, Texts.cut(reason, 255));
	}

	/** Calls to the household of somebody whose death is in the chart now go on. */
	int resumeHouseholds(Caller caller, int most) {
		return deathReports.resumeHouseholds(caller, most);
	}

	/**
	 * Tasks that waited for a number go on where one works; what nobody can reach stays as it is. So many are looked at each
	 * time, around and around.
	 */
	int resumeReachable(Caller caller, int most) {
		List<FollowUpTask> held = store.heldForNumber(caller.getNow(), lookedAt, most);
		FollowUpTask last = held.size() < most ? null : held.get(most - 1);
		lookedAt = last == null ? TaskStore.Place.BEGINNING : new TaskStore.Place(last.getExpiresAt(), last.getId());
		Set<FollowUpTask> resumed = reach.reachable(held, caller);
		store.lock(resumed);
		Cause cause = Cause.of(caller.getUser(), caller.getNow(), "number-works");
		resumed.forEach(task -> player.replay(task, cause.withAttemptId(player.lastAttempt(task))));
		reach.choose(resumed, cause);
		return resumed.size();
	}
}
