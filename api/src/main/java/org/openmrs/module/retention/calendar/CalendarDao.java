/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.persistence.criteria.CriteriaBuilder;
import javax.persistence.criteria.CriteriaQuery;
import javax.persistence.criteria.Predicate;
import javax.persistence.criteria.Root;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.openmrs.module.retention.shared.Page;

/** Rows of calendars. */
class CalendarDao {

	private final SessionFactory sessionFactory;

	CalendarDao(SessionFactory sessionFactory) {
		this.sessionFactory = sessionFactory;
	}

	RetentionCalendar getByUuid(String uuid) {
		return session().createQuery("from retention.Calendar c where c.uuid = :uuid", RetentionCalendar.class)
			.setParameter("uuid", uuid).uniqueResult();
	}

	/** What is not retired; a clinic has a handful. */
	List<RetentionCalendar> findInUse() {
		return session().createQuery("from retention.Calendar c where c.retired = false order by c.id",
			RetentionCalendar.class).list();
	}

	List<RetentionCalendar> find(CalendarSearch search, Page page) {
		CriteriaBuilder builder = session().getCriteriaBuilder();
		CriteriaQuery<RetentionCalendar> query = builder.createQuery(RetentionCalendar.class);
		Root<RetentionCalendar> calendar = query.from(RetentionCalendar.class);
		query.where(restrict(search, builder, calendar)).orderBy(builder.asc(calendar.get("name")),
			builder.asc(calendar.get("id")));
		return session().createQuery(query).setFirstResult(page.getStart()).setMaxResults(page.getSize()).getResultList();
	}

	long count(CalendarSearch search) {
		CriteriaBuilder builder = session().getCriteriaBuilder();
		CriteriaQuery<Long> query = builder.createQuery(Long.class);
		Root<RetentionCalendar> calendar = query.from(RetentionCalendar.class);
		query.select(builder.count(calendar)).where(restrict(search, builder, calendar));
		return session().createQuery(query).getSingleResult();
	}

	void save(RetentionCalendar calendar) {
		if (calendar.getId() == null) {
			session().persist(calendar);
		}
		session().flush();
	}

	private static Predicate[] restrict(CalendarSearch search, CriteriaBuilder builder, Root<RetentionCalendar> calendar) {
		List<Predicate> all = new ArrayList<>();
		if (search.getName() != null) {
			String part = search.getName().toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_");
			all.add(builder.like(builder.lower(calendar.get("name")), "%" + part + "%", '!'));
		}
		if (!search.isIncludeRetired()) {
			all.add(builder.isFalse(calendar.get("retired")));
		}
		return all.toArray(new Predicate[0]);
	}

	private Session session() {
		return sessionFactory.getCurrentSession();
	}
}
