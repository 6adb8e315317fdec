/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

/** Why planning ends or reopens what it made; each is the reason of a row in the history. */
final class Reasons {

	static final String PLANNED = "planned";

	/** Another step of the plan stands on its day. */
	static final String ABSORBED = "absorbed";

	/** It was due when the plan was made, and a later one too. */
	static final String LATE = "late";

	static final String FULFILLED = "fulfilled";

	/** What fulfilled it was taken back. */
	static final String FULFILMENT_UNDONE = "fulfilment-undone";

	/** The patient has come again since the anchor. */
	static final String NEWER_VISIT = "newer-visit";

	/** A later anchor of the same protocol took over. */
	static final String RESTARTED = "restarted";

	static final String ANCHOR_VOIDED = "anchor-voided";

	static final String ANCHOR_PURGED = "anchor-purged";

	/** The encounter is no longer what the protocol looks for. */
	static final String ANCHOR_CHANGED = "anchor-changed";

	/** The encounter's time or place, or the site's zone, was edited. */
	static final String REPLANNED = "replanned";

	/** Another interval was agreed with the patient, or is no longer. */
	static final String INTERVAL_AGREED = "interval-agreed";

	static final String ANCHOR_RESTORED = "anchor-restored";

	static final String PATIENT_DEAD = "patient-dead";

	static final String PATIENT_VOIDED = "patient-voided";

	static final String PATIENT_PURGED = "patient-purged";

	static final String PATIENT_RESTORED = "patient-restored";

	/** The encounter belongs to another patient now. */
	static final String PATIENT_CHANGED = "patient-changed";

	static final String MERGED = "merged";

	/** The patient came on the day of the booking. */
	static final String BOOKING_KEPT = "booking-kept";

	static final String BOOKING_MISSED = "booking-missed";

	static final String BOOKING_CANCELLED = "booking-cancelled";

	static final String BOOKING_VOIDED = "booking-voided";

	/** Another time was agreed with somebody who had not come. */
	static final String BOOKED_AGAIN = "booked-again";

	/** What it was planned of was announced in error. */
	static final String EVENT_WITHDRAWN = "event-withdrawn";

	private Reasons() {
	}
}
