/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.protocol;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.openmrs.module.retention.shared.Problem;
import org.openmrs.module.retention.shared.Problems;

/**
 * Everything that can be wrong with a definition whose properties have the right types; all of it is found in one pass.
 * What the host holds (encounter types, concepts, roles) is not asked here.
 */
public final class ProtocolValidator {

	static final String REQUIRED = "retention.followup.error.protocol-required";

	static final String NOT_APPLICABLE = "retention.followup.error.protocol-not-applicable";

	static final String KEY_INVALID = "retention.followup.error.protocol-key-invalid";

	static final String KEY_DUPLICATE = "retention.followup.error.protocol-key-duplicate";

	static final String UUID_INVALID = "retention.followup.error.protocol-uuid-invalid";

	static final String REFERENCE_INVALID = "retention.followup.error.protocol-reference-invalid";

	static final String TOO_LONG = "retention.followup.error.protocol-too-long";

	static final String OUT_OF_RANGE = "retention.followup.error.protocol-out-of-range";

	static final String RANGE_CROSSED = "retention.followup.error.protocol-range-crossed";

	static final String DATE_INVALID = "retention.followup.error.protocol-date-invalid";

	static final String PERIOD_INVALID = "retention.followup.error.protocol-period-invalid";

	static final String DURATION_INVALID = "retention.followup.error.protocol-duration-invalid";

	static final String FILTER_EMPTY = "retention.followup.error.protocol-filter-empty";

	/** Nothing is planned further ahead than that; databases and calendars end somewhere. */
	private static final int LONGEST_YEARS = 20;

	private static final Duration LONGEST_DURATION = Duration.ofDays(366);

	private static final Pattern KEY = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

	private static final Pattern UUID = Pattern.compile("[0-9A-Za-z-]{36,38}");

	private static final Pattern MAPPING = Pattern.compile("[^:\\s][^:]*:[^:]*[^:\\s]");

