/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.impl;

import java.util.List;

import org.apache.commons.lang3.StringUtils;
import org.openmrs.Location;
import org.openmrs.LocationAttribute;
import org.openmrs.LocationAttributeType;
import org.openmrs.LocationTag;
import org.openmrs.api.APIException;
import org.openmrs.api.LocationService;
import org.openmrs.api.context.Context;
import org.openmrs.customdatatype.CustomDatatypeUtil;
import org.openmrs.util.OpenmrsConstants;
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

	/** The one that the setting names, by uuid or by name, else <i>Unknown Location</i>. */
	@Override
	@Transactional(readOnly = true)
	public Location getDefaultLocation() {
		String setting = Context.getAdministrationService()
			.getGlobalProperty(OpenmrsConstants.GLOBAL_PROPERTY_DEFAULT_LOCATION_NAME);
		Location location = StringUtils.isBlank(setting) ? null : getLocationByUuid(setting);
		if (location == null && StringUtils.isNotBlank(setting)) {
			location = getLocation(setting);
		}
		location = location == null ? getLocation("Unknown Location") : location;
		return location == null ? getLocation(1) : location;
	}

	@Override
	@Transactional(readOnly = true)
	public Location getLocationByUuid(String uuid) {
		return dao.byUuid(Location.class, uuid);
	}

	@Override
	@Transactional(readOnly = true)
	public List<Location> getAllLocations() {
		return getAllLocations(true);
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
	@Transactional(readOnly = true)
	public List<Location> getRootLocations(boolean includeRetired) {
		return dao.list(Location.class, "e.parentLocation is null and (?1 = true or e.retired = false) order by e.name",
			includeRetired);
	}

	@Override
	public Location retireLocation(Location location, String reason) {
		location.setRetireReason(reason);
		return Context.getLocationService().saveLocation(location);
	}

	@Override
	public Location unretireLocation(Location location) {
		return Context.getLocationService().saveLocation(location);
	}

	@Override
	public void purgeLocation(Location location) {
		dao.delete(location);
	}

	@Override
	public LocationTag saveLocationTag(LocationTag tag) {
		return dao.save(tag);
	}

	@Override
	@Transactional(readOnly = true)
	public LocationTag getLocationTagByName(String tag) {
		return dao.byName(LocationTag.class, tag);
	}

	@Override
	@Transactional(readOnly = true)
	public LocationTag getLocationTagByUuid(String uuid) {
		return dao.byUuid(LocationTag.class, uuid);
	}

	@Override
	@Transactional(readOnly = true)
	public List<LocationAttributeType> getAllLocationAttributeTypes() {
		return dao.list(LocationAttributeType.class, "1 = 1");
	}

	@Override
	@Transactional(readOnly = true)
	public LocationAttributeType getLocationAttributeType(Integer id) {
		return dao.get(LocationAttributeType.class, id);
	}

	@Override
	@Transactional(readOnly = true)
	public LocationAttributeType getLocationAttributeTypeByUuid(String uuid) {
		return dao.byUuid(LocationAttributeType.class, uuid);
	}

	@Override
	@Transactional(readOnly = true)
	public LocationAttributeType getLocationAttributeTypeByName(String name) {
		return dao.byName(LocationAttributeType.class, name);
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
