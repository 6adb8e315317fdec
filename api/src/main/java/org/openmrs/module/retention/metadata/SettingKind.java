/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata;

import java.util.List;
import org.openmrs.api.AdministrationService;
import org.openmrs.module.retention.metadata.source.CsvRow;
import org.openmrs.module.retention.metadata.source.PackageFormats;
import org.openmrs.module.retention.metadata.source.PackageItem;
import org.openmrs.module.retention.metadata.source.PackageProblem;
import org.openmrs.module.retention.shared.RetentionSettings;

/** Settings of the module that nobody has set; one that has a value is the administrator's. */
class SettingKind implements PackageKind {

	private final AdministrationService administration;

	private final RetentionSettings settings;

	SettingKind(AdministrationService administration, RetentionSettings settings) {
		this.administration = administration;
		this.settings = settings;
	}

	@Override
	public String getKind() {
		return PackageFormats.SETTINGS;
	}

	@Override
	public PackageChange.Action plan(PackageItem item, LoadContents contents, List<PackageProblem> warnings) {
		return settings.text(item.getKey(), "").isEmpty() ? PackageChange.Action.UPDATE : PackageChange.Action.NONE;
	}

	@Override
	public void apply(PackageItem item) {
		administration.setGlobalProperty(item.getKey(), ((CsvRow) item.getDefinition()).get("value"));
	}
}
