/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact.booking;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.openmrs.module.retention.shared.RetentionException;

/**
 * Which states may follow which. A day that was missed may turn out to have been kept or called off; whatever ended a
 * booking may be taken back, and another time may be agreed.
 */
public final class BookingLifeCycle {

	private static final Map<BookingStatus, Set<BookingStatus>> AFTER = new EnumMap<>(BookingStatus.class);

	static {
		AFTER.put(BookingStatus.BOOKED, EnumSet.of(BookingStatus.CANCELLED, BookingStatus.KEPT, BookingStatus.MISSED));
		AFTER.put(BookingStatus.CANCELLED, EnumSet.of(BookingStatus.BOOKED));
		AFTER.put(BookingStatus.KEPT, EnumSet.of(BookingStatus.BOOKED));
		AFTER.put(BookingStatus.MISSED, EnumSet.of(BookingStatus.BOOKED, BookingStatus.KEPT, BookingStatus.CANCELLED));
	}

	private BookingLifeCycle() {
	}

	public static Set<BookingStatus> after(BookingStatus status) {
		return Collections.unmodifiableSet(AFTER.get(status));
	}

	static void check(BookingStatus from, BookingStatus to) {
		if (!AFTER.get(from).contains(to)) {
			throw RetentionException.conflict("retention.contact.error.booking-transition-not-allowed", "to", from, to);
		}
	}
}
