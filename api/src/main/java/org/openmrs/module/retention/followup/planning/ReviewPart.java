/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.openmrs.module.retention.followup.task.PlanStatus;
import org.openmrs.module.retention.shared.Watermarks;

/**
 * Holds a bounded slice of the plans of one state against their anchors and patients, and goes on with the next slice the
 * next time, around and around: what was voided, purged, edited or died without our notice is found.
 */
class ReviewPart implements SweepPart {

	private static final int SLICE = 2000;

	private static final int SIZE = 500;

	private final PlanStatus status;

	private final PlanDao plans;

	private final PlanReview review;

	private final EncounterChunks chunks;

	private final Slices slices;

	private final Watermarks watermarks;

	ReviewPart(PlanStatus status, PlanDao plans, PlanReview review, EncounterChunks chunks, Slices slices,
		Watermarks watermarks) {
		this.status = status;
		this.plans = plans;
		this.review = review;
		this.chunks = chunks;
		this.slices = slices;
		this.watermarks = watermarks;
	}

	@Override
	public String getName() {
		return "review/" + status.name();
	}

	@Override
	public void sweep(PlanningRun run, BooleanSupplier stillOurs) {
		Watermarks.Mark mark = slices.run(() -> watermarks.get(getName()));
		long after = mark == null ? 0 : mark.getPosition();
		for (int done = 0; done < SLICE; done += SIZE) {
			long from = after;
			List<PlanState> slice = slices.run(() -> plans.states(status, from, SIZE));
			review(slice, run);
			chunks.plan(run.encountersAgain(), run);
			after = slice.size() < SIZE ? 0 : slice.get(slice.size() - 1).getPlanId();
			keep(after);
			if (after == 0 || !stillOurs.getAsBoolean()) {
				return;
			}
		}
	}

	private void review(List<PlanState> slice, PlanningRun run) {
		List<PlanState> concerned = slice.stream().filter(p -> p.isActive() || PlanReview.isRestorable(p))
			.collect(Collectors.toList());
		slices.each(concerned, some -> review.review(some, run), PlanState::getPlanId, run);
	}

	private void keep(long position) {
		slices.run(() -> {
			watermarks.set(getName(), position);
			return null;
		});
	}
}
