/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.impl;

import java.util.List;

import org.apache.commons.lang3.StringUtils;
import org.openmrs.Concept;
import org.openmrs.ConceptClass;
import org.openmrs.ConceptDatatype;
import org.openmrs.ConceptName;
import org.openmrs.api.ConceptService;
import org.openmrs.api.ConceptsLockedException;
import org.openmrs.api.context.Context;
import org.openmrs.util.OpenmrsConstants;
import org.openmrs.util.PrivilegeConstants;
import org.springframework.transaction.annotation.Transactional;

@Transactional
public class ConceptServiceImpl extends HostService implements ConceptService {

	@Override
	public Concept saveConcept(Concept concept) {
		checkIfLocked();
		return dao.save(concept);
	}

	@Override
	public Concept retireConcept(Concept concept, String reason) {
		checkIfLocked();
		return dao.save(concept);
	}

	@Override
	public void purgeConcept(Concept concept) {
		checkIfLocked();
		dao.delete(concept);
	}

	@Override
	@Transactional(readOnly = true)
	public void checkIfLocked() {
		if (Boolean.parseBoolean(setting(OpenmrsConstants.GLOBAL_PROPERTY_CONCEPTS_LOCKED))) {
			throw new ConceptsLockedException();
		}
	}

	private static String setting(String property) {
		Context.addProxyPrivilege(PrivilegeConstants.GET_GLOBAL_PROPERTIES);
		try {
			return Context.getAdministrationService().getGlobalProperty(property);
		}
		finally {
			Context.removeProxyPrivilege(PrivilegeConstants.GET_GLOBAL_PROPERTIES);
		}
	}

	@Override
	@Transactional(readOnly = true)
	public Concept getConcept(Integer conceptId) {
		return dao.get(Concept.class, conceptId);
	}

	@Override
	@Transactional(readOnly = true)
	public Concept getConcept(String conceptIdOrName) {
		return StringUtils.isNumeric(conceptIdOrName) ? getConcept(Integer.valueOf(conceptIdOrName))
			: getConceptByName(conceptIdOrName);
	}

	@Override
	@Transactional(readOnly = true)
	public Concept getConceptByUuid(String uuid) {
		return dao.byUuid(Concept.class, uuid);
	}

	@Override
	@Transactional(readOnly = true)
	public Concept getConceptByMapping(String code, String sourceName) {
		List<Concept> found = getConceptsByMapping(code, sourceName);
		return found.isEmpty() ? null : found.get(0);
	}

	@Override
	@Transactional(readOnly = true)
	public List<Concept> getConceptsByMapping(String code, String sourceName) {
		return dao.list(Concept.class, "exists (select m from ConceptMap m where m.concept = e"
			+ " and lower(m.conceptReferenceTerm.code) = lower(?1)"
			+ " and (lower(m.conceptReferenceTerm.conceptSource.name) = lower(?2)"
			+ " or lower(m.conceptReferenceTerm.conceptSource.hl7Code) = lower(?2))) order by e.retired, e.conceptId",
			code, sourceName);
	}

	@Override
	@Transactional(readOnly = true)
	public Concept getConceptByName(String name) {
		List<Concept> found = getConceptsByName(name);
		return found.isEmpty() ? null : found.get(0);
	}

	@Override
	@Transactional(readOnly = true)
	public List<Concept> getConceptsByName(String name) {
		return dao.list(Concept.class, "e.retired = false and exists (select n from ConceptName n where n.concept = e"
			+ " and n.voided = false and lower(n.name) = lower(?1)) order by e.conceptId", name);
	}

	@Override
	@Transactional(readOnly = true)
	public List<Concept> getAllConcepts() {
		return dao.list(Concept.class, "1 = 1 order by e.conceptId");
	}

	@Override
	@Transactional(readOnly = true)
	public ConceptName getConceptNameByUuid(String uuid) {
		return dao.byUuid(ConceptName.class, uuid);
	}

	@Override
	@Transactional(readOnly = true)
	public Concept getTrueConcept() {
		return getConcept(setting(OpenmrsConstants.GLOBAL_PROPERTY_TRUE_CONCEPT));
	}

	@Override
	@Transactional(readOnly = true)
	public Concept getFalseConcept() {
		return getConcept(setting(OpenmrsConstants.GLOBAL_PROPERTY_FALSE_CONCEPT));
	}

	@Override
	@Transactional(readOnly = true)
	public ConceptClass getConceptClassByUuid(String uuid) {
		return dao.byUuid(ConceptClass.class, uuid);
	}

	@Override
	@Transactional(readOnly = true)
	public ConceptClass getConceptClassByName(String name) {
		return dao.byName(ConceptClass.class, name);
	}

	@Override
	@Transactional(readOnly = true)
	public ConceptDatatype getConceptDatatypeByUuid(String uuid) {
		return dao.byUuid(ConceptDatatype.class, uuid);
	}

	@Override
	@Transactional(readOnly = true)
	public ConceptDatatype getConceptDatatypeByName(String name) {
		return dao.byName(ConceptDatatype.class, name);
	}
}
