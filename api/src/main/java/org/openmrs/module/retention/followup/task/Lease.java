/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.openmrs.module.retention.shared.RetentionSettings;

/** How long a claim lasts; it expires by itself. */
class Lease {

	private static final int MINUTES = 20;

	private final RetentionSettings settings;

	private final Clock clock;

	Lease(RetentionSettings settings, Clock clock) {
		this.settings = settings;
		this.clock = clock;
	}

	Instant now() {
		return clock.instant();
	}

	Instant until(Instant now) {
		return now.plus(Duration.ofMinutes(settings.number(RetentionSettings.CLAIM_MINUTES, 1, MINUTES)));
	}
}
