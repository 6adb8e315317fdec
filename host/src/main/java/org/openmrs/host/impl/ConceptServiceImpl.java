/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.impl;

import java.util.List;

import org.apache.commons.lang3.StringUtils;
import org.openmrs.Concept;
import org.openmrs.ConceptName;
import org.openmrs.api.ConceptService;
import org.openmrs.api.ConceptsLockedException;
import org.openmrs.api.context.Context;
import org.openmrs.util.OpenmrsConstants;
import org.openmrs.util.PrivilegeConstants;

public abstract class ConceptServiceImpl extends HostService implements ConceptService {

	@Override
	public Concept saveConcept(Concept concept) {
		checkIfLocked();
		return dao.save(concept);
	}

	@Override
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
	public Concept getConceptByMapping(String code, String sourceName) {
		List<Concept> found = getConceptsByMapping(code, sourceName);
		return found.isEmpty() ? null : found.get(0);
	}

	@Override
	public List<Concept> getConceptsByMapping(String code, String sourceName) {
		return dao.list(Concept.class, "exists (select m from ConceptMap m where m.concept = e"
			+ " and lower(m.conceptReferenceTerm.code) = lower(?1)"
			+ " and (lower(m.conceptReferenceTerm.conceptSource.name) = lower(?2)"
			+ " or lower(m.conceptReferenceTerm.conceptSource.hl7Code) = lower(?2))) order by e.retired, e.conceptId",
			code, sourceName);
	}

	@Override
	public List<Concept> getConceptsByName(String name) {
		return dao.list(Concept.class, "e.retired = false and exists (select n from ConceptName n where n.concept = e"
			+ " and n.voided = false and lower(n.name) = lower(?1)) order by e.conceptId", name);
	}

	@Override
	public Concept getConcept(String conceptIdOrName) {
		return StringUtils.isNumeric(conceptIdOrName) ? getConcept(Integer.valueOf(conceptIdOrName))
			: getConceptsByName(conceptIdOrName).stream().findFirst().orElse(null);
	}

	@Override
	public Concept getTrueConcept() {
		return getConcept(setting(OpenmrsConstants.GLOBAL_PROPERTY_TRUE_CONCEPT));
	}

	@Override
	public Concept getFalseConcept() {
		return getConcept(setting(OpenmrsConstants.GLOBAL_PROPERTY_FALSE_CONCEPT));
	}
}
