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
import org.openmrs.module.retention.followup.absence.AbsenceDao;
import org.openmrs.module.retention.followup.absence.StandIn;
import org.openmrs.module.retention.followup.protocol.AssignmentLink;

/**
 * Who works a task: the first link of its rule whose time it is and who can, else the default role's queue. While nobody
 * of an earlier link has it, the rule is looked at again: at the next local midnight for links whose time was over, after
 * an hour for links that named nobody who can work or somebody who is away; when they are back if that is sooner. Who is
 * away is worked for by a deputy.
 */
final class Assignments {

	static final String DEFAULT_ROLE = "Retention: Front Desk";

	static final String DUTY_ROLE = "Retention: Nurse";

	private static final Duration AGAIN = AbsenceDao.AGAIN;

	private static final String ANY_PROVIDER = "any";

	private final Staff staff;

	private final String defaultRole;

	private final String dutyRole;

	Assignments(Staff staff, String defaultRole, String dutyRole) {
		this.staff = staff;
		this.defaultRole = defaultRole;
		this.dutyRole = dutyRole;
	}

	/**
	 * What cannot wait: while the place is closed the duty role's, if somebody of it is there, else by the rule; looked at
	 * again at midnight.
	 */
	Assignee resolveCritical(List<AssignmentLink> rule, Integer encounterId, ZonedDateTime now, boolean closedToday) {
		Instant midnight = tomorrow(now);
		if (closedToday && staff.hasWorkers(dutyRole)) {
			return Assignee.queue(dutyRole, midnight);
		}
		Assignee found = resolve(rule, encounterId, now);
		Instant again = closedToday ? earlier(midnight, now.toInstant().plus(AGAIN)) : midnight;
		return found.until(earlier(found.getUntil(), again));
	}

	/**
	 * @param encounterId the anchor; null: none, then a link that names a provider is passed over
	 * @param now in the task's zone
	 */
	Assignee resolve(List<AssignmentLink> rule, Integer encounterId, ZonedDateTime now) {
		Instant again = null;
		for (AssignmentLink link : rule) {
			if (isOver(link, now)) {
				again = earlier(again, tomorrow(now));
				continue;
			}
			Instant until = earlier(again, end(link, now));
			StandIn found = find(link, encounterId);
			if (found != null && found.getUser() != null) {
				return standing(found, until, now.toInstant());
			}
			if (link.getRole() != null && staff.hasWorkers(link.getRole())) {
				return Assignee.queue(link.getRole(), until);
			}
			again = earlier(again, now.toInstant().plus(AGAIN));
			again = earlier(again, found == null ? null : found.getUntil());
		}
		boolean nobody = !staff.hasWorkers(defaultRole);
		return Assignee.queue(defaultRole, nobody ? earlier(again, now.toInstant().plus(AGAIN)) : again);
	}

	/** Whom a person chose, or the deputy; null: nobody of them works. */
	Assignee inPlaceOf(User chosen, Instant now) {
		StandIn found = staff.inPlaceOf(chosen);
		return found.getUser() == null ? null : standing(found, null, now);
	}

	private static Assignee standing(StandIn found, Instant until, Instant now) {
		return Assignee.user(found.getUser(),
			found.getUntil() == null ? until : earlier(until, earlier(found.getUntil(), now.plus(AGAIN))));
	}

	/** Null when the link is a queue's, or names nobody. */
	private StandIn find(AssignmentLink link, Integer encounterId) {
		User named = null;
		if (link.getProvider() != null) {
			List<User> users = encounterId == null ? null : staff.providersOf(encounterId,
				ANY_PROVIDER.equals(link.getProvider()) ? null : link.getProvider());
			named = users != null && users.size() == 1 ? users.get(0) : null;
		} else if (link.getUser() != null) {
			named = staff.user(link.getUser());
		}
		return named == null ? null : staff.inPlaceOf(named);
	}

	private static Instant tomorrow(ZonedDateTime now) {
		return now.toLocalDate().plusDays(1).atStartOfDay(now.getZone()).toInstant();
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
