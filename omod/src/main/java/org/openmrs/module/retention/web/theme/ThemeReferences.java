/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.theme;

import org.openmrs.Location;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.theme.taxonomy.Theme;
import org.openmrs.module.retention.theme.taxonomy.ThemeService;

/** What requests name: null where they name nothing, refused where nothing is of that name. */
final class ThemeReferences {

	private ThemeReferences() {
	}

	static Theme theme(String field, String uuid) {
		return uuid == null ? null : known(field, Context.getService(ThemeService.class).getThemeByUuid(uuid));
	}

	static Location location(String uuid) {
		return uuid == null ? null : known("location", Context.getLocationService().getLocationByUuid(uuid));
	}

	private static <V> V known(String field, V found) {
		if (found == null) {
			throw RetentionException.invalid("retention.web.error.unknown-reference", field, field);
		}
		return found;
	}
}
