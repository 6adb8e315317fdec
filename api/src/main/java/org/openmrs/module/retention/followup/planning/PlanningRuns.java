/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Set;
import org.openmrs.User;
import org.openmrs.module.retention.calendar.Sites;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition;
import org.openmrs.module.retention.followup.protocol.Protocols;

/** Begins runs: reads protocols, settings and references as they are now. */
class PlanningRuns {

	private final Protocols protocols;

	private final Sites sites;

	private final VisitTypes visits;

	private final ReferenceDao references;

	private final GroupDao groups;

	PlanningRuns(Protocols protocols, Sites sites, VisitTypes visits, ReferenceDao references,
		GroupDao groups) {
		this.protocols = protocols;
		this.sites = sites;
		this.visits = visits;
		this.references = references;
		this.groups = groups;
	}

	PlanningRun begin(Instant now, User actor) {
		Set<Integer> contactTypes = visits.ofConversations();
		Set<Integer> visitTypes = visits.ids();
		Rules rules = rules(visitTypes, now);
		return new PlanningRun(now, actor, sites.forRun(), rules, rules.active(), visitTypes, contactTypes,
			new GroupsOfRun(groups::groupsOf, now));
	}

	/**
	 * A run of one definition alone, stored or not.
	 *
	 * @param protocolId of the protocol that it is, or would be, a version of
	 */
	PlanningRun rehearse(Integer protocolId, ProtocolDefinition definition, Instant now, User actor) {
		Set<Integer> contactTypes = visits.ofConversations();
		Set<Integer> visitTypes = visits.ids();
		Rules rules = rules(visitTypes, now);
		return new PlanningRun(now, actor, sites.forRun(), rules,
			Collections.singletonList(rules.unstored(protocolId, definition)), visitTypes, contactTypes,
			new GroupsOfRun(groups::groupsOf, now));
	}

	/** Of all protocols, for what makes no plan. */
	Rules rules(Instant now) {
		return rules(visits.ids(), now);
	}

	private Rules rules(Set<Integer> visitTypes, Instant now) {
		return new Rules(protocols, references, visitTypes, now.atZone(ZoneOffset.UTC).toLocalDate());
	}
}
