/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.openmrs.Patient;
import org.openmrs.module.retention.contact.booking.Booking;
import org.openmrs.module.retention.contact.booking.BookingChange;
import org.openmrs.module.retention.contact.booking.BookingStatus;
import org.openmrs.module.retention.followup.protocol.BookingMoment;
import org.openmrs.module.retention.followup.task.PlanStatus;

/**
 * One patient's bookings and visits in the order in which they came to be known, with what a protocol would have made of
 * them. Each booking has the time that it has now, and what became of it is what is written now.
 */
class RehearsedBookings {

	private final ProtocolRule rule;

	private final PlanningRun run;

	private final RehearsalTally tally;

	private final RehearsedPatient patient;

	private final List<Booking> bookings;

	private final List<Moment> moments = new ArrayList<>();

	/** @param bookings that are not voided */
	RehearsedBookings(ProtocolRule rule, PlanningRun run, RehearsalTally tally, RehearsedPatient patient,
		List<Booking> bookings) {
		this.rule = rule;
		this.run = run;
		this.tally = tally;
		this.patient = patient;
		this.bookings = bookings;
	}

	/** What happened, and when it was known. */
	private static final class Moment {

		private final Instant at;

		private final Runnable what;

		private Moment(Instant at, Runnable what) {
			this.at = at;
			this.what = what;
		}
	}

	void live(List<EncounterFacts> encounters) {
		encounters.forEach(encounter -> at(RehearsedPatient.entered(encounter), () -> patient.meet(encounter)));
		bookings.forEach(rule.getDefinition().getTrigger().getWhen() == BookingMoment.BEFORE ? this::leadUp : this::miss);
		// of one moment the visits come first, for they were added first
		moments.sort(Comparator.comparing(moment -> moment.at));
		moments.forEach(moment -> moment.what.run());
		patient.count();
	}

	private void at(Instant at, Runnable what) {
		moments.add(new Moment(at, what));
	}

	private void leadUp(Booking booking) {
		at(booking.getAgreedAt(), () -> begin(booking, BookingMoment.BEFORE, booking.getAgreedAt()));
		Instant calledOff = calledOff(booking);
		if (calledOff != null) {
			at(calledOff, () -> patient.end(BookingEndings.key(booking), PlanStatus.CANCELLED, Reasons.BOOKING_CANCELLED,
				calledOff));
		}
	}

	private void miss(Booking booking) {
		if (booking.getStatus() == BookingStatus.MISSED) {
			Instant known = missed(booking);
			at(known, () -> {
				if (nobodyComes(known)) {
					begin(booking, BookingMoment.MISSED, known);
				}
			});
		}
		if (booking.getTime().end().isAfter(booking.getAgreedAt())) {
			at(booking.getAgreedAt(),
				() -> patient.endAll(PlanStatus.FULFILLED, Reasons.BOOKED_AGAIN, booking.getAgreedAt()));
		}
		Instant calledOff = calledOff(booking);
		if (calledOff != null) {
			at(calledOff, () -> {
				if (nobodyComes(calledOff)) {
					patient.resume(Reasons.BOOKED_AGAIN, calledOff);
				}
			});
		}
	}

	/** The sweep says so when the day is over, unless somebody had said so before or it was written down later. */
	private static Instant missed(Booking booking) {
		Instant end = booking.getTime().end();
		Instant said = last(booking, BookingStatus.MISSED);
		if (said != null && said.isBefore(end)) {
			return said;
		}
		return booking.getAgreedAt().isAfter(end) ? booking.getAgreedAt() : end;
	}

	private boolean nobodyComes(Instant then) {
		return bookings.stream().noneMatch(booking -> isAhead(booking, then));
	}

	/** Whether the patient was going to come then, as one knew then. */
	private static boolean isAhead(Booking booking, Instant then) {
		Instant calledOff = calledOff(booking);
		boolean missed = booking.getStatus() == BookingStatus.MISSED && !missed(booking).isAfter(then);
		return !booking.getAgreedAt().isAfter(then) && booking.getTime().end().isAfter(then) && !missed
			&& (calledOff == null || calledOff.isAfter(then));
	}

	/** Null: it was not. */
	private static Instant calledOff(Booking booking) {
		return booking.getStatus() == BookingStatus.CANCELLED ? last(booking, BookingStatus.CANCELLED) : null;
	}

	/** When it became that last; null: nobody knows. */
	private static Instant last(Booking booking, BookingStatus status) {
		return booking.getChanges().stream().filter(change -> change.getToStatus() == status)
			.map(BookingChange::getChangedAt)
			.max(Comparator.naturalOrder()).orElse(null);
	}

	private void begin(Booking booking, BookingMoment moment, Instant known) {
		Patient who = booking.getPatient();
		if (run.isMeant(rule, who.getPatientId(), who.getGender(), EventAnchors.birthdate(who), booking.getDay())) {
			PlanningRun then = run.at(known, tally.reportOf(known));
			patient.begin(rule, BookingEndings.anchor(booking, moment, then), then);
		}
	}
}
