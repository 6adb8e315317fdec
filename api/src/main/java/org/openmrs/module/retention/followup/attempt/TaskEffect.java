/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Value;
import org.openmrs.module.retention.followup.task.Cause;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.HoldReason;
import org.openmrs.module.retention.followup.task.TaskLifeCycle;
import org.openmrs.module.retention.followup.task.TaskStatus;

/** One thing that an attempt does to a task. */
@Value
@AllArgsConstructor(access = AccessLevel.PRIVATE)
class TaskEffect {

	enum Kind {
		COMPLETE, MISS, CANCEL, HOLD, WINDOW, TRY, BUSY, AGAIN, KEEP_UNTIL
	}

	Kind kind;

	/** Reason of the new status, lower case and dashes. */
	String code;

	HoldReason hold;

	/** Start of the window, end of the hold, time of the next try; null: at once, or until it is released. */
	Instant at;

	/** End of the window. */
	Instant by;

	/** End of its worth. */
	Instant expiresAt;

	static TaskEffect complete(String code) {
		return new TaskEffect(Kind.COMPLETE, code, null, null, null, null);
	}

	static TaskEffect miss(String code) {
		return new TaskEffect(Kind.MISS, code, null, null, null, null);
	}

	static TaskEffect cancel(String code) {
		return new TaskEffect(Kind.CANCEL, code, null, null, null, null);
	}

	/** Null: until it is released. */
	static TaskEffect hold(HoldReason reason, Instant until) {
		return new TaskEffect(Kind.HOLD, null, reason, until, null, null);
	}

	static TaskEffect window(Instant from, Instant by, Instant expiresAt) {
		return new TaskEffect(Kind.WINDOW, "call-back-promised", null, from, by, expiresAt);
	}

	/** A try is used; the next not before then, null: whenever its window and hold allow. */
	static TaskEffect tryUsed(Instant next) {
		return new TaskEffect(Kind.TRY, null, null, next, null, null);
	}

	static TaskEffect busy(Instant next) {
		return new TaskEffect(Kind.BUSY, null, null, next, null, null);
	}

	/** No try is used. */
	static TaskEffect again(Instant next) {
		return new TaskEffect(Kind.AGAIN, null, null, next, null, null);
	}

	/** It is worth doing until then at least. */
	static TaskEffect keepUntil(Instant expiresAt) {
		return new TaskEffect(Kind.KEEP_UNTIL, null, null, null, null, expiresAt);
	}

	static List<TaskEffect> none() {
		return Collections.emptyList();
	}

	static List<TaskEffect> all(TaskEffect... effects) {
		return Arrays.asList(effects);
	}

	/** On a closed task only a completion counts, with its try: the contact was made while it could still be. */
	static void apply(List<TaskEffect> effects, FollowUpTask task, Cause cause) {
		boolean late = !task.isOpen() && TaskLifeCycle.after(task.getStatus()).contains(TaskStatus.COMPLETED);
		boolean completes = effects.stream().anyMatch(effect -> effect.kind == Kind.COMPLETE);
		if (late && completes) {
			effects.stream().filter(effect -> effect.kind == Kind.TRY).forEach(effect -> task.useLateTry());
			effects.stream().filter(effect -> effect.kind == Kind.COMPLETE)
				.forEach(effect -> task.complete(cause.withCode(effect.code)));
		} else {
			effects.stream().filter(effect -> task.isOpen()).forEach(effect -> effect.change(task, cause));
		}
	}

	private void change(FollowUpTask task, Cause cause) {
		switch (kind) {
			case COMPLETE:
				task.complete(cause.withCode(code));
				break;
			case MISS:
				task.miss(cause.withCode(code));
				break;
			case CANCEL:
				task.cancel(cause.withCode(code));
				break;
			case HOLD:
				if (hold != HoldReason.REST || !task.isCallBack()) {
					task.hold(hold, at);
				}
				break;
			case WINDOW:
				task.promise(at, by, expiresAt, cause.withCode(code));
				break;
			case TRY:
				task.useTry(at);
				break;
			case BUSY:
				task.busy(at);
				break;
			case KEEP_UNTIL:
				task.keepUntil(expiresAt);
				break;
			default:
				task.tryAgain(at);
		}
	}
}
