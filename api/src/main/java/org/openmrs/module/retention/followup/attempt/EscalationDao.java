/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.LockModeType;
import javax.persistence.criteria.CriteriaBuilder;
import javax.persistence.criteria.CriteriaQuery;
import javax.persistence.criteria.Expression;
import javax.persistence.criteria.Predicate;
import javax.persistence.criteria.Root;
import lombok.RequiredArgsConstructor;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;
import org.openmrs.Location;
import org.openmrs.Role;
import org.openmrs.User;
import org.openmrs.module.retention.followup.protocol.RedFlag;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.PeopleInSession;

/** Rows of escalations. */
@RequiredArgsConstructor
class EscalationDao {

	private static final List<Escalation.Status> LIVE = Arrays.asList(Escalation.Status.OPEN,
		Escalation.Status.ACKNOWLEDGED);

	/** Id of no user. */
	private static final int NOBODY = -1;

	private final SessionFactory sessionFactory;

	void save(Escalation escalation) {
		sessionFactory.getCurrentSession().saveOrUpdate(escalation);
	}

	boolean isServiceOpen(String patientUuid) {
		return sessionFactory.getCurrentSession()
			.createQuery("select count(e) from retention.Escalation e where e.patientUuid = :patient and e.kind = :service"
				+ " and e.status in (:live) and e.voided = false",
				Long.class)
			.setParameter("patient", patientUuid).setParameter("service", Escalation.Kind.SERVICE)
			.setParameterList("live", LIVE).getSingleResult() > 0;
	}

	/** Uuids of the patients whose complaint about service is open. */
	Set<String> patientsOfOpenService() {
		return new HashSet<>(sessionFactory.getCurrentSession()
			.createQuery("select e.patientUuid from retention.Escalation e where e.kind = :service and e.status in (:live)"
				+ " and e.voided = false",
				String.class)
			.setParameter("service", Escalation.Kind.SERVICE).setParameterList("live", LIVE).getResultList());
	}

	List<Escalation> of(ContactAttempt attempt) {
		return sessionFactory.getCurrentSession()
			.createQuery("from retention.Escalation e where e.attempt = :attempt order by e.id", Escalation.class)
			.setParameter("attempt", attempt).getResultList();
	}

	/** Those that the contact acknowledged by doing their tasks, and that nobody has closed since. */
	List<Escalation> acknowledgedIn(ContactAttempt attempt) {
		return sessionFactory.getCurrentSession()
			.createQuery("from retention.Escalation e where e.acknowledgedIn = :attempt and e.status = :acknowledged"
				+ " and e.voided = false order by e.id",
				Escalation.class)
			.setParameter("attempt", attempt).setParameter("acknowledged", Escalation.Status.ACKNOWLEDGED).getResultList();
	}

	/** Open ones that nobody acknowledged in time and that can still go up; the longest waiting first. */
	List<Escalation> late(Instant now, int highestLevel, int most) {
		return sessionFactory.getCurrentSession()
			.createQuery(
				"from retention.Escalation e where e.status = :open and e.acknowledgeBy < :now and e.level < :highest"
					+ " and e.voided = false order by e.acknowledgeBy, e.id",
				Escalation.class)
			.setParameter("open", Escalation.Status.OPEN).setParameter("now", now).setParameter("highest", highestLevel)
			.setMaxResults(most).getResultList();
	}

	/** Whose live ones are. */
	List<User> ownersOfLive() {
		return sessionFactory.getCurrentSession()
			.createQuery("select distinct u from retention.Escalation e join e.ownerUser u where e.status in (:live)"
				+ " and e.voided = false",
				User.class)
			.setParameterList("live", LIVE).getResultList();
	}

