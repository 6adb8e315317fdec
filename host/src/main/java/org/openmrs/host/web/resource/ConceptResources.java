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
import org.openmrs.api.context.Context;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.PropertySetter;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.annotation.SubResource;

/** Concepts with names, descriptions and answers; no search, no sets, no numeric ranges. */
@NoArgsConstructor(access = AccessLevel.PRIVATE)
class ConceptResources {

	private static ConceptService service() {
		return Context.getConceptService();
	}

	@Resource(name = "v1/concept", supportedClass = Concept.class, supportedOpenmrsVersions = VERSIONS)
	@Words(service = ConceptService.class, privilege = GET_CONCEPTS, version = "2.0", shown = "uuid display name datatype^ conceptClass^ set version retired names^ descriptions^ "
		+ "mappings^ answers^ setMembers^ +auditInfo", settable = "names! datatype! conceptClass! descriptions version answers", absent = "setMembers", display = "name.name")
	public static class Concepts extends CoreResource<Concept> {

		/** By uuid or by {@code source:code}. */
		@Override
		public Concept getByUniqueId(String reference) {
			String[] mapping = reference.split(":");
			return mapping.length < 2 ? service().getConceptByUuid(reference)
				: service().getConceptByMapping(mapping[1], mapping[0]);
		}

		@PropertyGetter("mappings")
		public static Object getMappings(Concept concept) {
			return new ArrayList<>(concept.getConceptMappings());
		}

		@PropertySetter("names")
		public static void setNames(Concept concept, List<ConceptName> names) {
			names.forEach(concept::addName);
		}

		@PropertyGetter("answers")
		public static Object getAnswers(Concept concept) {
			List<Concept> answers = new ArrayList<>();
			concept.getAnswers(false).forEach(answer -> answers.add(answer.getAnswerConcept()));
			return answers;
		}
	}

	@SubResource(parent = Concepts.class, path = "name", supportedClass = ConceptName.class, supportedOpenmrsVersions = VERSIONS)
	@Words(service = ConceptService.class, version = "1.9", shown = "display uuid name locale localePreferred conceptNameType +auditInfo", settable = "name! locale! localePreferred conceptNameType")
	public static class Names extends CoreSubResource<ConceptName, Concept, Concepts> {

		@PropertyGetter("locale")
		public String getLocaleAsString(ConceptName name) {
			return name.getLocale() == null ? "" : name.getLocale().toString();
		}
	}

	@SubResource(parent = Concepts.class, path = "description", supportedClass = ConceptDescription.class, supportedOpenmrsVersions = VERSIONS)
	@Words(service = ConceptService.class, version = "1.9", shown = "display uuid description locale +auditInfo", settable = "description! locale!", display = "description")
	public static class Descriptions extends CoreSubResource<ConceptDescription, Concept, Concepts> {
	}
}
