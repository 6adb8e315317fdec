/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import javax.persistence.criteria.AbstractQuery;
import javax.persistence.criteria.CriteriaBuilder;
import javax.persistence.criteria.CriteriaQuery;
import javax.persistence.criteria.Predicate;
import javax.persistence.criteria.Root;
import javax.persistence.criteria.Subquery;
import lombok.RequiredArgsConstructor;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.PeopleInSession;

/** Rows of attempts and of what belongs to them. */
@RequiredArgsConstructor
class AttemptDao {

	private final SessionFactory sessionFactory;

	void save(ContactAttempt attempt) {
		sessionFactory.getCurrentSession().saveOrUpdate(attempt);
	}

	/** The latest that stands about the patient; null: none. */
	ContactAttempt latest(String patientUuid, Disposition disposition) {
		return first(sessionFactory.getCurrentSession()
			.createQuery("from retention.ContactAttempt a where a.patientUuid = :patient and a.disposition = :disposition"
				+ " and a.voided = false order by a.startedAt desc, a.id desc",
				ContactAttempt.class)
			.setParameter("patient", patientUuid).setParameter("disposition", disposition));
	}

	/** As {@link #latest}, also where the patient is that of another task of the contact. */
	ContactAttempt latestAbout(String patientUuid, Disposition disposition) {
		return first(sessionFactory.getCurrentSession()
			.createQuery("from retention.ContactAttempt a where (a.patientUuid = :patient or exists (select l.id from"
				+ " retention.AttemptTask l where l.attempt = a and l.role = :answered and l.task.patientUuid = :patient))"
				+ " and a.disposition = :disposition and a.voided = false order by a.startedAt desc, a.id desc",
				ContactAttempt.class)
			.setParameter("patient", patientUuid).setParameter("answered", AttemptTask.Role.ANSWERED)
			.setParameter("disposition", disposition));
	}

	/** Those that stand and that found the number wrong when it was so already because of this one. */
	List<ContactAttempt> flaggedAfter(ContactAttempt attempt) {
		return sessionFactory.getCurrentSession()
			.createQuery("from retention.ContactAttempt a where a.pointKey = :point and a.pointReasonBefore = :source"
				+ " and a.voided = false order by a.id",
				ContactAttempt.class)
			.setParameter("point", attempt.getPointKey()).setParameter("source", attempt.source()).getResultList();
	}

	/** The latest conversation about the patient before the instant that stands; null: none. */
	ContactAttempt conversationBefore(String patientUuid, Instant instant) {
		return first(sessionFactory.getCurrentSession()
			.createQuery("from retention.ContactAttempt a where a.patientUuid = :patient and a.result = :spoke"
				+ " and a.startedAt < :instant and a.voided = false order by a.startedAt desc, a.id desc",
				ContactAttempt.class)
			.setParameter("patient", patientUuid).setParameter("spoke", AttemptResult.SPOKE)
			.setParameter("instant", instant));
	}

	/** Of attempts that stand, in the order in which they happened. */
	List<AttemptTask> links(FollowUpTask task) {
		return sessionFactory.getCurrentSession()
			.createQuery("select l from retention.AttemptTask l join fetch l.attempt a where l.task = :task"
				+ " and a.voided = false order by a.startedAt, a.id",
				AttemptTask.class)
			.setParameter("task", task).getResultList();
	}

	private static ContactAttempt first(Query<ContactAttempt> query) {
		List<ContactAttempt> found = query.setMaxResults(1).getResultList();
		return found.isEmpty() ? null : found.get(0);
	}

