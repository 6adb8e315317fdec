/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_FOLLOW_UPS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.MANAGE_FOLLOW_UPS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.SUPERVISE_FOLLOW_UPS;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.openmrs.module.retention.ServiceAuthorizationIT;
import org.openmrs.module.retention.shared.Page;

class FollowUpTaskServiceAuthorizationIT extends ServiceAuthorizationIT {

	FollowUpTaskServiceAuthorizationIT() {
		super(FollowUpTaskService.class);
	}

	static Stream<Call> calls() {
		TaskSearch all = TaskSearch.builder().build();
		return Stream.of(call("getTaskByUuid", GET_FOLLOW_UPS, s -> s.getTaskByUuid("x")),
			call("findTasks", GET_FOLLOW_UPS, s -> s.findTasks(all, new Page(0, 1))),
			call("countTasks", GET_FOLLOW_UPS, s -> s.countTasks(all)),
			call("countOverdue", SUPERVISE_FOLLOW_UPS, FollowUpTaskService::countOverdue),
			call("getTaskHistory", GET_FOLLOW_UPS, s -> s.getTaskHistory(null)),
			call("createManualTask", MANAGE_FOLLOW_UPS, s -> s.createManualTask(ManualTask.builder().build())),
			call("transitionTask", MANAGE_FOLLOW_UPS, s -> s.transitionTask("x", TaskStatus.CANCELLED, null, "y")),
			call("claimTask", MANAGE_FOLLOW_UPS, s -> s.claimTask("x")),
			call("releaseTask", MANAGE_FOLLOW_UPS, s -> s.releaseTask("x")),
			call("reassignTask", SUPERVISE_FOLLOW_UPS, s -> s.reassignTask("x", null, null, null, null)),
			call("resolveAssignees", SUPERVISE_FOLLOW_UPS, FollowUpTaskService::resolveAssignees),
			call("resolvePersonsToRing", SUPERVISE_FOLLOW_UPS, FollowUpTaskService::resolvePersonsToRing));
	}

	private static Call call(String method, String privilege, Consumer<FollowUpTaskService> call) {
		return call(FollowUpTaskService.class, method, call, privilege);
	}
}
