/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.shared;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.Session;
import org.openmrs.Patient;
import org.openmrs.Person;
import org.openmrs.User;

/**
 * Reads people together before rows that show them are read. The platform maps names, addresses and attributes of a person
 * and the person and roles of a user eagerly, one statement each; read beforehand they are found in the session, and the
 * number of statements does not grow with the rows.
 */
public final class PeopleInSession {

	private final Session session;

	public PeopleInSession(Session session) {
		this.session = session;
	}

	/** By their ids; a null among them is nobody. */
	public void read(Collection<Integer> patientIds, Collection<Integer> personIds, Collection<Integer> userIds) {
		Set<Integer> patients = known(patientIds);
		Set<Integer> persons = known(personIds);
		Set<Integer> users = known(userIds);
		persons.addAll(patients);
		if (!users.isEmpty()) {
			persons
				.addAll(session.createQuery("select u.person.personId from User u where u.userId in (:ids)", Integer.class)
					.setParameterList("ids", users).list());
		}
		persons(persons);
		if (!users.isEmpty()) {
			session.createQuery("select distinct u from User u left join fetch u.roles where u.userId in (:ids)", User.class)
				.setParameterList("ids", users).list();
		}
		if (!patients.isEmpty()) {
			session.createQuery("select distinct p from Patient p left join fetch p.identifiers i"
				+ " left join fetch i.identifierType where p.personId in (:ids)",
				Patient.class).setParameterList("ids", patients).list();
		}
	}

	/** Rows of ids as a query answers them: in the first columns those of patients, in the others those of users. */
	public void read(List<Object[]> rows, int patientColumns) {
		Set<Integer> patients = new HashSet<>();
		Set<Integer> users = new HashSet<>();
		for (Object[] row : rows) {
			for (int i = 0; i < row.length; i++) {
				(i < patientColumns ? patients : users).add((Integer) row[i]);
			}
		}
		read(patients, Collections.emptySet(), users);
	}

	/** With their names, addresses and attributes. */
	public List<Person> persons(Collection<Integer> ids) {
		return ids.isEmpty() ? Collections.emptyList()
			: session.createQuery("select distinct p from Person p left join fetch p.names left join fetch p.addresses"
				+ " left join fetch p.attributes where p.personId in (:ids)",
				Person.class).setParameterList("ids", ids).list();
	}

	private static Set<Integer> known(Collection<Integer> ids) {
		Set<Integer> known = new HashSet<>(ids);
		known.remove(null);
		return known;
	}
}
