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
import java.util.List;
import javax.persistence.criteria.CriteriaBuilder;
import javax.persistence.criteria.CriteriaQuery;
import javax.persistence.criteria.Join;
import javax.persistence.criteria.JoinType;
import javax.persistence.criteria.Predicate;
import javax.persistence.criteria.Root;
import lombok.RequiredArgsConstructor;
import org.hibernate.SessionFactory;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.shared.Page;

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
	
	List<ContactPromise> find(PromiseSearch search, Instant now, Page page) {
		CriteriaBuilder cb = sessionFactory.getCurrentSession().getCriteriaBuilder();
		CriteriaQuery<ContactPromise> query = cb.createQuery(ContactPromise.class);
		Root<ContactPromise> promise = query.from(ContactPromise.class);
		promise.fetch("patient", JoinType.LEFT);
		promise.fetch("ownerUser", JoinType.LEFT);
		promise.fetch("attempt", JoinType.INNER);
		promise.fetch("task", JoinType.LEFT);
		query.select(promise).where(matching(search, now, cb, promise));
		query.orderBy(cb.asc(promise.get("dueBy")), cb.asc(promise.get("id")));
		return sessionFactory.getCurrentSession().createQuery(query).setFirstResult(page.getStart())
		        .setMaxResults(page.getSize()).getResultList();
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
