/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import lombok.extern.slf4j.Slf4j;
import org.openmrs.module.retention.shared.Watermarks;

/** Does the parts of the sweep that no other node is at, one after the other; a part that fails does not stop the next. */
@Slf4j
class Sweep {

	/** A tenth of the lease. */
	private static final long RENEWED_AFTER_NANOS = 60_000_000_000L;

	private final List<SweepPart> parts;

	private final Watermarks watermarks;

	private final Slices slices;

	private final FloodDao floods;

	Sweep(List<SweepPart> parts, Watermarks watermarks, Slices slices, FloodDao floods) {
		this.parts = parts;
		this.watermarks = watermarks;
		this.slices = slices;
		this.floods = floods;
	}

	SweepReport sweep(Supplier<PlanningRun> begin) {
		PlanningRun run = slices.run(begin);
		run.guard(new FloodGate(floods, run));
		for (SweepPart part : parts) {
			if (lease(part)) {
				try {
					part.sweep(run, new Renewal(part));
				}
				catch (RuntimeException e) {
					run.getReport().failed();
					log.error("The part {} of the follow-up sweep failed; the next sweep tries again", part.getName(), e);
				}
				finally {
					release(part);
				}
			} else {
				run.getReport().elsewhere();
			}
		}
		slices.run(() -> {
			run.getFlood().close();
			return null;
		});
		log.info("Follow-up sweep: {}", run.getReport());
		return run.getReport();
	}

	private boolean lease(SweepPart part) {
		return slices.run(() -> watermarks.lease(part.getName()));
	}

	private void release(SweepPart part) {
		slices.run(() -> {
			watermarks.release(part.getName());
			return null;
		});
	}

	/** Renews the lease of a part from time to time, not with every slice. */
	private final class Renewal implements BooleanSupplier {

		private final SweepPart part;

		private long renewedAt = System.nanoTime();

		Renewal(SweepPart part) {
			this.part = part;
		}

		@Override
		public boolean getAsBoolean() {
			if (System.nanoTime() - renewedAt < RENEWED_AFTER_NANOS) {
				return true;
			}
			renewedAt = System.nanoTime();
			return lease(part);
		}
	}
}
