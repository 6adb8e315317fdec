/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.Patient;
import org.openmrs.module.retention.contact.booking.Booking;
import org.openmrs.module.retention.contact.booking.BookingListener;
import org.openmrs.module.retention.contact.booking.BookingStatus;
import org.openmrs.module.retention.contact.booking.Bookings;
import org.openmrs.module.retention.followup.protocol.BookingMoment;
import org.openmrs.module.retention.shared.Occasion;

/**
 * What follows from bookings: reminders before them, calls after those that were missed, and what waits for them. Doing it
 * twice for the same booking makes nothing twice. In the caller's transaction.
 */
class BookingFollowUp implements BookingListener {

	private final PlanningRuns runs;

	private final Planner planner;

	private final PlanDao plans;

	private final BookingEndings endings;

	private final BookingWaits waits;

	private final Bookings bookings;

	BookingFollowUp(PlanningRuns runs, Planner planner, PlanDao plans, BookingEndings endings, BookingWaits waits,
		Bookings bookings) {
		this.runs = runs;
		this.planner = planner;
		this.plans = plans;
		this.endings = endings;
		this.waits = waits;
		this.bookings = bookings;
	}

	@Override
	public void changed(Booking booking, Occasion occasion) {
		PlanningRun run = runs.begin(occasion.getAt(), occasion.getActor());
		follow(Collections.singletonList(booking), run);
		boolean waitedFor = booking.getStatus() == BookingStatus.CANCELLED || Boolean.TRUE.equals(booking.getVoided())
			|| booking.isBooked();
		if (waitedFor) {
			waits.renew(Collections.singleton(idOf(booking)), run);
		}
	}

	/** Bookings of patients who are there. */
	void follow(Collection<Booking> all, PlanningRun run) {
		Set<Integer> patients = patients(all);
		Set<Integer> ahead = bookings.ahead(patients, run.getNow(), run.getSites()).keySet();
		for (PlanState plan : plans.statesOfPatients(patients)) {
			all.stream().filter(booking -> BookingEndings.isOf(plan, booking)).findFirst()
				.ifPresent(booking -> endings.settle(plan, booking, run));
			if (ahead.contains(plan.getPatientId())) {
				endings.bookedAgain(plan, run);
			} else if (all.stream().anyMatch(b -> isOff(b) && idOf(b).equals(plan.getPatientId()))) {
				endings.notBookedAgain(plan, run);
			}
		}
		plans.flush();
		List<Booking> alive = all.stream().filter(b -> BookingEndings.isThere(b.getPatient())).collect(Collectors.toList());
		begin(BookingMoment.BEFORE, alive.stream()
			.filter(b -> b.isBooked() && BookingEndings.end(b.getTime()).isAfter(run.getNow())).collect(Collectors.toList()),
			run);
		begin(BookingMoment.MISSED, alive.stream()
			.filter(b -> b.getStatus() == BookingStatus.MISSED && !isVoided(b) && !ahead.contains(idOf(b)))
			.collect(Collectors.toList()), run);
		waits.begin(patients, run);
	}

	private void begin(BookingMoment moment, List<Booking> about, PlanningRun run) {
		if (about.isEmpty()) {
			return;
		}
		run.getGroups().expect(patients(about));
		for (ProtocolRule rule : run.getRules().byBooking(moment)) {
			List<Anchor> anchors = new ArrayList<>();
			for (Booking booking : about) {
				Patient patient = booking.getPatient();
				boolean meant = !booking.getDay().isBefore(rule.getFirstAnchorDay())
					&& run.isMeant(rule, idOf(booking), patient.getGender(), EventAnchors.birthdate(patient),
						booking.getDay());
				if (meant) {
					anchors.add(BookingEndings.anchor(booking, moment, run));
				}
			}
			if (!anchors.isEmpty()) {
				planner.begin(rule, anchors, run);
			}
		}
	}

	private static boolean isOff(Booking booking) {
		return booking.getStatus() == BookingStatus.CANCELLED || isVoided(booking);
	}

	private static boolean isVoided(Booking booking) {
		return Boolean.TRUE.equals(booking.getVoided());
	}

	private static Integer idOf(Booking booking) {
		return booking.getPatient().getPatientId();
	}

	private static Set<Integer> patients(Collection<Booking> all) {
		return all.stream().map(BookingFollowUp::idOf).collect(Collectors.toSet());
	}
}
