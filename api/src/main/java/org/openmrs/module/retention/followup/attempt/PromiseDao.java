/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javax.persistence.criteria.CriteriaBuilder;
import javax.persistence.criteria.CriteriaQuery;
import javax.persistence.criteria.Join;
import javax.persistence.criteria.JoinType;
import javax.persistence.criteria.Predicate;
import javax.persistence.criteria.Root;
import lombok.RequiredArgsConstructor;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;
import org.openmrs.User;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.PeopleInSession;

/** Rows of promises. */
@RequiredArgsConstructor
class PromiseDao {

	private final SessionFactory sessionFactory;

	void save(ContactPromise promise) {
		sessionFactory.getCurrentSession().saveOrUpdate(promise);
	}

	/** Promises to ring back that the tasks keep, in whatever state. */
	List<ContactPromise> keptBy(Collection<FollowUpTask> tasks) {
		if (tasks.isEmpty()) {
			return Collections.emptyList();
		}
		return sessionFactory.getCurrentSession()
			.createQuery("from retention.ContactPromise p where p.task in (:tasks) and p.voided = false order by p.id",
				ContactPromise.class)
			.setParameterList("tasks", tasks).getResultList();
	}

	List<ContactPromise> of(ContactAttempt attempt) {
		return sessionFactory.getCurrentSession()
			.createQuery("from retention.ContactPromise p where p.attempt = :attempt and p.voided = false order by p.id",
				ContactPromise.class)
			.setParameter("attempt", attempt).getResultList();
	}

	/** What the contact has said cannot be kept. */
	List<ContactPromise> explainedBy(ContactAttempt attempt) {
		return sessionFactory.getCurrentSession()
			.createQuery(
				"from retention.ContactPromise p where p.settledBy = :attempt and p.task is null and p.voided = false"
					+ " order by p.id",
				ContactPromise.class)
			.setParameter("attempt", attempt).getResultList();
	}

	/** Whose open ones are. */
	List<User> ownersOfOpen() {
		return sessionFactory.getCurrentSession()
			.createQuery("select distinct u from retention.ContactPromise p join p.ownerUser u where p.status = :open"
				+ " and p.voided = false",
				User.class)
			.setParameter("open", ContactPromise.Status.OPEN).getResultList();
	}

	/** Open ones of these users, and those that are nobody's and that no task keeps; the one that is due first, first. */
	List<ContactPromise> openOf(Set<Integer> owners, int most) {
		Query<ContactPromise> query = sessionFactory.getCurrentSession()
			.createQuery("from retention.ContactPromise p where p.status = :open and p.voided = false"
				+ " and (p.ownerUser is null and p.ownerRole is null and p.task is null"
				+ (owners.isEmpty() ? "" : " or p.ownerUser.userId in (:owners)") + ") order by p.dueBy, p.id",
				ContactPromise.class)
			.setParameter("open", ContactPromise.Status.OPEN).setMaxResults(most);
		return (owners.isEmpty() ? query : query.setParameterList("owners", owners)).getResultList();
	}

	/** With all that showing them takes: the number of statements does not grow with the rows. */
	List<ContactPromise> find(PromiseSearch search, Instant now, Page page) {
		Session session = sessionFactory.getCurrentSession();
		CriteriaBuilder cb = session.getCriteriaBuilder();
		CriteriaQuery<Integer> query = cb.createQuery(Integer.class);
		Root<ContactPromise> promise = query.from(ContactPromise.class);
		query.select(promise.get("id")).where(matching(search, now, cb, promise));
		query.orderBy(cb.asc(promise.get("dueBy")), cb.asc(promise.get("id")));
		List<Integer> ids = session.createQuery(query).setFirstResult(page.getStart()).setMaxResults(page.getSize())
			.getResultList();
		if (ids.isEmpty()) {
			return Collections.emptyList();
		}
		new PeopleInSession(session).read(session
			.createQuery("select e.patient.personId, t.patient.personId, a.patient.personId, e.creator.userId,"
				+ " e.changedBy.userId, e.ownerUser.userId, a.creator.userId, a.changedBy.userId,"
				+ " t.creator.userId, t.changedBy.userId, t.assigneeUser.userId"
				+ " from retention.ContactPromise e join e.attempt a left join e.task t where e.id in (:ids)",
				Object[].class)
			.setParameterList("ids", ids).list(), 3);
		List<ContactPromise> found = session
			.createQuery(
				"select e from retention.ContactPromise e join fetch e.attempt left join fetch e.task where e.id in (:ids)",
				ContactPromise.class)
			.setParameterList("ids", ids).list();
		found.sort(Comparator.comparing(e -> ids.indexOf(e.getId())));
		return found;
	}

	long count(PromiseSearch search, Instant now) {
		CriteriaBuilder cb = sessionFactory.getCurrentSession().getCriteriaBuilder();
		CriteriaQuery<Long> query = cb.createQuery(Long.class);
		Root<ContactPromise> promise = query.from(ContactPromise.class);
		query.select(cb.count(promise)).where(matching(search, now, cb, promise));
		return sessionFactory.getCurrentSession().createQuery(query).getSingleResult();
	}

	private Predicate matching(PromiseSearch search, Instant now, CriteriaBuilder cb, Root<ContactPromise> promise) {
		List<Predicate> all = new ArrayList<>();
		all.add(cb.isFalse(promise.get("voided")));
		if (search.getPatient() != null) {
			all.add(cb.equal(promise.get("patientUuid"), search.getPatient()));
		}
		if (search.getTask() != null) {
			all.add(cb.equal(promise.get("task").get("uuid"), search.getTask()));
		}
		if (search.getOwner() != null) {
			all.add(cb.equal(promise.get("ownerUser").get("uuid"), search.getOwner()));
		}
		if (search.getRole() != null) {
			all.add(cb.equal(promise.get("ownerRole"), search.getRole()));
		}
		if (search.getStatus() != null) {
			all.add(cb.equal(promise.get("status"), search.getStatus()));
		}
		if (search.getBroken() != null) {
			Join<ContactPromise, FollowUpTask> task = promise.join("task", JoinType.LEFT);
			Predicate broken = cb.and(cb.equal(promise.get("status"), ContactPromise.Status.OPEN),
				cb.lessThan(promise.get("dueBy"), now),
				cb.or(cb.isNull(task.get("id")), cb.not(task.get("status").in(ContactPromise.OVERTAKEN))));
			all.add(search.getBroken() ? broken : cb.not(broken));
		}
		if (search.getDueBy() != null) {
			all.add(cb.lessThanOrEqualTo(promise.get("dueBy"), search.getDueBy()));
		}
		return cb.and(all.toArray(new Predicate[0]));
	}
}
