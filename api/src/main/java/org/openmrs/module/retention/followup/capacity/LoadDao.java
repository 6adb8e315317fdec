/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.capacity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.LockModeType;
import lombok.RequiredArgsConstructor;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;
import org.openmrs.module.retention.calendar.RetentionCalendar;
import org.openmrs.module.retention.followup.task.AssignmentRun;
import org.openmrs.module.retention.followup.task.ContactConditions.Conditions;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.HoldReason;
import org.openmrs.module.retention.followup.task.ListClass;
import org.openmrs.module.retention.followup.task.TaskStatus;

/** Reads what a desk has to do, in numbers of statements that do not grow with it. */
@RequiredArgsConstructor
class LoadDao {

	/** A call of which nobody has said how long it takes. */
	private static final int UNKNOWN_SECONDS = 120;

	private static final String SECONDS = "sum(case when t.targetSeconds = 0 then " + UNKNOWN_SECONDS
		+ " else t.targetSeconds end)";

	private static final String OPEN = " from retention.FollowUpTask t where t.status = :open and t.voided = false";

	private static final String QUEUE = " and t.assigneeUser is null and t.assigneeRole = :role";

	private static final String WAITS = " and t.holdReason = :capacity and t.holdUntil > :now";

	private static final String OWN = "t.assigneeUser.userId in (:owners)";

	private final SessionFactory sessionFactory;

	/** Only one node at a time; until the transaction ends. */
	void lock() {
		session().createQuery("from retention.Calendar c where c.retired = false order by c.id", RetentionCalendar.class)
			.setLockMode(LockModeType.PESSIMISTIC_WRITE).list();
	}

	/** What is due now and may be called for in the order of the list, the tasks of one person together; the first so many tasks. */
	List<DueCall> due(Desk desk, Conditions conditions, Instant now, int most) {
		DeskPlaces places = desk.everywhere();
		List<Object[]> rows = conditions.bind(at(places, session()
			.createQuery("select t.id, t.ringId, t.listClass, t.targetSeconds, t.expiresAt, t.claimUntil" + OPEN
				+ QUEUE + " and t.wakeAt <= :now and t.expiresAt >= :now" + there(places) + conditions.mayToday()
				+ " order by t.listClass asc, t.dueBy asc, t.listOrder asc, t.id asc",
				Object[].class)))
			.setParameter("now", now).setMaxResults(most).list();
		Map<Object, List<Object[]>> byPerson = new LinkedHashMap<>();
		rows.forEach(row -> byPerson.computeIfAbsent(row[1] == null ? "task " + row[0] : row[1], p -> new ArrayList<>())
			.add(row));
		List<DueCall> calls = new ArrayList<>();
		byPerson.values().forEach(tasks -> calls.add(call(tasks, now)));
		return calls;
	}

	private static DueCall call(List<Object[]> tasks, Instant now) {
		List<Integer> ids = new ArrayList<>();
		int seconds = 0;
		Instant expiresAt = null;
		boolean fixed = false;
		for (Object[] task : tasks) {
			ids.add((Integer) task[0]);
			seconds += (Integer) task[3] == 0 ? UNKNOWN_SECONDS : (Integer) task[3];
			Instant end = (Instant) task[4];
			expiresAt = expiresAt == null || end.isBefore(expiresAt) ? end : expiresAt;
			boolean claimed = task[5] != null && ((Instant) task[5]).isAfter(now);
			fixed |= claimed || ((ListClass) task[2]).compareTo(ListClass.CARE) < 0;
		}
		return new DueCall(ids, seconds, expiresAt, fixed);
	}

	/** Roles in whose queues something waits for a later day. */
	Set<String> rolesThatWait(Instant now) {
		return new HashSet<>(session()
			.createQuery("select distinct t.assigneeRole" + OPEN + WAITS
				+ " and t.assigneeUser is null and t.assigneeRole is not null", String.class)
			.setParameter("open", TaskStatus.OPEN).setParameter("capacity", HoldReason.CAPACITY).setParameter("now", now)
			.list());
	}

