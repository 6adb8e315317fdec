/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import lombok.Value;
import org.openmrs.Location;
import org.openmrs.User;

/** How many open tasks of one owner at one place are past their window and still worth doing. */
@Value
public class OverdueCount {

	/** Null: in a role's queue. */
	User user;

	/** Null with {@link #user} null: nobody has it yet. */
	String role;

	/** Null: the default site. */
	Location location;

	long tasks;
}
