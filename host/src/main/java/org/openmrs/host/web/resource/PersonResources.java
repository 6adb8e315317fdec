/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.web.resource;

import static org.openmrs.host.web.resource.Description.VERSIONS;
import static org.openmrs.util.PrivilegeConstants.GET_PERSONS;
import static org.openmrs.util.PrivilegeConstants.GET_RELATIONSHIPS;

import java.util.List;
import java.util.Set;

import lombok.AccessLevel;
import lombok.NoArgsConstructor;
import org.openmrs.Person;
import org.openmrs.PersonAddress;
import org.openmrs.PersonAttribute;
import org.openmrs.PersonAttributeType;
import org.openmrs.PersonName;
import org.openmrs.Relationship;
import org.openmrs.RelationshipType;
import org.openmrs.api.PersonService;
import org.openmrs.api.context.Context;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.ConversionUtil;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.RestUtil;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.PropertySetter;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.annotation.SubResource;
import org.openmrs.module.webservices.rest.web.representation.FullRepresentation;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.api.PageableResult;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;
import org.openmrs.module.webservices.rest.web.resource.impl.EmptySearchResult;
import org.openmrs.module.webservices.rest.web.resource.impl.NeedsPaging;

@NoArgsConstructor(access = AccessLevel.PRIVATE)
class PersonResources {

	private static final String DEATH = " dead deathDate causeOfDeath causeOfDeathNonCoded deathdateEstimated";

	private static final String LINES = "preferred address1 address2 cityVillage stateProvince country postalCode "
		+ "countyDistrict address3 address4 address5 address6 startDate endDate latitude longitude";

	private static PersonService service() {
		return Context.getPersonService();
	}

	@Resource(name = "v1/person", supportedClass = Person.class, supportedOpenmrsVersions = VERSIONS)
	@Words(service = PersonService.class, privilege = GET_PERSONS, version = "1.11", shown = "uuid display gender age birthdate birthdateEstimated dead deathDate causeOfDeath^ preferredName=personName^ "
		+ "preferredAddress=personAddress^ +names +addresses attributes=activeAttributes^ voided +auditInfo "
		+ "birthtime deathdateEstimated +causeOfDeathNonCoded", settable = "names! gender! age birthdate birthdateEstimated birthtime"
			+ DEATH + " addresses attributes", display = "personName.fullName")
	public static class Persons extends CoreResource<Person> {

		@Override
		public DelegatingResourceDescription getUpdatableProperties() {
			return Description.settable("age gender birthdate birthdateEstimated birthtime preferredName preferredAddress "
				+ "addresses attributes names" + DEATH);
		}

		/** A person that is also a patient has been made twice: as a person, and as a patient. */
		@Override
		public SimpleObject getAuditInfo(Object delegate) {
			Person person = (Person) delegate;
			return super.getAuditInfo(person)
				.add("creator", ConversionUtil.convertToRepresentation(person.getPersonCreator(), Representation.REF))
				.add("dateCreated",
					ConversionUtil.convertToRepresentation(person.getPersonDateCreated(), Representation.DEFAULT));
		}

		@PropertyGetter("names")
		public static Set<PersonName> getNames(Person person) {
			return RestUtil.removeVoidedData(person.getNames());
		}

		@PropertySetter("names")
		public static void setNames(Person person, List<PersonName> names) {
			person.getNames().forEach(existing -> existing.setPreferred(false));
			if (names.stream().noneMatch(PersonName::getPreferred)) {
				names.get(0).setPreferred(true);
			}
			names.forEach(person::addName);
		}

		@PropertyGetter("addresses")
		public static Set<PersonAddress> getAddresses(Person person) {
			return RestUtil.removeVoidedData(person.getAddresses());
		}

		@PropertySetter("addresses")
		public static void setAddresses(Person person, List<PersonAddress> addresses) {
			person.getAddresses().forEach(existing -> existing.setPreferred(false));
			if (addresses.stream().noneMatch(PersonAddress::getPreferred)) {
				addresses.get(0).setPreferred(true);
			}
			addresses.forEach(person::addAddress);
		}

