/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.module.retention.contact.booking.Booking;
import org.openmrs.module.retention.contact.booking.BookingStatus;
import org.openmrs.module.retention.contact.booking.Bookings;
import org.openmrs.module.retention.shared.Occasion;

/**
 * Who came to what was booked: a visit of the patient on that local day, by the one definition of a visit, keeps every
 * booking of the day; so does a visit that was opened at the desk and holds no encounter yet. By encounters as they arrive,
 * and by looking back when the day is over.
 */
class BookingArrivals {

	static final String CAME = "came";

	static final String DAY_PASSED = "day-passed";

	static final String VISIT_GONE = "visit-gone";

	private final EncounterDao encounters;

	private final VisitDao visits;

	private final Bookings bookings;

	private final BookingEndings endings;

	BookingArrivals(EncounterDao encounters, VisitDao visits, Bookings bookings, BookingEndings endings) {
		this.encounters = encounters;
		this.visits = visits;
		this.bookings = bookings;
		this.endings = endings;
	}

	/** Encounters that were saved, voided or edited. What hangs on the bookings that they keep ends. */
	void see(Collection<Integer> encounterIds, List<EncounterFacts> facts, PlansOfRun known, PlanningRun run) {
		review(bookings.keptBy(encounterIds), run).forEach(booking -> settlePlans(booking, known, run));
		Map<Integer, List<EncounterFacts>> came = facts.stream().filter(e -> isArrival(e, run) && !e.isPatientGone())
			.collect(Collectors.groupingBy(EncounterFacts::getPatientId));
		if (came.isEmpty()) {
			return;
		}
		Set<LocalDate> days = came.values().stream().flatMap(List::stream)
			.map(e -> e.getAt().atZone(ZoneOffset.UTC).toLocalDate()).collect(Collectors.toSet());
		Attendance attendance = new Attendance(came, Collections.emptyMap());
		// a day more on either side, for the day is that of the booking's place
		for (Booking booking : bookings.between(came.keySet(), Collections.min(days).minusDays(1),
			Collections.max(days).plusDays(1))) {
			if (booking.getStatus() != BookingStatus.KEPT && keep(booking, attendance, run)) {
				settlePlans(booking, known, run);
			}
		}
	}

	/** Their day is over: kept or missed. Of those who have died it is called off. */
	void settle(List<Booking> over, PlanningRun run) {
		Attendance attendance = attendance(over, run);
		for (Booking booking : over) {
			if (Boolean.TRUE.equals(booking.getPatient().getDead())) {
				booking.cancel(occasion(Reasons.PATIENT_DEAD, run));
			} else if (!keep(booking, attendance, run)) {
				booking.miss(occasion(DAY_PASSED, run));
			}
		}
	}

	/** What was kept may turn out not to have been, and what was missed to have been kept. Those of which it did. */
	List<Booking> review(List<Booking> some, PlanningRun run) {
		Attendance attendance = attendance(some, run);
		return some.stream().filter(booking -> booking.getStatus() == BookingStatus.MISSED ? keep(booking, attendance, run)
			: isGone(booking, attendance, run)).collect(Collectors.toList());
	}

	private boolean isGone(Booking booking, Attendance attendance, PlanningRun run) {
		if (booking.getStatus() != BookingStatus.KEPT || booking.getEncounterId() == null) {
			return false;
		}
		EncounterFacts shown = attendance.shown(booking);
		if (shown == null) {
			booking.reinstate(occasion(VISIT_GONE, run));
		} else if (!shown.getId().equals(booking.getEncounterId())) {
			booking.shownBy(shown.getId(), shown.getUuid(), occasion(CAME, run));
		}
		return shown == null;
	}

	private static boolean keep(Booking booking, Attendance attendance, PlanningRun run) {
		EncounterFacts shown = attendance.shown(booking);
		if (shown != null) {
			booking.keep(shown.getId(), shown.getUuid(), occasion(CAME, run));
		} else if (attendance.isReceived(booking)) {
			booking.keep(null, null, occasion(CAME, run));
		}
		return booking.getStatus() == BookingStatus.KEPT;
	}

	/** Of their patients, in two statements. */
	private Attendance attendance(List<Booking> some, PlanningRun run) {
		if (some.isEmpty()) {
			return new Attendance(Collections.emptyMap(), Collections.emptyMap());
		}
		Set<Integer> patients = some.stream().map(b -> b.getPatient().getPatientId()).collect(Collectors.toSet());
		Instant earliest = some.stream().map(b -> b.getDay().atStartOfDay(b.getTime().getZone()).toInstant())
			.min(Instant::compareTo).get();
		return new Attendance(encounters.since(patients, earliest).stream().filter(e -> isArrival(e, run))
			.collect(Collectors.groupingBy(EncounterFacts::getPatientId)), visits.opened(patients, earliest));
	}

	private static boolean isArrival(EncounterFacts encounter, PlanningRun run) {
		return run.counts(encounter) && run.isVisit(encounter);
	}

	private void settlePlans(Booking booking, PlansOfRun known, PlanningRun run) {
		known.all().stream().filter(plan -> booking.getPatient().getPatientId().equals(plan.getPatientId()))
			.filter(plan -> BookingEndings.isOf(plan, booking)).forEach(plan -> endings.settle(plan, booking, run));
	}

	private static Occasion occasion(String reason, PlanningRun run) {
		return new Occasion(run.getActor(), run.getNow(), reason);
	}
}
