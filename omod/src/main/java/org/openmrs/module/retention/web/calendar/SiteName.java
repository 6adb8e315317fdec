/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.calendar;

import org.openmrs.Location;
import org.openmrs.api.context.Context;
import org.openmrs.util.PrivilegeConstants;

/** What a site is called. */
public final class SiteName {

	private SiteName() {
	}

	/** The location's name; its uuid where the caller may not see it, or it is not there. */
	public static String of(String uuid) {
		Location location = Context.hasPrivilege(PrivilegeConstants.GET_LOCATIONS)
			? Context.getLocationService().getLocationByUuid(uuid)
			: null;
		return location == null ? uuid : location.getName();
	}
}
