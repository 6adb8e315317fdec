/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;
import org.openmrs.Patient;
import org.openmrs.Person;
import org.openmrs.User;
import org.openmrs.module.retention.contact.ContactPoint;
import org.openmrs.module.retention.followup.protocol.Channel;
import org.openmrs.module.retention.shared.Languages;

/** Reads the day's list: rows in their order, and what belongs to a row. */
class WorklistDao {

	private static final int LAST_CONTACTS = 5;

	private static final int PROMISES = 20;

	private static final int COMING_CALLS = 5;

	private final SessionFactory sessionFactory;

	WorklistDao(SessionFactory sessionFactory) {
		this.sessionFactory = sessionFactory;
	}

	/** Reads without looking before each statement whether anything read before has changed. */
	<T> T reading(Supplier<T> reads) {
		session().flush();
		FlushMode before = session().getHibernateFlushMode();
		session().setHibernateFlushMode(FlushMode.COMMIT);
		try {
			return reads.get();
		}
		finally {
			session().setHibernateFlushMode(before);
		}
	}

	/** Person ids in the order of the list. */
	List<Integer> callable(WorklistPredicate predicate, int start, int size) {
		return page(predicate, predicate.callableRows() + WorklistPredicate.callableOrder(), start, size);
	}

	/** Person ids by when they may be called. */
	List<Integer> waiting(WorklistPredicate predicate, int start, int size) {
		return page(predicate, predicate.waitingRows() + WorklistPredicate.waitingOrder(), start, size);
	}

	private List<Integer> page(WorklistPredicate predicate, String hql, int start, int size) {
		return predicate.bind(session().createQuery("select t.ringId" + hql, Integer.class)).setFirstResult(start)
			.setMaxResults(size).list();
	}

	/** Persons who may be called now, and the expected seconds of their calls. */
	long[] callableTotals(WorklistPredicate predicate) {
		Object[] row = predicate.bind(session().createQuery("select count(distinct " + predicate.calledPerson()
			+ "), sum(t.targetSeconds)" + predicate.workedTasks(), Object[].class)).uniqueResult();
		Long spaced = predicate
			.bind(session().createQuery("select sum(t.targetSeconds)" + predicate.spacedTasks(), Long.class)).uniqueResult();
		return new long[]{ (Long) row[0], seconds((Long) row[1]) + seconds(spaced) };
	}

	private static long seconds(Long sum) {
		return sum == null ? 0 : sum;
	}

	/**
	 * By person the seconds that are counted in {@link #callableTotals}, where they are more than these, or where a part is
	 * of what was tried a short while ago.
	 */
	Map<Integer, Long> longCalls(WorklistPredicate predicate, long most) {
		Map<Integer, Long> spaced = byPerson(predicate, predicate.spacedTasks() + " group by t.ringId", most, null);
		Map<Integer, Long> seconds = byPerson(predicate, predicate.workedTasks()
			+ " group by t.ringId having sum(t.targetSeconds) > :most"
			+ (spaced.isEmpty() ? "" : " or t.ringId in (:persons)"),
			most, spaced.keySet());
		spaced.forEach((person, more) -> seconds.merge(person, more, Long::sum));
		return seconds;
	}

	private Map<Integer, Long> byPerson(WorklistPredicate predicate, String tasks, long most, Collection<Integer> persons) {
		Query<Object[]> query = predicate
			.bind(session().createQuery("select t.ringId, sum(t.targetSeconds)" + tasks, Object[].class));
		if (tasks.contains(":most")) {
			query.setParameter("most", most);
		}
		if (tasks.contains(":persons")) {
			query.setParameterList("persons", persons);
		}
		Map<Integer, Long> seconds = new HashMap<>();
		query.list().forEach(row -> seconds.put((Integer) row[0], (Long) row[1]));
		return seconds;
	}

	/** Ids of these persons' open tasks that are asked for; null: all are. */
	Set<Integer> askedFor(WorklistPredicate predicate, Collection<Integer> persons) {
		return predicate.askedForTasks() == null ? null
			: persons.isEmpty() ? Collections.emptySet()
				: new HashSet<>(
					predicate.bind(session().createQuery("select t.id" + predicate.askedForTasks(), Integer.class))
						.setParameterList("persons", persons).list());
	}

	long listedPersons(WorklistPredicate predicate) {
		return predicate
			.bind(session().createQuery("select count(distinct t.ringId)" + predicate.listedTasks(), Long.class))
			.uniqueResult();
	}

