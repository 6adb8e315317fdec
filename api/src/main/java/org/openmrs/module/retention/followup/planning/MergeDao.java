/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.util.List;
import org.hibernate.Session;
import org.hibernate.SessionFactory;

/** The platform's log of merges. */
class MergeDao {

	private final SessionFactory sessionFactory;

	MergeDao(SessionFactory sessionFactory) {
		this.sessionFactory = sessionFactory;
	}

	/** Merges after the id, as rows of id, survivor and loser, in their order, at most so many. */
	List<Object[]> merges(long after, long upTo, int most) {
		return session()
			.createQuery("select m.personMergeLogId, m.winner.personId, m.loser.personId from PersonMergeLog m"
				+ " where m.personMergeLogId > :after and m.personMergeLogId <= :upTo order by m.personMergeLogId",
				Object[].class)
			.setParameter("after", (int) after).setParameter("upTo", (int) upTo).setMaxResults(most).list();
	}

	/** As {@link #merges}, but for those whose loser is a patient again. */
	List<Object[]> standingMerges(long after, long upTo, int most) {
		return session()
			.createQuery("select m.personMergeLogId, m.winner.personId, m.loser.personId from PersonMergeLog m"
				+ " where m.personMergeLogId > :after and m.personMergeLogId <= :upTo and exists (select p.patientId"
				+ " from Patient p where p.patientId = m.loser.personId and p.voided = true) order by m.personMergeLogId",
				Object[].class)
			.setParameter("after", (int) after).setParameter("upTo", (int) upTo).setMaxResults(most).list();
	}

	long lastId() {
		Integer last = session().createQuery("select max(m.personMergeLogId) from PersonMergeLog m", Integer.class)
			.uniqueResult();
		return last == null ? 0 : last;
	}

	/** Whether the patient was merged into another, who gets the rows. */
	boolean isMerged(Integer patientId) {
		return !session()
			.createQuery("select m.personMergeLogId from PersonMergeLog m where m.loser.personId = :loser", Integer.class)
			.setParameter("loser", patientId).setMaxResults(1).list().isEmpty();
	}

	private Session session() {
		return sessionFactory.getCurrentSession();
	}
}
