/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.page;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.FormKey;
import org.openmrs.module.retention.RetentionMetadata;
import org.openmrs.module.retention.shared.RetentionSettings;

/** What the module's settings say to its pages. */
public final class PageSettings {

	private PageSettings() {
	}

	/** Of days that belong to no site: leave, samples, months of outcomes. */
	public static ZoneId zone() {
		return settings().zone();
	}

	/** @param id of a site's zone; null or none: that of days without a site */
	public static ZoneId zone(String id) {
		try {
			return id == null || id.isEmpty() ? zone() : ZoneId.of(id);
		}
		catch (DateTimeException e) {
			return zone();
		}
	}

	/** Null: the setting names no address. */
	static String chart(String patient) {
		return ChartAddress.of(settings().text(RetentionSettings.CHART_ADDRESS, ""), patient);
	}

	/** Uuid of the encounter type in which a contact is in the chart. */
	public static String contactEncounterType() {
		return settings().text(RetentionSettings.CHART_ENCOUNTER_TYPE, RetentionMetadata.CONTACT_ENCOUNTER_TYPE);
	}

	/** With which forms are signed; empty: the module has not been installed yet. */
	static String formKey() {
		return Context.getRegisteredComponent("retention.formKey", FormKey.class).get();
	}

	private static RetentionSettings settings() {
		return Context.getRegisteredComponent("retention.settings", RetentionSettings.class);
	}
}
