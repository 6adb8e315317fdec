/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.hibernate.SessionFactory;
import org.openmrs.module.retention.followup.task.Cause;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.PlanStatus;
import org.openmrs.module.retention.followup.task.TaskStatus;

/** A plan ends with its last open step, and goes on when a contact that ended a step is taken back. */
@RequiredArgsConstructor
class PlanEndings {

	private static final String STEPS_ENDED = "steps-ended";

	private static final Set<String> ENDED_BY_CONTACTS = new HashSet<>(Arrays.asList(STEPS_ENDED, "declined-now", "refused",
		"relationship-ended", "thinking-silence", "unnecessary", "death-report-withdrawn"));

	private final SessionFactory sessionFactory;

	private final TaskStore store;

	/** After the tasks have changed. */
	void settle(Collection<FollowUpTask> tasks, Cause cause) {
		sessionFactory.getCurrentSession().flush();
		Set<FollowUpPlan> plans = tasks.stream().map(FollowUpTask::getPlan).filter(Objects::nonNull)
			.collect(Collectors.toCollection(LinkedHashSet::new));
		for (FollowUpPlan plan : plans) {
			boolean open = store.hasOpenSteps(plan);
			if (plan.isActive() && !open) {
				end(plan, tasks, cause);
			} else if (!plan.isActive() && open) {
				resume(plan, tasks, cause);
			}
		}
	}

	private static void end(FollowUpPlan plan, Collection<FollowUpTask> tasks, Cause cause) {
		String cancelled = tasks.stream().filter(t -> plan.equals(t.getPlan()) && t.getStatus() == TaskStatus.CANCELLED)
			.map(FollowUpTask::getStatusReason).filter(ENDED_BY_CONTACTS::contains).findFirst().orElse(null);
		if (cancelled == null) {
			plan.complete(cause.withCode(STEPS_ENDED));
		} else {
			plan.cancel(cause.withCode(cancelled));
		}
	}

	/** A plan that ended for another reason stays ended, and so do its steps. */
	private static void resume(FollowUpPlan plan, Collection<FollowUpTask> tasks, Cause cause) {
		if (plan.getStatus() != PlanStatus.MERGED && ENDED_BY_CONTACTS.contains(plan.getStatusReason())) {
			plan.resume(cause);
		} else {
			tasks.stream().filter(t -> plan.equals(t.getPlan()) && t.isOpen())
				.forEach(t -> t.cancel(cause.withCode("plan-ended")));
		}
	}
}
