/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact.booking;

import java.time.Instant;
import java.time.LocalDate;
import lombok.Builder;
import lombok.Value;
import org.openmrs.Location;
import org.openmrs.Patient;

/** A booking as somebody writes it down: a moment, or a day when the hour is not known. */
@Value
@Builder(toBuilder = true)
public class BookingDraft {

	Patient patient;

	/** Null: the hour is not known. */
	Instant startsAt;

	/** Null: the day of {@link #startsAt} in the zone of the place. */
	LocalDate day;

	/** Null: the default site. */
	Location location;

	/** What for, in words; null: not said. */
	String reason;

	/** Whose number {@link #externalId} is; null: of no other system. */
	String externalSystem;

	/** By which the other system knows it; null: of no other system. */
	String externalId;
}
