/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Plans the encounters of a stretch of time, the newest first. By the index that core has on the time of encounters. */
class NewestFirst {

	private final EncounterDao encounters;

	private final EncounterChunks chunks;

	private final Slices slices;

	NewestFirst(EncounterDao encounters, EncounterChunks chunks, Slices slices) {
		this.encounters = encounters;
		this.chunks = chunks;
		this.slices = slices;
	}

	/** Both ends included. False: another node has taken over. */
	boolean plan(Instant from, Instant to, PlanningRun run, BooleanSupplier stillOurs) {
		List<EncounterTime> page = next(from, new EncounterTime(Integer.MAX_VALUE, to));
		while (!page.isEmpty()) {
			chunks.plan(page.stream().map(EncounterTime::getId).collect(Collectors.toList()), run);
			if (!stillOurs.getAsBoolean()) {
				return false;
			}
			page = next(from, page.get(page.size() - 1));
		}
		return true;
	}

	private List<EncounterTime> next(Instant from, EncounterTime before) {
		return slices.run(() -> encounters.newestFirst(from, before, EncounterChunks.SIZE));
	}
}