	/** Open tasks of these persons that have begun by then, the soonest to close first; no window is longer than the longest. */
	List<Integer> tasksOf(Collection<Integer> persons, Instant now, Instant begunBy) {
		Map<String, Instant> bounds = new HashMap<>();
		bounds.put("begun", begunBy);
		bounds.put("latest", begunBy.plus(TaskTimes.LONGEST_WINDOW));
		return tasksOf(persons, now, "t.dueFrom <= :begun and t.dueBy <= :latest", bounds);
	}

	/** Calls that were promised for a later time than that. */
	List<Integer> promisedTo(Collection<Integer> persons, Instant now, Instant after) {
		return tasksOf(persons, now, "t.dueFrom > :after and (str(t.source) = 'CALL_BACK'"
			+ " or t.dueFrom <> t.plannedFrom or t.dueBy <> t.plannedBy)", Collections.singletonMap("after", after));
	}

	private List<Integer> tasksOf(Collection<Integer> persons, Instant now, String due, Map<String, Instant> bounds) {
		if (persons.isEmpty()) {
			return Collections.emptyList();
		}
		Query<Integer> query = session()
			.createQuery("select t.id from retention.FollowUpTask t where t.ringId in (:persons)"
				+ " and t.status = :open and t.voided = false and t.expiresAt >= :now and t.dueBy >= :oldest and " + due
				+ " order by t.listClass asc, t.dueBy asc, t.listOrder asc, t.id asc",
				Integer.class)
			.setParameterList("persons", persons).setParameter("open", TaskStatus.OPEN).setParameter("now", now)
			.setParameter("oldest", now.minus(TaskTimes.LONGEST_GRACE));
		bounds.forEach(query::setParameter);
		return query.list();
	}

	List<FollowUpTask> load(List<Integer> ids) {
		return new TaskGraph(session()).load(ids);
	}

	/** What these tasks are about, as far as the caller may read it. */
	Map<Integer, CallVisit> visitsOf(Collection<FollowUpTask> tasks, Predicate<String> may) {
		return new CallVisits(session()).of(tasks, may);
	}

	Person person(Integer id) {
		return session().get(Person.class, id);
	}

	Person person(String uuid) {
		return session().createQuery("select p from Person p where p.uuid = :uuid", Person.class).setParameter("uuid", uuid)
			.uniqueResult();
	}

	/** What the user has said in the own account to speak, as the account is now. */
	Set<String> languagesOf(User user) {
		return Languages.spokenBy(session().get(User.class, user.getUserId()));
	}

	/** Id; null: there is none of that uuid. */
	Integer attributeType(String uuid) {
		return session().createQuery("select a.personAttributeTypeId from PersonAttributeType a where a.uuid = :uuid",
			Integer.class).setParameter("uuid", uuid).uniqueResult();
	}

	/** Of these persons, when the last open visit began of those who have one since then. */
	Map<Integer, Instant> inTheBuilding(Collection<Integer> persons, Instant since) {
		Map<Integer, Instant> began = new HashMap<>();
		if (!persons.isEmpty()) {
			session()
				.createQuery(
					"select v.patient.personId, max(v.startDatetime) from Visit v where v.patient.personId in (:persons)"
						+ " and v.voided = false and v.stopDatetime is null and v.startDatetime >= :since"
						+ " group by v.patient.personId",
					Object[].class)
				.setParameterList("persons", persons).setParameter("since", Date.from(since)).list()
				.forEach(row -> began.put((Integer) row[0], Instant.ofEpochMilli(((Date) row[1]).getTime())));
		}
		return began;
	}

	/** Of these patients, those who had an encounter outside a visit since then that is none of these types. */
	Set<Integer> treatedSince(Collection<Integer> patients, Date since, Collection<String> conversations) {
		return new HashSet<>(session()
			.createQuery("select e.patient.personId from Encounter e where e.patient.personId in (:patients)"
				+ " and e.voided = false and e.visit is null and e.encounterDatetime >= :since"
				+ " and e.encounterType.uuid not in (:conversations)", Integer.class)
			.setParameterList("patients", patients).setParameter("since", since)
			.setParameterList("conversations", conversations).list());
	}

