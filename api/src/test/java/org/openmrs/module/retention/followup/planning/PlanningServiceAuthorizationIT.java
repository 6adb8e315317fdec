/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

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

class PlanningServiceAuthorizationIT extends RetentionIT {

	static Stream<Arguments> calls() {
		PlanSearch all = PlanSearch.builder().build();
		return Stream.of(call("planEncounter", MANAGE_FOLLOW_UPS, s -> s.planEncounter(-1)),
			call("sweep", SUPERVISE_FOLLOW_UPS, s -> s.sweep()),
			call("findPlans", GET_FOLLOW_UPS, s -> s.findPlans(all, new Page(0, 1))),
			call("countPlans", GET_FOLLOW_UPS, s -> s.countPlans(all)),
			call("getPlanByUuid", GET_FOLLOW_UPS, s -> s.getPlanByUuid("x")),
			call("cancelPlan", MANAGE_FOLLOW_UPS, s -> s.cancelPlan(null, 1, " ")),
			call("countFlood", GET_FOLLOW_UPS, s -> s.countFlood(null)),
			call("releaseFlood", SUPERVISE_FOLLOW_UPS, s -> s.releaseFlood(null)));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("calls")
	void method_shouldNeedItsPrivilegeAndNoOther(String method, String privilege, Consumer<PlanningService> call) {
		PlanningService service = Context.getService(PlanningService.class);
		Context.logout();

		assertThat(isRefused(service, call)).isTrue();
		Context.addProxyPrivilege(privilege);
		try {
			assertThat(isRefused(service, call)).isFalse();
		}
		finally {
			Context.removeProxyPrivilege(privilege);
		}
	}

	@Test
	void calls_shouldCoverEveryMethod() {
		assertThat(calls().map(c -> c.get()[0])).containsExactlyInAnyOrderElementsOf(
			Stream.of(PlanningService.class.getDeclaredMethods()).map(Method::getName).collect(Collectors.toList()));
	}

	private static boolean isRefused(PlanningService service, Consumer<PlanningService> call) {
		return catchThrowable(() -> call.accept(service)) instanceof APIAuthenticationException;
	}

	private static Arguments call(String method, String privilege, Consumer<PlanningService> call) {
		return Arguments.of(method, privilege, call);
	}
}
