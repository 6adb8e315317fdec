/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import lombok.Builder;
import lombok.Value;
import org.openmrs.Location;
import org.openmrs.User;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.followup.protocol.Purpose;

/** Open tasks of one to be given to another, by a supervisor. */
@Value
@Builder
public class Reassignment {

	/** Either this user's. */
	User fromUser;

	/** Or those in the queue of this role. */
	String fromRole;

	/** To this user. */
	User toUser;

	/** Or to the queue of this role; neither: back to the rule of each. */
	String toRole;

	/** Only these; null: all. What lies below the location is included. */
	Location location;

	Purpose purpose;

	FollowUpProtocol protocol;

	/** Becomes a line in the history of each. */
	String reason;

	/** What came of it. */
	@Value
	public static class Outcome {

		int reassigned;

		/** Of those that were meant, what is still there: somebody is at it, or it was more than one call gives on. */
		long left;
	}
}
