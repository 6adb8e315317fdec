/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.protocol;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.openmrs.module.retention.question.DefinitionRules;
import org.openmrs.module.retention.question.TextRules;
import org.openmrs.module.retention.shared.Problems;

/** What must hold of one step, and of the order of all of them. */
final class StepRules {

	static final String WINDOW_INVALID = "retention.followup.error.protocol-window-invalid";

	static final String WINDOW_EMPTY = "retention.followup.error.protocol-window-empty";

	static final String NOT_ASCENDING = "retention.followup.error.protocol-offset-not-ascending";

	static final String NO_PREVIOUS = "retention.followup.error.protocol-no-previous-step";

	static final String CRITICAL_NOT_CARE = "retention.followup.error.protocol-critical-not-care";

	static final String SURVEY_NOT_SURVEY = "retention.followup.error.protocol-survey-not-survey";

	static final String AT_VISIT_INVALID = "retention.followup.error.protocol-at-visit-invalid";

	static final String CHANNEL_UNSUPPORTED = "retention.followup.error.protocol-channel-unsupported";

	static final String ASSIGNMENT_AMBIGUOUS = "retention.followup.error.protocol-assignment-ambiguous";

	static final String BEFORE_ANCHOR = "retention.followup.error.protocol-offset-before-anchor";

	static final String AFTER_BOOKING = "retention.followup.error.protocol-offset-after-booking";

	static final String ROLL_AFTER_BOOKING = "retention.followup.error.protocol-roll-after-booking";

	static final String REPEAT_NOT_LAST = "retention.followup.error.protocol-repeat-not-last";

	static final String REPEAT_WITHOUT_END = "retention.followup.error.protocol-repeat-without-end";

	static final String TIME_INVALID = "retention.followup.error.protocol-time-invalid";

	/** What people do; the channels of automatic messages have nobody who would send them. */
	private static final Set<Channel> SUPPORTED = EnumSet.of(Channel.PHONE, Channel.IN_PERSON, Channel.LETTER);

	/** Four years hold every length of month, and of two months on end. */
	private static final LocalDate FIRST_ANCHOR = LocalDate.of(2027, 1, 1);

	private static final int ANCHORS = 1461;

	private static final int MOST_REPEATS = 24;

	private final Problems problems;

	StepRules(Problems problems) {
		this.problems = problems;
	}

	void check(StepDefinition step, ProtocolDefinition definition) {
		new TextRules(problems).checkPresent("title", step.getTitle());
		if (DefinitionRules.present(problems, "offset", step.getOffset())) {
			offset(step, definition.getTrigger());
		}
		repeat(step);
		window(step);
		DefinitionRules.duration(problems, "notBefore", step.getNotBefore(), true);
		Purpose purpose = step.getPurpose() == null ? definition.getPurpose() : step.getPurpose();
		if (step.isCritical() && purpose != null) {
			problems.check(purpose == Purpose.CARE, "critical", CRITICAL_NOT_CARE, purpose);
		}
		if (step.getSurvey() != null) {
			DefinitionRules.uuid(problems, "survey", step.getSurvey());
			problems.check(purpose == null || purpose == Purpose.SURVEY, "survey", SURVEY_NOT_SURVEY, purpose);
		}
		DefinitionRules.range(problems, "grace", step.getGrace(), 0, 366);
		if (DefinitionRules.present(problems, "channel", step.getChannel())) {
			problems.check(SUPPORTED.contains(step.getChannel()), "channel", CHANNEL_UNSUPPORTED, step.getChannel(),
				SUPPORTED);
		}
		DefinitionRules.present(problems, "roll", step.getRoll());
		if (definition.getTrigger() != null && definition.getTrigger().isBeforeBooking()) {
			problems.check(step.getRoll() != Roll.NEXT, "roll", ROLL_AFTER_BOOKING);
			problems.check(!step.getSkipWhen().contains(SkipRule.BOOKED), "skipWhen", DefinitionRules.NOT_APPLICABLE,
				"trigger.when: MISSED");
		}
		problems.check(!step.isAtVisit() || isAtAVisit(step, definition.getTrigger()), "atVisit", AT_VISIT_INVALID);
		DefinitionRules.range(problems, "tries", step.getTries(), 1, 20);
		DefinitionRules.duration(problems, "spacing", step.getSpacing(), false);
		DefinitionRules.duration(problems, "target", step.getTarget(), false);
		for (int i = 0; i < step.getAssignment().size(); i++) {
			link(problems.in("assignment", i), step.getAssignment().get(i));
		}
		if (DefinitionRules.present(problems, "script", step.getScript())) {
			new ScriptRules(problems.in("script")).check(step.getScript());
		}
	}