	/** Steps of calls that are planned for these people after that moment, the next first. */
	List<ComingCall> comingCalls(Collection<Integer> patients, Instant now, Function<FollowUpTask, String> title) {
		return patients.isEmpty() ? Collections.emptyList()
			: session()
				.createQuery("select t from retention.FollowUpTask t where t.patient.personId in (:patients)"
					+ " and t.status = :open and t.voided = false and t.channel = :phone and t.wakeAt > :now"
					+ " and t.dueFrom > :now order by t.dueFrom asc, t.id asc", FollowUpTask.class)
				.setParameterList("patients", patients).setParameter("open", TaskStatus.OPEN)
				.setParameter("phone", Channel.PHONE).setParameter("now", now).setMaxResults(COMING_CALLS).list().stream()
				.map(task -> new ComingCall(task.getUuid(), title.apply(task), task.getDueFrom(), task.getDueBy()))
				.collect(Collectors.toList());
	}

	/** Ids of patients who have an open visit that began today, and a task that is held because no number works. */
	Set<Integer> toAskForNumber(LocalDays days) {
		Set<Integer> patients = new HashSet<>();
		session()
			.createQuery("select v.patient.personId, t.zone, v.startDatetime from retention.FollowUpTask t, Visit v"
				+ " where t.status = :open and t.wakeAt = :asleep and t.holdReason = :noNumber and t.voided = false"
				+ " and v.patient = t.patient and v.voided = false and v.stopDatetime is null and v.startDatetime >= :since",
				Object[].class)
			.setParameter("open", TaskStatus.OPEN).setParameter("asleep", TaskTimes.UNTIL_RELEASED)
			.setParameter("noNumber", HoldReason.NO_NUMBER).setParameter("since", Date.from(days.earliestStart())).list()
			.stream().filter(row -> ((Date) row[2]).getTime() >= days.in((String) row[1]).getStart().toEpochMilli())
			.forEach(row -> patients.add((Integer) row[0]));
		return patients;
	}

	/** All or none: the database decides who won. */
	boolean claimAll(List<Integer> tasks, User user, Instant now, Instant until) {
		session().flush();
		int claimed = session()
			.createQuery("update retention.FollowUpTask t set t.claimUser = :user, t.claimUntil = :until"
				+ " where t.id in (:ids) and t.status = :open and (t.claimUntil is null or t.claimUntil <= :now"
				+ " or t.claimUser = :user)")
			.setParameter("user", user).setParameter("until", until).setParameterList("ids", tasks)
			.setParameter("open", TaskStatus.OPEN).setParameter("now", now).executeUpdate();
		return claimed == tasks.size();
	}

	void refresh(Collection<FollowUpTask> tasks) {
		tasks.forEach(task -> session().refresh(task));
	}

	/**
	 * Persons who have no number that may work but those at which nobody has answered twice since then, whomever it was rung
	 * for; and those who were rung twice in vain while nobody noted at which number.
	 */
	Set<Integer> rungInVainSince(Instant since) {
		Map<String, Long> byNumber = new HashMap<>();
		Map<Integer, Long> byPerson = new HashMap<>();
		session()
			.createQuery(
				"select a.ringId, a.pointKey, count(a.id) from retention.ContactAttempt a where a.startedAt > :since"
					+ " and a.voided = false and str(a.result) in ('NO_ANSWER', 'VOICEMAIL') group by a.ringId, a.pointKey",
				Object[].class)
			.setParameter("since", since).list().forEach(row -> {
				if (row[1] != null) {
					byNumber.merge((String) row[1], (Long) row[2], Long::sum);
				} else if (row[0] != null) {
					byPerson.merge((Integer) row[0], (Long) row[2], Long::sum);
				}
			});
		Set<Integer> persons = oftenEnough(byPerson);
		Set<String> numbers = oftenEnough(byNumber);
		if (!numbers.isEmpty()) {
			persons.addAll(session()
				.createQuery(
					"select o.personId from retention.ContactPointOwner o where o.contactPoint.pointKey in (:numbers)"
						+ " and not exists (select n.id from retention.ContactPointOwner n where n.personId = o.personId"
						+ " and n.contactPoint.kind = :phone and n.contactPoint.state <> :wrong"
						+ " and n.contactPoint.pointKey not in (:numbers))",
					Integer.class)
				.setParameterList("numbers", numbers).setParameter("phone", ContactPoint.Kind.PHONE)
				.setParameter("wrong", ContactPoint.State.WRONG).list());
		}
		return persons;
	}

	private static <K> Set<K> oftenEnough(Map<K, Long> times) {
		return times.entrySet().stream().filter(one -> one.getValue() >= TaskTimes.TRIES_A_DAY).map(Map.Entry::getKey)
			.collect(Collectors.toSet());
	}

