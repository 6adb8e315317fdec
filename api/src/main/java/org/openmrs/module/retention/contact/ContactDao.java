/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.LockMode;
import org.hibernate.SessionFactory;
import org.hibernate.query.NativeQuery;
import org.hibernate.query.Query;
import org.openmrs.Patient;
import org.openmrs.Person;
import org.openmrs.PersonAttribute;
import org.openmrs.module.retention.followup.protocol.Channel;
import org.openmrs.module.retention.followup.protocol.Purpose;

/** Contact points, profiles and consent in the database. */
class ContactDao {

	private final SessionFactory sessionFactory;

	ContactDao(SessionFactory sessionFactory) {
		this.sessionFactory = sessionFactory;
	}

	/** Attributes of these types, in the order in which they were entered. */
	List<PersonAttribute> attributes(Collection<Integer> personIds, Collection<String> typeUuids) {
		if (personIds.isEmpty() || typeUuids.isEmpty()) {
			return Collections.emptyList();
		}
		return sessionFactory.getCurrentSession()
			.createQuery("select a from PersonAttribute a join fetch a.attributeType t where a.person.personId in (:persons)"
				+ " and t.uuid in (:types) and a.voided = false order by a.personAttributeId",
				PersonAttribute.class)
			.setParameterList("persons", personIds).setParameterList("types", typeUuids).list();
	}

	List<ContactPoint> points(Collection<String> keys) {
		if (keys.isEmpty()) {
			return Collections.emptyList();
		}
		return sessionFactory.getCurrentSession()
			.createQuery("from retention.ContactPoint p where p.pointKey in (:keys)", ContactPoint.class)
			.setParameterList("keys", keys).list();
	}

	/** As last committed, whatever this transaction has read before: points that another may just have written. */
	List<ContactPoint> pointsAsCommitted(Collection<String> keys) {
		return sessionFactory.getCurrentSession()
			.createQuery("select p from retention.ContactPoint p where p.pointKey in (:keys)", ContactPoint.class)
			.setParameterList("keys", keys).setLockMode("p", LockMode.PESSIMISTIC_READ).list();
	}

	ContactPoint pointByKey(String key) {
		return points(Collections.singleton(key)).stream().findFirst().orElse(null);
	}

	ContactPoint pointByUuid(String uuid) {
		return sessionFactory.getCurrentSession()
			.createQuery("from retention.ContactPoint p where p.uuid = :uuid", ContactPoint.class)
			.setParameter("uuid", uuid).uniqueResult();
	}

	/**
	 * Rows that others may be writing at the same moment: written past the session, and a duplicate means that somebody else
	 * did it.
	 */
	void insertPoint(ContactAddress address, int creator, Instant at) {
		insert("INSERT INTO retention_contact_point (kind, point_key, tail, state, state_at, version, uuid, creator,"
			+ " date_created, voided) VALUES (?, ?, ?, ?, ?, 0, ?, ?, ?, ?)",
			address.getKind().name(), address.key(), address.tail(), ContactPoint.State.OK.name(), at.toEpochMilli(),
			UUID.randomUUID().toString(), creator, Timestamp.from(at), false);
	}

	/** As {@link #insertPoint}. */
	void insertOwner(int pointId, int personId, String attributeUuid, int position) {
		insert("INSERT INTO retention_contact_point_owner (contact_point_id, person_id, attribute_uuid, position)"
			+ " VALUES (?, ?, ?, ?)",
			pointId, personId, attributeUuid, position);
	}

	private void insert(String sql, Object... values) {
		sessionFactory.getCurrentSession().doWork(connection -> insert(connection, sql, values));
	}

	private static void insert(Connection connection, String sql, Object... values) throws SQLException {
		try (PreparedStatement insert = connection.prepareStatement(sql)) {
			for (int i = 0; i < values.length; i++) {
				insert.setObject(i + 1, values[i]);
			}
			insert.executeUpdate();
		}
		catch (SQLIntegrityConstraintViolationException e) {
			// another session has written the same row: it is there
		}
	}

