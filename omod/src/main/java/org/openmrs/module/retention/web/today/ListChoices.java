/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.today;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.openmrs.Location;
import org.openmrs.Role;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.shared.SystemActions;
import org.openmrs.util.PrivilegeConstants;
import org.openmrs.util.RoleConstants;

/** What the filters of the list offer: names only. */
public final class ListChoices {

	/** The caller's own, by which queues are worked. */
	public List<String> getRoles() {
		return Context.getAuthenticatedUser().getAllRoles().stream().map(Role::getRole).filter(role -> !isBuiltIn(role))
			.sorted().collect(Collectors.toList());
	}

	private static boolean isBuiltIn(String role) {
		return role.equals(RoleConstants.ANONYMOUS) || role.equals(RoleConstants.AUTHENTICATED);
	}

	/** In use, by name. */
	public List<Location> getLocations() {
		return SystemActions.asSystem(Collections.singleton(PrivilegeConstants.GET_LOCATIONS),
			() -> Context.getLocationService().getAllLocations(false)).stream()
			.sorted(Comparator.comparing(Location::getName)).collect(Collectors.toList());
	}

	public Purpose[] getPurposes() {
		return Purpose.values();
	}
}
