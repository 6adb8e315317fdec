/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.openmrs.module.retention.followup.protocol.ProtocolFixture.aProtocol;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionPrivileges;

class ProtocolServiceAuthorizationIT extends RetentionIT {

	/** A call of the service that must be refused. */
	interface Call {

		void on(ProtocolService service) throws Throwable;
	}

	static Stream<Arguments> calls() {
		ProtocolSearch all = ProtocolSearch.builder().build();
		return Stream.of(call("getProtocolByUuid", RetentionPrivileges.GET_PROTOCOLS, s -> s.getProtocolByUuid("x")),
			call("findProtocols", RetentionPrivileges.GET_PROTOCOLS, s -> s.findProtocols(all, new Page(0, 1))),
			call("countProtocols", RetentionPrivileges.GET_PROTOCOLS, s -> s.countProtocols(all)),
			call("getDefinition", RetentionPrivileges.GET_PROTOCOLS, s -> s.getDefinition(new FollowUpProtocol(), 1)),
			call("getActiveProtocols", RetentionPrivileges.GET_PROTOCOLS, s -> s.getActiveProtocols(TriggerType.MANUAL)),
			call("saveProtocol", RetentionPrivileges.MANAGE_PROTOCOLS, s -> s.saveProtocol(aProtocol().build())),
			call("retireProtocol", RetentionPrivileges.MANAGE_PROTOCOLS, s -> s.retireProtocol(new FollowUpProtocol(), "x")),
			call("unretireProtocol", RetentionPrivileges.MANAGE_PROTOCOLS, s -> s.unretireProtocol(new FollowUpProtocol())));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("calls")
	void method_shouldBeRefused_whenTheCallerLacksItsPrivilege(String method, String privilege, Call call)
		throws IllegalAccessException {
		ProtocolService service = Context.getService(ProtocolService.class);
		Context.logout();
		for (Field other : RetentionPrivileges.class.getFields()) {
			if (!privilege.equals(other.get(null))) {
				Context.addProxyPrivilege((String) other.get(null));
			}
		}
		ThrowingCallable refused = () -> call.on(service);
		assertThatExceptionOfType(APIAuthenticationException.class).isThrownBy(refused);
	}

	@Test
	void calls_shouldCoverEveryMethod() {
		assertThat(calls().map(a -> a.get()[0])).containsExactlyInAnyOrderElementsOf(
			Stream.of(ProtocolService.class.getDeclaredMethods()).map(Method::getName).collect(Collectors.toList()));
	}

	private static Arguments call(String method, String privilege, Call call) {
		return Arguments.of(method, privilege, call);
	}
}
