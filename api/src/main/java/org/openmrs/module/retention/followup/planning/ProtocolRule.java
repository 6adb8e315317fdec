/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.LocalDate;
import java.time.Period;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import lombok.Value;
import org.openmrs.module.retention.followup.protocol.AnchorScope;
import org.openmrs.module.retention.followup.protocol.PatientFilter;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition;
import org.openmrs.module.retention.followup.protocol.SkipRule;
import org.openmrs.module.retention.followup.protocol.TriggerType;

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

	/** The questions of which one's answer is the day; null: the day is the encounter's. */
	Set<Integer> dated;

	/** Beside what starts the next cycle of a recall; null: nothing fulfils it. */
	FilterRule fulfilledBy;

	/** Ids of cohorts; null: whoever it is. */
	Set<Integer> groups;

	Set<Integer> exceptGroups;

	TriggerType getType() {
		return definition.getTrigger().getType();
	}

	/** By the newest qualifying visit, a period later. */
	boolean isByInterval() {
		return getType().isByInterval();
	}

	/** Events that come many at a time begin so many a day. */
	boolean isSpread() {
		return getType() == TriggerType.EVENT && definition.getTrigger().getPerDay() != null;
	}

	/** Whether a visit whose turn comes on that day only is so long ago then that somebody looks at it first. */
	boolean isToVerify(LocalDate visit, LocalDate day) {
		String age = definition.getVerifyAfter();
		return isByInterval() && age != null && visit.plus(Period.parse(age)).isBefore(day);
	}

	AnchorScope getScope() {
		return dated == null ? definition.getAnchorScope() : AnchorScope.ENCOUNTER;
	}

	boolean starts(EncounterFacts encounter, Answers observed) {
		return trigger != null && trigger.matches(encounter, observed)
			&& (dated == null || observed.hasDate(encounter.getId(), dated));
	}

	boolean canBeFulfilled() {
		return fulfilledBy != null || isByInterval();
	}

	/** Whether the encounter, on that local day, is what the plan was for. */
	boolean isFulfilled(PlanState plan, EncounterFacts encounter, LocalDate day, Answers observed) {
		if (getType() == TriggerType.ABSENCE_OF) {
			return !day.isBefore(plan.getAnchorDay()) && fulfilledBy.matches(encounter, observed);
		}
		boolean matches = (fulfilledBy != null && fulfilledBy.matches(encounter, observed))
			|| (isByInterval() && starts(encounter, observed));
		return matches && comesAfter(plan, encounter, day);
	}

	/** Whether the encounter is later than the plan's anchor, and not of the same visit or day. */
	boolean comesAfter(PlanState plan, EncounterFacts encounter, LocalDate day) {
		return encounter.getAt().isAfter(plan.getAnchorAt()) && !plan.isAnchoredOn(encounter)
			&& !encounter.anchorKey(getScope(), day).equals(plan.getAnchorKey());
	}

	boolean isFirstVisitOnly() {
		return definition.getTrigger().isFirstVisitOnly();
	}

	boolean skipsAfterNewerVisit() {
		return definition.getSteps().stream().anyMatch(s -> s.getSkipWhen().contains(SkipRule.NEWER_VISIT));
	}

	/** Whether it matters to it which groups a patient is in. */
	boolean asksForGroups() {
		return groups != null || !exceptGroups.isEmpty();
	}

	/** Whether somebody in these groups is one of those it is meant for. */
	boolean isForMembersOf(Set<Integer> theirs) {
		return (groups == null || !Collections.disjoint(groups, theirs)) && Collections.disjoint(exceptGroups, theirs);
	}

	/** Whether the patient is one of those it is meant for, on the anchor's day, as far as sex and age tell. */
	boolean isFor(String sex, LocalDate birthdate, LocalDate day) {
		PatientFilter patients = definition.getPatients();
		if (patients == null) {
			return true;
		}
		if (!patients.getSexes().isEmpty() && !patients.getSexes().contains(sex)) {
			return false;
		}
		Integer age = birthdate == null ? null : Integer.valueOf(Period.between(birthdate, day).getYears());
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
		if (dated != null) {
			questions.addAll(dated);
		}
		if (fulfilledBy != null) {
			questions.addAll(fulfilledBy.getQuestionsAsked());
		}
		return questions;
	}
}
