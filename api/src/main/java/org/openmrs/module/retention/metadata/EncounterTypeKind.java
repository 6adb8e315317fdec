/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata;

import java.util.List;
import org.openmrs.EncounterType;
import org.openmrs.api.EncounterService;
import org.openmrs.module.retention.metadata.source.CsvRow;
import org.openmrs.module.retention.metadata.source.PackageFormats;
import org.openmrs.module.retention.metadata.source.PackageItem;
import org.openmrs.module.retention.metadata.source.PackageProblem;

/** Encounter types, created where there is none with the uuid; one that exists is the administrator's. */
class EncounterTypeKind implements PackageKind {

	private final EncounterService encounters;

	private final HostReferences host;

	EncounterTypeKind(EncounterService encounters, HostReferences host) {
		this.encounters = encounters;
		this.host = host;
	}

	@Override
	public String getKind() {
		return PackageFormats.ENCOUNTER_TYPES;
	}

	@Override
	public PackageChange.Action plan(PackageItem item, LoadContents contents, List<PackageProblem> warnings) {
		return host.planByUuidAndName(EncounterType.class, item, warnings);
	}

	@Override
	public void apply(PackageItem item) {
		CsvRow row = (CsvRow) item.getDefinition();
		EncounterType type = new EncounterType(row.get("name"), row.get("description"));
		type.setUuid(row.get("uuid"));
		encounters.saveEncounterType(type);
	}
}