	/** Nothing that is for calls goes with it, and there is a visit. */
	private static boolean isAtAVisit(StepDefinition step, Trigger trigger) {
		boolean plain = !step.isAfterPrevious() && !step.isCritical() && step.getNotBefore() == null
			&& step.getRepeatEvery() == null && step.getSurvey() == null;
		boolean allDay = "OPEN".equals(step.getWindowFrom()) && "CLOSE".equals(step.getWindowTo());
		return plain && allDay && step.getChannel() == Channel.IN_PERSON && "P0D".equals(step.getOffset())
			&& trigger != null && trigger.getType() == TriggerType.ENCOUNTER;
	}

	/** Only the first step is one at the visit: the others are calls, of which each has its day. */
	static void checkAtVisit(Problems problems, List<StepDefinition> steps) {
		for (int i = 1; i < steps.size(); i++) {
			problems.in("steps", i).check(!steps.get(i).isAtVisit(), "atVisit", AT_VISIT_INVALID);
		}
	}

	/**
	 * Each step's day lies after that of the step before, whatever the anchor: two contacts of a plan never fall on one day.
	 */
	static void checkOrder(Problems problems, List<StepDefinition> steps) {
		if (!steps.isEmpty()) {
			problems.check(!steps.get(0).isAfterPrevious(), "steps[0].afterPrevious", NO_PREVIOUS);
		}
		List<Period> offsets = new ArrayList<>();
		for (StepDefinition step : steps) {
			Period offset = step.getOffset() == null ? null
				: signed(new Problems(), step.getOffset());
			if (offset == null) {
				return;
			}
			offsets.add(offset);
		}
		for (int i = 1; i < steps.size(); i++) {
			int step = i;
			boolean ascending = step == 1 && steps.get(0).isAtVisit()
				|| Stream.iterate(FIRST_ANCHOR, day -> day.plusDays(1)).limit(ANCHORS)
					.allMatch(anchor -> day(steps, offsets, step, anchor).isAfter(day(steps, offsets, step - 1, anchor)));
			problems.in("steps", i).check(ascending, "offset", NOT_ASCENDING, steps.get(i).getOffset(),
				steps.get(i - 1).getOffset());
		}
	}

	/** A reminder comes before what it reminds of, or on that day. */
	static void checkBeforeBooking(Problems problems, ProtocolDefinition definition) {
		List<StepDefinition> steps = definition.getSteps();
		if (definition.getTrigger() == null || !definition.getTrigger().isBeforeBooking()) {
			return;
		}
		List<Period> offsets = new ArrayList<>();
		for (int i = 0; i < steps.size(); i++) {
			Period offset = steps.get(i).getOffset() == null ? null : signed(new Problems(), steps.get(i).getOffset());
			if (offset == null) {
				return;
			}
			offsets.add(offset);
			int step = i;
			boolean inTime = (i > 0 || !steps.get(i).isAfterPrevious())
				&& Stream.iterate(FIRST_ANCHOR, day -> day.plusDays(1)).limit(ANCHORS)
					.noneMatch(booked -> day(steps, offsets, step, booked).isAfter(booked));
			problems.in("steps", i).check(inTime, "offset", AFTER_BOOKING, steps.get(i).getOffset());
		}
	}

	/** Only what can come to an end by itself is done again and again, and nothing follows it. */
	static void checkRepeats(Problems problems, ProtocolDefinition definition) {
		List<StepDefinition> steps = definition.getSteps();
		Trigger trigger = definition.getTrigger();
		boolean ends = definition.getFulfilledBy() != null || (trigger != null && trigger.getType() != null
			&& (trigger.getType().isByInterval() || trigger.getType() == TriggerType.ABSENCE_OF));
		for (int i = 0; i < steps.size(); i++) {
			if (steps.get(i).getRepeatEvery() != null) {
				Problems at = problems.in("steps", i);
				at.check(i == steps.size() - 1, "repeatEvery", REPEAT_NOT_LAST);
				at.check(ends, "repeatEvery", REPEAT_WITHOUT_END);
			}
		}
	}

