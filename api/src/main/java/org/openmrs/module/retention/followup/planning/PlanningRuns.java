/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openmrs.User;
import org.openmrs.module.retention.RetentionMetadata;
import org.openmrs.module.retention.calendar.Sites;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition;
import org.openmrs.module.retention.followup.protocol.Protocols;
import org.openmrs.module.retention.shared.RetentionSettings;

/** Begins runs: reads protocols, settings and references as they are now. */
class PlanningRuns {

	private final Protocols protocols;

	private final Sites sites;

	private final RetentionSettings settings;

	private final ReferenceDao references;

	PlanningRuns(Protocols protocols, Sites sites, RetentionSettings settings, ReferenceDao references) {
		this.protocols = protocols;
		this.sites = sites;
		this.settings = settings;
		this.references = references;
	}

	PlanningRun begin(Instant now, User actor) {
		Set<Integer> contactTypes = contactTypes();
		Set<Integer> visitTypes = visitTypes(contactTypes);
		Rules rules = rules(visitTypes, now);
		return new PlanningRun(now, actor, sites.forRun(), rules, rules.active(), visitTypes, contactTypes);
	}

	/**
	 * A run of one definition alone, stored or not.
	 *
	 * @param protocolId of the protocol that it is, or would be, a version of
	 */
	PlanningRun rehearse(Integer protocolId, ProtocolDefinition definition, Instant now, User actor) {
		Set<Integer> contactTypes = contactTypes();
		Set<Integer> visitTypes = visitTypes(contactTypes);
		Rules rules = rules(visitTypes, now);
		return new PlanningRun(now, actor, sites.forRun(), rules,
			Collections.singletonList(rules.unstored(protocolId, definition)), visitTypes, contactTypes);
	}

	private Rules rules(Set<Integer> visitTypes, Instant now) {
		return new Rules(protocols, references, visitTypes, now.atZone(ZoneOffset.UTC).toLocalDate());
	}

	private Set<Integer> contactTypes() {
		return references.encounterTypes(Arrays.asList(RetentionMetadata.CONTACT_ENCOUNTER_TYPE,
			settings.text(RetentionSettings.CHART_ENCOUNTER_TYPE, RetentionMetadata.CONTACT_ENCOUNTER_TYPE)));
	}

	/**
	 * One definition for every rule and measure: the types of the setting, else all but the administrative ones. The module's
	 * own never count.
	 */
	private Set<Integer> visitTypes(Set<Integer> contactTypes) {
		List<String> named = settings.list(RetentionSettings.VISIT_ENCOUNTER_TYPES);
		Set<Integer> types = new HashSet<>(
			named.isEmpty() ? references.allEncounterTypes() : references.encounterTypes(named));
		if (named.isEmpty()) {
			types.removeAll(references.encounterTypes(settings.list(RetentionSettings.ADMINISTRATIVE_ENCOUNTER_TYPES)));
		}
		types.removeAll(contactTypes);
		return types;
	}
}
