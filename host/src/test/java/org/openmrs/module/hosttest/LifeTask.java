/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.hosttest;

import org.openmrs.api.context.Context;
import org.openmrs.scheduler.tasks.AbstractTask;

public class LifeTask extends AbstractTask {

	@Override
	public void execute() {
		System.setProperty("hosttest.task",
			getTaskDefinition().getProperties().get("word") + " " + Context.getAuthenticatedUser().getSystemId());
	}
}
