/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Why a task may not be worked before {@code holdUntil}. */
public enum HoldReason {

	/** A promised call-back to the same person comes first. */
	PROMISE,
	/** Three days' rest after a conversation. */
	REST,
	/** The patient is thinking it over. */
	THINKING,
	/** The patient has a booking. */
	BOOKED,
	/** No number works. */
	NO_NUMBER,
	/** Somebody said that the patient has died. */
	DEATH_REPORTED,
	/** A service escalation is open. */
	SERVICE_ESCALATION,
	/** Waits for a supervisor's verification. */
	VERIFY,
	/** The patient is in the building: ask in person. */
	IN_THE_BUILDING,
	/** Held by a manager: more tasks than the flood limit. */
	FLOOD,
	/** More was due that day than its people can bear. */
	CAPACITY,
	/** Set by hand. */
	MANUAL;

	private static final Set<HoldReason> OF_CONTACTS = Collections
		.unmodifiableSet(EnumSet.of(PROMISE, REST, THINKING, BOOKED, NO_NUMBER, DEATH_REPORTED, SERVICE_ESCALATION));

	/** What contacts have said makes it wait; else people, plans or the day do. */
	public boolean isOfContacts() {
		return OF_CONTACTS.contains(this);
	}

	/**
	 * Of two that end together. What people and plans hold stands whatever contacts say, so that nobody else lets it go; a
	 * reported death before what else contacts say.
	 */
	boolean prevailsOver(HoldReason other) {
		return rank() >= other.rank();
	}

	private int rank() {
		return isOfContacts() ? this == DEATH_REPORTED ? 1 : 0 : 2;
	}
}
