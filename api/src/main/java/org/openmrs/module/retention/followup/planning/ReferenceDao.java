/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.openmrs.module.retention.shared.LocationTree;

/** Ids of the metadata that protocols name. What does not exist here is left out. */
class ReferenceDao {

	private final SessionFactory sessionFactory;

	ReferenceDao(SessionFactory sessionFactory) {
		this.sessionFactory = sessionFactory;
	}

	Set<Integer> encounterTypes(Collection<String> uuids) {
		return ids("select t.encounterTypeId from EncounterType t where t.uuid in (:uuids)", uuids);
	}

	Set<Integer> allEncounterTypes() {
		return new HashSet<>(session().createQuery("select t.encounterTypeId from EncounterType t", Integer.class).list());
	}

	Set<Integer> forms(Collection<String> uuids) {
		return ids("select f.formId from Form f where f.uuid in (:uuids)", uuids);
	}

	Set<Integer> visitTypes(Collection<String> uuids) {
		return ids("select t.visitTypeId from VisitType t where t.uuid in (:uuids)", uuids);
	}

	/** Of cohorts in use. */
	Set<Integer> groups(Collection<String> uuids) {
		return ids("select c.cohortId from Cohort c where c.voided = false and c.uuid in (:uuids)", uuids);
	}

	/** With all that lie below them. */
	Set<Integer> locationsWithDescendants(Collection<String> uuids) {
		return new LocationTree(session()).withDescendants(uuids);
	}

	/** The concept with the uuid, or all that map to {@code source:code}; the source by its name or HL7 code. */
	Set<Integer> concepts(Collection<String> references) {
		Set<Integer> found = new HashSet<>();
		for (String reference : references) {
			int colon = reference.indexOf(':');
			if (colon < 0) {
				found.addAll(ids("select c.conceptId from Concept c where c.uuid in (:uuids)",
					Collections.singleton(reference)));
			} else {
				found.addAll(session()
					.createQuery("select m.concept.conceptId from ConceptMap m join m.conceptReferenceTerm t"
						+ " join t.conceptSource s where t.code = :code"
						+ " and (lower(s.name) = :source or lower(s.hl7Code) = :source)",
						Integer.class)
					.setParameter("code", reference.substring(colon + 1).trim())
					.setParameter("source", reference.substring(0, colon).trim().toLowerCase(Locale.ROOT)).list());
			}
		}
		return found;
	}

	/** The protocol with the uuid; null: there is none. */
	Integer protocol(String uuid) {
		return session().createQuery("select p.id from retention.FollowUpProtocol p where p.uuid = :uuid", Integer.class)
			.setParameter("uuid", uuid).uniqueResult();
	}

	private Set<Integer> ids(String hql, Collection<String> uuids) {
		if (uuids.isEmpty()) {
			return Collections.emptySet();
		}
		return new HashSet<>(session().createQuery(hql, Integer.class).setParameterList("uuids", uuids).list());
	}

	private Session session() {
		return sessionFactory.getCurrentSession();
	}
}
