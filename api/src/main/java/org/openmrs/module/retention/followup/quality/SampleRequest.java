/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.quality;

import java.time.Instant;
import lombok.Builder;
import lombok.Value;
import org.openmrs.Location;
import org.openmrs.User;
import org.openmrs.module.retention.followup.protocol.Purpose;

/** Which contacts a sample is drawn of, and how many. */
@Value
@Builder(toBuilder = true)
public class SampleRequest {

	/** Begun at or after. */
	Instant from;

	/** Begun before. */
	Instant before;

	/** So many of each caller; null: by share. */
	Integer perCaller;

	/** So many of a hundred of each caller's, at least one; null: by number. */
	Integer share;

	/** Null: of all callers. */
	User caller;

	/** About a task of that place or below it; null: everywhere. */
	Location location;

	/** About a task of that purpose; null: any. */
	Purpose purpose;
}
