/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.openmrs.module.retention.contact.booking.BookingAhead;
import org.openmrs.module.retention.contact.booking.Bookings;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.HoldReason;

/**
 * Nobody is asked to come who has a booking: such tasks wait for the open day after it, and are worth doing then at least.
 * Whoever comes may have fulfilled them by then. A promised call is made.
 */
class BookingWaits {

	private final Bookings bookings;

	private final PlanDao plans;

	BookingWaits(Bookings bookings, PlanDao plans) {
		this.bookings = bookings;
		this.plans = plans;
	}

	/** Of patients whose plans have changed. */
	void begin(Collection<Integer> patients, PlanningRun run) {
		Map<Integer, BookingAhead> ahead = bookings.ahead(patients, run.getNow(), run.getSites());
		if (!ahead.isEmpty()) {
			plans.openTasks(ahead.keySet()).forEach(task -> wait(task, ahead.get(task.getPatient().getPatientId()), run));
			plans.flush();
		}
	}

	/** As {@link #begin}; and who has none before them any more waits for none. */
	void renew(Collection<Integer> patients, PlanningRun run) {
		Map<Integer, BookingAhead> ahead = bookings.ahead(patients, run.getNow(), run.getSites());
		for (FollowUpTask task : plans.openTasks(patients)) {
			BookingAhead next = ahead.get(task.getPatient().getPatientId());
			if (next == null) {
				task.releaseHold(HoldReason.BOOKED);
			} else {
				wait(task, next, run);
			}
		}
		plans.flush();
	}

	private static void wait(FollowUpTask task, BookingAhead ahead, PlanningRun run) {
		Instant until = ahead.getWaitUntil();
		boolean waitsAlready = task.getHoldReason() == HoldReason.BOOKED && until.equals(task.getHoldUntil());
		if (waitsAlready || task.isPromised() || !isConcerned(task, run)) {
			return;
		}
		task.releaseHold(HoldReason.BOOKED);
		task.hold(HoldReason.BOOKED, until);
		task.keepUntil(ahead.getWorthUntil());
	}

	private static boolean isConcerned(FollowUpTask task, PlanningRun run) {
		if (task.getProtocol() == null || task.getProtocolVersion() == null) {
			return task.getPurpose().isInvitation();
		}
		return run.getRules().of(task.getProtocol().getId(), task.getProtocolVersion()).getDefinition()
			.waitsForBooking(task.getStepKey(), task.getPurpose());
	}
}
