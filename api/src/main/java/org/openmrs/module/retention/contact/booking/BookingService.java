/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact.booking;

import java.util.List;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionPrivileges;

/** What patients have said they will come to. */
public interface BookingService extends OpenmrsService {

	/** Null when there is none; a voided one is found. */
	@Authorized(RetentionPrivileges.GET_BOOKINGS)
	Booking getBookingByUuid(String uuid);

	/** By day and hour. */
	@Authorized(RetentionPrivileges.GET_BOOKINGS)
	List<Booking> findBookings(BookingSearch search, Page page);

	@Authorized(RetentionPrivileges.GET_BOOKINGS)
	long countBookings(BookingSearch search);

	/** What has happened to it, in order. */
	@Authorized(RetentionPrivileges.GET_BOOKINGS)
	List<BookingChange> getBookingHistory(Booking booking);

	/** Writes it down. With the key of another system: or what has changed of it since it was posted last. */
	@Authorized(RetentionPrivileges.MANAGE_BOOKINGS)
	Booking book(BookingDraft draft);

	/**
	 * Another time, place or reason; what the draft says of patient and key is not looked at. A time agreed anew is booked
	 * anew, whatever had become of the one before.
	 *
	 * @param version as it was read; null: whatever it is
	 */
	@Authorized(RetentionPrivileges.MANAGE_BOOKINGS)
	Booking changeBooking(Booking booking, Integer version, BookingDraft draft);

	/** What has become of it. A reason is needed to call it off and to take back what ended it. */
	@Authorized(RetentionPrivileges.MANAGE_BOOKINGS)
	Booking transitionBooking(Booking booking, BookingStatus to, Integer version, String reason);

	/** It was written in error. The same key posted again brings it back. */
	@Authorized(RetentionPrivileges.MANAGE_BOOKINGS)
	void annulBooking(Booking booking, String reason);

	/** Leaves no trace of it but the tasks that it made, which end. */
	@Authorized(RetentionPrivileges.MANAGE_BOOKINGS)
	void purgeBooking(Booking booking);
}