	/** After the anchor; where the steps are counted from a day after the anchor, before that day too. */
	private void offset(StepDefinition step, Trigger trigger) {
		Period offset = signed(problems, step.getOffset());
		boolean datedAhead = trigger != null && (trigger.getType() == TriggerType.OBS_DATE
			|| trigger.isBeforeBooking()) && !step.isAfterPrevious();
		if (offset == null || !offset.isNegative() || datedAhead) {
			return;
		}
		Period wait = trigger == null ? Period.ZERO : waitOf(trigger);
		boolean afterAnchor = !step.isAfterPrevious() && wait != null && Stream.iterate(FIRST_ANCHOR, day -> day.plusDays(1))
			.limit(ANCHORS).allMatch(anchor -> anchor.plus(wait).plus(offset).isAfter(anchor));
		problems.check(afterAnchor, "offset", BEFORE_ANCHOR, step.getOffset());
	}

	/** Null: it is wrong, which is reported elsewhere. */
	private static Period waitOf(Trigger trigger) {
		try {
			return trigger.waitPeriod();
		}
		catch (DateTimeParseException e) {
			return null;
		}
	}

	/** A period of which no part has another sign; null: it is none, which is reported. */
	private static Period signed(Problems problems, String text) {
		boolean negative = text.startsWith("-") || text.contains("P-");
		if (!negative) {
			return DefinitionRules.period(problems, "offset", text, true);
		}
		try {
			Period period = Period.parse(text);
			if (DefinitionRules.period(new Problems(), "offset", period.negated().toString(), true) != null) {
				return period;
			}
		}
		catch (DateTimeParseException | ArithmeticException e) {
			// reported below
		}
		problems.add("offset", DefinitionRules.PERIOD_INVALID, text);
		return null;
	}

	private void repeat(StepDefinition step) {
		if (step.getRepeatEvery() == null && step.getRepeatTimes() == null) {
			return;
		}
		if (DefinitionRules.present(problems, "repeatEvery", step.getRepeatEvery())) {
			DefinitionRules.period(problems, "repeatEvery", step.getRepeatEvery(), false);
		}
		if (DefinitionRules.present(problems, "repeatTimes", step.getRepeatTimes())) {
			DefinitionRules.range(problems, "repeatTimes", step.getRepeatTimes(), 1, MOST_REPEATS);
		}
	}

	private static LocalDate day(List<StepDefinition> steps, List<Period> offsets, int step, LocalDate anchor) {
		boolean fromPrevious = step > 0 && steps.get(step).isAfterPrevious();
		return (fromPrevious ? day(steps, offsets, step - 1, anchor) : anchor).plus(offsets.get(step));
	}

	private void window(StepDefinition step) {
		WindowTime from = windowTime("windowFrom", step.getWindowFrom());
		WindowTime to = windowTime("windowTo", step.getWindowTo());
		if (from != null && to != null) {
			problems.check(!from.isNeverBefore(to), "windowFrom", WINDOW_EMPTY, step.getWindowFrom(), step.getWindowTo());
		}
	}

	private WindowTime windowTime(String property, String text) {
		if (!DefinitionRules.present(problems, property, text)) {
			return null;
		}
		try {
			return WindowTime.parse(text);
		}
		catch (IllegalArgumentException e) {
			problems.add(property, WINDOW_INVALID, text);
			return null;
		}
	}

	private static void link(Problems at, AssignmentLink link) {
		long targets = Stream.of(link.getProvider(), link.getRole(), link.getUser()).filter(t -> t != null).count();
		at.check(targets == 1, "", ASSIGNMENT_AMBIGUOUS);
		if (link.getProvider() != null && !"any".equals(link.getProvider())) {
			DefinitionRules.uuid(at, "provider", link.getProvider());
		}
		if (link.getRole() != null && DefinitionRules.present(at, "role", link.getRole())) {
			DefinitionRules.length(at, "role", link.getRole(), 50);
		}
		if (link.getUser() != null) {
			DefinitionRules.uuid(at, "user", link.getUser());
		}
		if (link.getUntil() != null) {
			at.check(isLocalTime(link.getUntil()), "until", TIME_INVALID, link.getUntil());
		}
	}

	private static boolean isLocalTime(String text) {
		try {
			return text.length() == 5 && LocalTime.parse(text) != null;
		}
		catch (DateTimeParseException e) {
			return false;
		}
	}
}