	/**
	 * What waits for a later day and may be called for in the order of the list, the first so many tasks; what waits for one day with one person is
	 * one call.
	 */
	List<WaitingCall> waiting(Desk desk, Conditions conditions, Instant now, int most) {
		Map<Object, List<Object[]>> calls = new LinkedHashMap<>();
		DeskPlaces places = desk.everywhere();
		conditions.bind(at(places, session()
			.createQuery("select t.id, t.ringId, t.listClass, t.targetSeconds, t.expiresAt, t.claimUntil, t.dueFrom,"
				+ " t.nextTryAt, t.holdUntil" + OPEN + QUEUE + WAITS + there(places) + conditions.mayEver()
				+ " order by t.listClass asc, t.dueBy asc, t.listOrder asc, t.id asc",
				Object[].class)))
			.setParameter("capacity", HoldReason.CAPACITY).setParameter("now", now).setMaxResults(most).list()
			.forEach(row -> calls.computeIfAbsent(Arrays.asList(row[1] == null ? "task " + row[0] : row[1],
				desk.dayOf((Instant) row[8])), c -> new ArrayList<>()).add(row));
		List<WaitingCall> waiting = new ArrayList<>();
		calls.values().forEach(tasks -> waiting.add(new WaitingCall(call(tasks, now),
			tasks.stream().map(task -> desk.dayOf(earliest((Instant) task[6], (Instant) task[7])))
				.max(Comparator.naturalOrder()).get(),
			desk.dayOf((Instant) tasks.get(0)[8]))));
		return waiting;
	}

	private static Instant earliest(Instant window, Instant nextTry) {
		return nextTry == null || window.isAfter(nextTry) ? window : nextTry;
	}

	/** Seconds of what is due now, may be called for and is with a person of the role. */
	long owned(Desk desk, Conditions conditions, Instant now) {
		return desk.getPlaces().stream().filter(some -> !some.getOwners().isEmpty()).map(some -> conditions.bind(at(some,
			session().createQuery("select " + SECONDS + OPEN + " and " + OWN
				+ " and t.wakeAt <= :now and t.expiresAt >= :now" + there(some) + conditions.mayToday(), Long.class)))
			.setParameter("now", now)
			.uniqueResult()).filter(Objects::nonNull).mapToLong(Long::longValue).sum();
	}

	/** Seconds of the tasks that somebody has called for since then. */
	long spent(Desk desk, Instant since) {
		Map<Integer, Integer> tasks = new HashMap<>();
		desk.getPlaces().forEach(some -> at(some, session()
			.createQuery("select t.id, t.targetSeconds from retention.AttemptTask l join l.attempt a join l.task t"
				+ " where a.startedAt >= :since and a.voided = false and str(a.result) <> 'NOT_CALLED'"
				+ " and str(l.role) = 'ANSWERED'" + whosever(some) + there(some),
				Object[].class))
			.setParameter("since", since).list()
			.forEach(row -> tasks.put((Integer) row[0], (Integer) row[1] == 0 ? UNKNOWN_SECONDS : (Integer) row[1])));
		return tasks.values().stream().mapToLong(Integer::longValue).sum();
	}

	/** By local day, how many contacts since then were not made for want of time or a line. */
	Map<LocalDate, Long> leftUndone(Desk desk, Instant since) {
		Map<Integer, Instant> contacts = new HashMap<>();
		desk.getPlaces().forEach(some -> at(some, session()
			.createQuery("select distinct a.id, a.startedAt from retention.AttemptTask l join l.attempt a join l.task t"
				+ " where a.startedAt >= :since and a.voided = false and str(a.result) = 'NOT_CALLED'"
				+ " and str(a.reason) in ('NO_TIME', 'NO_LINE') and str(l.role) = 'ANSWERED'" + whosever(some)
				+ there(some),
				Object[].class))
			.setParameter("since", since).list().forEach(row -> contacts.put((Integer) row[0], (Instant) row[1])));
		return contacts.values().stream().collect(Collectors.groupingBy(desk::dayOf, Collectors.counting()));
	}

