/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import javax.persistence.criteria.CriteriaBuilder;
import javax.persistence.criteria.CriteriaQuery;
import javax.persistence.criteria.JoinType;
import javax.persistence.criteria.Predicate;
import javax.persistence.criteria.Root;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.openmrs.module.retention.contact.ContactProfile;
import org.openmrs.module.retention.shared.Page;

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
				.createQuery("select p.patient.personId, p.endedOn from retention.ContactProfile p"
					+ " where p.patient.personId in (:patients) and p.voided = false and p.relationship = :ended",
					Object[].class)
				.setParameterList("patients", patients).setParameter("ended", ContactProfile.Relationship.ENDED).list()
				.forEach(row -> agreements.ended((Integer) row[0], row[1] == null ? LocalDate.MAX : (LocalDate) row[1]));
			session()
				.createQuery("select o.patient.personId, o.protocol.id, o.interval from retention.RecallOverride o"
					+ " where o.patient.personId in (:patients) and o.voided = false order by o.id",
					Object[].class)
				.setParameterList("patients", patients).list()
				.forEach(row -> agreements.agreed((Integer) row[0], (Integer) row[1], Period.parse((String) row[2])));
		}
		return agreements;
	}

	/** How those of the patients are to be contacted who were said to have left the clinic. */
	List<ContactProfile> left(Collection<Integer> patients) {
		if (patients.isEmpty()) {
			return Collections.emptyList();
		}
		return session().createQuery("select p from retention.ContactProfile p where p.patient.personId in (:patients)"
			+ " and p.voided = false and p.endedOn is not null", ContactProfile.class)
			.setParameterList("patients", patients).list();
	}

	RecallOverride override(String uuid) {
		return session().createQuery("from retention.RecallOverride o where o.uuid = :uuid", RecallOverride.class)
			.setParameter("uuid", uuid).uniqueResult();
	}

	/** The newest first. */
	List<RecallOverride> overrides(RecallOverrideSearch search, Page page) {
		CriteriaBuilder builder = session().getCriteriaBuilder();
		CriteriaQuery<RecallOverride> query = builder.createQuery(RecallOverride.class);
		Root<RecallOverride> override = query.from(RecallOverride.class);
		override.fetch("patient", JoinType.LEFT);
		override.fetch("protocol");
		query.select(override).where(restrict(search, builder, override)).orderBy(builder.desc(override.get("id")));
		return session().createQuery(query).setFirstResult(page.getStart()).setMaxResults(page.getSize()).getResultList();
	}

	long count(RecallOverrideSearch search) {
		CriteriaBuilder builder = session().getCriteriaBuilder();
		CriteriaQuery<Long> query = builder.createQuery(Long.class);
		Root<RecallOverride> override = query.from(RecallOverride.class);
		query.select(builder.count(override)).where(restrict(search, builder, override));
		return session().createQuery(query).getSingleResult();
	}

	void add(RecallOverride override) {
		session().persist(override);
		flush();
	}

	void flush() {
		session().flush();
	}

	private static Predicate[] restrict(RecallOverrideSearch search, CriteriaBuilder builder,
		Root<RecallOverride> override) {
		List<Predicate> all = new ArrayList<>();
		if (!search.isIncludeVoided()) {
			all.add(builder.isFalse(override.get("voided")));
		}
		if (search.getPatient() != null) {
			all.add(builder.equal(override.get("patient"), search.getPatient()));
		}
		if (search.getProtocol() != null) {
			all.add(builder.equal(override.get("protocol"), search.getProtocol()));
		}
		return all.toArray(new Predicate[0]);
	}

	private Session session() {
		return sessionFactory.getCurrentSession();
	}
}
