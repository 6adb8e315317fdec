/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.util.Arrays;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.TaskStatus;

/** Tasks of no plan, by stretches of their primary key. */
class LooseTaskDao {

	private final SessionFactory sessionFactory;

	LooseTaskDao(SessionFactory sessionFactory) {
		this.sessionFactory = sessionFactory;
	}

	/** Of patients who have died, or were voided or purged. */
	List<FollowUpTask> openOfPatientsGone(long after, long upTo) {
		return session()
			.createQuery(
				"select t from retention.FollowUpTask t left join fetch t.patient p where t.id > :after and t.id <= :upTo"
					+ " and t.plan is null and t.status = :status and (p is null or p.dead = true or p.voided = true) order by t.id",
				FollowUpTask.class)
			.setParameter("after", (int) after).setParameter("upTo", (int) upTo).setParameter("status", TaskStatus.OPEN)
			.list();
	}

	/** Ended because the patient was dead or voided, and is no longer. */
	List<FollowUpTask> endedOfPatientsBack(long after, long upTo) {
		return session()
			.createQuery("select t from retention.FollowUpTask t join t.patient p where t.id > :after and t.id <= :upTo"
				+ " and t.plan is null and t.status = :status and t.statusReason in (:reasons) and p.dead = false"
				+ " and p.voided = false order by t.id",
				FollowUpTask.class)
			.setParameter("after", (int) after).setParameter("upTo", (int) upTo)
			.setParameter("status", TaskStatus.CANCELLED)
			.setParameterList("reasons", Arrays.asList(Reasons.PATIENT_DEAD, Reasons.PATIENT_VOIDED)).list();
	}

	long lastId() {
		Integer last = session().createQuery("select max(t.id) from retention.FollowUpTask t", Integer.class).uniqueResult();
		return last == null ? 0 : last;
	}

	private Session session() {
		return sessionFactory.getCurrentSession();
	}
}
