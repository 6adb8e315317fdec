/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.impl;

import org.openmrs.Location;
import org.openmrs.api.APIException;
import org.openmrs.api.LocationService;
import org.openmrs.customdatatype.CustomDatatypeUtil;

public abstract class LocationServiceImpl extends HostService implements LocationService {

	@Override
	public Location saveLocation(Location location) {
		if (location.getName() == null) {
			throw new APIException("Location.name.required", new Object[0]);
		}
		CustomDatatypeUtil.saveAttributesIfNecessary(location);
		return dao.save(location);
	}
}
