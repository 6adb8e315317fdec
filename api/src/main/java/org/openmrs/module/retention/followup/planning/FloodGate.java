/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openmrs.module.retention.followup.task.TaskStatus;

/**
 * Counts what one sweep makes for each protocol. When it is more than the protocol's limit (by default three times its
 * median day), all of it is held until a manager releases it: an import or a mistake in a protocol floods nobody's list.
 */
class FloodGate {

	/** Fewer never flood anybody. */
	private static final long SMALLEST = 50;

	private static final int TIMES_THE_MEDIAN = 3;

	private final FloodDao dao;

	private final PlanningRun run;

	private final Map<Integer, Count> counts = new HashMap<>();

	FloodGate(FloodDao dao, PlanningRun run) {
		this.dao = dao;
		this.run = run;
	}

	/** Before they are written: holds what goes beyond the limit. */
	void admit(List<PlanDraft> drafts) {
		for (PlanDraft draft : drafts) {
			Count count = counts.computeIfAbsent(draft.getRule().getProtocolId(), id -> new Count(draft.getRule()));
			if (draft.isOld()) {
				continue;
			}
			count.tasks += draft.getSteps().stream().filter(s -> draft.statusOf(s) == TaskStatus.OPEN)
				.filter(s -> !draft.getRule().isByInterval() || s.isDue(run.getNow())).count();
			if (count.isFlood()) {
				draft.holdForManager();
			}
		}
	}

	/** After they were written. */
	void remember(Map<PlanDraft, Integer> written) {
		written.forEach((draft, planId) -> counts.get(draft.getRule().getProtocolId()).made(planId));
	}

	/** At the end: holds what was written before the limit was passed. */
	void close() {
		for (Count count : counts.values()) {
			if (count.isFlood()) {
				dao.hold(count.rule.getProtocolId(), count.firstPlan, count.lastPlan);
				run.getReport().flooded(count.rule, count.tasks);
			}
		}
	}

	private static long median(Collection<Long> days) {
		long[] sorted = days.stream().mapToLong(Long::longValue).sorted().toArray();
		return sorted[sorted.length / 2];
	}

	/** What is made for one protocol. */
	private final class Count {

		private final ProtocolRule rule;

		private long tasks;

		private int firstPlan = Integer.MAX_VALUE;

		private int lastPlan;

		private Long limit;

		Count(ProtocolRule rule) {
			this.rule = rule;
		}

		void made(int planId) {
			firstPlan = Math.min(firstPlan, planId);
			lastPlan = Math.max(lastPlan, planId);
		}

		boolean isFlood() {
			Integer named = rule.getDefinition().getFloodLimit();
			if (named != null) {
				return tasks > named;
			}
			return tasks > SMALLEST && tasks > usual();
		}

		private long usual() {
			if (limit == null) {
				Collection<Long> days = dao.tasksByDay(rule.getProtocolId(), run.getNow());
				limit = days.isEmpty() ? Long.MAX_VALUE : TIMES_THE_MEDIAN * median(days);
			}
			return limit;
		}
	}
}
