/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Clock;
import java.util.Collections;
import org.openmrs.User;

/** What encounters that were changed just now mean for plans, each in a transaction of its own. */
class ChangedEncounters {

	private final PlanningRuns runs;

	private final Planner planner;

	private final Slices slices;

	private final Clock clock;

	ChangedEncounters(PlanningRuns runs, Planner planner, Slices slices, Clock clock) {
		this.runs = runs;
		this.planner = planner;
		this.slices = slices;
		this.clock = clock;
	}

	/** One that is not there any more was purged. */
	void follow(ChangedEncounter changed, User actor) {
		slices.run(() -> {
			PlanningRun run = runs.begin(clock.instant(), actor);
			if (planner.knows(changed.getEncounterId())) {
				planner.plan(Collections.singleton(changed.getEncounterId()), run);
			} else if (changed.getPatientId() != null) {
				planner.forget(changed.getEncounterId(), changed.getPatientId(), run);
			}
			return null;
		});
	}
}
