/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.outcome;

import java.time.YearMonth;
import java.util.List;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;

/** What came of the plans of one protocol whose anchors lie in one month; every figure counts plans. */
@Value
@Builder(toBuilder = true)
public class OutcomeRow {

	FollowUpProtocol protocol;

	YearMonth month;

	/** Anchors that were followed up; those whose anchor was taken back are left out. */
	long plans;

	/** Somebody who may hear what it is about was spoken with, or seen in person. */
	long reached;

	/** Not reached yet, and somebody still may be. */
	long open;

	/** Not reached, and no longer worth trying. */
	long neverReached;

	/** Of these, those whom nobody has tried to reach. */
	long neverTried;

	/** Ended before anybody had to call: the patient came, a newer plan took over, somebody cancelled it. */
	long notNeeded;

	/** An answer raised a red flag; of these, an urgent one. */
	long redFlags;

	long urgent;

	/** A contact was passed on to a clinician; to a manager. */
	long clinicalEscalations;

	long serviceEscalations;

	/** The next visit was agreed in a contact. */
	long booked;

	/** Null: the protocol does not follow an encounter up. */
	Returns returns;

	/** In the order of the script. */
	List<AnswerFigures> answers;

	/** Visits soon after the anchor. */
	@Value
	public static class Returns {

		/** Anchors that lie so far back that every return would be known. */
		long watched;

		long returned;

		/** Of these, those that nobody had booked and the protocol did not wait for. */
		long unplanned;

		/** Of the unplanned, those that a clinician has said come of the treatment. */
		long related;
	}
}
