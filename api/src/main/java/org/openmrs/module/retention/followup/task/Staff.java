/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.util.List;
import org.openmrs.User;

/** Who can work: an account that is in use and has the privileges to read tasks and to record contacts. */
interface Staff {

	/**
	 * Those who can work among the accounts of the encounter's providers.
	 *
	 * @param encounterRole uuid; null: in whatever role
	 */
	List<User> providersOf(Integer encounterId, String encounterRole);

	/** The user, if they can work; else null. */
	User worker(String userUuid);

	/** Whether somebody who can work has the role, itself or by inheritance. */
	boolean hasWorkers(String role);
}
