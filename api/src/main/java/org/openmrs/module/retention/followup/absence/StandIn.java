/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.absence;

import java.time.Instant;
import lombok.Value;
import org.openmrs.User;

/** Who works in place of somebody; that somebody, when they are there. */
@Value
public class StandIn {

	/** Null: nobody does. */
	User user;

	/** When somebody comes back who may work it instead; null: nobody was away. */
	Instant until;
}
