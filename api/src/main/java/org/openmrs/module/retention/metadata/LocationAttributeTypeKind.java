/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata;

import java.util.List;
import org.openmrs.LocationAttributeType;
import org.openmrs.api.LocationService;
import org.openmrs.customdatatype.datatype.FreeTextDatatype;
import org.openmrs.module.retention.metadata.source.CsvRow;
import org.openmrs.module.retention.metadata.source.PackageFormats;
import org.openmrs.module.retention.metadata.source.PackageItem;
import org.openmrs.module.retention.metadata.source.PackageProblem;

/** Location attribute types, created where there is none with the uuid. */
class LocationAttributeTypeKind implements PackageKind {

	private final LocationService locations;

	private final HostReferences host;

	LocationAttributeTypeKind(LocationService locations, HostReferences host) {
		this.locations = locations;
		this.host = host;
	}

	@Override
	public String getKind() {
		return PackageFormats.ATTRIBUTE_TYPES;
	}

	@Override
	public PackageChange.Action plan(PackageItem item, LoadContents contents, List<PackageProblem> warnings) {
		return host.planByUuidAndName(LocationAttributeType.class, item, warnings);
	}

	@Override
	public void apply(PackageItem item) {
		CsvRow row = (CsvRow) item.getDefinition();
		LocationAttributeType type = new LocationAttributeType();
		type.setUuid(row.get("uuid"));
		type.setName(row.get("name"));
		type.setDescription(row.get("description"));
		type.setMinOccurs(row.has("min occurs") ? Integer.parseInt(row.get("min occurs")) : 0);
		type.setMaxOccurs(row.has("max occurs") ? Integer.valueOf(row.get("max occurs")) : null);
		type.setDatatypeClassname(
			row.has("datatype classname") ? row.get("datatype classname") : FreeTextDatatype.class.getName());
		type.setDatatypeConfig(row.has("datatype config") ? row.get("datatype config") : null);
		type.setPreferredHandlerClassname(
			row.has("preferred handler classname") ? row.get("preferred handler classname") : null);
		type.setHandlerConfig(row.has("handler config") ? row.get("handler config") : null);
		locations.saveLocationAttributeType(type);
	}
}
