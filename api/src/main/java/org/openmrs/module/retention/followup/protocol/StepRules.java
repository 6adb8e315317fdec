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
import org.openmrs.module.retention.shared.Problems;

/** What must hold of one step, and of the order of all of them. */
final class StepRules {

	static final String WINDOW_INVALID = "retention.followup.error.protocol-window-invalid";

	static final String WINDOW_EMPTY = "retention.followup.error.protocol-window-empty";

	static final String NOT_ASCENDING = "retention.followup.error.protocol-offset-not-ascending";

	static final String NO_PREVIOUS = "retention.followup.error.protocol-no-previous-step";

	static final String CRITICAL_NOT_CARE = "retention.followup.error.protocol-critical-not-care";

	static final String CHANNEL_UNSUPPORTED = "retention.followup.error.protocol-channel-unsupported";

	static final String ASSIGNMENT_AMBIGUOUS = "retention.followup.error.protocol-assignment-ambiguous";

	static final String TIME_INVALID = "retention.followup.error.protocol-time-invalid";

	/** What people do; the channels of automatic messages have nobody who would send them. */
	private static final Set<Channel> SUPPORTED = EnumSet.of(Channel.PHONE, Channel.IN_PERSON, Channel.LETTER);

	/** Four years hold every length of month, and of two months on end. */
	private static final LocalDate FIRST_ANCHOR = LocalDate.of(2027, 1, 1);

	private static final int ANCHORS = 1461;

	private final Problems problems;

	StepRules(Problems problems) {
		this.problems = problems;
	}

	void check(StepDefinition step, Purpose inherited) {
		new TextRules(problems).checkPresent("title", step.getTitle());
		if (ProtocolValidator.present(problems, "offset", step.getOffset())) {
			ProtocolValidator.period(problems, "offset", step.getOffset(), true);
		}
		window(step);
		ProtocolValidator.duration(problems, "notBefore", step.getNotBefore(), true);
		Purpose purpose = step.getPurpose() == null ? inherited : step.getPurpose();
		if (step.isCritical() && purpose != null) {
			problems.check(purpose == Purpose.CARE, "critical", CRITICAL_NOT_CARE, purpose);
		}
		ProtocolValidator.range(problems, "grace", step.getGrace(), 0, 366);
		if (ProtocolValidator.present(problems, "channel", step.getChannel())) {
			problems.check(SUPPORTED.contains(step.getChannel()), "channel", CHANNEL_UNSUPPORTED, step.getChannel(),
				SUPPORTED);
		}
		ProtocolValidator.present(problems, "roll", step.getRoll());
		ProtocolValidator.range(problems, "tries", step.getTries(), 1, 20);
		ProtocolValidator.duration(problems, "spacing", step.getSpacing(), false);
		ProtocolValidator.duration(problems, "target", step.getTarget(), false);
		for (int i = 0; i < step.getAssignment().size(); i++) {
			link(problems.in("assignment", i), step.getAssignment().get(i));
		}
		if (ProtocolValidator.present(problems, "script", step.getScript())) {
			new ScriptRules(problems.in("script")).check(step.getScript());
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
				: ProtocolValidator.period(new Problems(), "", step.getOffset(), true);
			if (offset == null) {
				return;
			}
			offsets.add(offset);
		}
		for (int i = 1; i < steps.size(); i++) {
			int step = i;
			boolean ascending = Stream.iterate(FIRST_ANCHOR, day -> day.plusDays(1)).limit(ANCHORS)
				.allMatch(anchor -> day(steps, offsets, step, anchor).isAfter(day(steps, offsets, step - 1, anchor)));
			problems.in("steps", i).check(ascending, "offset", NOT_ASCENDING, steps.get(i).getOffset(),
				steps.get(i - 1).getOffset());
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
		if (!ProtocolValidator.present(problems, property, text)) {
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
			ProtocolValidator.uuid(at, "provider", link.getProvider());
		}
		if (link.getRole() != null && ProtocolValidator.present(at, "role", link.getRole())) {
			ProtocolValidator.length(at, "role", link.getRole(), 50);
		}
		if (link.getUser() != null) {
			ProtocolValidator.uuid(at, "user", link.getUser());
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
