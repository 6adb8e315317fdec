/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;
import lombok.extern.slf4j.Slf4j;
import org.openmrs.module.retention.shared.Watermarks;

/** Merges done elsewhere, or whose rows could not be moved at once. */
@Slf4j
class MergePart implements SweepPart, Rereading {

	private static final int SIZE = 200;

	private final MergeDao merges;

	private final PatientMerge merge;

	private final Slices slices;

	private final Trail trail;

	MergePart(MergeDao merges, PatientMerge merge, Slices slices, Watermarks watermarks, Clock clock) {
		this.merges = merges;
		this.merge = merge;
		this.slices = slices;
		this.trail = new Trail(getName(), watermarks, clock);
	}

	@Override
	public String getName() {
		return "merge";
	}

	@Override
	public synchronized void sweep(PlanningRun run, BooleanSupplier stillOurs) {
		long after = slices.run(() -> trail.begin(merges.lastId()));
		List<Object[]> rows = next(after);
		while (!rows.isEmpty()) {
			rows.stream().filter(row -> !trail.isRead((Integer) row[0]) && apply(row, run))
				.forEach(row -> trail.read((Integer) row[0]));
			if (!stillOurs.getAsBoolean()) {
				return;
			}
			after = (Integer) rows.get(rows.size() - 1)[0];
			rows = next(after);
		}
		slices.run(() -> {
			trail.finish();
			return null;
		});
	}

	@Override
	public long reread(long after, PlanningRun run) {
		List<Object[]> rows = slices.run(() -> merges.standingMerges(after, merges.lastId(), SIZE));
		rows.forEach(row -> apply(row, run));
		return rows.isEmpty() ? END : (Integer) rows.get(rows.size() - 1)[0];
	}

	/** False: it failed. */
	private boolean apply(Object[] row, PlanningRun run) {
		try {
			if (slices.run(() -> merge.move((Integer) row[2], (Integer) row[1], run.because(Reasons.MERGED)))) {
				run.getReport().merged();
			}
			return true;
		}
		catch (RuntimeException e) {
			log.error("The rows of merge {} could not be moved", row[0], e);
			run.getReport().failed();
			return false;
		}
	}

	private List<Object[]> next(long after) {
		return slices.run(() -> merges.merges(after, trail.end(), SIZE));
	}
}
