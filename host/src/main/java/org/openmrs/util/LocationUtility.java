/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.util;

import org.openmrs.Location;
import org.openmrs.api.context.Context;

public class LocationUtility {

	public static Location getDefaultLocation() {
		return Context.getLocationService().getDefaultLocation();
	}

	public static Location getUserDefaultLocation() {
		String property = Context.getAuthenticatedUser()
			.getUserProperty(OpenmrsConstants.USER_PROPERTY_DEFAULT_LOCATION, "");
		Location location = Context.getLocationService().getLocationByUuid(property);
		return location != null || !property.matches("\\d+") ? location
			: Context.getLocationService().getLocation(Integer.valueOf(property));
	}
}
