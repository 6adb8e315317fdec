/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;
import org.openmrs.Role;
import org.openmrs.User;
import org.openmrs.module.retention.followup.absence.AbsenceDao;
import org.openmrs.module.retention.followup.absence.Absences;
import org.openmrs.module.retention.followup.absence.Accounts;
import org.openmrs.module.retention.followup.absence.StandIn;

/** Reads who can work off the host's users, roles and providers, and which tasks need somebody else. */
class StaffDao {

	private final SessionFactory sessionFactory;

	private final AbsenceDao absences;

	StaffDao(SessionFactory sessionFactory, AbsenceDao absences) {
		this.sessionFactory = sessionFactory;
		this.absences = absences;
	}

	/** As of then; answers are kept as long as the object, so it must not outlive a batch. */
	Staff staff(Instant now) {
		Absences away = absences.at(now);
		return new Staff() {

			private final Map<String, Boolean> queues = new HashMap<>();

			@Override
			public List<User> providersOf(Integer encounterId, String encounterRole) {
				return providers(encounterId, encounterRole).stream().filter(StaffDao::canWork)
					.collect(Collectors.toList());
			}

			@Override
			public User user(String uuid) {
				return session().createQuery("select u from User u where u.uuid = :uuid", User.class)
					.setParameter("uuid", uuid).uniqueResult();
			}

			@Override
			public StandIn inPlaceOf(User user) {
				return away.inPlaceOf(user, StaffDao::canWork);
			}

			@Override
			public boolean hasWorkers(String role) {
				return queues.computeIfAbsent(role,
					name -> usersIn(name).stream().anyMatch(user -> canWork(user) && !away.isAway(user)));
			}
		};
	}

	static boolean canWork(User user) {
		return Accounts.canWork(user);
	}

	/** Rows of task id and end of its worth: tasks whose rule must be looked at, the longest waiting first; nobody is at them. */
	List<Object[]> tasksToResolve(Instant now, int most) {
		return session()
			.createQuery("select t.id, t.expiresAt from retention.FollowUpTask t where t.status = :open and t.voided = false"
				+ " and t.assignmentUntil <= :now and (t.claimUntil is null or t.claimUntil <= :now)"
				+ " order by t.assignmentUntil asc, t.id asc",
				Object[].class)
			.setParameter("open", TaskStatus.OPEN).setParameter("now", now).setMaxResults(most).list();
	}

	/** Of these tasks, what is no longer worth doing waits for nobody, until it is again; without a new version. */
	void park(Collection<Integer> ids, Instant now) {
		if (!ids.isEmpty()) {
			session()
				.createQuery("update retention.FollowUpTask t set t.assignmentUntil = null where t.id in (:ids)"
					+ " and t.expiresAt < :now")
				.setParameterList("ids", ids).setParameter("now", now).executeUpdate();
		}
	}

	/** Open tasks that are with somebody who cannot work any more, or in a queue that nobody works. */
	List<Integer> tasksOfTheGone(String defaultRole, int most) {
		List<Integer> tasks = new ArrayList<>();
		for (User user : usersWithOpenTasks()) {
			if (!canWork(user) && tasks.size() < most) {
				tasks.addAll(session()
					.createQuery("select t.id from retention.FollowUpTask t where t.assigneeUser = :user"
						+ " and t.status = :open order by t.dueBy asc, t.id asc",
						Integer.class)
					.setParameter("user", user).setParameter("open", TaskStatus.OPEN)
					.setMaxResults(most - tasks.size()).list());
			}
		}
		for (String role : rolesWithTasks()) {
			if (!role.equals(defaultRole) && tasks.size() < most && usersIn(role).stream().noneMatch(StaffDao::canWork)) {
				tasks.addAll(session()
					.createQuery("select t.id from retention.FollowUpTask t where t.assigneeRole = :role"
						+ " and t.status = :open order by t.dueBy asc, t.id asc",
						Integer.class)
					.setParameter("role", role).setParameter("open", TaskStatus.OPEN)
					.setMaxResults(most - tasks.size()).list());
			}
		}
		return tasks;
	}

