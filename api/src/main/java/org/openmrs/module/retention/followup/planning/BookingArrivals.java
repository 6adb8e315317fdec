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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.module.retention.contact.booking.Booking;
import org.openmrs.module.retention.contact.booking.BookingStatus;
import org.openmrs.module.retention.contact.booking.BookingTime;
import org.openmrs.module.retention.contact.booking.Bookings;
import org.openmrs.module.retention.contact.booking.Occasion;

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
		for (Booking booking : bookings.keptBy(encounterIds)) {
			if (review(booking, run)) {
				settlePlans(booking, known, run);
			}
		}
		List<EncounterFacts> came = facts.stream().filter(e -> isArrival(e, run) && !e.isPatientGone())
			.collect(Collectors.toList());
		if (came.isEmpty()) {
			return;
		}
		for (Booking booking : bookings.between(patientsOf(came), firstDay(came), lastDay(came))) {
			if (booking.getStatus() != BookingStatus.KEPT && keepBy(booking, came, run)) {
				settlePlans(booking, known, run);
			}
		}
	}

	/** The day is over: kept or missed. Of those who have died it is called off. */
	void settle(Booking booking, PlanningRun run) {
		if (Boolean.TRUE.equals(booking.getPatient().getDead())) {
			booking.cancel(occasion(Reasons.PATIENT_DEAD, run));
		} else if (!keep(booking, run)) {
			booking.miss(occasion(DAY_PASSED, run));
		}
	}

	/** What was kept may turn out not to have been, and what was missed to have been kept. True: it did. */
	boolean review(Booking booking, PlanningRun run) {
		if (booking.getStatus() == BookingStatus.MISSED) {
			return keep(booking, run);
		}
		if (booking.getStatus() != BookingStatus.KEPT || booking.getEncounterId() == null) {
			return false;
		}
		EncounterFacts other = arrival(booking, run);
		if (other == null) {
			booking.reinstate(occasion(VISIT_GONE, run));
			return true;
		}
		if (!other.getId().equals(booking.getEncounterId())) {
			booking.shownBy(other.getId(), other.getUuid(), occasion(CAME, run));
		}
		return false;
	}

	private boolean keep(Booking booking, PlanningRun run) {
		EncounterFacts encounter = arrival(booking, run);
		boolean came = encounter != null || visits.isOpened(booking.getPatient().getPatientId(), start(booking.getTime()),
			booking.getTime().end());
		if (came) {
			booking.keep(encounter == null ? null : encounter.getId(), encounter == null ? null : encounter.getUuid(),
				occasion(CAME, run));
		}
		return came;
	}

	private boolean keepBy(Booking booking, List<EncounterFacts> came, PlanningRun run) {
		for (EncounterFacts encounter : came) {
			if (isOn(booking, encounter)) {
				booking.keep(encounter.getId(), encounter.getUuid(), occasion(CAME, run));
				return true;
			}
		}
		return false;
	}

	/** What shows it stays; else the first of that day; null: nothing does. */
	private EncounterFacts arrival(Booking booking, PlanningRun run) {
		List<EncounterFacts> came = encounters.between(booking.getPatient().getPatientId(), start(booking.getTime()),
			booking.getTime().end()).stream().filter(e -> isArrival(e, run)).collect(Collectors.toList());
		return came.stream().filter(e -> e.getId().equals(booking.getEncounterId())).findFirst()
			.orElse(came.isEmpty() ? null : came.get(0));
	}

	private static boolean isArrival(EncounterFacts encounter, PlanningRun run) {
		return run.counts(encounter) && run.isVisit(encounter);
	}

	private static boolean isOn(Booking booking, EncounterFacts encounter) {
		return booking.getPatient().getPatientId().equals(encounter.getPatientId())
			&& encounter.getAt().atZone(booking.getTime().getZone()).toLocalDate().equals(booking.getDay());
	}

	private void settlePlans(Booking booking, PlansOfRun known, PlanningRun run) {
		known.all().stream().filter(plan -> booking.getPatient().getPatientId().equals(plan.getPatientId()))
			.filter(plan -> BookingEndings.isOf(plan, booking)).forEach(plan -> endings.settle(plan, booking, run));
	}

	private static Instant start(BookingTime time) {
		return time.getDay().atStartOfDay(time.getZone()).toInstant();
	}

	/** A day more on either side, for the day is that of the booking's place. */
	private static LocalDate firstDay(List<EncounterFacts> came) {
		return Collections.min(days(came)).minusDays(1);
	}

	private static LocalDate lastDay(List<EncounterFacts> came) {
		return Collections.max(days(came)).plusDays(1);
	}

	private static Set<LocalDate> days(List<EncounterFacts> came) {
		return came.stream().map(e -> e.getAt().atZone(ZoneOffset.UTC).toLocalDate()).collect(Collectors.toSet());
	}

	private static Set<Integer> patientsOf(List<EncounterFacts> came) {
		Set<Integer> patients = new HashSet<>();
		came.forEach(e -> patients.add(e.getPatientId()));
		return patients;
	}

	private static Occasion occasion(String reason, PlanningRun run) {
		return new Occasion(run.getActor(), run.getNow(), reason);
	}
}
