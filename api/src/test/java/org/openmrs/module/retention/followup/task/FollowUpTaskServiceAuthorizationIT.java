/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_FOLLOW_UPS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.MANAGE_FOLLOW_UPS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.SUPERVISE_FOLLOW_UPS;

import java.lang.reflect.Method;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.shared.Page;

class FollowUpTaskServiceAuthorizationIT extends RetentionIT {

	static Stream<Arguments> calls() {
		TaskSearch all = TaskSearch.builder().build();
		return Stream.of(call("getTaskByUuid", GET_FOLLOW_UPS, s -> s.getTaskByUuid("x")),
			call("findTasks", GET_FOLLOW_UPS, s -> s.findTasks(all, new Page(0, 1))),
			call("countTasks", GET_FOLLOW_UPS, s -> s.countTasks(all)),
			call("getTaskHistory", GET_FOLLOW_UPS, s -> s.getTaskHistory(null)),
			call("createManualTask", MANAGE_FOLLOW_UPS, s -> s.createManualTask(ManualTask.builder().build())),
			call("transitionTask", MANAGE_FOLLOW_UPS, s -> s.transitionTask("x", TaskStatus.CANCELLED, null, "y")),
			call("claimTask", MANAGE_FOLLOW_UPS, s -> s.claimTask("x")),
			call("releaseTask", MANAGE_FOLLOW_UPS, s -> s.releaseTask("x")),
			call("reassignTask", SUPERVISE_FOLLOW_UPS, s -> s.reassignTask("x", null, null, null, null)),
			call("resolveAssignees", SUPERVISE_FOLLOW_UPS, FollowUpTaskService::resolveAssignees));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("calls")
	void method_shouldNeedItsPrivilegeAndNoOther(String method, String privilege, Consumer<FollowUpTaskService> call) {
		FollowUpTaskService service = Context.getService(FollowUpTaskService.class);
		Context.logout();

		assertThat(catchThrowable(() -> call.accept(service))).isInstanceOf(APIAuthenticationException.class);
		Context.addProxyPrivilege(privilege);
		try {
			assertThat(catchThrowable(() -> call.accept(service)) instanceof APIAuthenticationException).isFalse();
		}
		finally {
			Context.removeProxyPrivilege(privilege);
		}
	}

	@Test
	void calls_shouldCoverEveryMethod() {
		assertThat(calls().map(c -> c.get()[0])).containsExactlyInAnyOrderElementsOf(
			Stream.of(FollowUpTaskService.class.getDeclaredMethods()).map(Method::getName).collect(Collectors.toList()));
	}

	private static Arguments call(String method, String privilege, Consumer<FollowUpTaskService> call) {
		return Arguments.of(method, privilege, call);
	}
}