	/**
	 * Seconds by local day of what may be called for and wakes later than the one and not after the other: in the queue by the rule of each, where it waits,
	 * and with a person of the role.
	 */
	Map<LocalDate, Long> coming(Desk desk, Conditions conditions, Instant after, Instant until, String defaultRole) {
		Map<LocalDate, Long> loads = new HashMap<>();
		for (DeskPlaces some : desk.getPlaces()) {
			conditions.bind(at(some, session()
				.createQuery("select t.dueDate, t.assignment, t.assigneeRole, t.assigneeUser.userId, " + SECONDS + OPEN
					+ " and t.wakeAt > :after and t.wakeAt <= :until and t.holdUntil is null" + there(some)
					+ conditions.mayEver()
					+ " group by t.dueDate, t.assignment, t.assigneeRole, t.assigneeUser.userId",
					Object[].class)))
				.setParameter("after", after).setParameter("until", until).list().forEach(row -> {
					String role = row[2] == null ? AssignmentRun.queueOf((String) row[1], defaultRole) : (String) row[2];
					if (isOf(some, role, (Integer) row[3])) {
						loads.merge((LocalDate) row[0], (Long) row[4], Long::sum);
					}
				});
			conditions.bind(at(some, session()
				.createQuery("select t.holdUntil, t.assigneeRole, t.assigneeUser.userId, " + SECONDS + OPEN
					+ " and t.wakeAt > :after and t.wakeAt <= :until and t.holdReason = :capacity" + there(some)
					+ conditions.mayEver()
					+ " group by t.holdUntil, t.assigneeRole, t.assigneeUser.userId",
					Object[].class)))
				.setParameter("after", after).setParameter("until", until)
				.setParameter("capacity", HoldReason.CAPACITY).list().forEach(row -> {
					if (isOf(some, (String) row[1], (Integer) row[2])) {
						loads.merge(desk.dayOf((Instant) row[0]), (Long) row[3], Long::sum);
					}
				});
		}
		return loads;
	}

	private static boolean isOf(DeskPlaces places, String role, Integer owner) {
		return owner == null ? places.getRole().equals(role) : places.getOwners().contains(owner);
	}

	private static String whosever(DeskPlaces places) {
		return " and (t.assigneeRole = :role" + (places.getOwners().isEmpty() ? ")" : " or " + OWN + ")");
	}

	/** Of these roles, in two statements. */
	RoleHolders holders(Set<String> roles) {
		Map<String, Set<String>> inherited = new HashMap<>();
		Map<Integer, Set<String>> given = new HashMap<>();
		if (!roles.isEmpty()) {
			session().createQuery("select r.role, p.role from Role r join r.inheritedRoles p", Object[].class).list()
				.forEach(row -> inherited.computeIfAbsent((String) row[0], r -> new HashSet<>()).add((String) row[1]));
			session().createQuery("select u.userId, r.role from User u join u.roles r where r.role in (:roles)",
				Object[].class).setParameterList("roles", RoleHolders.withHeirs(roles, inherited)).list()
				.forEach(row -> given.computeIfAbsent((Integer) row[0], u -> new HashSet<>()).add((String) row[1]));
		}
		return new RoleHolders(given, inherited);
	}

	/** As they are now; nobody else changes them until the transaction ends. */
	List<FollowUpTask> lock(Collection<Integer> ids) {
		return ids.isEmpty() ? new ArrayList<>()
			: session().createQuery("select t from retention.FollowUpTask t where t.id in (:ids) order by t.id",
				FollowUpTask.class).setParameterList("ids", ids).setLockMode(LockModeType.PESSIMISTIC_WRITE).list();
	}

	void flush() {
		session().flush();
	}

	private static String there(DeskPlaces places) {
		String none = places.isElsewhere() ? "t.location is null" : "1 = 0";
		return places.getLocations().isEmpty() ? " and " + none
			: " and (" + none + " or t.location.locationId in (:locations))";
	}

	private static <T> Query<T> at(DeskPlaces places, Query<T> query) {
		Set<String> named = new HashSet<>(query.getParameterMetadata().getNamedParameterNames());
		if (named.contains("open")) {
			query.setParameter("open", TaskStatus.OPEN);
		}
		if (named.contains("role")) {
			query.setParameter("role", places.getRole());
		}
		if (named.contains("owners")) {
			query.setParameterList("owners", places.getOwners());
		}
		if (named.contains("locations")) {
			query.setParameterList("locations", places.getLocations());
		}
		return query;
	}

	private Session session() {
		return sessionFactory.getCurrentSession();
	}
}
