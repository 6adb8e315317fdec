/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.calendar;

import java.util.List;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionPrivileges;

/** Opening hours of the clinic's sites. */
public interface CalendarService extends OpenmrsService {

	/** Null when there is none; a retired one is found. */
	@Authorized(RetentionPrivileges.GET_CALENDARS)
	RetentionCalendar getCalendarByUuid(String uuid);

	/** In the order of their names. */
	@Authorized(RetentionPrivileges.GET_CALENDARS)
	List<RetentionCalendar> findCalendars(CalendarSearch search, Page page);

	@Authorized(RetentionPrivileges.GET_CALENDARS)
	long countCalendars(CalendarSearch search);

	/**
	 * Makes the definition the one of the calendar with its uuid, which is created when there is none. A retired calendar
	 * gets the definition and stays retired. Open tasks keep the windows that they were planned with.
	 *
	 * @throws org.openmrs.module.retention.shared.RetentionException with the first problem, when there is one; a conflict
	 *         when another calendar is the standard one
	 */
	@Authorized(RetentionPrivileges.MANAGE_CALENDARS)
	RetentionCalendar saveCalendar(CalendarDefinition definition);

	/** Locations that name it go on as if they named none. */
	@Authorized(RetentionPrivileges.MANAGE_CALENDARS)
	void retireCalendar(RetentionCalendar calendar, String reason);

	@Authorized(RetentionPrivileges.MANAGE_CALENDARS)
	void unretireCalendar(RetentionCalendar calendar);
}
