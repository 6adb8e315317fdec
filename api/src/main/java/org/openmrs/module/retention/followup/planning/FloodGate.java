/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openmrs.module.retention.followup.task.TaskStatus;

/**
 * Counts what one sweep makes for each protocol. When it is more than the protocol's limit ({@link FloodLimit} by default),
 * all of it is held until a manager releases it: an import or a mistake in a protocol floods nobody's list.
 */
class FloodGate {

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
			if (limit == null) {
				Integer named = rule.getDefinition().getFloodLimit();
				limit = named == null ? dao.usualLimit(rule.getProtocolId(), run.getNow()) : Long.valueOf(named);
			}
			return tasks > limit;
		}
	}
}
