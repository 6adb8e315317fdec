/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import lombok.Builder;
import lombok.Value;
import lombok.With;
import org.openmrs.Patient;
import org.openmrs.User;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.followup.protocol.Purpose;

/** A {@link TaskSearch} whose words have been looked up; nothing in it comes from the caller as text. */
@Value
@Builder
class TaskQuery {

	/** Which tasks by where they stand. */
	enum State {
		ANY, OPEN, OVERDUE, EXPIRED, ENDED, COMPLETED, MISSED, CANCELLED, SUPERSEDED
	}

	/** In which order; the id is always last. */
	enum Order {

		DUE("t.dueBy asc, t.id asc"),
		LATEST_DUE("t.dueBy desc, t.id desc"),
		LIST("t.listClass asc, t.dueBy asc, t.id asc"),
		WAKE("t.wakeAt asc, t.id asc");

		private final String hql;

		Order(String hql) {
			this.hql = hql;
		}

		String hql() {
			return hql;
		}
	}

	Instant now;

	@Builder.Default
	State state = State.ANY;

	@Builder.Default
	Order order = Order.DUE;

	/** Only what may be called now, as the day's list has it; null: no such filter. */
	@With
	WorklistFilter callable;

	LocalDate dueDateUntil;

	Instant dueFromUntil;

	User assignee;

	/** Null: any; empty matches nothing. */
	Collection<String> roles;

	/** Whether tasks that nobody has been found for yet belong to the roles: the default role is among them. */
	boolean unresolvedToo;

	/** Null: any; empty matches nothing. */
	Collection<Integer> locations;

	/** What has no location belongs to one of them. */
	boolean placelessToo;

	Patient patient;

	FollowUpProtocol protocol;

	Purpose purpose;

	/** Held for this reason now. */
	HoldReason hold;

	/** Lists of what is to be done leave out those who cannot or must not be called. */
	boolean isAboutOpenTasks() {
		return callable != null || hold != null || state == State.OPEN || state == State.OVERDUE;
	}
}
