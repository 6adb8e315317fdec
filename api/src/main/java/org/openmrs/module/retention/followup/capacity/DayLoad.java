/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.capacity;

import java.time.LocalDate;
import lombok.Value;

/** What the people of a role have to do on one open day at the places of one calendar. */
@Value
public class DayLoad {

	/** Uuid; null: the places have none. */
	String calendar;

	/** Uuid of the site whose own time it is; null: that of all the calendar's places. */
	String site;

	String role;

	LocalDate day;

	/** Expected, of calls that are due then; of today, those that have been made too. */
	long seconds;

	/** What they can bear; null: nobody has set it. */
	Long limitSeconds;

	public boolean isOver() {
		return limitSeconds != null && seconds > limitSeconds;
	}
}
