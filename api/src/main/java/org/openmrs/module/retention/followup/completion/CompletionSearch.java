/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.completion;

import java.time.Instant;
import lombok.Builder;
import lombok.Value;
import org.openmrs.Location;
import org.openmrs.User;

/** Of when, whom and where figures are asked for; null does not restrict, but for the period, which is needed. */
@Value
@Builder(toBuilder = true)
public class CompletionSearch {

	/** What was to be done at or after. */
	Instant from;

	/** What was to be done before. */
	Instant before;

	User user;

	/** What lies below it is included. */
	Location location;
}