	/** With all that showing them takes: the number of statements does not grow with the rows. */
	List<ContactAttempt> find(AttemptSearch search, Page page) {
		Session session = sessionFactory.getCurrentSession();
		CriteriaBuilder cb = session.getCriteriaBuilder();
		CriteriaQuery<Integer> query = cb.createQuery(Integer.class);
		Root<ContactAttempt> attempt = query.from(ContactAttempt.class);
		query.select(attempt.get("id")).where(matching(search, cb, query, attempt));
		query.orderBy(cb.desc(attempt.get("startedAt")), cb.desc(attempt.get("id")));
		List<Integer> ids = session.createQuery(query).setFirstResult(page.getStart()).setMaxResults(page.getSize())
			.getResultList();
		if (ids.isEmpty()) {
			return Collections.emptyList();
		}
		people(ids);
		session.createQuery("select t from retention.FollowUpTask t left join fetch t.protocol left join fetch t.plan"
			+ " where t.id in (select l.task.id from retention.AttemptTask l where l.attempt.id in (:ids))",
			FollowUpTask.class).setParameterList("ids", ids).list();
		List<ContactAttempt> found = session
			.createQuery("select distinct a from retention.ContactAttempt a left join fetch a.links where a.id in (:ids)",
				ContactAttempt.class)
			.setParameterList("ids", ids).list();
		found.sort(Comparator.comparing(a -> ids.indexOf(a.getId())));
		return found;
	}

	private void people(List<Integer> ids) {
		List<Object[]> people = new ArrayList<>(rows("select a.patient.personId, a.creator.userId, a.changedBy.userId,"
			+ " a.voidedBy.userId, a.calledBy.userId from retention.ContactAttempt a where a.id in (:ids)", ids));
		people.addAll(rows("select t.patient.personId, t.creator.userId, t.changedBy.userId, t.assigneeUser.userId"
			+ " from retention.AttemptTask l join l.task t where l.attempt.id in (:ids)", ids));
		new PeopleInSession(sessionFactory.getCurrentSession()).read(people, 1);
	}

	private List<Object[]> rows(String hql, List<Integer> ids) {
		return sessionFactory.getCurrentSession().createQuery(hql, Object[].class).setParameterList("ids", ids).list();
	}

	long count(AttemptSearch search) {
		CriteriaBuilder cb = sessionFactory.getCurrentSession().getCriteriaBuilder();
		CriteriaQuery<Long> query = cb.createQuery(Long.class);
		Root<ContactAttempt> attempt = query.from(ContactAttempt.class);
		query.select(cb.count(attempt)).where(matching(search, cb, query, attempt));
		return sessionFactory.getCurrentSession().createQuery(query).getSingleResult();
	}

	private Predicate matching(AttemptSearch search, CriteriaBuilder cb, AbstractQuery<?> query,
		Root<ContactAttempt> attempt) {
		List<Predicate> all = new ArrayList<>();
		if (!search.isIncludeVoided()) {
			all.add(cb.isFalse(attempt.get("voided")));
		}
		if (search.getPatient() != null) {
			all.add(cb.or(cb.equal(attempt.get("patientUuid"), search.getPatient()),
				answers(cb, query, attempt, "patientUuid", search.getPatient())));
		}
		if (search.getTask() != null) {
			all.add(answers(cb, query, attempt, "uuid", search.getTask()));
		}
		if (search.getRecordedBy() != null) {
			all.add(cb.equal(attempt.get("creator").get("uuid"), search.getRecordedBy()));
		}
		if (search.getCalledBy() != null) {
			all.add(cb.equal(attempt.get("calledBy").get("uuid"), search.getCalledBy()));
		}
		if (search.getResult() != null) {
			all.add(cb.equal(attempt.get("result"), search.getResult()));
		}
		if (search.getDisposition() != null) {
			all.add(cb.equal(attempt.get("disposition"), search.getDisposition()));
		}
		if (search.getFrom() != null) {
			all.add(cb.greaterThanOrEqualTo(attempt.get("startedAt"), search.getFrom()));
		}
		if (search.getBefore() != null) {
			all.add(cb.lessThan(attempt.get("startedAt"), search.getBefore()));
		}
		return cb.and(all.toArray(new Predicate[0]));
	}

	/** The attempt answers a task whose {@code property} is {@code value}. */
	private Predicate answers(CriteriaBuilder cb, AbstractQuery<?> query, Root<ContactAttempt> attempt, String property,
		String value) {
		Subquery<Integer> links = query.subquery(Integer.class);
		Root<AttemptTask> link = links.from(AttemptTask.class);
		links.select(link.get("id")).where(cb.equal(link.get("attempt"), attempt),
			cb.equal(link.get("role"), AttemptTask.Role.ANSWERED), cb.equal(link.get("task").get(property), value));
		return cb.exists(links);
	}
}
