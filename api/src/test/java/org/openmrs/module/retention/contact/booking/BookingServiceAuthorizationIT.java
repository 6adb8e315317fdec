/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact.booking;

import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_BOOKINGS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.MANAGE_BOOKINGS;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.openmrs.module.retention.ServiceAuthorizationIT;
import org.openmrs.module.retention.shared.Page;

class BookingServiceAuthorizationIT extends ServiceAuthorizationIT {

	BookingServiceAuthorizationIT() {
		super(BookingService.class);
	}

	static Stream<Call> calls() {
		BookingSearch all = BookingSearch.builder().build();
		return Stream.of(call("getBookingByUuid", GET_BOOKINGS, s -> s.getBookingByUuid("x")),
			call("findBookings", GET_BOOKINGS, s -> s.findBookings(all, new Page(0, 1))),
			call("countBookings", GET_BOOKINGS, s -> s.countBookings(all)),
			call("getBookingHistory", GET_BOOKINGS, s -> s.getBookingHistory(new Booking())),
			call("book", MANAGE_BOOKINGS, s -> s.book(BookingDraft.builder().build())),
			call("changeBooking", MANAGE_BOOKINGS, s -> s.changeBooking(new Booking(), 7, BookingDraft.builder().build())),
			call("transitionBooking", MANAGE_BOOKINGS,
				s -> s.transitionBooking(new Booking(), BookingStatus.KEPT, 7, null)),
			call("annulBooking", MANAGE_BOOKINGS, s -> s.annulBooking(null, " ")),
			call("purgeBooking", MANAGE_BOOKINGS, s -> s.purgeBooking(new Booking())));
	}

	private static Call call(String method, String privilege, Consumer<BookingService> call) {
		return call(BookingService.class, method, call, privilege);
	}
}
