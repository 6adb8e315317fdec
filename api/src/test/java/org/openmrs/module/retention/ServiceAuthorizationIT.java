/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.shared.RetentionPrivileges;

/**
 * Every method of a service needs each of its privileges, whatever others the caller has, and no other. Subclasses list the
 * calls, one of each method, in a static {@code calls()}.
 */
public abstract class ServiceAuthorizationIT extends RetentionIT {

	/** One call of a method. */
	protected static final class Call {

		private final String method;

		private final List<String> privileges;

		private final Runnable run;

		private Call(String method, List<String> privileges, Runnable run) {
			this.method = method;
			this.privileges = privileges;
			this.run = run;
		}

		private boolean isRefusedWith(List<String> lent) {
			lent.forEach(Context::addProxyPrivilege);
			try {
				return catchThrowable(run::run) instanceof APIAuthenticationException;
			}
			finally {
				lent.forEach(Context::removeProxyPrivilege);
			}
		}

		@Override
		public String toString() {
			return method;
		}
	}

	private final Class<?>[] services;

	protected ServiceAuthorizationIT(Class<?>... services) {
		this.services = services;
	}

	protected static <S> Call call(Class<S> service, String method, Consumer<S> call, String... privileges) {
		return new Call(method, Arrays.asList(privileges), () -> call.accept(Context.getService(service)));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("calls")
	void method_shouldNeedEachOfItsPrivilegesAndNoOther(Call call) throws IllegalAccessException {
		Context.logout();
		for (String missing : call.privileges) {
			assertThat(call.isRefusedWith(allBut(missing))).as("without " + missing).isTrue();
		}
		assertThat(call.isRefusedWith(call.privileges)).isFalse();
	}

	@Test
	void calls_shouldCoverEveryMethod() throws ReflectiveOperationException {
		Method calls = getClass().getDeclaredMethod("calls");
		calls.setAccessible(true);
		assertThat((Stream<?>) calls.invoke(null)).extracting(Object::toString)
			.containsExactlyInAnyOrderElementsOf(Arrays.stream(services).flatMap(s -> Arrays.stream(s.getDeclaredMethods()))
				.map(Method::getName).collect(Collectors.toList()));
	}

	private static List<String> allBut(String missing) throws IllegalAccessException {
		List<String> privileges = new ArrayList<>();
		for (Field constant : RetentionPrivileges.class.getFields()) {
			if (!missing.equals(constant.get(null))) {
				privileges.add((String) constant.get(null));
			}
		}
		return privileges;
	}
}
