/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.model;

import lombok.extern.slf4j.Slf4j;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.shared.Readiness;
import org.openmrs.scheduler.tasks.AbstractTask;

/** Learns when enough is new, and proposes themes for what nobody has read: on every node, as the daemon user. */
@Slf4j
public class ThemeTask extends AbstractTask {

	/** What is left then is the next run's. */
	private static final int MOST_SLICES = 500;

	@Override
	public void execute() {
		if (!Readiness.isReady() || isExecuting()) {
			return;
		}
		startExecuting();
		try {
			run("learn themes", () -> Context.getService(ThemeModelService.class).retrainWhenDue());
			Context.clearSession();
			run("propose themes", ThemeTask::propose);
		}
		finally {
			stopExecuting();
		}
	}

	/** Slice by slice, each its own transaction; memory does not grow with what is left. */
	private static void propose() {
		ThemeModelService models = Context.getService(ThemeModelService.class);
		for (int slice = 0; slice < MOST_SLICES && models.proposeThemes() > 0; slice++) {
			Context.clearSession();
		}
	}

	private static void run(String what, Runnable part) {
		try {
			part.run();
		}
		catch (RuntimeException e) {
			log.error("Could not {}; the next run tries again", what, e);
		}
	}
}
