/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;

/** Reads patients who are neither dead nor voided, in the order of their ids: all, or by the index on birth dates. */
class PersonDao {

	private static final String FACTS = "select p.personId, p.uuid, p.gender, p.birthdate from Patient p"
		+ " where p.voided = false and p.dead = false and p.personId > :after";

	private static final String BORN = " and p.birthdate in (:dates) and p.birthdateEstimated = false";

	private static final String VISITED = " and exists (select 1 from Encounter e where e.patient = p and e.voided = false"
		+ " and e.encounterType.encounterTypeId in (:types) and e.encounterDatetime >= :since)";

	private final SessionFactory sessionFactory;

	PersonDao(SessionFactory sessionFactory) {
		this.sessionFactory = sessionFactory;
	}

	/**
	 * @param born null: whenever they were born; else one of these, and not by estimate
	 * @param visitedSince null: whether or not they ever came
	 * @param visitTypes encounter types that are a visit
	 */
	List<PersonFacts> find(Collection<LocalDate> born, Instant visitedSince, Set<Integer> visitTypes, int after, int most) {
		List<PersonFacts> found = new ArrayList<>();
		if (visitedSince != null && visitTypes.isEmpty()) {
			return found;
		}
		Query<Object[]> query = sessionFactory.getCurrentSession().createQuery(FACTS + (born == null ? "" : BORN)
			+ (visitedSince == null ? "" : VISITED) + " order by p.personId", Object[].class).setParameter("after", after);
		if (born != null) {
			query.setParameterList("dates",
				born.stream().map(java.sql.Date::valueOf).map(Date.class::cast).collect(Collectors.toList()));
		}
		if (visitedSince != null) {
			query.setParameterList("types", visitTypes).setParameter("since", Date.from(visitedSince));
		}
		for (Object[] row : query.setMaxResults(most).list()) {
			found.add(new PersonFacts((Integer) row[0], (String) row[1], (String) row[2], day((Date) row[3])));
		}
		return found;
	}

	private static LocalDate day(Date date) {
		return date == null ? null : Instant.ofEpochMilli(date.getTime()).atZone(ZoneId.systemDefault()).toLocalDate();
	}
}