	/** Live ones of these users, and those that are nobody's; the first to be acknowledged first. */
	List<Escalation> ownedBy(Set<Integer> users, int most) {
		Query<Escalation> query = sessionFactory.getCurrentSession()
			.createQuery("from retention.Escalation e where e.status in (:live) and e.voided = false"
				+ " and (e.ownerUser is null and e.ownerRole is null"
				+ (users.isEmpty() ? "" : " or e.ownerUser.userId in (:users)") + ") order by e.acknowledgeBy, e.id",
				Escalation.class)
			.setParameterList("live", LIVE).setMaxResults(most);
		return (users.isEmpty() ? query : query.setParameterList("users", users)).getResultList();
	}

	/** Null: the task is no escalation's. */
	Escalation byTaskKey(String taskKey) {
		String[] parts = taskKey == null ? new String[0] : taskKey.split(":escalation:");
		return parts.length == 2 ? sessionFactory.getCurrentSession().get(Escalation.class, Integer.valueOf(parts[1]))
			: null;
	}

	/** Nobody else changes it until the transaction ends; it is read afresh. */
	void lock(Escalation escalation) {
		sessionFactory.getCurrentSession().refresh(escalation, LockModeType.PESSIMISTIC_WRITE);
	}

	/** With all that showing them takes: the number of statements does not grow with the rows. */
	List<Escalation> find(EscalationSearch search, User caller, Instant now, Page page) {
		Session session = sessionFactory.getCurrentSession();
		CriteriaBuilder cb = session.getCriteriaBuilder();
		CriteriaQuery<Integer> query = cb.createQuery(Integer.class);
		Root<Escalation> escalation = query.from(Escalation.class);
		query.select(escalation.get("id")).where(matching(search, caller, now, cb, escalation));
		query.orderBy(cb.asc(openFirst(cb, escalation)), cb.asc(urgentFirst(cb, escalation)),
			cb.asc(escalation.get("acknowledgeBy")), cb.asc(escalation.get("id")));
		List<Integer> ids = session.createQuery(query).setFirstResult(page.getStart()).setMaxResults(page.getSize())
			.getResultList();
		if (ids.isEmpty()) {
			return Collections.emptyList();
		}
		new PeopleInSession(session).read(session
			.createQuery("select e.patient.personId, t.patient.personId, a.patient.personId, e.creator.userId,"
				+ " e.changedBy.userId, e.ownerUser.userId, e.acknowledgedBy.userId, a.creator.userId, a.changedBy.userId,"
				+ " t.creator.userId, t.changedBy.userId, t.assigneeUser.userId"
				+ " from retention.Escalation e join e.attempt a left join e.task t where e.id in (:ids)",
				Object[].class)
			.setParameterList("ids", ids).list(), 3);
		List<Escalation> found = session
			.createQuery(
				"select e from retention.Escalation e join fetch e.attempt left join fetch e.task where e.id in (:ids)",
				Escalation.class)
			.setParameterList("ids", ids).list();
		found.sort(Comparator.comparing(e -> ids.indexOf(e.getId())));
		return found;
	}

	long count(EscalationSearch search, User caller, Instant now) {
		CriteriaBuilder cb = sessionFactory.getCurrentSession().getCriteriaBuilder();
		CriteriaQuery<Long> query = cb.createQuery(Long.class);
		Root<Escalation> escalation = query.from(Escalation.class);
		query.select(cb.count(escalation)).where(matching(search, caller, now, cb, escalation));
		return sessionFactory.getCurrentSession().createQuery(query).getSingleResult();
	}

