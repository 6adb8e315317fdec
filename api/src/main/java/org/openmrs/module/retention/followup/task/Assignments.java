/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.openmrs.User;
import org.openmrs.module.retention.followup.protocol.AssignmentLink;

/**
 * Who works a task: the first link of its rule whose time it is and who can, else the default role's queue. While nobody
 * of an earlier link has it, the rule is looked at again: at the next local midnight for links whose time was over, after
 * an hour for links that named nobody who can work.
 */
final class Assignments {

	static final String DEFAULT_ROLE = "Retention: Front Desk";

	private static final Duration AGAIN = Duration.ofHours(1);

	private static final String ANY_PROVIDER = "any";

	private final Staff staff;

	private final String defaultRole;

	Assignments(Staff staff, String defaultRole) {
		this.staff = staff;
		this.defaultRole = defaultRole;
	}

	/**
	 * @param encounterId the anchor; null: none, then a link that names a provider is passed over
	 * @param now in the task's zone
	 */
	Assignee resolve(List<AssignmentLink> rule, Integer encounterId, ZonedDateTime now) {
		Instant again = null;
		for (AssignmentLink link : rule) {
			if (isOver(link, now)) {
				again = earlier(again, now.toLocalDate().plusDays(1).atStartOfDay(now.getZone()).toInstant());
				continue;
			}
			Instant until = earlier(again, end(link, now));
			Assignee found = find(link, encounterId, until);
			if (found != null) {
				return found;
			}
			again = earlier(again, now.toInstant().plus(AGAIN));
		}
		boolean nobody = !staff.hasWorkers(defaultRole);
		return Assignee.queue(defaultRole, nobody ? earlier(again, now.toInstant().plus(AGAIN)) : again);
	}

	private Assignee find(AssignmentLink link, Integer encounterId, Instant until) {
		if (link.getProvider() != null) {
			List<User> users = encounterId == null ? null : staff.providersOf(encounterId,
				ANY_PROVIDER.equals(link.getProvider()) ? null : link.getProvider());
			return users != null && users.size() == 1 ? Assignee.user(users.get(0), until) : null;
		}
		if (link.getUser() != null) {
			User user = staff.worker(link.getUser());
			return user == null ? null : Assignee.user(user, until);
		}
		return link.getRole() != null && staff.hasWorkers(link.getRole()) ? Assignee.queue(link.getRole(), until) : null;
	}

	private static boolean isOver(AssignmentLink link, ZonedDateTime now) {
		return link.getUntil() != null && !now.toLocalTime().isBefore(LocalTime.parse(link.getUntil()));
	}

	private static Instant end(AssignmentLink link, ZonedDateTime now) {
		return link.getUntil() == null ? null
			: now.toLocalDate().atTime(LocalTime.parse(link.getUntil())).atZone(now.getZone()).toInstant();
	}

	private static Instant earlier(Instant one, Instant other) {
		if (one == null || other == null) {
			return one == null ? other : one;
		}
		return one.isBefore(other) ? one : other;
	}
}
