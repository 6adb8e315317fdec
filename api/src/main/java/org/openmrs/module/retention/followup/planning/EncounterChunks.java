/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import lombok.extern.slf4j.Slf4j;

/** Plans encounters chunk by chunk. A chunk that fails is done again one by one, so that one bad row costs only itself. */
@Slf4j
class EncounterChunks {

	/** Encounters read and planned in one transaction. */
	static final int SIZE = 500;

	private final Slices slices;

	private final Planner planner;

	EncounterChunks(Slices slices, Planner planner) {
		this.slices = slices;
		this.planner = planner;
	}

	/** Ids of the encounters that failed. */
	Set<Integer> plan(Collection<Integer> encounterIds, PlanningRun run) {
		Set<Integer> failed = new TreeSet<>();
		if (encounterIds.isEmpty()) {
			return failed;
		}
		try {
			slices.run(() -> planner.plan(encounterIds, run));
		}
		catch (RuntimeException e) {
			log.warn("Encounters {} are planned one by one: {}", encounterIds, e.toString());
			for (Integer id : encounterIds) {
				try {
					slices.run(() -> planner.plan(Collections.singleton(id), run));
				}
				catch (RuntimeException one) {
					log.error("Encounter {} could not be planned", id, one);
					run.getReport().failed();
					failed.add(id);
				}
			}
		}
		run.getReport().read(encounterIds.size());
		return failed;
	}
}
