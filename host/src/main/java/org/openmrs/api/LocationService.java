/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.api;

import static org.openmrs.util.PrivilegeConstants.*;

import java.util.List;

import org.openmrs.Location;
import org.openmrs.LocationAttributeType;
import org.openmrs.annotation.Authorized;

public interface LocationService extends OpenmrsService {

	@Authorized(MANAGE_LOCATIONS)
	Location saveLocation(Location location);

	@Authorized(GET_LOCATIONS)
	Location getLocation(Integer locationId);

	@Authorized(GET_LOCATIONS)
	Location getLocationByUuid(String uuid);

	@Authorized(GET_LOCATIONS)
	List<Location> getAllLocations(boolean includeRetired);

	@Authorized(GET_LOCATION_ATTRIBUTE_TYPES)
	List<LocationAttributeType> getAllLocationAttributeTypes();

	@Authorized(GET_LOCATION_ATTRIBUTE_TYPES)
	LocationAttributeType getLocationAttributeTypeByUuid(String uuid);

	@Authorized(MANAGE_LOCATION_ATTRIBUTE_TYPES)
	LocationAttributeType saveLocationAttributeType(LocationAttributeType locationAttributeType);
}
