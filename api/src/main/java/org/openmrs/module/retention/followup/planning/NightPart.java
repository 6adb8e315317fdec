/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.function.BooleanSupplier;
import org.openmrs.module.retention.shared.Watermarks;

/**
 * Each night a table is read again by its keys, from the first to the last, whatever was read of it before: what became
 * visible later than the sweep waits for, or was changed beside the application, is found. A bounded stretch at a time, so
 * that the other parts have their turn; what the night does not reach goes on by day. The first night is the one after
 * the module came.
 */
class NightPart implements SweepPart {

	/** Local time of the clinic. */
	static final int BEGINS_AT_HOUR = 1;

	/** Keys looked at in one sweep. */
	static final int STRETCH = 50_000;

	private final Rereading table;

	private final Slices slices;

	private final Watermarks watermarks;

	NightPart(Rereading table, Slices slices, Watermarks watermarks) {
		this.table = table;
		this.slices = slices;
		this.watermarks = watermarks;
	}

	@Override
	public String getName() {
		return "night/" + table.getName();
	}

	@Override
	public void sweep(PlanningRun run, BooleanSupplier stillOurs) {
		LocalDate night = slices.run(() -> nightOf(run));
		Watermarks.Mark done = slices.run(() -> watermarks.get(nameOfDay()));
		if (done == null) {
			keep(nameOfDay(), night.toEpochDay());
		} else if (done.getPosition() < night.toEpochDay()) {
			read(night, run, stillOurs);
		}
	}

	private void read(LocalDate night, PlanningRun run, BooleanSupplier stillOurs) {
		Watermarks.Mark mark = slices.run(() -> watermarks.get(getName()));
		long begin = mark == null ? 0 : mark.getPosition();
		long after = begin;
		while (after - begin < STRETCH) {
			long last = table.reread(after, run);
			if (last == Rereading.END) {
				keep(getName(), 0);
				keep(nameOfDay(), night.toEpochDay());
				return;
			}
			after = last;
			keep(getName(), after);
			if (!stillOurs.getAsBoolean()) {
				return;
			}
		}
	}

	/** The day on which the night began that is the last one by now. */
	private static LocalDate nightOf(PlanningRun run) {
		ZonedDateTime local = run.getNow().atZone(run.getSites().siteOf(null).getZone());
		return local.minusHours(BEGINS_AT_HOUR).toLocalDate();
	}

	private void keep(String name, long position) {
		slices.run(() -> {
			watermarks.set(name, position);
			return null;
		});
	}

	private String nameOfDay() {
		return getName() + ".day";
	}
}
