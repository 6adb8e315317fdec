/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition;
import org.openmrs.module.retention.followup.protocol.Protocols;
import org.openmrs.module.retention.followup.protocol.Script;
import org.openmrs.module.retention.followup.protocol.StepDefinition;
import org.openmrs.module.retention.question.LocalizedText;
import org.openmrs.module.retention.shared.Messages;

/** What a task is called, why one calls, and what to ask: off the version of the protocol that made it. */
class TaskTexts {

	private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

	private final Protocols protocols;

	TaskTexts(Protocols protocols) {
		this.protocols = protocols;
	}

	String title(FollowUpTask task, Locale locale) {
		StepDefinition step = task.getTitle() == null ? step(task) : null;
		return step == null ? task.getTitle() : text(step.getTitle(), locale);
	}

	/** One line; {@code {date}} is the anchor's day as the reader writes dates. */
	String why(FollowUpTask task, Locale locale) {
		ProtocolDefinition definition = definition(task);
		if (definition == null || definition.getWhy() == null) {
			return task.getTitle();
		}
		String why = text(definition.getWhy(), locale);
		return task.getPlan() == null ? why : why.replace("{date}", day(task.getPlan().getAnchorDate(), locale));
	}

	/** What else the plan is about, a line each; a line that is a day is that of an older anchor. */
	List<String> context(FollowUpTask task, Locale locale) {
		String context = task.getPlan() == null ? null : task.getPlan().getContext();
		return context == null ? Collections.emptyList()
			: Arrays.stream(context.split("\\R")).filter(line -> !line.trim().isEmpty())
				.map(line -> DAY.matcher(line).matches() ? older(line, locale) : line).collect(Collectors.toList());
	}

	private static String older(String line, Locale locale) {
		try {
			return Messages.text("retention.followup.context.older", locale, day(LocalDate.parse(line), locale));
		}
		catch (DateTimeParseException e) {
			return line;
		}
	}

	private static String day(LocalDate day, Locale locale) {
		return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(day);
	}

	/** Null for tasks without one. */
	Script script(FollowUpTask task) {
		StepDefinition step = step(task);
		return step == null ? null : step.getScript();
	}

	private StepDefinition step(FollowUpTask task) {
		ProtocolDefinition definition = definition(task);
		return definition == null || task.getStepKey() == null ? null : definition.step(task.getStepKey());
	}

	private ProtocolDefinition definition(FollowUpTask task) {
		return task.getProtocol() == null || task.getProtocolVersion() == null ? null
			: protocols.definition(task.getProtocol().getId(), task.getProtocolVersion());
	}

	private static String text(LocalizedText text, Locale locale) {
		return text == null ? null : text.in(locale);
	}
}
