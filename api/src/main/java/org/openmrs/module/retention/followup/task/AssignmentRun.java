/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.openmrs.User;

/** One bounded batch of giving tasks to somebody who can work them. */
class AssignmentRun {

	static final int BATCH = 200;

	private final StaffDao staff;

	private final TaskDao tasks;

	private final TaskQueries queries;

	private final Clock clock;

	AssignmentRun(StaffDao staff, TaskDao tasks, TaskQueries queries, Clock clock) {
		this.staff = staff;
		this.tasks = tasks;
		this.queries = queries;
		this.clock = clock;
	}

	int batch(User actor) {
		Instant now = clock.instant();
		String defaultRole = queries.defaultRole();
		Set<Integer> ids = new LinkedHashSet<>(staff.tasksOfTheGone(defaultRole, BATCH));
		if (ids.size() < BATCH) {
			ids.addAll(staff.tasksToResolve(now, BATCH - ids.size()));
		}
		Assignments assignments = new Assignments(staff.staff(), defaultRole);
		List<FollowUpTask> found = tasks.byIds(ids);
		for (FollowUpTask task : found) {
			assign(task, assignments, Cause.of(actor, now, "assignee-cannot-work"));
		}
		tasks.flush();
		return found.size();
	}

	private static void assign(FollowUpTask task, Assignments assignments, Cause cause) {
		Integer encounterId = task.getPlan() == null ? null : task.getPlan().getEncounterId();
		task.assignByRule(assignments.resolve(task.getAssignmentLinks(), encounterId,
			cause.getAt().atZone(ZoneId.of(task.getZone()))), cause);
	}
}
