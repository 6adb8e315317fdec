/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.scheduler.tasks;

import org.openmrs.scheduler.Task;
import org.openmrs.scheduler.TaskDefinition;

public abstract class AbstractTask implements Task {

	protected boolean isExecuting;
	protected TaskDefinition taskDefinition;

	protected AbstractTask() {
	}

	@Override
	public boolean isExecuting() {
		return isExecuting;
	}

	@Override
	public void initialize(TaskDefinition definition) {
		taskDefinition = definition;
	}

	@Override
	public TaskDefinition getTaskDefinition() {
		return taskDefinition;
	}

	@Override
	public void shutdown() {
		// nothing to release
	}

	public void startExecuting() {
		isExecuting = true;
	}

	public void stopExecuting() {
		isExecuting = false;
	}
}
