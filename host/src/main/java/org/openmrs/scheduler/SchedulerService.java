/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.scheduler;

import static org.openmrs.util.PrivilegeConstants.MANAGE_SCHEDULER;

import java.util.Collection;

import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;

public interface SchedulerService extends OpenmrsService {

	@Authorized(MANAGE_SCHEDULER)
	void shutdownTask(TaskDefinition task) throws SchedulerException;

	@Authorized(MANAGE_SCHEDULER)
	Task scheduleTask(TaskDefinition task) throws SchedulerException;

	@Authorized(MANAGE_SCHEDULER)
	Collection<TaskDefinition> getRegisteredTasks();

	@Authorized(MANAGE_SCHEDULER)
	TaskDefinition getTask(Integer id);

	@Authorized(MANAGE_SCHEDULER)
	TaskDefinition getTaskByUuid(String uuid);

	@Authorized(MANAGE_SCHEDULER)
	TaskDefinition getTaskByName(String name);

	@Authorized(MANAGE_SCHEDULER)
	void saveTaskDefinition(TaskDefinition task);
}
