/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.openmrs.module.retention.shared.RetentionException;

/**
 * Which states may follow which. A closed task opens again when what closed it is taken back, and is completed by an
 * attempt that was made in time and entered late; no other way leads out of a closed state.
 */
public final class TaskLifeCycle {

	private static final Map<TaskStatus, Set<TaskStatus>> TASK = new EnumMap<>(TaskStatus.class);

	private static final Map<PlanStatus, Set<PlanStatus>> PLAN = new EnumMap<>(PlanStatus.class);

	static {
		TASK.put(TaskStatus.OPEN,
			EnumSet.of(TaskStatus.COMPLETED, TaskStatus.MISSED, TaskStatus.CANCELLED, TaskStatus.SUPERSEDED));
		TASK.put(TaskStatus.COMPLETED, EnumSet.of(TaskStatus.OPEN));
		TASK.put(TaskStatus.MISSED, EnumSet.of(TaskStatus.OPEN, TaskStatus.COMPLETED));
		TASK.put(TaskStatus.CANCELLED, EnumSet.of(TaskStatus.OPEN, TaskStatus.COMPLETED));
		TASK.put(TaskStatus.SUPERSEDED, EnumSet.of(TaskStatus.OPEN, TaskStatus.COMPLETED));
		PLAN.put(PlanStatus.ACTIVE, EnumSet.complementOf(EnumSet.of(PlanStatus.ACTIVE)));
		PLAN.put(PlanStatus.COMPLETED, EnumSet.of(PlanStatus.ACTIVE));
		PLAN.put(PlanStatus.FULFILLED, EnumSet.of(PlanStatus.ACTIVE));
		PLAN.put(PlanStatus.CANCELLED, EnumSet.of(PlanStatus.ACTIVE));
		PLAN.put(PlanStatus.SUPERSEDED, EnumSet.of(PlanStatus.ACTIVE));
		PLAN.put(PlanStatus.MERGED, EnumSet.noneOf(PlanStatus.class));
	}

	private TaskLifeCycle() {
	}

	public static Set<TaskStatus> after(TaskStatus status) {
		return Collections.unmodifiableSet(TASK.get(status));
	}

	public static Set<PlanStatus> after(PlanStatus status) {
		return Collections.unmodifiableSet(PLAN.get(status));
	}

	static void check(TaskStatus from, TaskStatus to) {
		if (!TASK.get(from).contains(to)) {
			throw RetentionException.conflict("retention.followup.error.transition-not-allowed", "status", from, to);
		}
	}

	static void check(PlanStatus from, PlanStatus to) {
		if (!PLAN.get(from).contains(to)) {
			throw RetentionException.conflict("retention.followup.error.transition-not-allowed", "status", from, to);
		}
	}
}
