/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Instant;
import java.util.List;
import lombok.Builder;
import lombok.Value;
import org.openmrs.Person;
import org.openmrs.User;
import org.openmrs.module.retention.contact.ContactDetail;

/** One person to ring, with everything that is to be worked in the call. */
@Value
@Builder(toBuilder = true)
public class WorklistRow {

	Person person;

	/** From 1, on the whole list. */
	int rank;

	/** Why it stands where it stands, for example {@code retention.followup.rank.promised}. */
	String rankReason;

	boolean callableNow;

	/** Why not, a reason code; null when it may be called. */
	String notCallableReason;

	/** When it may be called; null when nobody can say. */
	Instant wakeAt;

	/** Has an open visit: ask in person, the call holds. */
	boolean inTheBuilding;

	/** Why one rings this person and not the patient of the leading task; null: it is the patient. */
	RingReason ringReason;

	/** The leading task first, then in the order of the list. */
	List<FollowUpTask> tasks;

	int expectedSeconds;

	/** Why we are calling, of the leading task, in the caller's language. */
	String why;

	/** What staff must know, for example "manager calls only"; null: nothing. */
	String staffNote;

	List<ContactDetail> contactDetails;

	/** Null: nobody is at it. */
	User claimedBy;

	Instant claimedUntil;
}
