/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.util.Collections;
import java.util.Set;
import lombok.Builder;
import lombok.Value;

/**
 * An {@code EncounterFilter} with its references resolved to ids. A list that restricts and of which nothing exists
 * matches nothing: a filter is never widened by a reference that is missing here.
 */
@Value
@Builder
class FilterRule {

	/** Null does not restrict; here and below. */
	Set<Integer> types;

	Set<Integer> forms;

	Set<Integer> visitTypes;

	/** Descendants included. */
	Set<Integer> locations;

	Set<Integer> questions;

	/** Null: any answer will do. */
	Set<Integer> answers;

	/** As far as can be told without the observations. */
	boolean mayMatch(EncounterFacts encounter) {
		return allows(types, encounter.getTypeId()) && allows(forms, encounter.getFormId())
			&& allows(visitTypes, encounter.getVisitTypeId()) && allows(locations, encounter.getLocationId());
	}

	boolean matches(EncounterFacts encounter, Answers observed) {
		return mayMatch(encounter) && (questions == null || isAnswered(encounter, observed));
	}

	Set<Integer> getQuestionsAsked() {
		return questions == null ? Collections.emptySet() : questions;
	}

	private boolean isAnswered(EncounterFacts encounter, Answers observed) {
		for (Integer question : questions) {
			Set<Integer> given = observed.of(encounter.getId(), question);
			if (given != null && (answers == null || !Collections.disjoint(given, answers))) {
				return true;
			}
		}
		return false;
	}

	private static boolean allows(Set<Integer> allowed, Integer id) {
		return allowed == null || (id != null && allowed.contains(id));
	}
}
