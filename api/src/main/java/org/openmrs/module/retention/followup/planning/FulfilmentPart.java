/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.openmrs.module.retention.shared.Watermarks;

/**
 * Plans that an encounter has fulfilled which is no longer there, or is voided, without our notice: deleted by SQL, or while
 * the module was off. A stretch of the primary key at a time, around and around.
 */
class FulfilmentPart implements SweepPart {

	/** Keys looked at in one sweep. */
	private static final int STRETCH = 50_000;

	private static final int SIZE = 200;

	private final EncounterDao encounters;

	private final PlanDao plans;

	private final PlanChanges changes;

	private final Slices slices;

	private final Watermarks watermarks;

	FulfilmentPart(EncounterDao encounters, PlanDao plans, PlanChanges changes, Slices slices, Watermarks watermarks) {
		this.encounters = encounters;
		this.plans = plans;
		this.changes = changes;
		this.slices = slices;
		this.watermarks = watermarks;
	}

	@Override
	public String getName() {
		return "review/fulfilled";
	}

	@Override
	public void sweep(PlanningRun run, BooleanSupplier stillOurs) {
		Watermarks.Mark mark = slices.run(() -> watermarks.get(getName()));
		long begin = mark == null ? 0 : mark.getPosition();
		long end = begin + STRETCH;
		long after = begin;
		while (after < end) {
			long from = after;
			List<PlanState> found = slices.run(() -> plans.fulfilledByNone(from, end, SIZE));
			slices.each(found, some -> new FulfilmentReview(encounters, changes, run).review(some, null),
				PlanState::getPlanId, run);
			after = found.size() < SIZE ? end : found.get(found.size() - 1).getPlanId();
			keep(after);
			if (!stillOurs.getAsBoolean()) {
				return;
			}
		}
		if (end >= slices.run(plans::lastId)) {
			keep(0);
		}
	}

	private void keep(long position) {
		slices.run(() -> {
			watermarks.set(getName(), position);
			return null;
		});
	}
}