	/**
	 * Tasks that may be worked now and are with somebody who is away, or in a queue whose people all are; nobody is at them.
	 * What a person gave to a queue stays there.
	 */
	List<Integer> tasksOfTheAbsent(Instant now, String defaultRole, int most) {
		List<Integer> tasks = new ArrayList<>();
		Set<Integer> away = absences.at(now).away();
		if (away.isEmpty()) {
			return tasks;
		}
		tasks.addAll(due("t.assigneeUser.userId in (:away) and t.source not in (:ofEscalations)", now, most)
			.setParameterList("away", away).setParameterList("ofEscalations", AssignmentRun.OF_ESCALATIONS).list());
		Staff staff = staff(now);
		for (String role : rolesWithTasks()) {
			if (!role.equals(defaultRole) && tasks.size() < most && !staff.hasWorkers(role)) {
				tasks.addAll(due("t.assigneeRole = :role and t.assignedByHand = false", now, most - tasks.size())
					.setParameter("role", role).list());
			}
		}
		return tasks;
	}

	private Query<Integer> due(String whose, Instant now, int most) {
		return session()
			.createQuery("select t.id from retention.FollowUpTask t where " + whose + " and t.status = :open"
				+ " and t.voided = false and t.wakeAt <= :now and (t.claimUntil is null or t.claimUntil <= :now)"
				+ " order by t.dueBy asc, t.id asc",
				Integer.class)
			.setParameter("open", TaskStatus.OPEN).setParameter("now", now).setMaxResults(most);
	}

	/**
	 * By patient id: who has the open complaint about service, of several the one that was opened first. Rows of patient id,
	 * user or null, role or null.
	 */
	Map<Integer, Object[]> ownersOfComplaints(Collection<Integer> patients) {
		Map<Integer, Object[]> owners = new HashMap<>();
		if (!patients.isEmpty()) {
			session()
				.createQuery("select e.patient.personId, u, e.ownerRole from retention.Escalation e left join e.ownerUser u"
					+ " where e.patient.personId in (:patients) and e.voided = false and str(e.kind) = 'SERVICE'"
					+ " and str(e.status) in ('OPEN', 'ACKNOWLEDGED') order by e.id desc",
					Object[].class)
				.setParameterList("patients", patients).list().forEach(row -> owners.put((Integer) row[0], row));
		}
		return owners;
	}

	private List<User> providers(Integer encounterId, String encounterRole) {
		return session()
			.createQuery("select distinct u from User u, EncounterProvider ep where u.person = ep.provider.person"
				+ " and ep.encounter.encounterId = :encounter and ep.voided = false and ep.provider.retired = false"
				+ " and u.retired = false and (:anyRole = true or ep.encounterRole.uuid = :role)",
				User.class)
			.setParameter("encounter", encounterId).setParameter("anyRole", encounterRole == null)
			.setParameter("role", encounterRole == null ? "" : encounterRole).list();
	}

	private List<User> usersIn(String roleName) {
		Role role = session().get(Role.class, roleName);
		if (role == null) {
			return new ArrayList<>();
		}
		Set<String> names = new LinkedHashSet<>(TaskQueries.names(role.getAllChildRoles()));
		names.add(roleName);
		return session()
			.createQuery("select distinct u from User u join u.roles r where u.retired = false and r.role in (:names)",
				User.class)
			.setParameterList("names", names).list();
	}

	/** The minimum, not "exists": MariaDB would make a table of all open tasks of that, instead of asking for each user by the index. */
	private List<User> usersWithOpenTasks() {
		return session()
			.createQuery("select u from User u where (select min(t.dueBy) from retention.FollowUpTask t"
				+ " where t.assigneeUser = u and t.status = :open) is not null order by u.userId",
				User.class)
			.setParameter("open", TaskStatus.OPEN).list();
	}

	/** Walks the index from name to name: as many probes as there are queues, however many tasks are in them. */
	private List<String> rolesWithTasks() {
		List<String> roles = new ArrayList<>();
		String last = "";
		while (last != null) {
			last = session()
				.createQuery("select t.assigneeRole from retention.FollowUpTask t where t.assigneeRole > :last"
					+ " order by t.assigneeRole asc",
					String.class)
				.setParameter("last", last).setMaxResults(1).uniqueResult();
			if (last != null) {
				roles.add(last);
			}
		}
		return roles;
	}

	private Session session() {
		return sessionFactory.getCurrentSession();
	}
}
