/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.absence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import javax.persistence.criteria.CriteriaBuilder;
import javax.persistence.criteria.CriteriaQuery;
import javax.persistence.criteria.Predicate;
import javax.persistence.criteria.Root;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.openmrs.User;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.PeopleInSession;

/** Reads and writes absences. */
public class AbsenceDao {

	/** So long a task stays with whoever stands in before its rule is looked at again, at the most. */
	public static final Duration AGAIN = Duration.ofHours(1);

	private final SessionFactory sessionFactory;

	AbsenceDao(SessionFactory sessionFactory) {
		this.sessionFactory = sessionFactory;
	}

	/** Who is away at that moment. */
	public Absences at(Instant moment) {
		return new Absences(session()
			.createQuery("select a from retention.Absence a join fetch a.user left join fetch a.deputy"
				+ " where a.voided = false and a.startsAt <= :moment and a.endsAt > :moment order by a.id",
				Absence.class)
			.setParameter("moment", moment).list());
	}

	/** Whether the user is away for the whole of the time. */
	public boolean isAwayThroughout(User user, Instant from, Instant by) {
		return Absences.cover(session()
			.createQuery("select a from retention.Absence a where a.user = :user and a.voided = false"
				+ " and a.startsAt <= :by and a.endsAt > :from",
				Absence.class)
			.setParameter("user", user).setParameter("from", from).setParameter("by", by).list(), from, by);
	}

	Absence byUuid(String uuid) {
		return session().createQuery("select a from retention.Absence a where a.uuid = :uuid", Absence.class)
			.setParameter("uuid", uuid).uniqueResult();
	}

	/** Those that begin first; the number of statements does not grow with the rows. */
	List<Absence> find(AbsenceSearch search, Page page) {
		CriteriaBuilder builder = session().getCriteriaBuilder();
		CriteriaQuery<Integer> query = builder.createQuery(Integer.class);
		Root<Absence> absence = query.from(Absence.class);
		query.select(absence.get("id")).where(restrict(search, builder, absence))
			.orderBy(builder.asc(absence.get("startsAt")), builder.asc(absence.get("id")));
		List<Integer> ids = session().createQuery(query).setFirstResult(page.getStart()).setMaxResults(page.getSize())
			.getResultList();
		if (ids.isEmpty()) {
			return Collections.emptyList();
		}
		new PeopleInSession(session()).read(session()
			.createQuery("select a.user.userId, a.deputy.userId, a.creator.userId, a.changedBy.userId"
				+ " from retention.Absence a where a.id in (:ids)",
				Object[].class)
			.setParameterList("ids", ids).list(), 0);
		List<Absence> found = session()
			.createQuery("select a from retention.Absence a where a.id in (:ids)", Absence.class)
			.setParameterList("ids", ids).list();
		found.sort(Comparator.comparing(a -> ids.indexOf(a.getId())));
		return found;
	}

	long count(AbsenceSearch search) {
		CriteriaBuilder builder = session().getCriteriaBuilder();
		CriteriaQuery<Long> query = builder.createQuery(Long.class);
		Root<Absence> absence = query.from(Absence.class);
		query.select(builder.count(absence)).where(restrict(search, builder, absence));
		return session().createQuery(query).getSingleResult();
	}

	void save(Absence absence) {
		session().saveOrUpdate(absence);
		session().flush();
	}

	void delete(Absence absence) {
		session().delete(absence);
		session().flush();
	}

	/** Somebody comes back sooner than was thought: the rules of what others stand in for are looked at by the next run. */
	void lookAgain(Instant now) {
		session()
			.createQuery("update retention.FollowUpTask t set t.assignmentUntil = :now where t.status = 'OPEN'"
				+ " and t.voided = false and t.wakeAt <= :now and t.assignmentUntil > :now and t.assignmentUntil <= :latest")
			.setParameter("now", now).setParameter("latest", now.plus(AGAIN)).executeUpdate();
	}

	private static Predicate[] restrict(AbsenceSearch search, CriteriaBuilder builder, Root<Absence> absence) {
		List<Predicate> all = new ArrayList<>();
		if (!search.isIncludeVoided()) {
			all.add(builder.isFalse(absence.get("voided")));
		}
		if (search.getUser() != null) {
			all.add(builder.equal(absence.get("user"), search.getUser()));
		}
		if (search.getDeputy() != null) {
			all.add(builder.equal(absence.get("deputy"), search.getDeputy()));
		}
		if (search.getAt() != null) {
			all.add(builder.lessThanOrEqualTo(absence.<Instant>get("startsAt"), search.getAt()));
			all.add(builder.greaterThan(absence.<Instant>get("endsAt"), search.getAt()));
		}
		if (search.getFrom() != null) {
			all.add(builder.greaterThan(absence.<Instant>get("endsAt"), search.getFrom()));
		}
		if (search.getTo() != null) {
			all.add(builder.lessThan(absence.<Instant>get("startsAt"), search.getTo()));
		}
		return all.toArray(new Predicate[0]);
	}

	private Session session() {
		return sessionFactory.getCurrentSession();
	}
}
