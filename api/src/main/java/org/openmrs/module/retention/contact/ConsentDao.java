/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import java.util.List;
import org.hibernate.SessionFactory;
import org.openmrs.module.retention.followup.protocol.Purpose;

/** What was said on being contacted, in the database. */
class ConsentDao {

	private static final int MOST = 200;

	private final SessionFactory sessionFactory;

	ConsentDao(SessionFactory sessionFactory) {
		this.sessionFactory = sessionFactory;
	}

	List<ConsentEntry> standing(Integer patientId) {
		return sessionFactory.getCurrentSession()
			.createQuery("select c from retention.ConsentEntry c left join fetch c.actor where c.withdrawn = false"
				+ " and (c.patient.personId = :patient or c.pointKey in (select o.contactPoint.pointKey"
				+ " from retention.ContactPointOwner o where o.personId = :patient)) order by c.saidAt desc, c.id desc",
				ConsentEntry.class)
			.setParameter("patient", patientId).setMaxResults(MOST).list();
	}

	/** What stands against the purpose at numbers, and was said in the same contacts as the patient's own refusals of it. */
	List<ConsentEntry> refusedAtNumbersBy(Integer patientId, Purpose purpose) {
		return sessionFactory.getCurrentSession()
			.createQuery("select c from retention.ConsentEntry c where c.pointKey is not null and c.withdrawn = false"
				+ " and c.granted = false and c.purpose = :purpose and c.source in (select o.source"
				+ " from retention.ConsentEntry o where o.patient.personId = :patient and o.purpose = :purpose"
				+ " and o.withdrawn = false and o.granted = false)", ConsentEntry.class)
			.setParameter("patient", patientId).setParameter("purpose", purpose).list();
	}

	ConsentEntry byUuid(String uuid) {
		return sessionFactory.getCurrentSession()
			.createQuery("from retention.ConsentEntry c where c.uuid = :uuid", ConsentEntry.class).setParameter("uuid", uuid)
			.uniqueResult();
	}

	ConsentEntry save(ConsentEntry entry) {
		sessionFactory.getCurrentSession().saveOrUpdate(entry);
		sessionFactory.getCurrentSession().flush();
		return entry;
	}
}
