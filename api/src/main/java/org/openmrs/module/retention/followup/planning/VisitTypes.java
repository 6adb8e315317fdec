/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openmrs.module.retention.RetentionMetadata;
import org.openmrs.module.retention.shared.RetentionSettings;

/**
 * What counts as a visit: one definition for every rule and measure. The types of the setting, else all but the administrative
 * ones; the module's own never count.
 */
public class VisitTypes {

	private final RetentionSettings settings;

	private final ReferenceDao references;

	VisitTypes(RetentionSettings settings, ReferenceDao references) {
		this.settings = settings;
		this.references = references;
	}

	/** Ids of encounter types, as they are now. */
	public Set<Integer> ids() {
		List<String> named = settings.list(RetentionSettings.VISIT_ENCOUNTER_TYPES);
		Set<Integer> types = new HashSet<>(
			named.isEmpty() ? references.allEncounterTypes() : references.encounterTypes(named));
		if (named.isEmpty()) {
			types.removeAll(references.encounterTypes(settings.list(RetentionSettings.ADMINISTRATIVE_ENCOUNTER_TYPES)));
		}
		types.removeAll(ofConversations());
		return types;
	}

	/** Ids of the encounter types of conversations in the chart. */
	Set<Integer> ofConversations() {
		return references.encounterTypes(Arrays.asList(RetentionMetadata.CONTACT_ENCOUNTER_TYPE,
			settings.text(RetentionSettings.CHART_ENCOUNTER_TYPE, RetentionMetadata.CONTACT_ENCOUNTER_TYPE)));
	}
}
