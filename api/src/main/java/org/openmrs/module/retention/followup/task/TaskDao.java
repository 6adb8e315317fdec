/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.hibernate.Session;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.LockModeType;
import org.openmrs.module.retention.shared.PeopleInSession;
import org.hibernate.SessionFactory;
import org.openmrs.Location;
import org.openmrs.Patient;
import org.openmrs.Role;
import org.openmrs.User;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.shared.LocationTree;
import org.openmrs.module.retention.shared.Page;

/** Reads and writes tasks, and looks up what they name. */
class TaskDao {

	private final SessionFactory sessionFactory;

	TaskDao(SessionFactory sessionFactory) {
		this.sessionFactory = sessionFactory;
	}

	FollowUpTask byUuid(String uuid) {
		return one(FollowUpTask.class, "select t from retention.FollowUpTask t where t.uuid = :value", uuid);
	}

	FollowUpTask save(FollowUpTask task) {
		session().saveOrUpdate(task);
		return task;
	}

	/** Writes what is pending, so that a stale version is found here and not at commit. */
	void flush() {
		session().flush();
	}

	/** @param brief see {@link TaskSearch#isBrief()} */
	List<FollowUpTask> find(TaskQuery query, Page page, boolean brief) {
		TaskPredicate predicate = new TaskPredicate(query);
		List<Integer> ids = predicate
			.bind(session().createQuery("select t.id" + predicate.from() + " order by " + query.getOrder().hql(),
				Integer.class))
			.setFirstResult(page.getStart()).setMaxResults(page.getSize()).list();
		return brief ? new TaskGraph(session()).alone(ids) : load(ids);
	}

	long count(TaskQuery query) {
		TaskPredicate predicate = new TaskPredicate(query);
		return predicate.bind(session().createQuery("select count(t.id)" + predicate.from(), Long.class)).uniqueResult();
	}

	/** By owner and place, the most first; four statements, however many there are. */
	List<OverdueCount> countOverdue(TaskQuery overdue) {
		TaskPredicate predicate = new TaskPredicate(overdue);
		List<Object[]> rows = predicate
			.bind(session().createQuery("select t.assigneeUser.userId, t.assigneeRole, t.location.locationId, count(t.id)"
				+ predicate.from() + " group by t.assigneeUser.userId, t.assigneeRole, t.location.locationId"
				+ " order by count(t.id) desc, t.assigneeRole asc, t.assigneeUser.userId asc, t.location.locationId asc",
				Object[].class))
			.list();
		Set<Integer> users = rows.stream().map(row -> (Integer) row[0]).filter(Objects::nonNull).collect(Collectors.toSet());
		Set<Integer> places = rows.stream().map(row -> (Integer) row[2]).filter(Objects::nonNull)
			.collect(Collectors.toSet());
		new PeopleInSession(session()).read(Collections.emptySet(), Collections.emptySet(), users);
		if (!places.isEmpty()) {
			session().createQuery("from Location l where l.locationId in (:ids)", Location.class)
				.setParameterList("ids", places).list();
		}
		return rows.stream()
			.map(row -> new OverdueCount(row[0] == null ? null : session().load(User.class, (Integer) row[0]),
				row[0] == null ? (String) row[1] : null,
				row[2] == null ? null : session().load(Location.class, (Integer) row[2]), (Long) row[3]))
			.collect(Collectors.toList());
	}

	/** As they are, to be changed. */
	/** As they are now, with their plans, in the order of the ids; nobody else changes them until the transaction ends. */
	List<FollowUpTask> lock(Collection<Integer> ids) {
		if (ids.isEmpty()) {
			return Collections.emptyList();
		}
		session()
			.createQuery("select p from retention.FollowUpTask t join t.plan p where t.id in (:ids)", FollowUpPlan.class)
			.setParameterList("ids", ids).list();
		return session().createQuery("select t from retention.FollowUpTask t where t.id in (:ids) order by t.id",
			FollowUpTask.class).setParameterList("ids", ids).setLockMode(LockModeType.PESSIMISTIC_WRITE).list();
	}

	/** In the order of the ids, with all that showing them takes. */
	List<FollowUpTask> load(List<Integer> ids) {
		return new TaskGraph(session()).load(ids);
	}

	/** Leases the task when nobody else has it; the database decides who won. */
	boolean claim(FollowUpTask task, User user, Instant now, Instant until) {
		flush();
		int claimed = session()
			.createQuery("update retention.FollowUpTask t set t.claimUser = :user, t.claimUntil = :until"
				+ " where t.id = :id and t.status = :open and (t.claimUntil is null or t.claimUntil <= :now"
				+ " or t.claimUser = :user)")
			.setParameter("user", user).setParameter("until", until).setParameter("id", task.getId())
			.setParameter("open", TaskStatus.OPEN).setParameter("now", now).executeUpdate();
		session().refresh(task);
		return claimed == 1;
	}

	void release(FollowUpTask task, User user) {
		flush();
		session()
			.createQuery("update retention.FollowUpTask t set t.claimUser = null, t.claimUntil = null"
				+ " where t.id = :id and t.claimUser = :user")
			.setParameter("id", task.getId()).setParameter("user", user).executeUpdate();
		session().refresh(task);
	}

	List<TaskStatusChange> history(FollowUpTask task) {
		return session().createQuery("select c from retention.TaskStatusChange c left join fetch c.actor"
			+ " where c.task = :task order by c.changedAt asc, c.id asc",
			TaskStatusChange.class).setParameter("task", task).list();
	}

	Patient patient(String uuid) {
		return one(Patient.class, "select p from Patient p where p.uuid = :value and p.voided = false", uuid);
	}

	User user(String uuid) {
		return one(User.class, "select u from User u where u.uuid = :value", uuid);
	}

	Role role(String name) {
		return session().get(Role.class, name);
	}

	FollowUpProtocol protocol(String uuid) {
		return one(FollowUpProtocol.class, "select f from retention.FollowUpProtocol f where f.uuid = :value", uuid);
	}

	Location location(String uuid) {
		return one(Location.class, "select l from Location l where l.uuid = :value", uuid);
	}

	/** The location and all below it. */
	/** Id; null: there is none of that name. */
	Integer locationNamed(String name) {
		List<Integer> found = session()
			.createQuery("select l.locationId from Location l where l.name = :name and l.retired = false"
				+ " order by l.locationId", Integer.class)
			.setParameter("name", name).setMaxResults(1).list();
		return found.isEmpty() ? null : found.get(0);
	}

	Collection<Integer> withDescendants(Location location) {
		return new LocationTree(session()).withDescendants(location.getLocationId());
	}

	private <T> T one(Class<T> type, String hql, String value) {
		return session().createQuery(hql, type).setParameter("value", value).uniqueResult();
	}

	private Session session() {
		return sessionFactory.getCurrentSession();
	}
}
