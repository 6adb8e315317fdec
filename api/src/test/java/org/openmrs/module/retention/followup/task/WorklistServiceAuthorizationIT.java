/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_CONTACTS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_FOLLOW_UPS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.MANAGE_FOLLOW_UPS;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
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

class WorklistServiceAuthorizationIT extends RetentionIT {

	static Stream<Arguments> calls() {
		WorklistSearch all = WorklistSearch.builder().build();
		return Stream.of(
			call("getWorklist", s -> s.getWorklist(all, new Page(0, 1)), GET_FOLLOW_UPS, GET_CONTACTS),
			call("openRow", s -> s.openRow("x"), MANAGE_FOLLOW_UPS, GET_CONTACTS),
			call("getScript", s -> s.getScript("x"), GET_FOLLOW_UPS, GET_CONTACTS));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("calls")
	void method_shouldNeedEachOfItsPrivilegesAndNoOther(String method, List<String> privileges,
		Consumer<WorklistService> call) {
		WorklistService service = Context.getService(WorklistService.class);
		Context.logout();

		for (String missing : privileges) {
			assertThat(refused(service, call, privileges, missing)).as("without " + missing).isTrue();
		}
		assertThat(refused(service, call, privileges, null)).isFalse();
	}

	private static boolean refused(WorklistService service, Consumer<WorklistService> call, List<String> privileges,
		String missing) {
		List<String> lent = privileges.stream().filter(p -> !p.equals(missing)).collect(Collectors.toList());
		lent.forEach(Context::addProxyPrivilege);
		try {
			return catchThrowable(() -> call.accept(service)) instanceof APIAuthenticationException;
		}
		finally {
			lent.forEach(Context::removeProxyPrivilege);
		}
	}

	@Test
	void calls_shouldCoverEveryMethod() {
		assertThat(calls().map(c -> c.get()[0])).containsExactlyInAnyOrderElementsOf(
			Stream.of(WorklistService.class.getDeclaredMethods()).map(Method::getName).collect(Collectors.toList()));
	}

	private static Arguments call(String method, Consumer<WorklistService> call, String... privileges) {
		return Arguments.of(method, Arrays.asList(privileges), call);
	}
}
