/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;

/** Reads the visits of the chart. */
class VisitDao {

	private final SessionFactory sessionFactory;

	VisitDao(SessionFactory sessionFactory) {
		this.sessionFactory = sessionFactory;
	}

	/** By patient: when they were received since then with nothing written of it yet. */
	Map<Integer, List<Instant>> opened(Collection<Integer> patients, Instant from) {
		Map<Integer, List<Instant>> opened = new HashMap<>();
		sessionFactory.getCurrentSession()
			.createQuery("select v.patient.personId, v.startDatetime from Visit v where v.patient.personId in (:patients)"
				+ " and v.voided = false and v.startDatetime >= :from and not exists (select e.encounterId from Encounter e"
				+ " where e.visit = v and e.voided = false)",
				Object[].class)
			.setParameterList("patients", patients).setParameter("from", Date.from(from)).list()
			.forEach(row -> opened.computeIfAbsent((Integer) row[0], id -> new ArrayList<>())
				.add(Instant.ofEpochMilli(((Date) row[1]).getTime())));
		return opened;
	}
}
