/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.web.resource;

import static org.openmrs.host.web.resource.Description.VERSIONS;

import java.util.ArrayList;
import java.util.List;

import org.openmrs.Concept;
import org.openmrs.ConceptAnswer;
import org.openmrs.ConceptDescription;
import org.openmrs.ConceptName;
import org.openmrs.api.ConceptService;
import org.openmrs.api.context.Context;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.PropertySetter;
import org.openmrs.module.webservices.rest.web.annotation.RepHandler;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.annotation.SubResource;
import org.openmrs.module.webservices.rest.web.representation.RefRepresentation;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.api.PageableResult;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingCrudResource;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;
import org.openmrs.module.webservices.rest.web.resource.impl.NeedsPaging;
import org.openmrs.module.webservices.rest.web.response.ResourceDoesNotSupportOperationException;
import org.openmrs.util.PrivilegeConstants;

/** Concepts with names, descriptions and answers; no search, no sets, no numeric ranges. */
class ConceptResources {

	private ConceptResources() {
	}

	private static ConceptService service() {
		return Context.getConceptService();
	}

	@Resource(name = "v1/concept", supportedClass = Concept.class, supportedOpenmrsVersions = VERSIONS)
	public static class Concepts extends DelegatingCrudResource<Concept> {

		@Override
		public String getRequiredGetPrivilege() {
			return PrivilegeConstants.GET_CONCEPTS;
		}

		@Override
		public String getResourceVersion() {
			return "2.0";
		}

		@Override
		public DelegatingResourceDescription getRepresentationDescription(Representation rep) {
			return Description.of(rep, "uuid display name datatype^ conceptClass^ set version retired names^ descriptions^ "
				+ "mappings^ answers^ setMembers^ +auditInfo");
		}

		@Override
		public DelegatingResourceDescription getCreatableProperties() {
			return Description.settable("names! datatype! conceptClass! descriptions version answers");
		}

		@RepHandler(RefRepresentation.class)
		public SimpleObject asRef(Concept concept) {
			DelegatingResourceDescription description = Description.settable("uuid display");
			if (concept.getRetired()) {
				description.addProperty("retired");
			}
			return convertDelegateToRepresentation(concept, description.addSelfLink());
		}

		@Override
		public Concept newDelegate() {
			return new Concept();
		}

		/** By uuid or by {@code source:code}. */
		@Override
		public Concept getByUniqueId(String reference) {
			String[] mapping = reference.split(":");
			return mapping.length < 2 ? service().getConceptByUuid(reference)
				: service().getConceptByMapping(mapping[1], mapping[0]);
		}

		@Override
		public Concept save(Concept concept) {
			return service().saveConcept(concept);
		}

		@Override
		protected void delete(Concept concept, String reason, RequestContext context) {
			if (!concept.getRetired()) {
				service().retireConcept(concept, reason);
			}
		}

		@Override
		public void purge(Concept concept, RequestContext context) {
			service().purgeConcept(concept);
		}

		@PropertyGetter("display")
		public String getDisplayString(Concept concept) {
			return concept.getName() == null ? concept.toString() : concept.getName().getName();
		}

		@PropertyGetter("mappings")
		public static Object getMappings(Concept concept) {
			return new ArrayList<>(concept.getConceptMappings());
		}

		@PropertySetter("names")
		public static void setNames(Concept concept, List<ConceptName> names) {
			names.forEach(concept::addName);
		}

		@PropertySetter("descriptions")
		public static void setDescriptions(Concept concept, List<ConceptDescription> descriptions) {
			descriptions.forEach(concept::addDescription);
		}

		@PropertyGetter("answers")
		public static Object getAnswers(Concept concept) {
			List<Concept> answers = new ArrayList<>();
			concept.getAnswers(false).forEach(answer -> answers.add(answer.getAnswerConcept()));
			return answers;
		}

		@PropertySetter("answers")
		public static void setAnswers(Concept concept, List<String> uuids) {
			for (String uuid : uuids) {
				Concept answer = service().getConceptByUuid(uuid);
				if (answer == null) {
					throw new ResourceDoesNotSupportOperationException(
						"There is no concept or drug with given uuid: " + uuid);
				}
				concept.addAnswer(new ConceptAnswer(answer));
			}
		}

		@Override
		protected PageableResult doGetAll(RequestContext context) {
			List<Concept> concepts = new ArrayList<>(service().getAllConcepts());
			concepts.removeIf(concept -> concept.getRetired() && !context.getIncludeAll());
			return new NeedsPaging<>(concepts, context);
		}

		@Override
		protected PageableResult doSearch(RequestContext context) {
			return new NeedsPaging<>(service().getConceptsByName(context.getParameter("q")), context);
		}
	}

	@SubResource(parent = Concepts.class, path = "name", supportedClass = ConceptName.class, supportedOpenmrsVersions = VERSIONS)
	public static class Names extends CoreSubResource<ConceptName, Concept, Concepts> {

		public Names() {
			super("1.9", "display uuid name locale localePreferred conceptNameType +auditInfo",
				"name! locale! localePreferred conceptNameType",
				new Access<>(ConceptName::new, uuid -> service().getConceptNameByUuid(uuid), name -> {
					name.getConcept().addName(name);
					service().saveConcept(name.getConcept());
					return name;
				}, name -> {
					name.getConcept().removeName(name);
					service().saveConcept(name.getConcept());
				}));
		}

		@Override
		public Concept getParent(ConceptName name) {
			return name.getConcept();
		}

		@Override
		public void setParent(ConceptName name, Concept concept) {
			name.setConcept(concept);
		}

		@Override
		public PageableResult doGetAll(Concept concept, RequestContext context) {
			return new NeedsPaging<>(new ArrayList<>(concept.getNames()), context);
		}

		@Override
		protected void delete(ConceptName name, String reason, RequestContext context) {
			throw new ResourceDoesNotSupportOperationException();
		}

		@PropertyGetter("display")
		public String getDisplayString(ConceptName name) {
			return name.getName();
		}

		@PropertyGetter("locale")
		public String getLocaleAsString(ConceptName name) {
			return name.getLocale() == null ? "" : name.getLocale().toString();
		}
	}

	@SubResource(parent = Concepts.class, path = "description", supportedClass = ConceptDescription.class, supportedOpenmrsVersions = VERSIONS)
	public static class Descriptions extends CoreSubResource<ConceptDescription, Concept, Concepts> {

		public Descriptions() {
			super("1.9", "display uuid description locale +auditInfo", "description! locale!",
				new Access<>(ConceptDescription::new, uuid -> null, description -> {
					description.getConcept().addDescription(description);
					service().saveConcept(description.getConcept());
					return description;
				}, description -> {
					throw new ResourceDoesNotSupportOperationException();
				}));
		}

		@Override
		public Concept getParent(ConceptDescription description) {
			return description.getConcept();
		}

		@Override
		public void setParent(ConceptDescription description, Concept concept) {
			description.setConcept(concept);
		}

		@Override
		public PageableResult doGetAll(Concept concept, RequestContext context) {
			return new NeedsPaging<>(new ArrayList<>(concept.getDescriptions()), context);
		}

		@Override
		protected void delete(ConceptDescription description, String reason, RequestContext context) {
			throw new ResourceDoesNotSupportOperationException();
		}

		@PropertyGetter("display")
		public String getDisplayString(ConceptDescription description) {
			return description.getDescription();
		}

		@PropertyGetter("locale")
		public String getLocaleAsString(ConceptDescription description) {
			return description.getLocale() == null ? "" : description.getLocale().toString();
		}
	}
}
