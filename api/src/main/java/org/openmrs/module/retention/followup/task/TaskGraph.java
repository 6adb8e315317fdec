/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.Session;
import org.openmrs.Patient;
import org.openmrs.Person;
import org.openmrs.User;

/**
 * Reads tasks with everything that showing them takes. The platform maps names, addresses and attributes of a person and
 * the person and roles of a user eagerly, one statement each; so people are read first and together, and the tasks then
 * find them in the session. The number of statements does not grow with the tasks.
 */
final class TaskGraph {
	
	private final Session session;
	
	TaskGraph(Session session) {
		this.session = session;
	}
	
	/** In the order of the ids. */
	List<FollowUpTask> load(List<Integer> ids) {
		if (ids.isEmpty()) {
			return Collections.emptyList();
		}
		people(ids);
		List<FollowUpTask> loaded = session.createQuery("select t from retention.FollowUpTask t"
		        + " left join fetch t.patient left join fetch t.protocol left join fetch t.plan left join fetch t.location"
		        + " left join fetch t.assigneeUser left join fetch t.claimUser where t.id in (:ids)",
		    FollowUpTask.class).setParameterList("ids", ids).list();
		Map<Integer, FollowUpTask> byId = new HashMap<>();
		loaded.forEach(task -> byId.put(task.getId(), task));
		List<FollowUpTask> ordered = new ArrayList<>();
		for (Integer id : ids) {
			if (byId.containsKey(id)) {
				ordered.add(byId.get(id));
			}
		}
		return ordered;
	}
	
	/** Persons with their names, addresses and attributes. */
	List<Person> persons(Collection<Integer> ids) {
		return ids.isEmpty() ? Collections.emptyList()
		        : session.createQuery("select distinct p from Person p left join fetch p.names left join fetch p.addresses"
		                + " left join fetch p.attributes where p.personId in (:ids)",
		            Person.class).setParameterList("ids", ids).list();
	}
	
	private void people(List<Integer> taskIds) {
		Set<Integer> patients = new HashSet<>();
		Set<Integer> persons = new HashSet<>();
		Set<Integer> users = new HashSet<>();
		List<Object[]> named = session
		        .createQuery("select t.patient.personId, t.personToRingId, t.assigneeUser.userId, t.claimUser.userId"
		                + " from retention.FollowUpTask t where t.id in (:ids)",
		            Object[].class)
		        .setParameterList("ids", taskIds).list();
		for (Object[] row : named) {
			add(row[0], patients);
			add(row[0], persons);
			add(row[1], persons);
			add(row[2], users);
			add(row[3], users);
		}
		if (!users.isEmpty()) {
			session.createQuery("select u.person.personId from User u where u.userId in (:ids)", Integer.class)
			        .setParameterList("ids", users).list().forEach(persons::add);
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
	
	private static void add(Object id, Set<Integer> ids) {
		if (id != null) {
			ids.add((Integer) id);
		}
	}
}
