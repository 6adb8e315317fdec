/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact.booking;

import java.time.LocalDate;
import lombok.Builder;
import lombok.Value;
import org.openmrs.Location;
import org.openmrs.Patient;

/** Which bookings to find; null does not restrict. */
@Value
@Builder
public class BookingSearch {

	Patient patient;

	BookingStatus status;

	/** The first local day. */
	LocalDate from;

	/** The last local day. */
	LocalDate to;

	/** Its descendants included. */
	Location location;

	/** The key of another system; null: any. */
	ExternalKey externalKey;

	boolean includeVoided;
}
