/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.web.resource;

import static org.openmrs.host.web.resource.Description.VERSIONS;
import static org.openmrs.util.PrivilegeConstants.GET_PERSONS;
import static org.openmrs.util.PrivilegeConstants.GET_RELATIONSHIPS;
import static org.openmrs.util.PrivilegeConstants.GET_RELATIONSHIP_TYPES;

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
import org.openmrs.module.webservices.rest.web.RestUtil;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.PropertySetter;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.annotation.SubResource;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;

@NoArgsConstructor(access = AccessLevel.PRIVATE)
class PersonResources {

	private static final String DEATH = " dead deathDate causeOfDeath causeOfDeathNonCoded deathdateEstimated";

	private static PersonService service() {
		return Context.getPersonService();
	}

	@Resource(name = "v1/person", supportedClass = Person.class, supportedOpenmrsVersions = VERSIONS)
	@Words(service = PersonService.class, privilege = GET_PERSONS, version = "1.11")
	@Shown("uuid display gender age birthdate birthdateEstimated dead deathDate causeOfDeath^ "
		+ "preferredName=personName^ preferredAddress=personAddress^ +names +addresses attributes=activeAttributes^ "
		+ "voided +auditInfo birthtime deathdateEstimated +causeOfDeathNonCoded")
	@Settable("names! gender! age birthdate birthdateEstimated birthtime" + DEATH + " addresses attributes")
	public static class Persons extends CoreResource<Person> {

		@Override
		public String getDisplayString(Person person) {
			return person.getPersonName() == null ? "" : person.getPersonName().getFullName();
		}

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

		/** One value per type. */
		@PropertySetter("attributes")
		public static void setAttributes(Person person, List<PersonAttribute> attributes) {
			for (PersonAttribute attribute : attributes) {
				PersonAttribute existing = person.getAttribute(attribute.getAttributeType());
				if (existing == null) {
					person.addAttribute(attribute);
				} else {
					existing.setValue(attribute.getValue());
				}
			}
		}
	}

	@SubResource(parent = Persons.class, path = "name", supportedClass = PersonName.class, supportedOpenmrsVersions = VERSIONS)
	@Words(service = PersonService.class, display = "fullName")
	@Shown("display uuid givenName middleName familyName familyName2 +preferred +prefix +familyNamePrefix "
		+ "+familyNameSuffix +degree voided +auditInfo")
	@Settable("givenName! familyName middleName familyName2 preferred prefix familyNamePrefix familyNameSuffix degree")
	public static class Names extends CoreSubResource<PersonName, Person, Persons> {
	}

	@SubResource(parent = Persons.class, path = "attribute", supportedClass = PersonAttribute.class, supportedOpenmrsVersions = VERSIONS)
	@Words(service = PersonService.class, display = "value")
	@Shown("display uuid value attributeType~ voided +auditInfo")
	@Settable("attributeType! value")
	public static class Attributes extends CoreSubResource<PersonAttribute, Person, Persons> {

		/** An unknown type arrives as none, which ends in the same error text as on the platform. */
		@PropertySetter("attributeType")
		public void setAttributeType(PersonAttribute attribute, PersonAttributeType attributeType) {
			attribute.setAttributeType(service().getPersonAttributeTypeByUuid(attributeType.getUuid()));
		}
	}

	@Resource(name = "v1/relationshiptype", supportedClass = RelationshipType.class, supportedOpenmrsVersions = VERSIONS)
	@Words(service = PersonService.class, privilege = GET_RELATIONSHIP_TYPES, absent = "displayAIsToB displayBIsToA")
	@Shown("uuid display description aIsToB bIsToA retired +weight +auditInfo")
	public static class RelationshipTypes extends CoreResource<RelationshipType> {

		@Override
		public String getDisplayString(RelationshipType type) {
			return type.getaIsToB() + "/" + type.getbIsToA();
		}
	}

	@Resource(name = "v1/relationship", supportedClass = Relationship.class, supportedOpenmrsVersions = VERSIONS)
	@Words(service = PersonService.class, privilege = GET_RELATIONSHIPS, version = "1.9")
	@Shown("uuid display personA^ relationshipType^ personB^ voided +auditInfo startDate endDate")
	@Settable("personA! relationshipType! personB! startDate endDate")
	public static class Relationships extends CoreResource<Relationship> {

		@Override
		public String getDisplayString(Relationship relationship) {
			return relationship.getPersonA().getGivenName() + " is the " + relationship.getRelationshipType().getaIsToB()
				+ " of " + relationship.getPersonB().getGivenName();
		}
	}
}
