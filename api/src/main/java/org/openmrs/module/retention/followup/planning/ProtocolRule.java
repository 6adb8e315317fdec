/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import lombok.Value;
import org.openmrs.module.retention.followup.protocol.PatientFilter;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition;
import org.openmrs.module.retention.followup.protocol.SkipRule;

/** One version of a protocol, ready to be matched. */
@Value
class ProtocolRule {

	Integer protocolId;

	int version;

	/** Anchors before this local day make no plan. */
	LocalDate firstAnchorDay;

	ProtocolDefinition definition;

	/** Null: not started by encounters. */
	FilterRule trigger;

	/** Null: nothing fulfils it. */
	FilterRule fulfilledBy;

	boolean isFirstVisitOnly() {
		return definition.getTrigger().isFirstVisitOnly();
	}

	boolean skipsAfterNewerVisit() {
		return definition.getSteps().stream().anyMatch(s -> s.getSkipWhen().contains(SkipRule.NEWER_VISIT));
	}

	/** Whether the patient is one of those it is meant for, on the anchor's day. */
	boolean isFor(EncounterFacts encounter, LocalDate day) {
		PatientFilter patients = definition.getPatients();
		if (patients == null) {
			return true;
		}
		if (!patients.getSexes().isEmpty() && !patients.getSexes().contains(encounter.getSex())) {
			return false;
		}
		Integer age = encounter.ageOn(day);
		boolean oldEnough = patients.getMinAge() == null || (age != null && age >= patients.getMinAge());
		boolean youngEnough = patients.getMaxAge() == null || (age != null && age <= patients.getMaxAge());
		return oldEnough && youngEnough;
	}

	/** The questions whose answers it looks at. */
	Set<Integer> getQuestions() {
		Set<Integer> questions = new HashSet<>();
		if (trigger != null) {
			questions.addAll(trigger.getQuestionsAsked());
		}
		if (fulfilledBy != null) {
			questions.addAll(fulfilledBy.getQuestionsAsked());
		}
		return questions;
	}
}
