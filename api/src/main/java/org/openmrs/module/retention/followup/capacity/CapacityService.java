/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.capacity;

import java.util.List;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.retention.shared.RetentionPrivileges;

/** Keeps a day's calls within what the people of a role can bear. */
public interface CapacityService extends OpenmrsService {

	/**
	 * Moves what is due now and does not fit into today to the next open days with room, by the order of the list, and brings
	 * what waits so forward where there is room again. Doing it again moves nothing more.
	 *
	 * @return how many tasks were moved
	 */
	@Authorized(RetentionPrivileges.SUPERVISE_FOLLOW_UPS)
	int spreadDueCalls();

	/**
	 * Of each role that has a limit somewhere and of the default role: the open days from today on, by calendar, site
	 * and role.
	 *
	 * @param days that are looked at, 1 to 31, closed ones among them
	 */
	@Authorized(RetentionPrivileges.SUPERVISE_FOLLOW_UPS)
	List<DayLoad> getLoads(int days);

	/**
	 * Of the same roles: the days up to today on which contacts were not made because there was no time or no line.
	 *
	 * @param days that are looked at, 1 to 31, today among them
	 */
	@Authorized(RetentionPrivileges.SUPERVISE_FOLLOW_UPS)
	List<DayShortfall> getShortfalls(int days);
}
