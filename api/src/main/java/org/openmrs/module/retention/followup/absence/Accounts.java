/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.absence;

import org.openmrs.User;
import org.openmrs.module.retention.shared.RetentionPrivileges;

/** Who may work tasks at all: an account in use, with the privileges to read tasks and to record contacts. */
public final class Accounts {

	private Accounts() {
	}

	public static boolean canWork(User user) {
		return user != null && !Boolean.TRUE.equals(user.getRetired())
			&& user.hasPrivilege(RetentionPrivileges.GET_FOLLOW_UPS)
			&& user.hasPrivilege(RetentionPrivileges.MANAGE_CONTACTS);
	}
}