	List<ContactPointOwner> owners(Collection<Integer> personIds) {
		if (personIds.isEmpty()) {
			return Collections.emptyList();
		}
		return sessionFactory.getCurrentSession()
			.createQuery("select o from retention.ContactPointOwner o join fetch o.contactPoint"
				+ " where o.personId in (:persons)",
				ContactPointOwner.class)
			.setParameterList("persons", personIds).list();
	}

	/** Rows of contact point id and how many people are reached there. */
	List<Object[]> ownersPerPoint(Collection<Integer> pointIds) {
		if (pointIds.isEmpty()) {
			return Collections.emptyList();
		}
		return sessionFactory.getCurrentSession()
			.createQuery("select o.contactPoint.id, count(o) from retention.ContactPointOwner o"
				+ " where o.contactPoint.id in (:points) group by o.contactPoint.id",
				Object[].class)
			.setParameterList("points", pointIds).list();
	}

	/** People read with a number that ends so. */
	List<Integer> personIdsByTail(String tail) {
		return sessionFactory.getCurrentSession()
			.createQuery("select distinct o.personId from retention.ContactPointOwner o where o.contactPoint.tail = :tail"
				+ " order by o.personId",
				Integer.class)
			.setParameter("tail", tail).list();
	}

	List<Person> persons(Collection<Integer> ids) {
		if (ids.isEmpty()) {
			return Collections.emptyList();
		}
		return sessionFactory.getCurrentSession()
			.createQuery("from Person p where p.personId in (:ids) and p.personVoided = false order by p.personId",
				Person.class)
			.setParameterList("ids", ids).list();
	}

	/** Id of the attribute that was entered last; 0 when there is none. */
	int newestAttribute() {
		Integer newest = sessionFactory.getCurrentSession()
			.createQuery("select max(a.personAttributeId) from PersonAttribute a", Integer.class).uniqueResult();
		return newest == null ? 0 : newest;
	}

	/** Rows of attribute id, person id and type uuid of the attributes after this one, voided ones too, in their order. */
	List<Object[]> attributesAfter(int id, int most) {
		return sessionFactory.getCurrentSession()
			.createQuery("select a.personAttributeId, a.person.personId, t.uuid from PersonAttribute a"
				+ " join a.attributeType t where a.personAttributeId > :id order by a.personAttributeId asc",
				Object[].class)
			.setParameter("id", id).setMaxResults(most).list();
	}

	/** One of these people, or somebody who shares a number with them, is reached there. */
	boolean isReachedAt(Collection<Integer> people, String pointKey) {
		return sessionFactory.getCurrentSession()
			.createQuery("select count(o) from retention.ContactPointOwner o where o.contactPoint.pointKey = :key"
				+ " and (o.personId in (:people) or exists (select s.id from retention.ContactPointOwner s,"
				+ " retention.ContactPointOwner p where s.personId = o.personId and p.personId in (:people)"
				+ " and p.contactPoint = s.contactPoint))",
				Long.class)
			.setParameter("key", pointKey).setParameterList("people", people).uniqueResult() > 0;
	}

	/** Rows of person id, key of a telephone number that may work, and a purpose that is refused there; null: none is. */
	List<Object[]> numbers(Collection<Integer> people) {
		return people.isEmpty() ? Collections.emptyList()
			: sessionFactory.getCurrentSession()
				.createQuery("select o.personId, p.pointKey, c.purpose from retention.ContactPointOwner o"
					+ " join o.contactPoint p left join retention.ConsentEntry c on c.pointKey = p.pointKey"
					+ " and c.withdrawn = false and c.granted = false where o.personId in (:people)"
					+ " and p.kind = :phone and p.state <> :wrong",
					Object[].class)
				.setParameterList("people", people).setParameter("phone", ContactPoint.Kind.PHONE)
				.setParameter("wrong", ContactPoint.State.WRONG).list();
	}

	ContactProfile profile(Patient patient) {
		return sessionFactory.getCurrentSession()
			.createQuery("from retention.ContactProfile p where p.patient = :patient and p.voided = false",
				ContactProfile.class)
			.setParameter("patient", patient).uniqueResult();
	}

