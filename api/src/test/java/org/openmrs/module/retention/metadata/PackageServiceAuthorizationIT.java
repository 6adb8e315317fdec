/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
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
import org.openmrs.module.retention.shared.RetentionPrivileges;

class PackageServiceAuthorizationIT extends RetentionIT {

	/** A call of the service that must be refused. */
	interface Call {

		void on(PackageService service);
	}

	static Stream<Arguments> calls() {
		return Stream.of(call("loadPackages", RetentionPrivileges.MANAGE_PACKAGES, s -> s.loadPackages(true)),
			call("getPackageFileByUuid", RetentionPrivileges.GET_PACKAGES, s -> s.getPackageFileByUuid("x")),
			call("findPackageFiles", RetentionPrivileges.GET_PACKAGES, s -> s.findPackageFiles(new Page(0, 1))),
			call("countPackageFiles", RetentionPrivileges.GET_PACKAGES, s -> s.countPackageFiles()));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("calls")
	void method_shouldBeRefused_whenTheCallerLacksItsPrivilege(String method, String privilege, Call call)
		throws IllegalAccessException {
		PackageService service = Context.getService(PackageService.class);
		Context.logout();
		for (Field other : RetentionPrivileges.class.getFields()) {
			if (!privilege.equals(other.get(null))) {
				Context.addProxyPrivilege((String) other.get(null));
			}
		}
		assertThatExceptionOfType(APIAuthenticationException.class).isThrownBy(() -> call.on(service));
	}

	@Test
	void calls_shouldCoverEveryMethod() {
		assertThat(calls().map(a -> a.get()[0])).containsExactlyInAnyOrderElementsOf(
			Stream.of(PackageService.class.getDeclaredMethods()).map(Method::getName).collect(Collectors.toList()));
	}

	private static Arguments call(String method, String privilege, Call call) {
		return Arguments.of(method, privilege, call);
	}
}
