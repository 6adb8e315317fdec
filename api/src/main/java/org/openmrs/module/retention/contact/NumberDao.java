/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.hibernate.SessionFactory;
import org.openmrs.Person;
import org.openmrs.PersonAttribute;
import org.openmrs.PersonAttributeType;

/** The chart's own rows of numbers. */
@RequiredArgsConstructor
class NumberDao {

	private final SessionFactory sessionFactory;

	/** Without retired ones. */
	List<PersonAttributeType> types(Collection<String> uuids) {
		return uuids.isEmpty() ? Collections.emptyList()
			: sessionFactory.getCurrentSession()
				.createQuery("from PersonAttributeType t where t.uuid in (:uuids) and t.retired = false",
					PersonAttributeType.class)
				.setParameterList("uuids", uuids).list();
	}

	/** Struck out ones, with who did so; the one that was struck out last first. */
	List<PersonAttribute> struckOut(Person person, Collection<String> types, int most) {
		return types.isEmpty() ? Collections.emptyList()
			: sessionFactory.getCurrentSession()
				.createQuery("select a from PersonAttribute a join fetch a.attributeType t left join fetch a.voidedBy"
					+ " where a.person.personId = :person and t.uuid in (:types) and a.voided = true"
					+ " order by a.dateVoided desc, a.personAttributeId desc",
					PersonAttribute.class)
				.setParameter("person", person.getPersonId()).setParameterList("types", types).setMaxResults(most).list();
	}

	void flush() {
		sessionFactory.getCurrentSession().flush();
	}
}
