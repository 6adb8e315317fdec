/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition;
import org.openmrs.module.retention.followup.protocol.Protocols;
import org.openmrs.module.retention.followup.protocol.Script;
import org.openmrs.module.retention.followup.protocol.StepDefinition;
import org.openmrs.module.retention.question.LocalizedText;

/** What a task is called, why one calls, and what to ask: off the version of the protocol that made it. */
class TaskTexts {

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
		return task.getPlan() == null ? why
			: why.replace("{date}", DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale)
				.format(task.getPlan().getAnchorDate()));
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
