/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.completion;

import lombok.Builder;
import lombok.Value;
import org.openmrs.User;

/**
 * Of a member of staff, or of a queue: the tasks of theirs whose window closed in a period, by where they stand now, and what
 * they did in it. What was cancelled or superseded was not to be done; what somebody else was given to do is that one's.
 */
@Value
@Builder(toBuilder = true)
public class CompletionFigures {

	/** Null: a queue. */
	User user;

	/** Null: somebody's own; both null: what nobody has been found for yet. */
	String role;

	/** The four that follow together. */
	long due;

	long completed;

	/** Tried to the end, in vain. */
	long missed;

	/** Worth doing no more, and not done. */
	long expired;

	/** Can still be done. */
	long open;

	/** Of the completed: before their window closed. */
	long inTime;

	/** Contacts that they made, whoever's the tasks were. */
	long contacts;

	/** Of these, those with somebody who may hear it. */
	long conversations;

	/** Tasks that their contacts completed, whoever's they were. */
	long finished;
}