	List<WaitingCount> countUnacknowledged(Instant now) {
		Session session = sessionFactory.getCurrentSession();
		List<Object[]> rows = session
			.createQuery("select u.userId, e.ownerRole, l.locationId, count(e.id),"
				+ " sum(case when e.acknowledgeBy < :now then 1 else 0 end) from retention.Escalation e"
				+ " left join e.ownerUser u left join e.task t left join t.location l where e.status = :open"
				+ " and e.voided = false group by u.userId, e.ownerRole, l.locationId"
				+ " order by e.ownerRole asc, u.userId asc, l.locationId asc",
				Object[].class)
			.setParameter("now", now).setParameter("open", Escalation.Status.OPEN).list();
		Set<Integer> users = rows.stream().map(row -> (Integer) row[0]).filter(Objects::nonNull).collect(Collectors.toSet());
		Set<Integer> places = rows.stream().map(row -> (Integer) row[2]).filter(Objects::nonNull)
			.collect(Collectors.toSet());
		new PeopleInSession(session).read(Collections.emptySet(), Collections.emptySet(), users);
		if (!places.isEmpty()) {
			session.createQuery("from Location l where l.locationId in (:ids)", Location.class)
				.setParameterList("ids", places).list();
		}
		return rows.stream()
			.map(row -> new WaitingCount(row[0] == null ? null : session.load(User.class, (Integer) row[0]),
				row[0] == null ? (String) row[1] : null,
				row[2] == null ? null : session.load(Location.class, (Integer) row[2]), (Long) row[3],
				((Number) row[4]).longValue()))
			.collect(Collectors.toList());
	}

	private Expression<Integer> openFirst(CriteriaBuilder cb, Root<Escalation> escalation) {
		return cb.<Integer>selectCase().when(cb.equal(escalation.get("status"), Escalation.Status.OPEN), 0)
			.when(cb.equal(escalation.get("status"), Escalation.Status.ACKNOWLEDGED), 1).otherwise(2);
	}

	private Expression<Integer> urgentFirst(CriteriaBuilder cb, Root<Escalation> escalation) {
		return cb.<Integer>selectCase().when(cb.equal(escalation.get("severity"), RedFlag.Severity.URGENT), 0).otherwise(1);
	}

	private Predicate matching(EscalationSearch search, User caller, Instant now, CriteriaBuilder cb,
		Root<Escalation> escalation) {
		List<Predicate> all = new ArrayList<>();
		all.add(cb.isFalse(escalation.get("voided")));
		if (search.getPatient() != null) {
			all.add(cb.equal(escalation.get("patientUuid"), search.getPatient()));
		}
		if (search.getAttempt() != null) {
			all.add(cb.equal(escalation.get("attempt").get("uuid"), search.getAttempt()));
		}
		if (search.getOwner() != null) {
			all.add(cb.equal(escalation.get("ownerUser").get("uuid"), search.getOwner()));
		}
		if (search.getRole() != null) {
			all.add(cb.equal(escalation.get("ownerRole"), search.getRole()));
		}
		if (search.getKind() != null) {
			all.add(cb.equal(escalation.get("kind"), search.getKind()));
		}
		if (search.getStatus() != null) {
			all.add(cb.equal(escalation.get("status"), search.getStatus()));
		}
		if (search.getSeverity() != null) {
			all.add(cb.equal(escalation.get("severity"), search.getSeverity()));
		}
		if (search.isLive()) {
			all.add(escalation.get("status").in(LIVE));
		}
		if (search.getMine() != null) {
			Predicate mine = isWith(caller, cb, escalation);
			all.add(search.getMine() ? mine : mine.not());
		}
		if (search.getLate() != null) {
			Predicate late = cb.and(cb.equal(escalation.get("status"), Escalation.Status.OPEN),
				cb.lessThan(escalation.get("acknowledgeBy"), now));
			all.add(search.getLate() ? late : cb.not(late));
		}
		return cb.and(all.toArray(new Predicate[0]));
	}

	/** Never unknown to the database, so that what is not with the caller is with others. */
	private static Predicate isWith(User caller, CriteriaBuilder cb, Root<Escalation> escalation) {
		Set<String> roles = caller.getAllRoles().stream().map(Role::getRole).collect(Collectors.toSet());
		Expression<Integer> owner = cb.coalesce(escalation.get("ownerUser").get("userId"), NOBODY);
		Expression<String> role = cb.coalesce(escalation.get("ownerRole"), "");
		return cb.or(cb.equal(owner, caller.getUserId()),
			cb.and(cb.equal(owner, NOBODY), roles.isEmpty() ? cb.disjunction() : role.in(roles)));
	}
}
