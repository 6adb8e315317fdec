/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.protocol;

/** What starts a plan. */
public enum TriggerType {

	/** An encounter of a kind is saved. */
	ENCOUNTER,
	/** A date-valued observation, such as the return visit date. */
	OBS_DATE,
	/** An interval since the patient's last qualifying visit. */
	RECALL,
	/** Before a booking, or after a missed one. */
	BOOKING,
	/** One thing without another within a period: an extraction without restoration. */
	ABSENCE_OF,
	/** A calendar date: birthday, holiday. */
	DATE,
	/** No visit for a period. */
	LAPSE,
	/** Something that another feature announces: a survey score, a complaint resolved. */
	EVENT,
	/** A person asks for it. */
	MANUAL;

	/** Encounters, bookings or days of the year start it, which the past has too. */
	public boolean isRehearsable() {
		return this != EVENT && this != MANUAL;
	}

	/** Starts a plan by the patient's newest qualifying visit, and by that alone; the next such visit fulfils it. */
	public boolean isByInterval() {
		return this == RECALL || this == LAPSE;
	}
}
