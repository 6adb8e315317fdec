/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.openmrs.Location;
import org.openmrs.module.retention.contact.ContactDetail;
import org.openmrs.module.retention.followup.protocol.RedFlag;
import org.openmrs.module.retention.followup.protocol.Script;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.question.Answers;
import org.openmrs.module.retention.question.Question;
import org.openmrs.module.retention.shared.RetentionException;

/** Makes an attempt of a request: checked, flagged, saved and played on its tasks. */
@RequiredArgsConstructor
class AttemptRecorder {

	private final TaskStore store;

	private final AttemptIntake intake;

	private final AttemptDao attempts;

	private final TaskWorlds worlds;

	private final AttemptFlags flags;

	private final AttemptConsequences consequences;

	/** Before anything is read. */
	void lock(AttemptRequest request) {
		if (request.getTasks() != null) {
			store.lockFirst(request.getTasks());
		}
	}

	ContactAttempt record(AttemptRequest given, Caller caller) {
		ContactAttempt before = given.getUuid() == null ? null : attempts.byUuid(given.getUuid());
		return before == null ? recordNew(given, caller) : repeated(before, given, caller);
	}

	/** The same sent again is what it was the first time; another cannot have its uuid. */
	private static ContactAttempt repeated(ContactAttempt before, AttemptRequest given, Caller caller) {
		boolean same = !before.getVoided() && before.getCreator().equals(caller.getUser())
			&& before.getResult() == given.getResult() && before.getDisposition() == given.getDisposition()
			&& Objects.equals(before.getNote(), Texts.optional(given.getNote(), "note", AttemptIntake.NOTE_LENGTH));
		if (!same) {
			throw RetentionException.conflict("retention.followup.error.attempt-uuid-taken", "uuid");
		}
		return before;
	}

	private ContactAttempt recordNew(AttemptRequest given, Caller caller) {
		AttemptRequest request = given.isBesideClosed() ? withoutClosed(given, caller) : given;
		Escalations.check(request.getEscalate());
		List<FollowUpTask> tasks = store.find(request.getTasks() == null ? Collections.emptyList() : request.getTasks());
		store.lock(tasks);
		CallTimes times = times(tasks);
		ContactAttempt attempt = intake.read(request, tasks, times, caller);
		Map<FollowUpTask, List<String>> redFlags = answers(request, attempt, caller);
		Promises.Draft promise = consequences.readPromise(request, attempt, caller);
		List<ContactPromise> explained = consequences.explained(request, attempt);
		consequences.refuseClosed(attempt);
		point(attempt);
		attempt.setConversation(Situation.isConversation(attempt));
		refuseHearsay(attempt, request);
		Set<AttemptFlag> odd = flags.before(request, attempt, times, caller);
		if (attempt.getResult() == AttemptResult.WRONG_NUMBER && odd.contains(AttemptFlag.FOREIGN_NUMBER)) {
			throw RetentionException.invalid("retention.followup.error.foreign-number", "contactPoint");
		}
		if (promise != null) {
			odd.addAll(flags.ofPromise(promise, attempt, times, caller.getNow()));
		}
		attempts.save(attempt);
		odd.addAll(consequences.follow(attempt, request, redFlags, promise, times, caller));
		consequences.interview(attempt, request);
		consequences.explain(explained, attempt);
		attempt.setFlags(AttemptFlags.codes(odd));
		return attempt;
	}

	/** The flags of the promise alone; empty when the request promises nothing. */
	Set<AttemptFlag> checkPromise(AttemptRequest request, Caller caller) {
		List<FollowUpTask> tasks = store.find(request.getTasks() == null ? Collections.emptyList() : request.getTasks());
		CallTimes times = times(tasks);
		ContactAttempt draft = intake.read(request, tasks, times, caller);
		Promises.Draft promise = consequences.readPromise(request, draft, caller);
		return promise == null ? Collections.emptySet() : flags.ofPromise(promise, draft, times, caller.getNow());
	}

