/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact.booking;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.PersistenceException;
import org.hibernate.exception.ConstraintViolationException;
import org.openmrs.Location;
import org.openmrs.Patient;
import org.openmrs.module.retention.shared.Occasion;
import org.openmrs.module.retention.shared.RetentionException;

/**
 * Writes bookings down, moves them and calls them off, and tells those who plan by them. For the module's own features: no
 * privilege is asked. In the caller's transaction.
 */
public class BookingDesk {

	private static final String MADE = "booked";

	private static final String CHANGED = "changed";

	private static final String TAKEN_OVER = "taken-over";

	private static final String CONTACT_VOIDED = "attempt-voided";

	private final Bookings bookings;

	private final BookingRules rules;

	private final List<BookingListener> listeners;

	BookingDesk(Bookings bookings, BookingRules rules, List<BookingListener> listeners) {
		this.bookings = bookings;
		this.rules = rules;
		this.listeners = listeners;
	}

	/**
	 * Writes it down, or what has changed of it since: the same key is the same booking. What a contact has agreed for that
	 * patient and day, and no other system knew yet, is this one.
	 */
	Booking book(BookingDraft draft, Occasion occasion) {
		rules.check(draft);
		ExternalKey key = BookingRules.key(draft);
		Booking known = key == null ? null : bookings.byKey(key);
		if (known != null) {
			return again(known, draft, occasion);
		}
		BookingRules.checkNew(draft);
		BookingTime time = rules.time(draft, occasion.getAt());
		Booking agreed = key == null ? null : agreedByContact(draft.getPatient(), time.getDay());
		if (agreed != null) {
			agreed.handOver(key, occasion.because(TAKEN_OVER));
			change(agreed, draft, occasion);
			return agreed;
		}
		return make(draft, time, key, occasion);
	}

	private Booking again(Booking known, BookingDraft draft, Occasion occasion) {
		boolean another = known.getPatient() != null && !known.getPatient().equals(draft.getPatient());
		if (another && !Boolean.TRUE.equals(draft.getPatient().getVoided())) {
			throw RetentionException.conflict("retention.contact.error.booking-of-another-patient", "patient");
		}
		boolean voided = Boolean.TRUE.equals(known.getVoided());
		if (voided) {
			known.revive(occasion.because(MADE));
		}
		if (!change(known, draft, occasion) && voided) {
			tell(known, occasion);
		}
		return known;
	}

	/** Another time, place or reason. False: it says nothing new. */
	boolean change(Booking booking, BookingDraft draft, Occasion occasion) {
		rules.check(draft);
		if (!booking.change(draft, rules.time(draft, occasion.getAt()), occasion.because(CHANGED))) {
			return false;
		}
		if (booking.getKey() != null && booking.isBooked() && booking.getPatient() != null) {
			Booking agreed = agreedByContact(booking.getPatient(), booking.getDay());
			if (agreed != null && agreed != booking) {
				agreed.cancel(occasion.because(TAKEN_OVER));
				tell(agreed, occasion);
			}
		}
		tell(booking, occasion);
		return true;
	}

	/** The booking that a plan hangs on, if it still stands, is on another day; the hour is not known. */
	public void moveByContact(String planKey, LocalDate day, Occasion occasion) {
		String[] key = planKey.split(":");
		Booking booking = Booking.PLAN_KEY.equals(key[0]) ? bookings.getByUuid(key[1]) : null;
		if (booking != null && booking.isBooked() && !booking.getDay().equals(day)) {
			move(booking, BookingTime.on(day, booking.getTime().getZone()), occasion);
		}
	}

	private void move(Booking booking, BookingTime time, Occasion occasion) {
		booking.change(BookingDraft.builder().location(booking.getLocation()).reason(booking.getReason()).build(), time,
			occasion);
		tell(booking, occasion);
	}

	/** What a contact has agreed with the patients; who has a booking on the day already gets no second. */
	public void bookByContact(String attemptUuid, Collection<Patient> patients, LocalDate day, Location location,
		Occasion occasion) {
		for (Patient patient : patients) {
			ExternalKey key = ExternalKey.ofContact(attemptUuid, patient.getUuid());
			if (bookings.on(patient.getPatientId(), day).isEmpty() && bookings.byKey(key) == null) {
				BookingDraft draft = BookingDraft.builder().patient(patient).day(day).location(location).build();
				make(draft, BookingTime.on(day, rules.zoneOf(location)), key, occasion);
			}
		}
	}

	/** The contact is taken back, and what it agreed with it, unless another system has taken it over. */
	public void withdrawContact(String attemptUuid, Collection<Patient> patients, Occasion occasion) {
		Set<String> uuids = patients.stream().map(Patient::getUuid).collect(Collectors.toSet());
		for (Booking moved : bookings.movedBy(uuids, occasion.getReason())) {
			move(moved, moved.getTimeBefore(), occasion.because(CONTACT_VOIDED));
		}
		for (Booking booking : bookings.ofContact(attemptUuid)) {
			if (booking.isBooked()) {
				cancel(booking, occasion.because(CONTACT_VOIDED));
			}
		}
	}

	void cancel(Booking booking, Occasion occasion) {
		booking.cancel(occasion);
		tell(booking, occasion);
	}

	/** A person says what has become of it; neither kept nor missed before its day. */
	void become(Booking booking, BookingStatus to, Occasion occasion) {
		boolean came = to == BookingStatus.KEPT || to == BookingStatus.MISSED;
		LocalDate today = occasion.getAt().atZone(booking.getTime().getZone()).toLocalDate();
		if (came && booking.getDay().isAfter(today)) {
			throw RetentionException.conflict("retention.contact.error.booking-day-not-come", "to", booking.getDay());
		}
		switch (to) {
			case KEPT:
				booking.keep(null, null, occasion);
				break;
			case MISSED:
				booking.miss(occasion);
				break;
			case CANCELLED:
				booking.cancel(occasion);
				break;
			default:
				booking.reinstate(occasion);
		}
		tell(booking, occasion);
	}

	void annul(Booking booking, Occasion occasion) {
		booking.annul(occasion);
		tell(booking, occasion);
	}

	void purge(Booking booking, Occasion occasion) {
		if (!Boolean.TRUE.equals(booking.getVoided())) {
			annul(booking, occasion);
		}
		bookings.delete(booking);
		bookings.flush();
	}

	private Booking make(BookingDraft draft, BookingTime time, ExternalKey key, Occasion occasion) {
		Booking booking = Booking.make(draft, time, key, occasion.because(MADE));
		try {
			bookings.add(booking);
			bookings.flush();
		}
		catch (PersistenceException e) {
			if (e instanceof ConstraintViolationException || e.getCause() instanceof ConstraintViolationException) {
				throw RetentionException.conflict("retention.contact.error.booking-exists", "externalId");
			}
			throw e;
		}
		tell(booking, occasion);
		return booking;
	}

	/** Null: nothing that waits for another system. */
	private Booking agreedByContact(Patient patient, LocalDate day) {
		return bookings.on(patient.getPatientId(), day).stream()
			.filter(b -> ExternalKey.OF_CONTACTS.equals(b.getExternalSystem())).findFirst().orElse(null);
	}

	private void tell(Booking booking, Occasion occasion) {
		bookings.flush();
		if (booking.getPatient() != null) {
			listeners.forEach(listener -> listener.changed(booking, occasion));
		}
	}
}