	ContactProfile profileByUuid(String uuid) {
		return sessionFactory.getCurrentSession()
			.createQuery("from retention.ContactProfile p where p.uuid = :uuid", ContactProfile.class)
			.setParameter("uuid", uuid).uniqueResult();
	}

	/** By patient id. */
	Map<Integer, ContactProfile> profiles(Collection<Integer> patients) {
		Map<Integer, ContactProfile> profiles = new HashMap<>();
		if (!patients.isEmpty()) {
			sessionFactory.getCurrentSession()
				.createQuery("select p from retention.ContactProfile p where p.patient.personId in (:patients)"
					+ " and p.voided = false",
					ContactProfile.class)
				.setParameterList("patients", patients).list()
				.forEach(profile -> profiles.put(profile.getPatient().getPersonId(), profile));
		}
		return profiles;
	}

	/**
	 * By patient id: the purposes whose latest word that stands is a refusal.
	 *
	 * @param ownOnly what a guardian said does not count
	 */
	Map<Integer, Set<Purpose>> refused(Collection<Integer> patients, Channel channel, boolean ownOnly) {
		Map<Integer, Set<Purpose>> refused = new HashMap<>();
		if (!patients.isEmpty()) {
			sessionFactory.getCurrentSession()
				.createQuery("select c.patient.personId, c.purpose, c.granted from retention.ConsentEntry c"
					+ " where c.patient.personId in (:patients) and c.withdrawn = false"
					+ " and (c.channel is null or c.channel = :channel) and (:all = true or c.byGuardian = false)"
					+ " order by c.saidAt asc, c.id asc",
					Object[].class)
				.setParameterList("patients", patients).setParameter("channel", channel)
				.setParameter("all", !ownOnly).list()
				.forEach(row -> says(refused.computeIfAbsent((Integer) row[0], id -> EnumSet.noneOf(Purpose.class)), row));
		}
		return refused;
	}

	private static void says(Set<Purpose> refused, Object[] row) {
		if ((Boolean) row[2]) {
			refused.remove(row[1]);
		} else {
			refused.add((Purpose) row[1]);
		}
	}

	/**
	 * Conversations after the first instant and not after the second, and what else we began that was taken.
	 *
	 * @param people only those that concern one of them; null: all, a few days' worth
	 */
	Collection<RecentContacts.Contact> recent(Instant after, Instant until, Collection<Integer> people) {
		Map<Integer, RecentContacts.Contact.ContactBuilder> contacts = new HashMap<>();
		String ours = "(str(a.direction) = 'OUTBOUND' and str(a.result) in ('SPOKE', 'VOICEMAIL'))";
		String which = " a.startedAt > :after and a.startedAt <= :until and a.voided = false and (a.conversation = true or "
			+ ours + ")" + (people == null ? "" : " and (a.patient.personId in (:people) or a.ringId in (:people)"
				+ " or exists (select x.id from retention.AttemptTask x where x.attempt = a and str(x.role) = 'ANSWERED'"
				+ " and x.task.patient.personId in (:people)) or exists (select y.id from retention.ContactPointOwner y"
				+ " where y.contactPoint.pointKey = a.pointKey and y.personId in (:people)))");
		for (Object[] row : rows("select a.id, a.startedAt, a.conversation, a.patient.personId, a.ringId"
			+ " from retention.ContactAttempt a where" + which, after, until, people)) {
			contacts.put((Integer) row[0], RecentContacts.Contact.builder().at((Instant) row[1])
				.conversation((Boolean) row[2]).concerns((Integer) row[3]).concerns((Integer) row[4])
				.reaches((Integer) row[4]));
		}
		Set<Integer> care = new HashSet<>();
		for (Object[] row : rows(
			"select a.id, t.patient.personId, t.purpose, case when " + ours + " then true else false end"
				+ " from retention.AttemptTask l join l.attempt a join l.task t where str(l.role) = 'ANSWERED' and" + which,
			after, until, people)) {
			if (row[2] == Purpose.CARE) {
				care.add((Integer) row[0]);
			}
			contacts.computeIfPresent((Integer) row[0], (id, contact) -> contact.concerns((Integer) row[1])
				.counted((Boolean) row[3] && !care.contains(id)));
		}
		for (Object[] row : rows("select a.id, o.personId from retention.ContactAttempt a, retention.ContactPointOwner o"
			+ " where o.contactPoint.pointKey = a.pointKey and" + which, after, until, people)) {
			contacts.computeIfPresent((Integer) row[0],
				(id, contact) -> contact.concerns((Integer) row[1]).reaches((Integer) row[1]));
		}
		return contacts.values().stream().map(RecentContacts.Contact.ContactBuilder::build).collect(Collectors.toList());
	}