	private CallTimes times(List<FollowUpTask> tasks) {
		return tasks.isEmpty() ? worlds.times((Location) null) : worlds.times(tasks.get(0));
	}

	/** What has ended meanwhile is left out with its answers; when nothing remains, it was a contact about the patient. */
	private AttemptRequest withoutClosed(AttemptRequest request, Caller caller) {
		List<FollowUpTask> tasks = store.find(request.getTasks());
		if (tasks.isEmpty()) {
			return request;
		}
		store.lock(tasks);
		ContactAttempt draft = intake.read(request, tasks, worlds.times(tasks.get(0)), caller);
		List<FollowUpTask> closed = consequences.closedTo(draft);
		if (closed.isEmpty()) {
			return request;
		}
		List<String> left = tasks.stream().filter(t -> !closed.contains(t)).map(FollowUpTask::getUuid)
			.collect(Collectors.toList());
		return request.toBuilder().tasks(left).answers(without(closed, request.getAnswers()))
			.surveyAnswers(without(closed, request.getSurveyAnswers()))
			.patient(left.isEmpty() ? draft.getPatientUuid() : request.getPatient()).build();
	}

	private static Map<String, Map<String, Object>> without(List<FollowUpTask> closed,
		Map<String, Map<String, Object>> given) {
		Map<String, Map<String, Object>> answers = new LinkedHashMap<>(given == null ? Collections.emptyMap() : given);
		answers.keySet().removeIf(task -> closed.stream().anyMatch(t -> t.getUuid().equals(task)));
		return answers;
	}

	/** Checked against the scripts; what raises a red flag is answered by task, in the caller's language. */
	private Map<FollowUpTask, List<String>> answers(AttemptRequest request, ContactAttempt attempt, Caller caller) {
		Map<FollowUpTask, List<String>> redFlags = new LinkedHashMap<>();
		if (request.getAnswers() == null) {
			return redFlags;
		}
		request.getAnswers().forEach((uuid, given) -> {
			FollowUpTask task = attempt.getTasks().stream().filter(t -> t.getUuid().equals(uuid)).findFirst()
				.orElseThrow(
					() -> RetentionException.invalid("retention.followup.error.answers-to-another-task", "answers", uuid));
			Script script = worlds.script(task);
			(given == null ? Collections.<String, Object>emptyMap() : given).forEach((key, value) -> {
				String field = "answers." + key;
				Question question = Answers.question(worlds.questions(task), key, field);
				String answer = Answers.read(question, value, field);
				RedFlag raised = script.worst(question, answer);
				attempt.answer(task, key, answer, raised == null ? null : raised.getSeverity());
				if (raised != null) {
					redFlags.computeIfAbsent(task, t -> new ArrayList<>())
						.add(question.getText().in(caller.getLocale()) + " " + answer);
				}
			});
		});
		return redFlags;
	}

	/** A survey is answered by whom it asks; so is what is asked about ideas. */
	private static void refuseHearsay(ContactAttempt attempt, AttemptRequest request) {
		if (attempt.isConversation()) {
			return;
		}
		String field = AttemptIntake.given(request.getSurveyAnswers()) != null ? "surveyAnswers"
			: AttemptIntake.given(request.getIdeas()) != null ? "ideas" : null;
		if (field != null) {
			throw RetentionException.invalid("retention.followup.error.does-not-go-with-the-result", field);
		}
	}

	/** A number that nobody noted is the person's, when a single one of theirs works. A wrong one must be known. */
	private void point(ContactAttempt attempt) {
		boolean wrong = attempt.getResult() == AttemptResult.WRONG_NUMBER;
		if (attempt.getPointKey() != null || !wrong && !attempt.isCall()) {
			return;
		}
		List<ContactDetail> numbers = consequences.workingNumbers(attempt.getRingId());
		if (numbers.size() == 1) {
			attempt.setPointKey(numbers.get(0).getKey());
		} else if (wrong) {
			throw RetentionException.invalid("retention.followup.error.required", "contactPoint");
		}
	}
}
