/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.util.List;
import org.openmrs.User;
import org.openmrs.module.retention.followup.absence.StandIn;

/** Who can work: an account that is in use and has the privileges to read tasks and to record contacts; and who is away. */
interface Staff {

	/**
	 * Those who can work among the accounts of the encounter's providers.
	 *
	 * @param encounterRole uuid; null: in whatever role
	 */
	List<User> providersOf(Integer encounterId, String encounterRole);

	/** Whether they can work or not; null when there is none. */
	User user(String uuid);

	/** The user, if they can work and are there; else who stands in for them. */
	StandIn inPlaceOf(User user);

	/** Whether somebody who can work and is there has the role, itself or by inheritance. */
	boolean hasWorkers(String role);
}
