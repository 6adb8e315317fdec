/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_CALENDARS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.MANAGE_CALENDARS;

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

class CalendarServiceAuthorizationIT extends RetentionIT {

	static Stream<Arguments> calls() {
		CalendarSearch all = CalendarSearch.builder().build();
		return Stream.of(call("getCalendarByUuid", GET_CALENDARS, s -> s.getCalendarByUuid("x")),
			call("findCalendars", GET_CALENDARS, s -> s.findCalendars(all, new Page(0, 1))),
			call("countCalendars", GET_CALENDARS, s -> s.countCalendars(all)),
			call("saveCalendar", MANAGE_CALENDARS, s -> s.saveCalendar(CalendarDefinition.builder().build())),
			call("retireCalendar", MANAGE_CALENDARS, s -> s.retireCalendar(new RetentionCalendar(), "x")),
			call("unretireCalendar", MANAGE_CALENDARS, s -> s.unretireCalendar(new RetentionCalendar())));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("calls")
	void method_shouldNeedItsPrivilegeAndNoOther(String method, String privilege,
		Consumer<CalendarService> call) {
		CalendarService service = Context.getService(CalendarService.class);
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
			Stream.of(CalendarService.class.getDeclaredMethods()).map(Method::getName).collect(Collectors.toList()));
	}

	private static boolean isRefused(CalendarService service, Consumer<CalendarService> call) {
		return catchThrowable(() -> call.accept(service)) instanceof APIAuthenticationException;
	}

	private static Arguments call(String method, String privilege, Consumer<CalendarService> call) {
		return Arguments.of(method, privilege, call);
	}
}
