/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.capacity;

import java.time.Instant;
import java.util.List;
import lombok.Value;

/** All that one person is to be rung for now by one role: one call. */
@Value
class DueCall {

	List<Integer> tasks;

	int seconds;

	/** When the first of its tasks is no longer worth doing. */
	Instant expiresAt;

	/** Cannot wait: urgent, promised or critical, or somebody is at it. */
	boolean fixed;
}
