/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.persistence.LockModeType;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;
import org.openmrs.User;
import org.openmrs.module.retention.shared.PeopleInSession;
import org.openmrs.module.retention.shared.RetentionException;

/** Gives many tasks on at once, those that close soonest first; what somebody is at stays. */
class Reassignments {

	/** In one call. */
	static final int MOST = 500;

	private final SessionFactory sessionFactory;

	private final TaskDao dao;

	private final ManualTasks workers;

	Reassignments(SessionFactory sessionFactory, TaskDao dao, ManualTasks workers) {
		this.sessionFactory = sessionFactory;
		this.dao = dao;
		this.workers = workers;
	}

	/** Accounts in use that can work, by name. */
	List<User> workers() {
		List<Integer> inUse = session().createQuery("select u.userId from User u where u.retired = false", Integer.class)
			.list();
		new PeopleInSession(session()).read(Collections.emptySet(), Collections.emptySet(), inUse);
		return inUse.stream().map(id -> session().get(User.class, id)).filter(StaffDao::canWork)
			.sorted(Comparator.comparing(Reassignments::name).thenComparing(User::getUserId)).collect(Collectors.toList());
	}

	private static String name(User user) {
		return user.getPersonName() == null ? String.valueOf(user.getUsername()) : user.getPersonName().getFullName();
	}

	Reassignment.Outcome carryOut(Reassignment request, Cause cause) {
		check(request);
		String toRole = workers.role(request.getToRole());
		Map<String, Object> parameters = new LinkedHashMap<>();
		String meant = meant(request, parameters);
		List<FollowUpTask> tasks = bind(session().createQuery("select t" + meant
			+ " and (t.claimUntil is null or t.claimUntil <= :now) order by t.dueBy asc, t.id asc",
			FollowUpTask.class), parameters).setParameter("now", cause.getAt()).setMaxResults(MOST)
			.setLockMode(LockModeType.PESSIMISTIC_WRITE).list();
		int reassigned = 0;
		for (FollowUpTask task : tasks) {
			if (isStillMeant(task, request, cause.getAt())) {
				if (request.getToUser() == null && toRole == null) {
					task.assignByRuleAgain(cause);
				} else {
					task.assignByHand(request.getToUser(), toRole, cause);
				}
				reassigned++;
			}
		}
		dao.flush();
		return new Reassignment.Outcome(reassigned,
			bind(session().createQuery("select count(t.id)" + meant, Long.class), parameters).uniqueResult());
	}

	private void check(Reassignment request) {
		if (request.getReason() == null) {
			throw RetentionException.invalid("retention.followup.error.required", "reason");
		}
		if ((request.getFromUser() == null) == (request.getFromRole() == null)) {
			throw RetentionException.invalid(request.getFromUser() == null ? "retention.followup.error.required"
				: "retention.followup.error.user-or-role", "fromUser");
		}
		if (request.getToUser() != null && request.getToRole() != null) {
			throw RetentionException.invalid("retention.followup.error.user-or-role", "toUser");
		}
		boolean same = request.getFromUser() != null && request.getFromUser().equals(request.getToUser())
			|| request.getFromRole() != null && request.getFromRole().equals(request.getToRole());
		if (same) {
			throw RetentionException.invalid("retention.followup.error.reassigned-to-the-same", "toUser");
		}
		workers.requireWorker(request.getToUser());
		workers.role(request.getFromRole());
	}

	/** Read under a lock, a task may have changed hands since it was found. */
	private static boolean isStillMeant(FollowUpTask task, Reassignment request, Instant now) {
		return task.isOpen() && !task.isClaimed(now)
			&& (request.getFromUser() != null ? request.getFromUser().equals(task.getAssigneeUser())
				: task.getAssigneeUser() == null && request.getFromRole().equals(task.getAssigneeRole()));
	}

	private String meant(Reassignment request, Map<String, Object> parameters) {
		StringBuilder hql = new StringBuilder(
			" from retention.FollowUpTask t where t.status = :open and t.voided = false");
		parameters.put("open", TaskStatus.OPEN);
		if (request.getFromUser() != null) {
			with("t.assigneeUser = :from", "from", request.getFromUser(), hql, parameters);
		} else {
			with("t.assigneeUser is null and t.assigneeRole = :from", "from", request.getFromRole(), hql, parameters);
		}
		with("t.purpose = :purpose", "purpose", request.getPurpose(), hql, parameters);
		with("t.protocol = :protocol", "protocol", request.getProtocol(), hql, parameters);
		with("t.location.locationId in (:locations)", "locations",
			request.getLocation() == null ? null : dao.withDescendants(request.getLocation()), hql, parameters);
		return hql.toString();
	}

	/** Nothing when there is no value. */
	private static void with(String condition, String name, Object value, StringBuilder hql,
		Map<String, Object> parameters) {
		if (value != null) {
			hql.append(" and ").append(condition);
			parameters.put(name, value);
		}
	}

	private static <T> Query<T> bind(Query<T> query, Map<String, Object> parameters) {
		parameters.forEach((name, value) -> {
			if (value instanceof Collection) {
				query.setParameterList(name, (Collection<?>) value);
			} else {
				query.setParameter(name, value);
			}
		});
		return query;
	}

	private Session session() {
		return sessionFactory.getCurrentSession();
	}
}
