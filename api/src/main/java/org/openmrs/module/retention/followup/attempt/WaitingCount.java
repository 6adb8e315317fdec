/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import lombok.Value;
import org.openmrs.Location;
import org.openmrs.User;

/** How many escalations of one owner, about one place, nobody has acknowledged. */
@Value
public class WaitingCount {

	/** Null: with a role. */
	User user;

	/** Null with {@link #user} null: with nobody. */
	String role;

	/** Of what the contact was for; null: not known. */
	Location location;

	long escalations;

	/** Of these, those that should have been acknowledged by now. */
	long late;
}
