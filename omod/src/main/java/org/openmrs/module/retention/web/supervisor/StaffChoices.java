/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.supervisor;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.openmrs.Role;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.SystemActions;
import org.openmrs.util.PrivilegeConstants;

/** Who can be given work: accounts in use that hold a role of ours, and those roles. */
public final class StaffChoices {

	private static final String OURS = "Retention: ";

	public List<User> getUsers() {
		return SystemActions.asSystem(Collections.singleton(PrivilegeConstants.GET_USERS),
			() -> Context.getUserService().getAllUsers().stream().filter(StaffChoices::isStaff)
				.sorted(Comparator.comparing(StaffChoices::nameOf)).collect(Collectors.toList()));
	}

	private static boolean isStaff(User user) {
		return !user.getRetired() && user.getRoles().stream().anyMatch(role -> role.getRole().startsWith(OURS));
	}

	public static String nameOf(User user) {
		return user.getPersonName() == null ? user.getUsername() : user.getPersonName().getFullName();
	}

	public List<String> getRoles() {
		return getUsers().stream().flatMap(user -> user.getRoles().stream()).map(Role::getRole)
			.filter(role -> role.startsWith(OURS)).distinct().sorted().collect(Collectors.toList());
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
