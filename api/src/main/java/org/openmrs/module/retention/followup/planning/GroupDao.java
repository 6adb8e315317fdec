/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.hibernate.SessionFactory;

/** Who is in which of the platform's cohorts. */
class GroupDao {

	private final SessionFactory sessionFactory;

	GroupDao(SessionFactory sessionFactory) {
		this.sessionFactory = sessionFactory;
	}

	/** By patient, the ids of the cohorts that they are in at that time, as the platform has it; by the index on members. */
	Map<Integer, Set<Integer>> groupsOf(Collection<Integer> patients, Instant at) {
		if (patients.isEmpty()) {
			return Collections.emptyMap();
		}
		Map<Integer, Set<Integer>> groups = new HashMap<>();
		sessionFactory.getCurrentSession()
			.createQuery("select m.patientId, c.cohortId from CohortMembership m join m.cohort c"
				+ " where m.patientId in (:patients) and m.voided = false and c.voided = false"
				+ " and (m.startDate is null or m.startDate <= :at) and (m.endDate is null or m.endDate >= :at)",
				Object[].class)
			.setParameterList("patients", patients).setParameter("at", Date.from(at)).list()
			.forEach(row -> groups.computeIfAbsent((Integer) row[0], p -> new HashSet<>()).add((Integer) row[1]));
		return groups;
	}
}
