/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.completion;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;
import org.openmrs.User;
import org.openmrs.module.retention.followup.task.TaskStatus;
import org.openmrs.module.retention.shared.LocationTree;
import org.openmrs.module.retention.shared.PeopleInSession;

/** Counts, each in one statement: tasks by the index of the ends of their windows, contacts by that of their beginnings. */
@RequiredArgsConstructor
class CompletionDao {

	private static final String MADE = " from retention.ContactAttempt a where a.startedAt >= :from and a.startedAt < :before"
		+ " and a.voided = false and a.calledBy is not null and str(a.result) <> 'NOT_CALLED'";

	private final SessionFactory sessionFactory;

	/** User id, role, completed, in time, missed, expired, open. */
	List<Object[]> due(CompletionSearch search, Instant now) {
		return bind(search, "select t.assigneeUser.userId, t.assigneeRole, " + sum("t.status = :completed") + ", "
			+ sum("t.status = :completed and t.endedAt <= t.dueBy") + ", " + sum("t.status = :missed") + ", "
			+ sum("t.status = :open and t.expiresAt < :now") + ", " + sum("t.status = :open and t.expiresAt >= :now")
			+ " from retention.FollowUpTask t where t.dueBy >= :from and t.dueBy < :before and t.voided = false"
			+ " and t.status in (:completed, :missed, :open)"
			+ (search.getUser() == null ? "" : " and t.assigneeUser = :user")
			+ (search.getLocation() == null ? "" : " and t.location.locationId in (:locations)")
			+ " group by t.assigneeUser.userId, t.assigneeRole").setParameter("now", now)
			.setParameter("completed", TaskStatus.COMPLETED).setParameter("missed", TaskStatus.MISSED)
			.setParameter("open", TaskStatus.OPEN).list();
	}

	private static String sum(String condition) {
		return "sum(case when " + condition + " then 1L else 0L end)";
	}

	/** User id, contacts made, conversations. */
	List<Object[]> made(CompletionSearch search) {
		return bind(search, "select a.calledBy.userId, count(a.id), " + sum("a.conversation = true") + MADE + by(search)
			+ (search.getLocation() == null ? "" : " and exists (select l.id from retention.AttemptTask l join l.task t"
				+ " where l.attempt = a and t.location.locationId in (:locations))")
			+ " group by a.calledBy.userId").list();
	}

	/** User id, tasks that a contact of theirs completed and that are so still. */
	List<Object[]> finished(CompletionSearch search) {
		return bind(search, "select a.calledBy.userId, count(distinct t.id) from retention.AttemptTask l join l.attempt a"
			+ " join l.task t, retention.TaskStatusChange c where c.task = t and c.attemptId = a.id"
			+ " and c.toStatus = :completed and t.status = :completed and t.voided = false and a.startedAt >= :from"
			+ " and a.startedAt < :before and a.voided = false and a.calledBy is not null" + by(search)
			+ (search.getLocation() == null ? "" : " and t.location.locationId in (:locations)")
			+ " group by a.calledBy.userId").setParameter("completed", TaskStatus.COMPLETED).list();
	}

	private static String by(CompletionSearch search) {
		return search.getUser() == null ? "" : " and a.calledBy = :user";
	}

	/** By id; with their persons. */
	Map<Integer, User> users(Collection<Integer> ids) {
		Map<Integer, User> users = new HashMap<>();
		if (!ids.isEmpty()) {
			new PeopleInSession(session()).read(Collections.emptySet(), Collections.emptySet(), ids);
			session().createQuery("select u from User u where u.userId in (:ids)", User.class)
				.setParameterList("ids", ids).list().forEach(user -> users.put(user.getUserId(), user));
		}
		return users;
	}

	private Query<Object[]> bind(CompletionSearch search, String hql) {
		Query<Object[]> query = session().createQuery(hql, Object[].class).setParameter("from", search.getFrom())
			.setParameter("before", search.getBefore());
		if (search.getUser() != null) {
			query.setParameter("user", search.getUser());
		}
		if (search.getLocation() != null) {
			Set<Integer> there = new LocationTree(session()).withDescendants(search.getLocation().getLocationId());
			query.setParameterList("locations", there.isEmpty() ? Collections.singleton(-1) : there);
		}
		return query;
	}

	private Session session() {
		return sessionFactory.getCurrentSession();
	}
}
