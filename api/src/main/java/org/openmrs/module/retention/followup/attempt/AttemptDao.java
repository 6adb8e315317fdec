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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.persistence.criteria.CriteriaBuilder;
import javax.persistence.criteria.CriteriaQuery;
import javax.persistence.criteria.Predicate;
import javax.persistence.criteria.Root;
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
		Set<Integer> ids = about(patientUuid);
		return ids.isEmpty() ? null : first(sessionFactory.getCurrentSession()
			.createQuery("from retention.ContactAttempt a where a.id in (:ids) and a.disposition = :disposition"
				+ " and a.voided = false order by a.startedAt desc, a.id desc", ContactAttempt.class)
			.setParameterList("ids", ids).setParameter("disposition", disposition));
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
			.createQuery("from retention.ContactAttempt a where a.patientUuid = :patient and a.conversation = true"
				+ " and a.startedAt < :instant and a.voided = false order by a.startedAt desc, a.id desc",
				ContactAttempt.class)
			.setParameter("patient", patientUuid).setParameter("instant", instant));
	}

	/** Of these, the ids of those that were taken back. */
	Set<Integer> voided(Set<Integer> ids) {
		return ids.isEmpty() ? Collections.emptySet()
			: new HashSet<>(sessionFactory.getCurrentSession().createQuery(
				"select a.id from retention.ContactAttempt a where a.id in (:ids) and a.voided = true", Integer.class)
				.setParameterList("ids", ids).getResultList());
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
		query.select(attempt.get("id")).where(matching(search, cb, attempt));
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

	/** Voided ones included; null: there is none. */
	ContactAttempt byUuid(String uuid) {
		return sessionFactory.getCurrentSession()
			.createQuery("from retention.ContactAttempt a where a.uuid = :uuid", ContactAttempt.class)
			.setParameter("uuid", uuid).uniqueResult();
	}

	long count(AttemptSearch search) {
		CriteriaBuilder cb = sessionFactory.getCurrentSession().getCriteriaBuilder();
		CriteriaQuery<Long> query = cb.createQuery(Long.class);
		Root<ContactAttempt> attempt = query.from(ContactAttempt.class);
		query.select(cb.count(attempt)).where(matching(search, cb, attempt));
		return sessionFactory.getCurrentSession().createQuery(query).getSingleResult();
	}

	private Predicate matching(AttemptSearch search, CriteriaBuilder cb, Root<ContactAttempt> attempt) {
		List<Predicate> all = new ArrayList<>();
		if (!search.isIncludeVoided()) {
			all.add(cb.isFalse(attempt.get("voided")));
		}
		if (search.getPatient() != null) {
			all.add(among(cb, attempt, about(search.getPatient())));
		}
		if (search.getTask() != null) {
			all.add(among(cb, attempt, answering("uuid", search.getTask())));
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
		if (search.getToldCannot() != null) {
			all.add(search.getToldCannot() ? cb.isNotNull(attempt.get("toldCannot")) : cb.isNull(attempt.get("toldCannot")));
		}
		if (search.getFrom() != null) {
			all.add(cb.greaterThanOrEqualTo(attempt.get("startedAt"), search.getFrom()));
		}
		if (search.getBefore() != null) {
			all.add(cb.lessThan(attempt.get("startedAt"), search.getBefore()));
		}
		return cb.and(all.toArray(new Predicate[0]));
	}

	private static Predicate among(CriteriaBuilder cb, Root<ContactAttempt> attempt, Set<Integer> ids) {
		return ids.isEmpty() ? cb.disjunction() : attempt.get("id").in(ids);
	}

	/** Ids of the attempts about a patient, or that answer a task of his: by indexes, which one condition for both has not. */
	private Set<Integer> about(String patientUuid) {
		Set<Integer> ids = answering("patientUuid", patientUuid);
		ids.addAll(sessionFactory.getCurrentSession()
			.createQuery("select a.id from retention.ContactAttempt a where a.patientUuid = :patient", Integer.class)
			.setParameter("patient", patientUuid).list());
		return ids;
	}

	/** Ids of the attempts that answer a task whose {@code property} is {@code value}. */
	private Set<Integer> answering(String property, String value) {
		return new HashSet<>(sessionFactory.getCurrentSession()
			.createQuery("select l.attempt.id from retention.AttemptTask l join l.task t where t." + property + " = :value"
				+ " and l.role = :answered", Integer.class)
			.setParameter("value", value).setParameter("answered", AttemptTask.Role.ANSWERED).list());
	}
}
