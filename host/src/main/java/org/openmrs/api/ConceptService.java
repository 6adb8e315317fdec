/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.api;

import static org.openmrs.util.PrivilegeConstants.*;

import java.util.List;

import org.openmrs.Concept;
import org.openmrs.ConceptClass;
import org.openmrs.ConceptDatatype;
import org.openmrs.annotation.Authorized;

public interface ConceptService extends OpenmrsService {

	@Authorized(MANAGE_CONCEPTS)
	Concept saveConcept(Concept concept);

	@Authorized(GET_CONCEPTS)
	Concept getConcept(Integer conceptId);

	@Authorized(GET_CONCEPTS)
	Concept getConcept(String conceptIdOrName);

	@Authorized(GET_CONCEPTS)
	Concept getConceptByUuid(String uuid);

	@Authorized(GET_CONCEPTS)
	Concept getConceptByMapping(String code, String sourceName);

	@Authorized(GET_CONCEPTS)
	List<Concept> getConceptsByMapping(String code, String sourceName);

	@Authorized(GET_CONCEPTS)
	List<Concept> getConceptsByName(String name);

	@Authorized(GET_CONCEPTS)
	Concept getTrueConcept();

	@Authorized(GET_CONCEPTS)
	Concept getFalseConcept();

	@Authorized(GET_CONCEPTS)
	void checkIfLocked();

	@Authorized(GET_CONCEPT_CLASSES)
	ConceptClass getConceptClassByUuid(String uuid);

	@Authorized(GET_CONCEPT_CLASSES)
	ConceptClass getConceptClassByName(String name);

	@Authorized(GET_CONCEPT_DATATYPES)
	ConceptDatatype getConceptDatatypeByUuid(String uuid);

	@Authorized(GET_CONCEPT_DATATYPES)
	ConceptDatatype getConceptDatatypeByName(String name);
}
