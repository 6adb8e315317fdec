/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact.booking;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.retention.shared.Occasion;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.springframework.transaction.annotation.Transactional;

/** See {@link BookingService}. */
public class BookingServiceImpl extends BaseOpenmrsService implements BookingService {

	private static final String BY_HAND = "by-hand";

	private static final String PURGED = "purged";

	private final Bookings bookings;

	private final BookingDesk desk;

	private final Clock clock;

	public BookingServiceImpl(Bookings bookings, BookingDesk desk, Clock clock) {
		this.bookings = bookings;
		this.desk = desk;
		this.clock = clock;
	}

	@Override
	@Transactional(readOnly = true)
	public Booking getBookingByUuid(String uuid) {
		return bookings.getByUuid(uuid);
	}

	@Override
	@Transactional(readOnly = true)
	public List<Booking> findBookings(BookingSearch search, Page page) {
		return bookings.find(search, page);
	}

	@Override
	@Transactional(readOnly = true)
	public long countBookings(BookingSearch search) {
		return bookings.count(search);
	}

	@Override
	@Transactional(readOnly = true)
	public List<BookingChange> getBookingHistory(Booking booking) {
		return new ArrayList<>(booking.getChanges());
	}

	@Override
	@Transactional
	public Booking book(BookingDraft draft) {
		return written(desk.book(draft, now(BY_HAND)));
	}

	@Override
	@Transactional
	public Booking changeBooking(Booking booking, Integer version, BookingDraft draft) {
		standing(booking).expectVersion(version);
		desk.change(booking, draft.toBuilder().patient(patientOf(booking, draft)).build(), now(BY_HAND));
		return written(booking);
	}

	private static Patient patientOf(Booking booking, BookingDraft draft) {
		return booking.getPatient() == null ? draft.getPatient() : booking.getPatient();
	}

	@Override
	@Transactional
	public Booking transitionBooking(Booking booking, BookingStatus to, Integer version, String reason) {
		standing(booking).expectVersion(version);
		boolean explained = to == BookingStatus.KEPT || to == BookingStatus.MISSED || !StringUtils.isBlank(reason);
		if (!explained) {
			throw RetentionException.invalid(BookingRules.REQUIRED, "reason", "reason");
		}
		desk.become(booking, to, now(StringUtils.isBlank(reason) ? BY_HAND : reason.trim()));
		return written(booking);
	}

	@Override
	@Transactional
	public void annulBooking(Booking booking, String reason) {
		if (StringUtils.isBlank(reason)) {
			throw RetentionException.invalid(BookingRules.REQUIRED, "reason", "reason");
		}
		if (!Boolean.TRUE.equals(booking.getVoided())) {
			desk.annul(booking, now(reason.trim()));
			bookings.flush();
		}
	}

	@Override
	@Transactional
	public void purgeBooking(Booking booking) {
		desk.purge(booking, now(PURGED));
	}

	private static Booking standing(Booking booking) {
		if (Boolean.TRUE.equals(booking.getVoided())) {
			throw RetentionException.conflict("retention.contact.error.booking-voided", "voided");
		}
		return booking;
	}

	/** With the version that it has now. */
	private Booking written(Booking booking) {
		bookings.flush();
		return booking;
	}

	private Occasion now(String reason) {
		return new Occasion(Context.getAuthenticatedUser(), clock.instant(), reason);
	}
}
