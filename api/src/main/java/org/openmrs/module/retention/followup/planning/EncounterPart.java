/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** New encounters, by their ids, whatever way they came. */
class EncounterPart implements SweepPart {
	
	private final EncounterDao encounters;
	
	private final EncounterChunks chunks;
	
	private final Slices slices;
	
	private final Trail trail;
	
	EncounterPart(EncounterDao encounters, EncounterChunks chunks, Slices slices, Watermarks watermarks, Clock clock) {
		this.encounters = encounters;
		this.chunks = chunks;
		this.slices = slices;
		this.trail = new Trail(getName(), watermarks, clock);
	}
	
	@Override
	public String getName() {
		return "encounter";
	}
	
	@Override
	public synchronized void sweep(PlanningRun run, BooleanSupplier stillOurs) {
		long after = slices.run(() -> trail.begin(encounters.lastId()));
		List<Integer> ids = next(after);
		while (!ids.isEmpty()) {
			List<Integer> fresh = ids.stream().filter(id -> !trail.isRead(id)).collect(Collectors.toList());
			Set<Integer> failed = chunks.plan(fresh, run);
			fresh.stream().filter(id -> !failed.contains(id)).forEach(trail::read);
			if (!stillOurs.getAsBoolean()) {
				return;
			}
			ids = next(ids.get(ids.size() - 1));
		}
		slices.run(() -> {
			trail.finish();
			return null;
		});
	}
	
	private List<Integer> next(long after) {
		return slices.run(() -> encounters.ids(after, trail.end(), EncounterChunks.SIZE));
	}
}