	/** Ids of patients. */
	Set<Integer> withOpenServiceEscalation() {
		Set<Integer> patients = new HashSet<>();
		for (Object patient : session().createNativeQuery("select patient_id from retention_escalation"
			+ " where status in ('OPEN', 'ACKNOWLEDGED') and kind = 'SERVICE' and voided = false and patient_id is not null")
			.list()) {
			patients.add((Integer) patient);
		}
		return patients;
	}

	/** By person, the last day of their mourning: those in whose it lies. */
	Map<Integer, LocalDate> inMourningOn(LocalDate day) {
		Map<Integer, LocalDate> until = new HashMap<>();
		session()
			.createQuery("select p.patient.personId, p.sadNewsUntil from retention.ContactProfile p"
				+ " where p.sadNewsUntil >= :day and p.voided = false and p.patient is not null", Object[].class)
			.setParameter("day", day).list().forEach(row -> until.put((Integer) row[0], (LocalDate) row[1]));
		return until;
	}

	/** Zones in which patients are known to live: few, and found by walking an index from one to the next. */
	List<String> zonesOfPatients() {
		List<String> zones = new ArrayList<>();
		String last = "";
		while (last != null) {
			last = session()
				.createQuery("select p.zone from retention.ContactProfile p where p.zone > :last order by p.zone asc",
					String.class)
				.setParameter("last", last).setMaxResults(1).uniqueResult();
			if (last != null) {
				zones.add(last);
			}
		}
		return zones;
	}

	/** The newest first. */
	List<LastContact> lastContacts(Collection<Integer> persons) {
		List<LastContact> contacts = new ArrayList<>();
		session()
			.createQuery("select " + LastContact.COLUMNS + " from retention.ContactAttempt a where a.patient.personId"
				+ " in (:persons) and a.voided = false order by a.startedAt desc, a.id desc", Object[].class)
			.setParameterList("persons", persons).setMaxResults(LAST_CONTACTS).list()
			.forEach(row -> contacts.add(LastContact.of(row, person((Integer) row[1]))));
		return contacts;
	}

	/** The one that is due first, first. */
	List<OpenPromise> openPromises(Collection<Integer> persons, Instant now) {
		List<OpenPromise> promises = new ArrayList<>();
		session()
			.createQuery("select p.uuid, p.promised, p.dueBy, u, p.ownerRole, t.id from retention.ContactPromise p"
				+ " left join p.ownerUser u left join p.task t where p.patient.personId in (:persons) and p.voided = false"
				+ " and str(p.status) = 'OPEN' and (t.id is null or t.status not in (:overtaken))"
				+ " order by p.dueBy asc, p.id asc",
				Object[].class)
			.setParameterList("persons", persons)
			.setParameterList("overtaken", Arrays.asList(TaskStatus.CANCELLED, TaskStatus.SUPERSEDED))
			.setMaxResults(PROMISES).list()
			.forEach(row -> promises.add(new OpenPromise((String) row[0], (String) row[1], (Instant) row[2], (User) row[3],
				(String) row[4], now.isAfter((Instant) row[2]), row[5] != null)));
		return promises;
	}

	/** Those of these people who are patients, by name. */
	List<Patient> patients(Collection<Integer> people) {
		return people.isEmpty() ? Collections.emptyList()
			: session()
				.createQuery("select p from Patient p where p.patientId in (:people) and p.voided = false", Patient.class)
				.setParameterList("people", people).list().stream()
				.sorted(Comparator.comparing(one -> String.valueOf(one.getPersonName()))).collect(Collectors.toList());
	}

	/** By person id, the last that stands with each. */
	Map<Integer, LastContact> lastContactsOf(Collection<Integer> persons) {
		Map<Integer, LastContact> contacts = new HashMap<>();
		if (!persons.isEmpty()) {
			session()
				.createQuery("select " + LastContact.COLUMNS + " from retention.ContactAttempt a"
					+ " where a.patient.personId in (:persons) and a.voided = false and a.startedAt = (select max(b.startedAt)"
					+ " from retention.ContactAttempt b where b.patient = a.patient and b.voided = false) order by a.id asc",
					Object[].class)
				.setParameterList("persons", persons).list()
				.forEach(row -> contacts.put((Integer) row[1], LastContact.of(row, person((Integer) row[1]))));
		}
		return contacts;
	}

	private Session session() {
		return sessionFactory.getCurrentSession();
	}
}
