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
import org.openmrs.module.retention.shared.Watermarks;

/** New encounters, by their ids, whatever way they came. */
class EncounterPart implements SweepPart, Rereading {

	/** Ids looked at in one statement; most have been read a few minutes ago. */
	private static final int IDS = 10_000;

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
			if (!plan(ids, run, stillOurs)) {
				return;
			}
			ids = next(ids.get(ids.size() - 1));
		}
		slices.run(() -> {
			trail.finish();
			return null;
		});
	}

	@Override
	public long reread(long after, PlanningRun run) {
		List<Integer> ids = slices.run(() -> encounters.ids(after, encounters.lastId(), EncounterChunks.SIZE));
		chunks.plan(ids, run);
		return ids.isEmpty() ? END : ids.get(ids.size() - 1);
	}

	/** False: another node has taken over. */
	private boolean plan(List<Integer> ids, PlanningRun run, BooleanSupplier stillOurs) {
		List<Integer> fresh = ids.stream().filter(id -> !trail.isRead(id)).collect(Collectors.toList());
		for (int first = 0; first < fresh.size(); first += EncounterChunks.SIZE) {
			List<Integer> chunk = fresh.subList(first, Math.min(fresh.size(), first + EncounterChunks.SIZE));
			Set<Integer> failed = chunks.plan(chunk, run);
			chunk.stream().filter(id -> !failed.contains(id)).forEach(trail::read);
			if (!stillOurs.getAsBoolean()) {
				return false;
			}
		}
		return true;
	}

	private List<Integer> next(long after) {
		return slices.run(() -> encounters.ids(trail.skipRead(after, encounters::tally), trail.end(), IDS));
	}
}
