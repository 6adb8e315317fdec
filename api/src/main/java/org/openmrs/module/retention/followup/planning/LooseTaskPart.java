/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.util.function.BooleanSupplier;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.shared.Watermarks;

/** Tasks of no plan (made by hand, promised) whose patient has died, was voided or purged, and those for whom it was taken back. */
class LooseTaskPart implements SweepPart {

	/** Keys read at a time; a bounded stretch of the primary key. */
	private static final int STRETCH = 5000;

	private final LooseTaskDao tasks;

	private final MergeDao merges;

	private final Slices slices;

	private final Watermarks watermarks;

	LooseTaskPart(LooseTaskDao tasks, MergeDao merges, Slices slices, Watermarks watermarks) {
		this.tasks = tasks;
		this.merges = merges;
		this.slices = slices;
		this.watermarks = watermarks;
	}

	@Override
	public String getName() {
		return "review/loose-tasks";
	}

	@Override
	public void sweep(PlanningRun run, BooleanSupplier stillOurs) {
		Watermarks.Mark mark = slices.run(() -> watermarks.get(getName()));
		long after = mark == null ? 0 : mark.getPosition();
		slices.run(() -> {
			for (FollowUpTask task : tasks.openOfPatientsGone(after, after + STRETCH)) {
				end(task, run);
			}
			for (FollowUpTask task : tasks.endedOfPatientsBack(after, after + STRETCH)) {
				if (!task.getExpiresAt().isBefore(run.getNow())) {
					task.reopen(run.because(Reasons.PATIENT_RESTORED));
					run.getReport().reopened();
				}
			}
			return null;
		});
		long next = after + STRETCH;
		slices.run(() -> {
			watermarks.set(getName(), next >= tasks.lastId() ? 0 : next);
			return null;
		});
	}

	private void end(FollowUpTask task, PlanningRun run) {
		if (task.getPatient() == null) {
			task.cancel(run.because(Reasons.PATIENT_PURGED));
			run.getReport().ended();
			return;
		}
		boolean voided = Boolean.TRUE.equals(task.getPatient().getVoided());
		if (!voided || !merges.isMerged(task.getPatient().getPatientId())) {
			task.cancel(run.because(voided ? Reasons.PATIENT_VOIDED : Reasons.PATIENT_DEAD));
			run.getReport().ended();
		}
	}
}
