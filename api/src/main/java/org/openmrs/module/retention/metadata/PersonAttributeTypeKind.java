/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata;

import java.util.List;
import org.openmrs.PersonAttributeType;
import org.openmrs.api.PersonService;
import org.openmrs.module.retention.metadata.source.CsvRow;
import org.openmrs.module.retention.metadata.source.PackageFormats;
import org.openmrs.module.retention.metadata.source.PackageItem;
import org.openmrs.module.retention.metadata.source.PackageProblem;

/** Person attribute types such as a telephone number, created where there is none with the uuid. */
class PersonAttributeTypeKind implements PackageKind {

	private final PersonService persons;

	private final HostReferences host;

	PersonAttributeTypeKind(PersonService persons, HostReferences host) {
		this.persons = persons;
		this.host = host;
	}

	@Override
	public String getKind() {
		return PackageFormats.PERSON_ATTRIBUTE_TYPES;
	}

	@Override
	public PackageChange.Action plan(PackageItem item, LoadContents contents, List<PackageProblem> warnings) {
		return host.planByUuidAndName(PersonAttributeType.class, item, warnings);
	}

	@Override
	public void apply(PackageItem item) {
		CsvRow row = (CsvRow) item.getDefinition();
		PersonAttributeType type = new PersonAttributeType();
		type.setUuid(row.get("uuid"));
		type.setName(row.get("name"));
		type.setDescription(row.get("description"));
		type.setFormat(row.has("format") ? row.get("format") : "java.lang.String");
		type.setSearchable("true".equalsIgnoreCase(row.get("searchable")));
		persons.savePersonAttributeType(type);
	}
}
