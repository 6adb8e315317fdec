/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.protocol;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.openmrs.module.retention.question.DefinitionRules;
import org.openmrs.module.retention.shared.Problems;

/** What must hold of a trigger: each kind has its parameters, and none of another's. */
final class TriggerRules {

	static final String WAIT_OUT_OF_RANGE = "retention.followup.error.protocol-wait-out-of-range";

	static final String FULFILLED_BY_TRIGGER = "retention.followup.error.protocol-fulfilled-by-trigger";

	static final String REPEAT_BY_INTERVAL = "retention.followup.error.protocol-repeat-by-interval";

	static final String REPEAT_BY_BOOKING = "retention.followup.error.protocol-repeat-by-booking";

	static final String EVENT_INVALID = "retention.followup.error.protocol-event-invalid";

	static final String DAY_INVALID = "retention.followup.error.protocol-day-invalid";

	private static final Pattern EVENT = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");

	private static final int LONGEST_EVENT = 60;

	/** A last visit is looked for three years back; a longer wait would leave no year for those whose time has passed. */
	static final Period LONGEST_WAIT = Period.ofMonths(24);

	private static final Set<TriggerType> WITH_FILTER = EnumSet.of(TriggerType.ENCOUNTER, TriggerType.RECALL,
		TriggerType.ABSENCE_OF, TriggerType.OBS_DATE);

	private static final LocalDate ANY_DAY = LocalDate.of(2027, 1, 1);

	private final Problems problems;

	private final Problems at;

	TriggerRules(Problems problems) {
		this.problems = problems;
		this.at = problems.in("trigger");
	}

	void check(ProtocolDefinition definition) {
		Trigger trigger = definition.getTrigger();
		if (!DefinitionRules.present(problems, "trigger", trigger)
			|| !DefinitionRules.present(at, "type", trigger.getType())) {
			return;
		}
		filter(trigger);
		onlyWith(TriggerType.ENCOUNTER, trigger, "firstVisitOnly", trigger.isFirstVisitOnly() ? Boolean.TRUE : null);
		wait(TriggerType.RECALL, trigger, "interval", trigger.getInterval());
		wait(TriggerType.LAPSE, trigger, "period", trigger.getPeriod());
		wait(TriggerType.ABSENCE_OF, trigger, "within", trigger.getWithin());
		absent(trigger);
		if (owned(TriggerType.OBS_DATE, trigger, "concept", trigger.getConcept())) {
			DefinitionRules.concept(at, "concept", trigger.getConcept());
		}
		if (owned(TriggerType.EVENT, trigger, "event", trigger.getEvent())) {
			at.check(EVENT.matcher(trigger.getEvent()).matches() && trigger.getEvent().length() <= LONGEST_EVENT, "event",
				EVENT_INVALID, trigger.getEvent());
		}
		date(trigger);
		booking(trigger);
		if (trigger.getPerDay() != null
			&& at.check(trigger.getType().isByInterval() || trigger.getType() == TriggerType.EVENT, "perDay",
				DefinitionRules.NOT_APPLICABLE, "type: RECALL, LAPSE, EVENT")) {
			DefinitionRules.range(at, "perDay", trigger.getPerDay(), 1, 1000);
		}
		surroundings(definition);
	}

	private void filter(Trigger trigger) {
		if (WITH_FILTER.contains(trigger.getType())) {
			EncounterFilter filter = trigger.getFilter() == null ? EncounterFilter.builder().build() : trigger.getFilter();
			ProtocolValidator.filter(at.in("filter"), filter,
				trigger.isFirstVisitOnly() || trigger.getType() == TriggerType.OBS_DATE);
		} else {
			at.check(trigger.getFilter() == null, "filter", DefinitionRules.NOT_APPLICABLE, "type: " + WITH_FILTER);
		}
	}

	private void absent(Trigger trigger) {
		if (trigger.getType() != TriggerType.ABSENCE_OF) {
			onlyWith(TriggerType.ABSENCE_OF, trigger, "absent", trigger.getAbsent());
		} else if (DefinitionRules.present(at, "absent", trigger.getAbsent())) {
			ProtocolValidator.filter(at.in("absent"), trigger.getAbsent(), false);
		}
	}

	private void wait(TriggerType type, Trigger trigger, String property, String value) {
		if (owned(type, trigger, property, value)) {
			Period wait = DefinitionRules.period(at, property, value, false);
			at.check(wait == null || !ANY_DAY.plus(wait).isAfter(ANY_DAY.plus(LONGEST_WAIT)), property, WAIT_OUT_OF_RANGE,
				value, LONGEST_WAIT);
		}
	}

	private void date(Trigger trigger) {
		if (owned(TriggerType.DATE, trigger, "date", trigger.getDate())) {
			at.check(isDayOfYear(trigger), "date", DAY_INVALID, trigger.getDate());
		}
		onlyWith(TriggerType.DATE, trigger, "visitedWithin", trigger.getVisitedWithin());
		DefinitionRules.period(at, "visitedWithin", trigger.getVisitedWithin(), false);
	}

	private void booking(Trigger trigger) {
		if (trigger.getType() == TriggerType.BOOKING) {
			DefinitionRules.present(at, "when", trigger.getWhen());
		} else {
			onlyWith(TriggerType.BOOKING, trigger, "when", trigger.getWhen());
		}
	}

	private static boolean isDayOfYear(Trigger trigger) {
		try {
			trigger.dayOfYear();
			return true;
		}
		catch (DateTimeParseException e) {
			return false;
		}
	}

	/** True when it belongs to the trigger's type and is there; what is wrong with either is reported. */
	private boolean owned(TriggerType type, Trigger trigger, String property, String value) {
		if (trigger.getType() != type) {
			onlyWith(type, trigger, property, value);
			return false;
		}
		return DefinitionRules.present(at, property, value);
	}

	private void onlyWith(TriggerType type, Trigger trigger, String property, Object value) {
		at.check(value == null || trigger.getType() == type, property, DefinitionRules.NOT_APPLICABLE, "type: " + type);
	}

	/** What the trigger decides itself. */
	private void surroundings(ProtocolDefinition definition) {
		TriggerType type = definition.getTrigger().getType();
		boolean reminder = definition.getTrigger().isBeforeBooking();
		if (type == TriggerType.ABSENCE_OF || type == TriggerType.LAPSE || reminder) {
			problems.check(definition.getFulfilledBy() == null, "fulfilledBy", FULFILLED_BY_TRIGGER, type);
		}
		if (reminder) {
			problems.check(definition.getOnRepeat() == RepeatMode.SEPARATE, "onRepeat", REPEAT_BY_BOOKING);
		}
		if (type.isByInterval()) {
			problems.check(definition.getOnRepeat() == RepeatMode.RESTART, "onRepeat", REPEAT_BY_INTERVAL, type);
			problems.check(definition.getBackfill() == null || "P0D".equals(definition.getBackfill()), "backfill",
				REPEAT_BY_INTERVAL, type);
		}
	}
}
