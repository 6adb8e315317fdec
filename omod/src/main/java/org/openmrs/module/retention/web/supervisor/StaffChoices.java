/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.supervisor;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.openmrs.Role;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.task.ReassignmentService;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.SystemActions;
import org.openmrs.util.PrivilegeConstants;
import org.openmrs.util.RoleConstants;

/** Who can be given work, by name, and the queues that they work. */
public final class StaffChoices {

	private final List<User> users = Context.getService(ReassignmentService.class).findWorkers();

	public List<User> getUsers() {
		return users;
	}

	public List<String> getRoles() {
		return users.stream().flatMap(user -> user.getRoles().stream()).map(Role::getRole)
			.filter(role -> !role.equals(RoleConstants.AUTHENTICATED) && !role.equals(RoleConstants.ANONYMOUS)).distinct()
			.sorted().collect(Collectors.toList());
	}

	static User user(String uuid, String field) {
		User user = SystemActions.asSystem(Collections.singleton(PrivilegeConstants.GET_USERS),
			() -> Context.getUserService().getUserByUuid(uuid));
		if (user == null) {
			throw RetentionException.invalid("retention.web.error.unknown-reference", field, field);
		}
		return user;
	}
}
