/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.absence;

import java.time.Instant;
import lombok.Builder;
import lombok.Value;
import org.openmrs.User;

/** Which absences to find; null does not restrict. */
@Value
@Builder
public class AbsenceSearch {

	User user;

	User deputy;

	/** Away at this moment. */
	Instant at;

	/** Not over by then. */
	Instant from;

	/** Begun before then. */
	Instant to;

	boolean includeVoided;
}
