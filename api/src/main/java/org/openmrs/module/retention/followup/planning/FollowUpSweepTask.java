/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import lombok.extern.slf4j.Slf4j;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.shared.Readiness;
import org.openmrs.scheduler.tasks.AbstractTask;

/**
 * The sweep, as the platform's scheduler runs it: on every node, as the daemon user. Until the module is ready it does
 * nothing, for the scheduler starts before.
 */
@Slf4j
public class FollowUpSweepTask extends AbstractTask {

	@Override
	public void execute() {
		if (!Readiness.isReady() || isExecuting()) {
			return;
		}
		startExecuting();
		try {
			Context.getService(PlanningService.class).sweep();
		}
		catch (RuntimeException e) {
			log.error("The follow-up sweep failed; the next one tries again", e);
		}
		finally {
			stopExecuting();
		}
	}
}
