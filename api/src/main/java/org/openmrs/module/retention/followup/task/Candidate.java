/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Duration;
import java.time.Instant;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.openmrs.module.retention.contact.ContactDecision;
import org.openmrs.module.retention.contact.ContactPolicy;

/** A task that somebody may be called for, now or later. */
@Getter(AccessLevel.PACKAGE)
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
final class Candidate {

	private static final String REASON = "retention.followup.reason.";

	private final FollowUpTask task;

	private final ContactPolicy.Facts facts;

	private final ContactDecision decision;

	/** When it wakes. */
	private final Instant start;

	private final boolean visiting;

	/** The number has been rung often enough today. */
	private final boolean inVain;

	/** What keeps a call from being made, whenever that may end; null: nothing. */
	private final String obstacle;

	boolean isNow(Instant now) {
		return task.isDue(now) && decision.isAllowed() && obstacle == null && !inVain;
	}

	/** Null: nobody can say. */
	Instant earliest() {
		if (obstacle != null) {
			return null;
		}
		return decision.isAllowed() ? start : decision.getUntil();
	}

	/** Worked in a call that is made now and takes so long with it, though it may have been tried a short while ago. */
	boolean joinsNow(Instant now, long seconds) {
		return obstacle == null && isFree(now) && ContactPolicy
			.decide(facts.toBuilder().expected(Duration.ofSeconds(seconds)).build(), now).isAllowed();
	}

	/** Worked in a call that will be made later. */
	boolean joins(Candidate lead) {
		return isFree(lead.start) && decision.isAllowed() == lead.decision.isAllowed();
	}

	/** Its window has begun, and nothing holds it. */
	private boolean isFree(Instant then) {
		return !task.getDueFrom().isAfter(then)
			&& (task.getHoldUntil() == null || !task.getHoldUntil().isAfter(then));
	}

	String reason(Instant now) {
		if (obstacle != null) {
			return REASON + obstacle;
		}
		if (inVain) {
			return REASON + "rung-in-vain";
		}
		if (!task.getWakeAt().isAfter(now)) {
			return decision.getReason();
		}
		if (task.getHoldUntil() != null && task.getHoldUntil().equals(task.getWakeAt())) {
			return REASON + "hold-" + WorklistRows.code(task.getHoldReason());
		}
		return REASON + (task.getDueFrom().equals(task.getWakeAt()) ? "not-yet" : "spacing");
	}
}