	private static final int LONGEST_KEY = 60;

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
		if (present(problems, "uuid", definition.getUuid())) {
			problems.check(UUID.matcher(definition.getUuid()).matches(), "uuid", UUID_INVALID, definition.getUuid());
		}
		if (present(problems, "name", definition.getName())) {
			length(problems, "name", definition.getName(), 255);
		}
		length(problems, "description", definition.getDescription(), 1000);
		if (present(problems, "why", definition.getWhy())) {
			new TextRules(problems).check("why", definition.getWhy(), "date");
		}
		present(problems, "purpose", definition.getPurpose());
		range(problems, "priority", definition.getPriority(), 0, 100);
		if (definition.getActiveFrom() != null) {
			date("activeFrom", definition.getActiveFrom());
		}
		period(problems, "backfill", definition.getBackfill(), true);
		if (definition.getOnRepeat() == RepeatMode.IGNORE) {
			if (present(problems, "ignoreWithin", definition.getIgnoreWithin())) {
				period(problems, "ignoreWithin", definition.getIgnoreWithin(), false);
			}
		} else {
			problems.check(definition.getIgnoreWithin() == null, "ignoreWithin", NOT_APPLICABLE, "onRepeat: IGNORE");
		}
		if (isByInterval(definition)) {
			period(problems, "verifyAfter", definition.getVerifyAfter(), false);
		} else {
			duration(problems, "verifyAfter", definition.getVerifyAfter(), false);
		}
		if (definition.getFloodLimit() != null) {
			range(problems, "floodLimit", definition.getFloodLimit(), 1, 1_000_000);
		}
	}

	private static boolean isByInterval(ProtocolDefinition definition) {
		Trigger trigger = definition.getTrigger();
		return trigger != null && trigger.getType() != null && trigger.getType().isByInterval();
	}

	static void filter(Problems at, EncounterFilter filter, boolean mayBeEmpty) {
		boolean empty = filter.getEncounterTypes().isEmpty() && filter.getForms().isEmpty()
			&& filter.getLocations().isEmpty() && filter.getObservation() == null;
		at.check(!empty || mayBeEmpty, "", FILTER_EMPTY);
		uuids(at, "encounterTypes", filter.getEncounterTypes());
		uuids(at, "forms", filter.getForms());
		uuids(at, "locations", filter.getLocations());
		if (filter.getObservation() != null) {
			Problems observation = at.in("observation");
			if (present(observation, "concept", filter.getObservation().getConcept())) {
				concept(observation, "concept", filter.getObservation().getConcept());
			}
			List<String> answers = filter.getObservation().getAnswers();
			for (int i = 0; i < answers.size(); i++) {
				concept(observation, "answers[" + i + "]", answers.get(i));
			}
		}
	}

	private void patients(PatientFilter patients) {
		if (patients == null) {
			return;
		}
		Problems at = problems.in("patients");
		boolean least = patients.getMinAge() == null || range(at, "minAge", patients.getMinAge(), 0, 150);
		boolean most = patients.getMaxAge() == null || range(at, "maxAge", patients.getMaxAge(), 0, 150);
		if (least && most && patients.getMinAge() != null && patients.getMaxAge() != null) {
			at.check(patients.getMinAge() <= patients.getMaxAge(), "minAge", RANGE_CROSSED, patients.getMinAge(),
				patients.getMaxAge());
		}
		for (int i = 0; i < patients.getSexes().size(); i++) {
			String sex = patients.getSexes().get(i);
			if (present(at, "sexes[" + i + "]", sex)) {
				length(at, "sexes[" + i + "]", sex, 50);
			}
		}
	}

	private void steps(ProtocolDefinition definition) {
		if (definition.getSteps().isEmpty()) {
			problems.add("steps", REQUIRED, "steps");
		}
		Set<String> keys = new HashSet<>();
		for (int i = 0; i < definition.getSteps().size(); i++) {
			StepDefinition step = definition.getSteps().get(i);
			Problems at = problems.in("steps", i);
			key(at, step.getKey(), keys);
			new StepRules(at).check(step, definition);
		}
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

	static boolean present(Problems at, String property, Object value) {
		boolean present = value instanceof String ? !((String) value).trim().isEmpty() : value != null;
		return at.check(present, property, REQUIRED, property);
	}

	static boolean length(Problems at, String property, String value, int most) {
		return at.check(value == null || value.length() <= most, property, TOO_LONG, most);
	}

	static boolean range(Problems at, String property, int value, int least, int most) {
		return at.check(value >= least && value <= most, property, OUT_OF_RANGE, value, least, most);
	}

	static void key(Problems at, String key, Set<String> taken) {
		if (present(at, "key", key)
			&& at.check(KEY.matcher(key).matches() && key.length() <= LONGEST_KEY, "key", KEY_INVALID, key)) {
			at.check(taken.add(key), "key", KEY_DUPLICATE, key);
		}
	}

	static void uuid(Problems at, String property, String value) {
		at.check(value != null && UUID.matcher(value).matches(), property, UUID_INVALID, String.valueOf(value));
	}

	static void concept(Problems at, String property, String value) {
		at.check(value != null && (UUID.matcher(value).matches() || MAPPING.matcher(value).matches()), property,
			REFERENCE_INVALID, String.valueOf(value));
	}

	/** Null where the text is no period of zero or more, which is then reported; null too where there is no text. */
	static Period period(Problems at, String property, String value, boolean mayBeZero) {
		if (value == null) {
			return null;
		}
		try {
			Period period = Period.parse(value);
			if (!period.isNegative() && (mayBeZero || !period.isZero()) && !isLongerThanALifeOfPlans(period)) {
				return period;
			}
		}
		catch (DateTimeParseException e) {
			// reported below, as a negative one is
		}
		at.add(property, PERIOD_INVALID, value);
		return null;
	}

	/** Each part by itself, so that nothing overflows. */
	private static boolean isLongerThanALifeOfPlans(Period period) {
		return period.getYears() > LONGEST_YEARS || period.getMonths() > LONGEST_YEARS * 12
			|| period.getDays() > LONGEST_YEARS * 366;
	}

	static void duration(Problems at, String property, String value, boolean mayBeZero) {
		if (value == null) {
			return;
		}
		try {
			Duration duration = Duration.parse(value);
			if (!duration.isNegative() && (mayBeZero || !duration.isZero()) && duration.compareTo(LONGEST_DURATION) <= 0) {
				return;
			}
		}
		catch (DateTimeParseException e) {
			// reported below, as a negative one is
		}
		at.add(property, DURATION_INVALID, value);
	}

	private static void uuids(Problems at, String property, List<String> values) {
		for (int i = 0; i < values.size(); i++) {
			uuid(at, property + "[" + i + "]", values.get(i));
		}
	}
}
