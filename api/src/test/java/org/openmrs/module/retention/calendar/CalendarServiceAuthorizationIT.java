/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.calendar;

import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_CALENDARS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.MANAGE_CALENDARS;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.openmrs.module.retention.ServiceAuthorizationIT;
import org.openmrs.module.retention.shared.Page;

class CalendarServiceAuthorizationIT extends ServiceAuthorizationIT {

	CalendarServiceAuthorizationIT() {
		super(CalendarService.class);
	}

	static Stream<Call> calls() {
		CalendarSearch all = CalendarSearch.builder().build();
		return Stream.of(call("getCalendarByUuid", GET_CALENDARS, s -> s.getCalendarByUuid("x")),
			call("findCalendars", GET_CALENDARS, s -> s.findCalendars(all, new Page(0, 1))),
			call("countCalendars", GET_CALENDARS, s -> s.countCalendars(all)),
			call("saveCalendar", MANAGE_CALENDARS, s -> s.saveCalendar(CalendarDefinition.builder().build())),
			call("retireCalendar", MANAGE_CALENDARS, s -> s.retireCalendar(new RetentionCalendar(), "x")),
			call("unretireCalendar", MANAGE_CALENDARS, s -> s.unretireCalendar(new RetentionCalendar())));
	}

	private static Call call(String method, String privilege, Consumer<CalendarService> call) {
		return call(CalendarService.class, method, call, privilege);
	}
}
