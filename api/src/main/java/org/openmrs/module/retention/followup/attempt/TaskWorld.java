/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.time.Duration;
import java.time.ZoneId;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.retention.contact.BestWindows;
import org.openmrs.module.retention.contact.booking.BookingAhead;

/** What the rules must know around a task, as it is now. */
@Value
@Builder(toBuilder = true)
class TaskWorld {

	CallTimes times;

	/** Between tries, by the step; null: another part of the day. */
	Duration spacing;

	/** When the person to ring is best reached, in {@link #personsZone}; null: nobody has said. */
	BestWindows bestReached;

	ZoneId personsZone;

	/** Days of rest after a conversation, for all but care. */
	int restDays;

	/** Days a patient gets to think when none are named. */
	int thinkingDays;

	/** The person to ring, or the next contact person, has a number that is not known to be wrong. */
	boolean reachable;

	/** What the patient will come to next; null: nothing. */
	BookingAhead booking;

	/** Pointless while the patient has a booking ahead. */
	boolean waitsForBooking;

	/** A service escalation about the patient is open. */
	boolean serviceEscalationOpen;
}
