/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata;

import java.util.List;
import java.util.Locale;
import javax.persistence.criteria.CriteriaBuilder;
import javax.persistence.criteria.CriteriaQuery;
import javax.persistence.criteria.Root;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;
import org.openmrs.Concept;
import org.openmrs.ConceptClass;
import org.openmrs.ConceptDatatype;
import org.openmrs.ConceptName;
import org.openmrs.EncounterRole;
import org.openmrs.EncounterType;
import org.openmrs.Form;
import org.openmrs.Location;
import org.openmrs.User;
import org.openmrs.VisitType;
import org.openmrs.module.retention.metadata.source.CsvRow;
import org.openmrs.module.retention.metadata.source.PackageFormats;
import org.openmrs.module.retention.metadata.source.PackageItem;
import org.openmrs.module.retention.metadata.source.PackageProblem;

/** Whether the host holds what a package refers to. Asks no privilege and shows nothing of what it finds. */
class HostReferences {

	private final SessionFactory sessionFactory;

	HostReferences(SessionFactory sessionFactory) {
		this.sessionFactory = sessionFactory;
	}

	boolean hasEncounterType(String uuid, LoadContents contents) {
		return contents.define(PackageFormats.ENCOUNTER_TYPES, uuid) || has(EncounterType.class, "uuid", uuid);
	}

	boolean hasForm(String uuid) {
		return has(Form.class, "uuid", uuid);
	}

	boolean hasVisitType(String uuid) {
		return has(VisitType.class, "uuid", uuid);
	}

	boolean hasGroup(String uuid) {
		return count("select count(*) from Cohort c where c.voided = false and c.uuid = ?1", uuid) > 0;
	}

	boolean hasLocation(String uuid) {
		return has(Location.class, "uuid", uuid);
	}

	boolean hasEncounterRole(String uuid) {
		return has(EncounterRole.class, "uuid", uuid);
	}

	boolean hasUser(String uuid) {
		return has(User.class, "uuid", uuid);
	}

	boolean hasRole(String name) {
		return count("select count(*) from Role r where r.role = ?1", name) > 0;
	}

	boolean hasPrivilege(String name) {
		return count("select count(*) from Privilege p where p.privilege = ?1", name) > 0;
	}

	boolean hasConceptClass(String name) {
		return has(ConceptClass.class, "name", name);
	}

	boolean hasConceptDatatype(String name) {
		return has(ConceptDatatype.class, "name", name);
	}

	/** @param reference a uuid or {@code source:code} */
	boolean hasConcept(String reference, LoadContents contents) {
		if (contents.define(PackageFormats.CONCEPTS, reference) || has(Concept.class, "uuid", reference)) {
			return true;
		}
		int colon = reference.indexOf(':');
		return colon > 0 && count("select count(*) from ConceptMap m join m.conceptReferenceTerm t join t.conceptSource s"
			+ " where t.code = ?1 and (lower(s.name) = lower(?2) or lower(s.hl7Code) = lower(?2))",
			reference.substring(colon + 1).trim(), reference.substring(0, colon).trim()) > 0;
	}

	/** Of a concept that the server has; null: it has none, or not yet. */
	ConceptDatatype datatypeOf(String reference) {
		int colon = reference.indexOf(':');
		List<ConceptDatatype> found = colon < 0
			? sessionFactory.getCurrentSession()
				.createQuery("select c.datatype from Concept c where c.uuid = ?1", ConceptDatatype.class)
				.setParameter(1, reference).list()
			: sessionFactory.getCurrentSession()
				.createQuery(
					"select m.concept.datatype from ConceptMap m join m.conceptReferenceTerm t join t.conceptSource s"
						+ " where t.code = ?1 and (lower(s.name) = lower(?2) or lower(s.hl7Code) = lower(?2))",
					ConceptDatatype.class)
				.setParameter(1, reference.substring(colon + 1).trim()).setParameter(2, reference.substring(0, colon).trim())
				.list();
		return found.isEmpty() ? null : found.get(0);
	}

	/** Whether a concept in use has the name in the locale, where a second one could not be saved. */
	boolean hasConceptNamed(String name, Locale locale) {
		List<ConceptName> names = sessionFactory.getCurrentSession().createQuery("select n from ConceptName n"
			+ " where n.voided = false and n.concept.retired = false and lower(n.name) = lower(?1) and n.locale = ?2",
			ConceptName.class).setParameter(1, name).setParameter(2, locale).list();
		return names.stream().anyMatch(n -> n.isFullySpecifiedName() || Boolean.TRUE.equals(n.getLocalePreferred()));
	}

	/**
	 * Whether to create what a row defines: yes, unless there is one with its uuid, which is then the administrator's, or
	 * one with its name, which is a warning.
	 */
	PackageChange.Action planByUuidAndName(Class<?> type, PackageItem item, List<PackageProblem> warnings) {
		if (((CsvRow) item.getDefinition()).isRetired() || has(type, "uuid", item.getKey())) {
			return PackageChange.Action.NONE;
		}
		if (has(type, "name", item.getName())) {
			warnings.add(PackageProblem.warning(item.getLine(), "name", "retention.metadata.warning.name-taken",
				item.getName()));
			return PackageChange.Action.NONE;
		}
		return PackageChange.Action.CREATE;
	}

	boolean has(Class<?> type, String property, Object value) {
		CriteriaBuilder builder = sessionFactory.getCurrentSession().getCriteriaBuilder();
		CriteriaQuery<Long> query = builder.createQuery(Long.class);
		Root<?> row = query.from(type);
		query.select(builder.count(row)).where(builder.equal(row.get(property), value));
		return sessionFactory.getCurrentSession().createQuery(query).getSingleResult() > 0;
	}

	private long count(String hql, Object... values) {
		Query<Long> query = sessionFactory.getCurrentSession().createQuery(hql, Long.class);
		for (int i = 0; i < values.length; i++) {
			query.setParameter(i + 1, values[i]);
		}
		return query.getSingleResult();
	}
}
