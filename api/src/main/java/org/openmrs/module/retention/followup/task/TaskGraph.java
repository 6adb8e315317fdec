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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.openmrs.Person;
import org.openmrs.module.retention.shared.PeopleInSession;

/**
 * Reads tasks with everything that showing them takes: people first and together, then the tasks, which find them in the
 * session. The number of statements does not grow with the tasks.
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
		return inOrder(ids, loaded);
	}

	/** The tasks with their protocols and who wrote them, in the order of the ids; what else they name is read when it is asked for. */
	List<FollowUpTask> alone(List<Integer> ids) {
		if (ids.isEmpty()) {
			return Collections.emptyList();
		}
		new PeopleInSession(session).read(session.createQuery("select distinct t.creator.userId, t.changedBy.userId"
			+ " from retention.FollowUpTask t where t.id in (:ids)", Object[].class).setParameterList("ids", ids).list(), 0);
		return inOrder(ids, session.createQuery("select t from retention.FollowUpTask t left join fetch t.protocol"
			+ " where t.id in (:ids)", FollowUpTask.class).setParameterList("ids", ids).list());
	}

	private static List<FollowUpTask> inOrder(List<Integer> ids, List<FollowUpTask> loaded) {
		Map<Integer, FollowUpTask> byId = new HashMap<>();
		loaded.forEach(task -> byId.put(task.getId(), task));
		return ids.stream().map(byId::get).filter(Objects::nonNull).collect(Collectors.toList());
	}

	/** Persons with their names, addresses and attributes. */
	List<Person> persons(Collection<Integer> ids) {
		return new PeopleInSession(session).persons(ids);
	}

	private void people(List<Integer> taskIds) {
		List<Integer> patients = new ArrayList<>();
		List<Integer> persons = new ArrayList<>();
		List<Integer> users = new ArrayList<>();
		List<Object[]> named = session
			.createQuery("select t.patient.personId, t.personToRingId, t.assigneeUser.userId, t.claimUser.userId,"
				+ " t.creator.userId, t.changedBy.userId from retention.FollowUpTask t where t.id in (:ids)",
				Object[].class)
			.setParameterList("ids", taskIds).list();
		for (Object[] row : named) {
			patients.add((Integer) row[0]);
			persons.add((Integer) row[1]);
			for (int i = 2; i < row.length; i++) {
				users.add((Integer) row[i]);
			}
		}
		new PeopleInSession(session).read(patients, persons, users);
	}
}
