/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.openmrs.module.retention.shared.Watermarks;

/** Coded answers that come after their encounter: the encounter is looked at again. */
class ObservationPart implements SweepPart {

	private final EncounterDao encounters;

	private final EncounterChunks chunks;

	private final Slices slices;

	private final Trail trail;

	ObservationPart(EncounterDao encounters, EncounterChunks chunks, Slices slices, Watermarks watermarks, Clock clock) {
		this.encounters = encounters;
		this.chunks = chunks;
		this.slices = slices;
		this.trail = new Trail(getName(), watermarks, clock);
	}

	@Override
	public String getName() {
		return "obs";
	}

	@Override
	public synchronized void sweep(PlanningRun run, BooleanSupplier stillOurs) {
		Set<Integer> questions = run.questions(Collections.emptyList());
		long after = slices.run(() -> trail.begin(encounters.lastObsId()));
		List<Object[]> obs = next(after, questions);
		while (!obs.isEmpty()) {
			Set<Integer> touched = new LinkedHashSet<>();
			obs.stream().filter(o -> !trail.isRead((Integer) o[0])).forEach(o -> touched.add((Integer) o[1]));
			Set<Integer> failed = chunks.plan(touched, run);
			obs.stream().filter(o -> !failed.contains((Integer) o[1])).forEach(o -> trail.read((Integer) o[0]));
			if (!stillOurs.getAsBoolean()) {
				return;
			}
			after = (Integer) obs.get(obs.size() - 1)[0];
			obs = next(after, questions);
		}
		slices.run(() -> {
			trail.finish();
			return null;
		});
	}

	private List<Object[]> next(long after, Set<Integer> questions) {
		return questions.isEmpty() ? Collections.emptyList()
			: slices.run(() -> encounters.obs(after, trail.end(), questions, EncounterChunks.SIZE));
	}
}
