/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import lombok.Value;
import org.openmrs.module.retention.calendar.OpeningHours;
import org.openmrs.module.retention.calendar.Site;

/** What a patient has before them, and for how long others wait with asking them to come. */
@Value
public class BookingAhead {

	Booking booking;

	/** Opening of the open day after it. */
	Instant waitUntil;

	/** What waited is worth doing until then at least: closing of the next open day. */
	Instant worthUntil;

	static BookingAhead of(Booking booking, Site site) {
		OpeningHours hours = site.getHours();
		ZoneId zone = booking.getTime().getZone();
		LocalDate asked = hours.openOnOrAfter(booking.getDay().plusDays(1));
		LocalDate last = hours.openAfter(asked);
		LocalDateTime opening = hours.opening(asked);
		LocalDateTime closing = hours.closing(last);
		return new BookingAhead(booking, (opening == null ? asked.atStartOfDay() : opening).atZone(zone).toInstant(),
			(closing == null ? last.plusDays(1).atStartOfDay() : closing).atZone(zone).toInstant());
	}
}
