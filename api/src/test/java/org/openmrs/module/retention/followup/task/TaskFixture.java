/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Duration;
import java.time.Instant;
import org.openmrs.Patient;
import org.openmrs.User;
import org.openmrs.module.retention.followup.protocol.Purpose;

/** Tasks for tests: a care call in a morning window, unless the test says otherwise. */
public final class TaskFixture {

	public static final Instant NINE = Instant.parse("2026-03-10T08:00:00Z");

	public static final Instant NOON = Instant.parse("2026-03-10T11:00:00Z");

	public static final Instant EVENING_AFTER_NEXT = Instant.parse("2026-03-12T16:00:00Z");

	private TaskFixture() {
	}

	public static TaskDraft.TaskDraftBuilder aTask() {
		return TaskDraft.builder().source(TaskSource.MANUAL).purpose(Purpose.CARE).patient(new Patient())
			.zone("Europe/Oslo").from(NINE).by(NOON)
			.expiresAt(EVENING_AFTER_NEXT).triesMax(3).title("Ask after the pain");
	}

	public static FollowUpTask anOpenTask() {
		return FollowUpTask.open(aTask().build(), cause("created"));
	}

	/** A task that has reached the state by its own verbs. */
	public static FollowUpTask aTaskThatIs(TaskStatus status) {
		FollowUpTask task = anOpenTask();
		become(task, status);
		return task;
	}

	/** The verb that leads into the state. */
	public static void become(FollowUpTask task, TaskStatus status) {
		switch (status) {
			case COMPLETED:
				task.complete(cause("done"));
				break;
			case MISSED:
				task.miss(cause("tries-used"));
				break;
			case CANCELLED:
				task.cancel(cause("by-hand"));
				break;
			case SUPERSEDED:
				task.supersede(cause("newer-plan"));
				break;
			default:
				if (!task.isOpen()) {
					task.reopen(cause("reopened"));
				}
		}
	}

	public static Cause cause(String code) {
		return Cause.of(aUser(1), NINE.plus(Duration.ofMinutes(5)), code);
	}

	public static User aUser(int id) {
		User user = new User(id);
		user.setUuid("user-" + id);
		return user;
	}
}
