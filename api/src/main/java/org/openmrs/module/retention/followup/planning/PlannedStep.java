/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Instant;
import java.time.LocalDate;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.retention.followup.protocol.StepDefinition;

/** When one step of a plan is worked, or why it is not. */
@Value
@Builder(toBuilder = true)
class PlannedStep {

	/** What becomes of a step when its plan is made. */
	enum Fate {
		/** It is worked. */
		KEPT,
		/** Another step of the plan stands on its day. */
		ABSORBED,
		/** It was due when the plan was made, and a later one too. */
		LATE
	}

	StepDefinition step;

	/** 0, or the round of a step that repeats. */
	int occurrence;

	/** Before closed days and opening hours moved it. */
	LocalDate nominalDay;

	LocalDate day;

	Instant from;

	Instant by;

	Instant expiresAt;

	/** It could not be made before closing time of its day and went to the next opening. */
	boolean movedPastClosing;

	Fate fate;

	boolean isKept() {
		return fate == Fate.KEPT;
	}

	boolean isDue(Instant now) {
		return !from.isAfter(now);
	}

	boolean isExpired(Instant now) {
		return expiresAt.isBefore(now);
	}

	PlannedStep as(Fate newFate) {
		return toBuilder().fate(newFate).build();
	}

	/** Takes the other's window along: the call may be made as long as either could, but not after hours that it keeps to. */
	PlannedStep absorbing(PlannedStep other) {
		boolean afterHours = DayWindow.keepsItsTimes(other.step) && !DayWindow.keepsItsTimes(step);
		return toBuilder().by(afterHours ? by : later(by, other.by)).expiresAt(later(expiresAt, other.expiresAt)).build();
	}

	private static Instant later(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}
}
