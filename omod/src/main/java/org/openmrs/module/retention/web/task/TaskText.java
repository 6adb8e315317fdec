/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.task;

import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.protocol.Protocols;
import org.openmrs.module.retention.followup.protocol.StepDefinition;
import org.openmrs.module.retention.followup.task.FollowUpTask;

/** What a task is called, in the caller's language. */
public final class TaskText {

	private TaskText() {
	}

	/** The step's title, or the one that the task was given. */
	public static String title(FollowUpTask task) {
		if (task.getTitle() != null || task.getProtocol() == null) {
			return task.getTitle();
		}
		StepDefinition step = Context.getRegisteredComponent("retention.protocols", Protocols.class)
			.definition(task.getProtocol().getId(), task.getProtocolVersion()).step(task.getStepKey());
		return step == null || step.getTitle() == null ? task.getStepKey() : step.getTitle().in(Context.getLocale());
	}
}
