/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.LocalDate;
import lombok.Getter;
import org.openmrs.module.retention.calendar.Site;

/** Makes anchors of encounters, by what they answer and what was agreed with their patients. */
class Anchors {

	private final PlanningRun run;

	@Getter
	private final Answers answers;

	@Getter
	private final Agreements agreements;

	Anchors(PlanningRun run, Answers answers, Agreements agreements) {
		this.run = run;
		this.answers = answers;
		this.agreements = agreements;
	}

	Anchor of(ProtocolRule rule, EncounterFacts encounter) {
		Site site = run.siteOf(encounter);
		LocalDate day = rule.getDated() == null ? site.dayOf(encounter.getAt())
			: answers.dateOf(encounter.getId(), rule.getDated(), site.getZone());
		return Anchor.builder().patientId(encounter.getPatientId()).patientUuid(encounter.getPatientUuid())
			.key(encounter.anchorKey(rule.getScope(), day)).at(encounter.getAt()).day(day)
			.countedFrom(day.plus(agreements.waitOf(rule, encounter.getPatientId()))).site(site)
			.locationId(encounter.getLocationId()).encounterId(encounter.getId()).encounterUuid(encounter.getUuid()).build();
	}
}
