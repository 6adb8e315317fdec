/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.impl;

import java.util.List;

import org.openmrs.Location;
import org.openmrs.LocationAttribute;
import org.openmrs.LocationAttributeType;
import org.openmrs.api.APIException;
import org.openmrs.api.LocationService;
import org.openmrs.customdatatype.CustomDatatypeUtil;
import org.springframework.transaction.annotation.Transactional;

@Transactional
public class LocationServiceImpl extends HostService implements LocationService {

	@Override
	public Location saveLocation(Location location) {
		if (location.getName() == null) {
			throw new APIException("Location.name.required", new Object[0]);
		}
		CustomDatatypeUtil.saveAttributesIfNecessary(location);
		return dao.save(location);
	}

	@Override
	@Transactional(readOnly = true)
	public Location getLocation(Integer id) {
		return dao.get(Location.class, id);
	}

	@Override
	@Transactional(readOnly = true)
	public Location getLocation(String name) {
		return dao.byName(Location.class, name);
	}

	@Override
	@Transactional(readOnly = true)
	public Location getLocationByUuid(String uuid) {
		return dao.byUuid(Location.class, uuid);
	}

	@Override
	@Transactional(readOnly = true)
	public List<Location> getAllLocations(boolean includeRetired) {
		return dao.list(Location.class, "?1 = true or e.retired = false order by e.name", includeRetired);
	}

	@Override
	@Transactional(readOnly = true)
	public List<Location> getLocations(String nameFragment) {
		return dao.list(Location.class, "e.retired = false and lower(e.name) like ?1 order by e.name",
			anywhere(nameFragment).substring(1));
	}

	@Override
	public void purgeLocation(Location location) {
		dao.delete(location);
	}

	@Override
	@Transactional(readOnly = true)
	public List<LocationAttributeType> getAllLocationAttributeTypes() {
		return dao.list(LocationAttributeType.class, "1 = 1");
	}

	@Override
	@Transactional(readOnly = true)
	public LocationAttributeType getLocationAttributeTypeByUuid(String uuid) {
		return dao.byUuid(LocationAttributeType.class, uuid);
	}

	@Override
	public LocationAttributeType saveLocationAttributeType(LocationAttributeType type) {
		return dao.save(type);
	}

	@Override
	@Transactional(readOnly = true)
	public LocationAttribute getLocationAttributeByUuid(String uuid) {
		return dao.byUuid(LocationAttribute.class, uuid);
	}
}
