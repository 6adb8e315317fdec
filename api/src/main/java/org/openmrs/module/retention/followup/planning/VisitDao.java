/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Instant;
import java.util.Date;
import org.hibernate.SessionFactory;

/** Reads the visits of the chart. */
class VisitDao {

	private final SessionFactory sessionFactory;

	VisitDao(SessionFactory sessionFactory) {
		this.sessionFactory = sessionFactory;
	}

	/** Whether the patient was received in that stretch of time and nothing has been written of it yet. */
	boolean isOpened(Integer patient, Instant from, Instant to) {
		return !sessionFactory.getCurrentSession()
			.createQuery("select v.visitId from Visit v where v.patient.personId = :patient and v.voided = false"
				+ " and v.startDatetime >= :from and v.startDatetime < :to and not exists (select e.encounterId from"
				+ " Encounter e where e.visit = v and e.voided = false)",
				Integer.class)
			.setParameter("patient", patient).setParameter("from", Date.from(from)).setParameter("to", Date.from(to))
			.setMaxResults(1).list().isEmpty();
	}
}
