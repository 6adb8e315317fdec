/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.util.ArrayList;
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

	private Long leastLimit;

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
		written.forEach((draft, planId) -> {
			if (!draft.isFlooded()) {
				counts.get(draft.getRule().getProtocolId()).plans.add(planId);
			}
		});
	}

	/** At the end: holds what was written before the limit was passed. */
	void close() {
		for (Count count : counts.values()) {
			if (count.isFlood()) {
				dao.hold(count.plans);
				run.getReport().flooded(count.rule, count.tasks);
			}
		}
	}

	private long leastLimit() {
		if (leastLimit == null) {
			leastLimit = dao.leastLimit();
		}
		return leastLimit;
	}

	/** What is made for one protocol. */
	private final class Count {

		private final ProtocolRule rule;

		private long tasks;

		/** Those that were not held when they were written. */
		private final List<Integer> plans = new ArrayList<>();

		private Long limit;

		Count(ProtocolRule rule) {
			this.rule = rule;
		}

		/** What is usual is only looked at when it matters. */
		boolean isFlood() {
			Integer named = rule.getDefinition().getFloodLimit();
			if (limit == null && named == null && tasks <= leastLimit()) {
				return false;
			}
			if (limit == null) {
				limit = named == null ? dao.usualLimit(rule.getProtocolId(), run.getNow()) : Long.valueOf(named);
			}
			return tasks > limit;
		}
	}
}
