/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.openmrs.User;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.shared.RetentionException;

/** Promises as contacts make, keep and overtake them. */
@RequiredArgsConstructor
class Promises {

	private static final int PROMISED_LENGTH = 500;

	private static final int REASON_LENGTH = 255;

	private final PromiseDao promises;

	private final AttemptDao attempts;

	private final References references;

	private final FollowOnTasks followOn;

	/** Who is to keep what was promised, and until when; refused when it does not say. Null: nothing was promised. */
	Draft read(AttemptRequest request, ContactAttempt attempt, Caller caller) {
		boolean callBack = attempt.getDisposition() == Disposition.CALL_BACK;
		AttemptRequest.Promise given = request.getPromise();
		if (given == null && !callBack) {
			return null;
		}
		Draft draft = new Draft();
		draft.from = callBack ? attempt.getWindowFrom() : attempt.getStartedAt();
		draft.by = callBack ? attempt.getWindowBy() : given.getBy();
		draft.what = caller.text("retention.followup.title.call-back");
		if (given != null) {
			if (callBack) {
				String what = Texts.optional(given.getWhat(), "promise.what", PROMISED_LENGTH);
				draft.what = what == null ? draft.what : what;
			} else {
				draft.what = Texts.required(given.getWhat(), "promise.what", PROMISED_LENGTH);
				checkBy(draft);
			}
			draft.owner = given.getOwner() == null ? null : references.user(given.getOwner(), "promise.owner");
			draft.role = given.getRole() == null ? null : references.role(given.getRole(), "promise.role");
		}
		return draft;
	}

	/** A call-back is kept by a task: the leading one of the contact, or one that is made for it. */
	void make(Draft draft, ContactAttempt attempt, Caller caller) {
		FollowUpTask task = null;
		if (attempt.getDisposition() == Disposition.CALL_BACK) {
			List<FollowUpTask> answered = attempt.getTasks();
			task = answered.isEmpty() ? followOn.ringBack(attempt, draft.what, draft.from, draft.by, caller)
				: answered.get(0);
			if (draft.owner != null || draft.role != null) {
				FollowUpTask kept = task;
				kept.assignByHand(draft.owner, draft.owner == null ? draft.role : null,
					FollowOnTasks.cause(attempt, caller.getUser(), caller.getNow(), "promised"));
			}
		}
		ContactPromise promise = new ContactPromise(attempt, task, draft.what, draft.from, draft.by);
		boolean callersOwn = draft.owner == null && draft.role == null && task == null;
		promise.assign(callersOwn ? attempt.getCalledBy() : draft.owner, draft.owner == null ? draft.role : null);
		promises.save(promise);
	}

	/** What the contact explains cannot be kept; refused when it is not theirs, not open or a call. */
	List<ContactPromise> explained(AttemptRequest request, ContactAttempt attempt) {
		List<ContactPromise> explained = new ArrayList<>();
		for (String uuid : new LinkedHashSet<>(
			request.getWithdraws() == null ? Collections.<String>emptyList() : request.getWithdraws())) {
			ContactPromise promise = references.promise(uuid, "withdraws");
			boolean theirs = attempt.getPatients().stream().anyMatch(p -> p.getUuid().equals(promise.getPatientUuid()));
			if (!theirs) {
				throw RetentionException.invalid("retention.followup.error.promise-to-somebody-else", "withdraws", uuid);
			}
			if (promise.getTask() != null) {
				throw RetentionException.invalid("retention.followup.error.promise-is-a-call", "withdraws", uuid);
			}
			promise.requireThatItMayBecome(ContactPromise.Status.WITHDRAWN);
			explained.add(promise);
		}
		return explained;
	}

	/** They do not stand any more. */
	void explain(List<ContactPromise> explained, ContactAttempt attempt) {
		for (ContactPromise promise : explained) {
			promise.explain(attempt, Texts.cut(attempt.getToldCannot(), REASON_LENGTH));
			promises.save(promise);
		}
	}

	/**
	 * What the contacts that stand make of the promises that the tasks keep: the first later conversation in or after the
	 * window keeps one; an earlier one overtakes it when it ended the task or agreed on another time.
	 */
	void settle(Collection<FollowUpTask> tasks) {
		for (ContactPromise promise : promises.keptBy(tasks)) {
			if (promise.getSettledBy() != null) {
				promise.reopen();
			}
			if (promise.getStatus() == ContactPromise.Status.OPEN) {
				settle(promise);
			}
			promises.save(promise);
		}
	}

	private void settle(ContactPromise promise) {
		ContactAttempt made = promise.getAttempt();
		Comparator<ContactAttempt> order = Comparator.comparing(ContactAttempt::getStartedAt)
			.thenComparing(ContactAttempt::getId);
		List<ContactAttempt> later = attempts.links(promise.getTask()).stream()
			.filter(l -> l.getRole() == AttemptTask.Role.ANSWERED).map(AttemptTask::getAttempt)
			.filter(a -> a.getResult() == AttemptResult.SPOKE && order.compare(a, made) > 0).sorted(order)
			.collect(Collectors.toList());
		for (ContactAttempt contact : later) {
			if (!contact.getStartedAt().isBefore(promise.getDueFrom())) {
				promise.keep(contact.getStartedAt(), contact);
				return;
			}
			boolean ended = !promise.getTask().isOpen() && contact == later.get(later.size() - 1);
			if (ended || contact.getDisposition() == Disposition.CALL_BACK) {
				promise.withdraw(contact.getStartedAt(), contact);
				return;
			}
		}
	}

	/** The contact is taken back: what it made is withdrawn, what it explained stands again. */
	void withdraw(ContactAttempt attempt, Caller caller, String reason) {
		for (ContactPromise promise : promises.explainedBy(attempt)) {
			promise.reopen();
			promises.save(promise);
		}
		for (ContactPromise promise : promises.of(attempt)) {
			if (promise.getStatus() != ContactPromise.Status.WITHDRAWN) {
				if (promise.getStatus() != ContactPromise.Status.OPEN) {
					promise.reopen();
				}
				promise.withdraw(caller.getNow(), attempt);
			}
			promise.setVoided(true);
			promise.setVoidedBy(caller.getUser());
			promise.setDateVoided(Date.from(caller.getNow()));
			promise.setVoidReason(reason);
			promises.save(promise);
		}
	}

	private static void checkBy(Draft draft) {
		if (draft.by == null) {
			throw RetentionException.invalid("retention.followup.error.required", "promise.by");
		}
		if (draft.by.isBefore(draft.from)) {
			throw RetentionException.invalid("retention.followup.error.promised-before-the-contact", "promise.by");
		}
	}

	/** A promise as it was read. */
	static final class Draft {

		private String what;

		private Instant from;

		private Instant by;

		private User owner;

		private String role;

		Instant getFrom() {
			return from;
		}

		Instant getBy() {
			return by;
		}

		User getOwner() {
			return owner;
		}

		String getRole() {
			return role;
		}
	}
}
