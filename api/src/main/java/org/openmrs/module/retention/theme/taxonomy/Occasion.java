/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.taxonomy;

import java.time.Instant;
import lombok.Value;
import org.openmrs.User;

/** Who changes themes, or which comment is about which, and when. */
@Value
public class Occasion {

	/** The daemon user when a job does it. */
	User actor;

	Instant at;

	/** Null: not said. */
	String reason;
}
