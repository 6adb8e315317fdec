/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.openmrs.Patient;
import org.openmrs.module.retention.contact.booking.Booking;
import org.openmrs.module.retention.contact.booking.BookingStatus;
import org.openmrs.module.retention.contact.booking.BookingTime;
import org.openmrs.module.retention.followup.protocol.BookingMoment;
import org.openmrs.module.retention.followup.task.PlanStatus;

/** What becomes of the plans that hang on a booking when something becomes of it. */
class BookingEndings {

	/** What ended a plan whose booking stands again, or whose patient is back. */
	private static final Set<String> BY_BOOKING = Collections.unmodifiableSet(new HashSet<>(
		Arrays.asList(Reasons.BOOKING_KEPT, Reasons.BOOKING_MISSED, Reasons.BOOKING_CANCELLED, Reasons.BOOKING_VOIDED,
			Reasons.BOOKED_AGAIN, Reasons.PATIENT_DEAD, Reasons.PATIENT_VOIDED)));

	private final PlanChanges changes;

	BookingEndings(PlanChanges changes) {
		this.changes = changes;
	}

	/** A day of a booking is one anchor: another day is another. */
	static String key(Booking booking) {
		return prefix(booking) + booking.getDay();
	}

	static boolean isOf(PlanState plan, Booking booking) {
		return plan.getAnchorKey().startsWith(prefix(booking));
	}

	private static String prefix(Booking booking) {
		return Booking.PLAN_KEY + ":" + booking.getUuid() + ":";
	}

	/** A reminder hangs on the time agreed and leads up to the booking; a call after a missed one hangs on its time. */
	static Anchor anchor(Booking booking, BookingMoment moment, PlanningRun run) {
		BookingTime time = booking.getTime();
		boolean before = moment == BookingMoment.BEFORE;
		return Anchor.builder().patientId(booking.getPatient().getPatientId()).patientUuid(booking.getPatientUuid())
			.key(key(booking)).at(before ? booking.getAgreedAt() : start(time)).day(booking.getDay())
			.countedFrom(booking.getDay()).site(run.getSites().siteOf(booking.placeId()))
			.locationId(booking.placeId()).until(before ? end(time) : null).build();
	}

	/** When it can begin at the earliest. */
	private static Instant start(BookingTime time) {
		return time.getStartsAt() == null ? time.getDay().atStartOfDay(time.getZone()).toInstant() : time.getStartsAt();
	}

	/** When reminding is over. */
	static Instant end(BookingTime time) {
		return time.getStartsAt() == null ? time.end() : time.getStartsAt();
	}

	/** Of a plan that hangs on it. */
	void settle(PlanState plan, Booking booking, PlanningRun run) {
		ProtocolRule rule = run.ruleOf(plan);
		BookingMoment moment = rule.getDefinition().getTrigger().getWhen();
		if (stands(booking, moment)) {
			goOn(plan, booking, rule, run);
		} else if (plan.isActive()) {
			String reason = whyOver(booking, moment);
			boolean reached = Reasons.BOOKING_KEPT.equals(reason) || Reasons.BOOKED_AGAIN.equals(reason);
			end(plan, reached ? PlanStatus.FULFILLED : PlanStatus.CANCELLED, reason, run);
		}
	}

	/** Somebody who had not come has another booking. */
	void bookedAgain(PlanState plan, PlanningRun run) {
		if (plan.isActive() && isAfterMissed(plan, run)) {
			end(plan, PlanStatus.FULFILLED, Reasons.BOOKED_AGAIN, run);
		}
	}

	/** The other booking was called off, and there is no third. */
	void notBookedAgain(PlanState plan, PlanningRun run) {
		boolean was = plan.getStatus() == PlanStatus.FULFILLED && Reasons.BOOKED_AGAIN.equals(plan.getStatusReason());
		if (was && isAfterMissed(plan, run)
			&& changes.resume(plan.getPlanId(), Reasons.BOOKED_AGAIN, run.because(Reasons.BOOKING_CANCELLED))) {
			plan.became(PlanStatus.ACTIVE);
			run.getReport().reopened();
		}
	}

	private static boolean isAfterMissed(PlanState plan, PlanningRun run) {
		return run.ruleOf(plan).getDefinition().getTrigger().getWhen() == BookingMoment.MISSED;
	}

	private static boolean stands(Booking booking, BookingMoment moment) {
		return !Boolean.TRUE.equals(booking.getVoided())
			&& booking.getStatus() == (moment == BookingMoment.BEFORE ? BookingStatus.BOOKED : BookingStatus.MISSED);
	}

	private void goOn(PlanState plan, Booking booking, ProtocolRule rule, PlanningRun run) {
		Anchor anchor = anchor(booking, rule.getDefinition().getTrigger().getWhen(), run);
		boolean same = anchor.getKey().equals(plan.getAnchorKey());
		if (plan.isActive()) {
			if (!same || !anchor.getAt().equals(plan.getAnchorAt())
				|| !anchor.getSite().getZone().getId().equals(plan.getZone())
				|| !Objects.equals(anchor.getLocationId(), plan.getLocationId())) {
				changes.replan(plan.getPlanId(), anchor, rule, run.because(Reasons.REPLANNED));
				run.getReport().replanned();
			}
		} else if (same && isThere(booking.getPatient()) && BY_BOOKING.contains(plan.getStatusReason())
			&& changes.adopt(plan.getPlanId(), anchor, rule, run.because(Reasons.ANCHOR_RESTORED))) {
			plan.became(PlanStatus.ACTIVE);
			run.getReport().reopened();
		}
	}

	static boolean isThere(Patient patient) {
		return !Boolean.TRUE.equals(patient.getVoided()) && !Boolean.TRUE.equals(patient.getDead());
	}

	private void end(PlanState plan, PlanStatus to, String reason, PlanningRun run) {
		if (changes.end(plan.getPlanId(), to, run.because(reason))) {
			run.getReport().ended();
		}
		plan.became(to);
	}

	private static String whyOver(Booking booking, BookingMoment moment) {
		if (Boolean.TRUE.equals(booking.getVoided())) {
			return Reasons.BOOKING_VOIDED;
		}
		switch (booking.getStatus()) {
			case KEPT:
				return Reasons.BOOKING_KEPT;
			case MISSED:
				return Reasons.BOOKING_MISSED;
			case CANCELLED:
				return Reasons.BOOKING_CANCELLED;
			default:
				return Reasons.BOOKED_AGAIN;
		}
	}
}
