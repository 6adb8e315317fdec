/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.openmrs.module.retention.shared.PeopleInSession;

/** Reads the people around patients off the profiles and the chart's relationships. */
class ContactPersonDao {

	private final SessionFactory sessionFactory;

	ContactPersonDao(SessionFactory sessionFactory) {
		this.sessionFactory = sessionFactory;
	}

	/** Rows of patient id and contact person, in the order of the profile; the dead and the voided are left out. */
	List<Object[]> chosen(Collection<Integer> patients) {
		return session()
			.createQuery("select f.patient.personId, c from retention.ContactPerson c join c.profile f join c.person p"
				+ " where f.patient.personId in (:patients) and f.voided = false and p.personVoided = false"
				+ " and p.dead = false order by c.position asc, c.id asc",
				Object[].class)
			.setParameterList("patients", patients).list();
	}

	/**
	 * Rows of patient id, person id and relationship type of the relationships that hold on a day, the oldest first.
	 *
	 * @param first the persons stand on side A, the patients on side B; else the other way round
	 */
	List<Object[]> related(Collection<Integer> patients, Collection<String> types, boolean first, Date day) {
		String person = first ? "r.personA" : "r.personB";
		String patient = first ? "r.personB" : "r.personA";
		return session()
			.createQuery("select " + patient + ".personId, p.personId, t from Relationship r join r.relationshipType t join "
				+ person + " p where " + patient + ".personId in (:patients) and t.uuid in (:types) and r.voided = false"
				+ " and (r.startDate is null or r.startDate <= :day) and (r.endDate is null or r.endDate > :day)"
				+ " and p.personVoided = false and p.dead = false order by r.relationshipId asc",
				Object[].class)
			.setParameterList("patients", patients).setParameterList("types", types).setParameter("day", day).list();
	}

	/** By person id, the ids of all whom the chart relates to the person, and of the patients whose profile names the person. */
	Map<Integer, Set<Integer>> around(Collection<Integer> persons) {
		Map<Integer, Set<Integer>> around = new HashMap<>();
		for (String hql : new String[]{
			"select r.personA.personId, r.personB.personId from Relationship r where r.personA.personId in (:persons)"
				+ " and r.voided = false",
			"select r.personB.personId, r.personA.personId from Relationship r where r.personB.personId in (:persons)"
				+ " and r.voided = false",
			"select c.person.personId, f.patient.personId from retention.ContactPerson c join c.profile f"
				+ " where c.person.personId in (:persons) and f.voided = false" }) {
			session().createQuery(hql, Object[].class).setParameterList("persons", persons).list()
				.forEach(row -> around.computeIfAbsent((Integer) row[0], id -> new HashSet<>()).add((Integer) row[1]));
		}
		return around;
	}

	/** So that whoever shows them finds them in the session. */
	void readPeople(Collection<Integer> persons) {
		new PeopleInSession(session()).persons(persons);
	}

	/** By person id; those without one are left out. */
	Map<Integer, Date> birthdates(Collection<Integer> persons) {
		Map<Integer, Date> birthdates = new HashMap<>();
		session()
			.createQuery("select p.personId, p.birthdate from Person p where p.personId in (:persons)"
				+ " and p.birthdate is not null",
				Object[].class)
			.setParameterList("persons", persons).list().forEach(row -> birthdates.put((Integer) row[0], (Date) row[1]));
		return birthdates;
	}

	private Session session() {
		return sessionFactory.getCurrentSession();
	}
}
