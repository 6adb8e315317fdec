/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.persistence.LockModeType;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.openmrs.module.retention.shared.PeopleInSession;

/** Reads and writes whom to ring for open tasks, and when that is looked at again. */
class RingDao {

	private final SessionFactory sessionFactory;

	RingDao(SessionFactory sessionFactory) {
		this.sessionFactory = sessionFactory;
	}

	/** Rows of task id, patient id, person to ring, start and end of its worth: tasks to be looked at, the longest waiting first. */
	List<Object[]> toLookAt(Instant now, int most) {
		return session()
			.createQuery("select t.id, t.patient.personId, t.personToRingId, t.wakeAt, t.expiresAt"
				+ " from retention.FollowUpTask t where t.status = :open and t.ringUntil <= :now"
				+ " order by t.ringUntil asc, t.id asc",
				Object[].class)
			.setParameter("open", TaskStatus.OPEN).setParameter("now", now).setMaxResults(most).list();
	}

	/** As they are now; nobody else changes them until the transaction ends. */
	List<FollowUpTask> lock(Collection<Integer> ids) {
		return ids.isEmpty() ? Collections.emptyList()
			: session().createQuery("select t from retention.FollowUpTask t where t.id in (:ids) order by t.id",
				FollowUpTask.class).setParameterList("ids", ids).setLockMode(LockModeType.PESSIMISTIC_WRITE).list();
	}

	/** Open tasks of these plans for these patients. */
	List<FollowUpTask> openOf(Collection<Integer> plans, Collection<Integer> patients) {
		return session()
			.createQuery("select t from retention.FollowUpTask t where t.plan.id in (:plans)"
				+ " and t.patient.personId in (:patients) and t.status = :open order by t.id",
				FollowUpTask.class)
			.setParameterList("plans", plans).setParameterList("patients", patients)
			.setParameter("open", TaskStatus.OPEN).list();
	}

	/** Of these people, those who do not want to be called. */
	Set<Integer> notToCall(Collection<Integer> people) {
		return people.isEmpty() ? Collections.emptySet()
			: new HashSet<>(session()
				.createQuery(
					"select p.patient.personId from retention.ContactProfile p where p.patient.personId in (:people)"
						+ " and p.doNotCall = true and p.voided = false",
					Integer.class)
				.setParameterList("people", people).list());
	}

	/** So that tasks and attributes find them in the session. */
	void readPeople(Collection<Integer> patients, Collection<Integer> persons) {
		new PeopleInSession(session()).read(patients, persons, Collections.emptySet());
	}

	/** When the task may be worked; without a new version: nothing that anybody saw has changed. */
	void lookAgainWhenAwake(Collection<Integer> ids) {
		if (!ids.isEmpty()) {
			session().createQuery("update retention.FollowUpTask t set t.ringUntil = t.wakeAt where t.id in (:ids)")
				.setParameterList("ids", ids).executeUpdate();
		}
	}

	/** As {@link #lookAgainWhenAwake}, at that moment. */
	void lookAgain(Collection<Integer> ids, Instant at) {
		if (!ids.isEmpty()) {
			session().createQuery("update retention.FollowUpTask t set t.ringUntil = :at where t.id in (:ids)")
				.setParameter("at", at).setParameterList("ids", ids).executeUpdate();
		}
	}

	void flush() {
		session().flush();
	}

	private Session session() {
		return sessionFactory.getCurrentSession();
	}
}