		/** One value per type; an attribute without a value removes it. */
		@PropertySetter("attributes")
		public static void setAttributes(Person person, List<PersonAttribute> attributes) {
			for (PersonAttribute attribute : attributes) {
				PersonAttribute existing = person.getAttribute(attribute.getAttributeType());
				if (existing == null) {
					person.addAttribute(attribute);
				} else if (attribute.getValue() == null) {
					person.removeAttribute(existing);
				} else {
					existing.setValue(attribute.getValue());
				}
			}
		}
	}

	@SubResource(parent = Persons.class, path = "name", supportedClass = PersonName.class, supportedOpenmrsVersions = VERSIONS)
	@Words(service = PersonService.class, shown = "display uuid givenName middleName familyName familyName2 +preferred +prefix +familyNamePrefix "
		+ "+familyNameSuffix +degree voided +auditInfo", settable = "givenName! familyName middleName familyName2 preferred prefix familyNamePrefix familyNameSuffix degree", display = "fullName")
	public static class Names extends CoreSubResource<PersonName, Person, Persons> {
	}

	@SubResource(parent = Persons.class, path = "address", supportedClass = PersonAddress.class, supportedOpenmrsVersions = VERSIONS)
	@Words(service = PersonService.class, version = "2.0", shown = "display uuid " + LINES + " voided +auditInfo "
		+ Words.MORE_LINES, settable = LINES, absent = Words.MORE_LINES, display = "address1")
	public static class Addresses extends CoreSubResource<PersonAddress, Person, Persons> {

		@Override
		public PersonAddress save(PersonAddress address) {
			if (address.getPreferred()) {
				address.getPerson().getAddresses().forEach(other -> other.setPreferred(false));
			}
			return super.save(address);
		}
	}

	@SubResource(parent = Persons.class, path = "attribute", supportedClass = PersonAttribute.class, supportedOpenmrsVersions = VERSIONS)
	@Words(service = PersonService.class, shown = "display uuid value attributeType~ voided +auditInfo", settable = "attributeType! value", display = "value")
	public static class Attributes extends CoreSubResource<PersonAttribute, Person, Persons> {

		@Override
		protected void delete(PersonAttribute attribute, String reason, RequestContext context) {
			attribute.voidAttribute(reason);
			saveParent(attribute.getPerson());
		}

		/** An unknown type arrives as none, which ends in the same error text as on the platform. */
		@PropertySetter("attributeType")
		public void setAttributeType(PersonAttribute attribute, PersonAttributeType attributeType) {
			attribute.setAttributeType(service().getPersonAttributeTypeByUuid(attributeType.getUuid()));
		}
	}

	@Resource(name = "v1/relationship", supportedClass = Relationship.class, supportedOpenmrsVersions = VERSIONS)
	@Words(service = PersonService.class, privilege = GET_RELATIONSHIPS, version = "1.9", shown = "uuid display personA relationshipType^ personB voided +auditInfo startDate endDate", settable = "personA! relationshipType! personB! startDate endDate")
	public static class Relationships extends CoreResource<Relationship> {

		@Override
		public String getDisplayString(Relationship relationship) {
			RelationshipType type = relationship.getRelationshipType();
			return relationship.getPersonA().getGivenName() + " is the " + (type == null ? "NULL" : type.getaIsToB())
				+ " of " + relationship.getPersonB().getGivenName();
		}

		/** Both ends are shown as persons, patients or not. */
		@Override
		public DelegatingResourceDescription getRepresentationDescription(Representation rep) {
			DelegatingResourceDescription description = super.getRepresentationDescription(rep);
			if (description != null) {
				Representation nested = rep instanceof FullRepresentation ? Representation.DEFAULT : Representation.REF;
				description.addProperty("personA", nested, Person.class);
				description.addProperty("personB", nested, Person.class);
			}
			return description;
		}

		@Override
		protected PageableResult doSearch(RequestContext context) {
			Person person = context.getParameter("person") == null ? null
				: service().getPersonByUuid(context.getParameter("person"));
			return person == null ? new EmptySearchResult()
				: new NeedsPaging<>(service().getRelationshipsByPerson(person), context);
		}
	}
}