	private List<Object[]> rows(String hql, Instant after, Instant until, Collection<Integer> people) {
		Query<Object[]> query = sessionFactory.getCurrentSession().createQuery(hql, Object[].class)
			.setParameter("after", after).setParameter("until", until);
		return (people == null ? query : query.setParameterList("people", people)).list();
	}

	/**
	 * By person rung: when the last call begins that was promised to them by then for later, and is still to be made.
	 *
	 * @param people null: everybody
	 */
	Map<Integer, Instant> promisedTo(Instant at, Collection<Integer> people) {
		NativeQuery<?> query = sessionFactory.getCurrentSession()
			.createNativeQuery("select t.ring_id, max(p.due_from) from retention_promise p"
				+ " join retention_task t on t.task_id = p.task_id join retention_attempt a on a.attempt_id = p.attempt_id"
				+ " where p.status = 'OPEN' and p.due_by > :at and p.due_from > :at and p.voided = false"
				+ " and a.started_at <= :at and t.status = 'OPEN' and t.voided = false"
				+ (people == null ? "" : " and t.ring_id in (:people)") + " group by t.ring_id")
			.addSynchronizedQuerySpace("retention_promise").addSynchronizedQuerySpace("retention_task")
			.setParameter("at", at.toEpochMilli());
		Map<Integer, Instant> promised = new HashMap<>();
		for (Object row : (people == null ? query : query.setParameterList("people", people)).list()) {
			Object[] one = (Object[]) row;
			promised.put(((Number) one[0]).intValue(), Instant.ofEpochMilli(((Number) one[1]).longValue()));
		}
		return promised;
	}

	/** When these patients themselves were last spoken with at a number, by patient id, colon and the number's key. */
	Map<String, Instant> lastSpokenWithPatient(Collection<Integer> patients) {
		Map<String, Instant> last = new HashMap<>();
		sessionFactory.getCurrentSession()
			.createQuery("select a.patient.personId, a.pointKey, max(a.startedAt) from retention.ContactAttempt a"
				+ " where a.patient.personId in (:patients) and a.voided = false and a.pointKey is not null"
				+ " and str(a.result) = 'SPOKE' and str(a.spokeWith) = 'PATIENT' group by a.patient.personId, a.pointKey",
				Object[].class)
			.setParameterList("patients", patients).list()
			.forEach(row -> last.put(row[0] + ":" + row[1], (Instant) row[2]));
		return last;
	}

	/** Ids of those whose service escalation is open. */
	Set<Integer> withOpenServiceEscalation(Collection<Integer> patients) {
		return patients.isEmpty() ? Collections.emptySet()
			: new HashSet<>(sessionFactory.getCurrentSession()
				.createQuery("select e.patient.personId from retention.Escalation e"
					+ " where e.patient.personId in (:patients) and e.voided = false and str(e.kind) = 'SERVICE'"
					+ " and str(e.status) in ('OPEN', 'ACKNOWLEDGED')",
					Integer.class)
				.setParameterList("patients", patients).list());
	}

	List<ConsentEntry> consentFrom(String source) {
		return sessionFactory.getCurrentSession()
			.createQuery("from retention.ConsentEntry c where c.source = :source and c.withdrawn = false",
				ConsentEntry.class)
			.setParameter("source", source).list();
	}

	void flush() {
		sessionFactory.getCurrentSession().flush();
	}

	void save(Object entity) {
		sessionFactory.getCurrentSession().saveOrUpdate(entity);
	}

	void delete(ContactPointOwner owner) {
		sessionFactory.getCurrentSession().delete(owner);
	}
}
