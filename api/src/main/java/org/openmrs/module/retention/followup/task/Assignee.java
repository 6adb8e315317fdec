/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Instant;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Value;
import org.openmrs.User;

/** Who is to work a task: a user, else the queue of a role; and when that must be looked at again. */
@Value
@AllArgsConstructor(access = AccessLevel.PRIVATE)
class Assignee {

	User user;

	String role;

	/** Null: while the assignee can work. */
	Instant until;

	static Assignee user(User user, Instant until) {
		return new Assignee(user, null, until);
	}

	static Assignee queue(String role, Instant until) {
		return new Assignee(null, role, until);
	}

	/** As a person decided; it is not looked at again. */
	static Assignee byHand(User user, String role) {
		return new Assignee(user, role, null);
	}

	Assignee until(Instant again) {
		return new Assignee(user, role, again);
	}

	static Assignee nobody() {
		return new Assignee(null, null, null);
	}
}
