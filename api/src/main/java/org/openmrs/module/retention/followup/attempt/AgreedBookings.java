/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import lombok.RequiredArgsConstructor;
import org.openmrs.Location;
import org.openmrs.module.retention.contact.booking.BookingDesk;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.shared.Occasion;

/** Bookings as contacts agree on them, and as they are taken back. */
@RequiredArgsConstructor
class AgreedBookings {

	private final BookingDesk desk;

	/** For every patient of the contact; the one that somebody was reminded of is moved. */
	void make(ContactAttempt attempt, Caller caller) {
		if (attempt.getDisposition() != Disposition.BOOKED) {
			return;
		}
		Occasion occasion = new Occasion(caller.getUser(), caller.getNow(), attempt.source());
		attempt.getTasks().stream().map(FollowUpTask::getPlan).filter(plan -> plan != null && plan.getPatient() != null)
			.forEach(plan -> desk.moveByContact(plan.getAnchorKey(), attempt.getUntilDate(), occasion));
		Location place = attempt.getTasks().isEmpty() ? null : attempt.getTasks().get(0).getLocation();
		desk.bookByContact(attempt.getUuid(), attempt.getPatients(), attempt.getUntilDate(), place, occasion);
	}

	/** What another system has taken over or moved since stays. */
	void withdraw(ContactAttempt attempt, Caller caller) {
		if (attempt.getDisposition() == Disposition.BOOKED) {
			desk.withdrawContact(attempt.getUuid(), attempt.getPatients(),
				new Occasion(caller.getUser(), caller.getNow(), attempt.source()));
		}
	}
}
