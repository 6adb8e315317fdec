/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.web.resource;

import static org.openmrs.host.web.resource.Description.VERSIONS;
import static org.openmrs.util.PrivilegeConstants.GET_CONCEPTS;

import java.util.ArrayList;
import java.util.List;

import lombok.AccessLevel;
import lombok.NoArgsConstructor;
import org.openmrs.Concept;
import org.openmrs.ConceptDescription;
import org.openmrs.ConceptName;
import org.openmrs.api.ConceptService;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.annotation.SubResource;

/** Concepts with names, descriptions and answers; no search, no sets, no numeric ranges. */
@NoArgsConstructor(access = AccessLevel.PRIVATE)
class ConceptResources {

	@Resource(name = "v1/concept", supportedClass = Concept.class, supportedOpenmrsVersions = VERSIONS)
	@Words(service = ConceptService.class, privilege = GET_CONCEPTS, version = "2.0", display = "name.name")
	@Shown("uuid display name datatype^ conceptClass^ set version retired names^ descriptions^ mappings^ answers^ "
		+ "+auditInfo")
	public static class Concepts extends CoreResource<Concept> {

		@PropertyGetter("mappings")
		public static Object getMappings(Concept concept) {
			return new ArrayList<>(concept.getConceptMappings());
		}

		@PropertyGetter("answers")
		public static Object getAnswers(Concept concept) {
			List<Concept> answers = new ArrayList<>();
			concept.getAnswers(false).forEach(answer -> answers.add(answer.getAnswerConcept()));
			return answers;
		}
	}

	@SubResource(parent = Concepts.class, path = "name", supportedClass = ConceptName.class, supportedOpenmrsVersions = VERSIONS)
	@Words(service = ConceptService.class, version = "1.9")
	@Shown("display uuid name locale localePreferred conceptNameType +auditInfo")
	public static class Names extends CoreSubResource<ConceptName, Concept, Concepts> {

		@PropertyGetter("locale")
		public String getLocaleAsString(ConceptName name) {
			return name.getLocale() == null ? "" : name.getLocale().toString();
		}
	}

	@SubResource(parent = Concepts.class, path = "description", supportedClass = ConceptDescription.class, supportedOpenmrsVersions = VERSIONS)
	@Words(service = ConceptService.class, version = "1.9", display = "description")
	@Shown("display uuid description locale +auditInfo")
	public static class Descriptions extends CoreSubResource<ConceptDescription, Concept, Concepts> {
	}
}
