/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.LocalDate;
import java.util.Collection;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.openmrs.module.retention.contact.ContactProfile;

/** Reads what stands between the clinic and patients. */
class AgreementDao {

	private final SessionFactory sessionFactory;

	AgreementDao(SessionFactory sessionFactory) {
		this.sessionFactory = sessionFactory;
	}

	Agreements of(Collection<Integer> patients) {
		Agreements agreements = new Agreements();
		if (!patients.isEmpty()) {
			session()
				.createQuery("select p.patient.personId, p.relationshipSince from retention.ContactProfile p"
					+ " where p.patient.personId in (:patients) and p.voided = false and p.relationship = :ended",
					Object[].class)
				.setParameterList("patients", patients).setParameter("ended", ContactProfile.Relationship.ENDED).list()
				.forEach(row -> agreements.ended((Integer) row[0], row[1] == null ? LocalDate.MAX : (LocalDate) row[1]));
		}
		return agreements;
	}

	private Session session() {
		return sessionFactory.getCurrentSession();
	}
}
