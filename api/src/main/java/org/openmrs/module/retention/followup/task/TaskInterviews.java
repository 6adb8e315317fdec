/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.openmrs.User;

/** Surveys that are asked in the contacts of tasks; the feature that has surveys implements it. */
public interface TaskInterviews {

	/**
	 * By task id; a task of which nothing is asked now has no entry. In a number of statements that does not grow with the
	 * tasks.
	 *
	 * @param caller who would ask
	 */
	Map<Integer, TaskInterview> of(Collection<FollowUpTask> tasks, User caller);

	/**
	 * Stores what was answered in a contact about the task, in the caller's transaction. The caller needs the privilege to
	 * write down answers.
	 *
	 * @param asker who made the contact
	 * @param at when
	 * @param given by question key; all that is wrong with them is refused, under {@code surveyAnswers.}
	 * @throws org.openmrs.module.retention.shared.RetentionException a conflict, when nothing can be asked of the task any more
	 */
	void answer(FollowUpTask task, User asker, Instant at, Map<String, Object> given);

	/** The contact is taken back, and with it what was answered in it; it can be asked again. */
	void withdraw(FollowUpTask task, User actor, Instant at, String reason);
}
