/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.protocol;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openmrs.module.retention.question.DefinitionRules;
import org.openmrs.module.retention.question.TextRules;
import org.openmrs.module.retention.shared.Problem;
import org.openmrs.module.retention.shared.Problems;

/**
 * Everything that can be wrong with a definition whose properties have the right types; all of it is found in one pass.
 * What the host holds (encounter types, concepts, roles) is not asked here.
 */
public final class ProtocolValidator {

	static final String DATE_INVALID = "retention.followup.error.protocol-date-invalid";

	static final String FILTER_EMPTY = "retention.followup.error.protocol-filter-empty";

	private final Problems problems = new Problems();

	/** The problems in the order of the definition; empty when there are none. */
	public List<Problem> validate(ProtocolDefinition definition) {
		head(definition);
		new TriggerRules(problems).check(definition);
		patients(definition.getPatients());
		if (definition.getFulfilledBy() != null) {
			filter(problems.in("fulfilledBy"), definition.getFulfilledBy(), false);
		}
		steps(definition);
		return Collections.unmodifiableList(problems.found());
	}

	private void head(ProtocolDefinition definition) {
		if (DefinitionRules.present(problems, "uuid", definition.getUuid())) {
			DefinitionRules.uuid(problems, "uuid", definition.getUuid());
		}
		if (DefinitionRules.present(problems, "name", definition.getName())) {
			DefinitionRules.length(problems, "name", definition.getName(), 255);
		}
		DefinitionRules.length(problems, "description", definition.getDescription(), 1000);
		if (DefinitionRules.present(problems, "why", definition.getWhy())) {
			new TextRules(problems).check("why", definition.getWhy(), "date");
		}
		DefinitionRules.present(problems, "purpose", definition.getPurpose());
		DefinitionRules.range(problems, "priority", definition.getPriority(), 0, 100);
		if (definition.getActiveFrom() != null) {
			date("activeFrom", definition.getActiveFrom());
		}
		DefinitionRules.period(problems, "backfill", definition.getBackfill(), true);
		if (definition.getOnRepeat() == RepeatMode.IGNORE) {
			if (DefinitionRules.present(problems, "ignoreWithin", definition.getIgnoreWithin())) {
				DefinitionRules.period(problems, "ignoreWithin", definition.getIgnoreWithin(), false);
			}
		} else {
			problems.check(definition.getIgnoreWithin() == null, "ignoreWithin", DefinitionRules.NOT_APPLICABLE,
				"onRepeat: IGNORE");
		}
		if (isByInterval(definition)) {
			DefinitionRules.period(problems, "verifyAfter", definition.getVerifyAfter(), false);
		} else {
			DefinitionRules.duration(problems, "verifyAfter", definition.getVerifyAfter(), false);
		}
		if (definition.getFloodLimit() != null) {
			DefinitionRules.range(problems, "floodLimit", definition.getFloodLimit(), 1, 1_000_000);
		}
	}

	private static boolean isByInterval(ProtocolDefinition definition) {
		Trigger trigger = definition.getTrigger();
		return trigger != null && trigger.getType() != null && trigger.getType().isByInterval();
	}

	static void filter(Problems at, EncounterFilter filter, boolean mayBeEmpty) {
		boolean empty = filter.getEncounterTypes().isEmpty() && filter.getForms().isEmpty()
			&& filter.getVisitTypes().isEmpty() && filter.getLocations().isEmpty() && filter.getObservation() == null;
		at.check(!empty || mayBeEmpty, "", FILTER_EMPTY);
		DefinitionRules.uuids(at, "encounterTypes", filter.getEncounterTypes());
		DefinitionRules.uuids(at, "forms", filter.getForms());
		DefinitionRules.uuids(at, "visitTypes", filter.getVisitTypes());
		DefinitionRules.uuids(at, "locations", filter.getLocations());
		if (filter.getObservation() != null) {
			Problems observation = at.in("observation");
			if (DefinitionRules.present(observation, "concept", filter.getObservation().getConcept())) {
				DefinitionRules.concept(observation, "concept", filter.getObservation().getConcept());
			}
			List<String> answers = filter.getObservation().getAnswers();
			for (int i = 0; i < answers.size(); i++) {
				DefinitionRules.concept(observation, "answers[" + i + "]", answers.get(i));
			}
		}
	}

	private void patients(PatientFilter patients) {
		if (patients == null) {
			return;
		}
		Problems at = problems.in("patients");
		boolean least = patients.getMinAge() == null || DefinitionRules.range(at, "minAge", patients.getMinAge(), 0, 150);
		boolean most = patients.getMaxAge() == null || DefinitionRules.range(at, "maxAge", patients.getMaxAge(), 0, 150);
		if (least && most && patients.getMinAge() != null && patients.getMaxAge() != null) {
			at.check(patients.getMinAge() <= patients.getMaxAge(), "minAge", DefinitionRules.RANGE_CROSSED,
				patients.getMinAge(),
				patients.getMaxAge());
		}
		for (int i = 0; i < patients.getSexes().size(); i++) {
			String sex = patients.getSexes().get(i);
			if (DefinitionRules.present(at, "sexes[" + i + "]", sex)) {
				DefinitionRules.length(at, "sexes[" + i + "]", sex, 50);
			}
		}
		DefinitionRules.uuids(at, "groups", patients.getGroups());
		DefinitionRules.uuids(at, "exceptGroups", patients.getExceptGroups());
	}

	private void steps(ProtocolDefinition definition) {
		if (definition.getSteps().isEmpty()) {
			problems.add("steps", DefinitionRules.REQUIRED, "steps");
		}
		Set<String> keys = new HashSet<>();
		for (int i = 0; i < definition.getSteps().size(); i++) {
			StepDefinition step = definition.getSteps().get(i);
			Problems at = problems.in("steps", i);
			DefinitionRules.key(at, step.getKey(), keys);
			new StepRules(at).check(step, definition);
		}
		StepRules.checkAtVisit(problems, definition.getSteps());
		StepRules.checkOrder(problems, definition.getSteps());
		StepRules.checkRepeats(problems, definition);
		StepRules.checkBeforeBooking(problems, definition);
	}

	private void date(String property, String value) {
		try {
			LocalDate.parse(value);
		}
		catch (DateTimeParseException e) {
			problems.add(property, DATE_INVALID, value);
		}
	}
}
