/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.web.resource;

import static org.openmrs.host.web.resource.Description.VERSIONS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Set;

import org.openmrs.Attributable;
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
import org.openmrs.util.PrivilegeConstants;

class PersonResources {

	private PersonResources() {
	}

	private static PersonService service() {
		return Context.getPersonService();
	}

	@Resource(name = "v1/person", supportedClass = Person.class, supportedOpenmrsVersions = VERSIONS)
	public static class Persons extends CoreData<Person> {

		private static final String DEATH = " dead deathDate causeOfDeath causeOfDeathNonCoded deathdateEstimated";

		public Persons() {
			super(PrivilegeConstants.GET_PERSONS, "1.11",
				"uuid display gender age birthdate birthdateEstimated dead deathDate causeOfDeath^ preferredName=personName^ "
					+ "preferredAddress=personAddress^ +names +addresses attributes=activeAttributes^ voided +auditInfo "
					+ "birthtime deathdateEstimated +causeOfDeathNonCoded",
				"names! gender! age birthdate birthdateEstimated birthtime" + DEATH + " addresses attributes",
				new Access<>(Person::new, uuid -> service().getPersonByUuid(uuid), person -> service().savePerson(person),
					person -> service().purgePerson(person)));
		}

		@Override
		public DelegatingResourceDescription getUpdatableProperties() {
			return Description.settable("age gender birthdate birthdateEstimated birthtime preferredName preferredAddress "
				+ "addresses attributes names" + DEATH);
		}

		@Override
		public List<String> getPropertiesToExposeAsSubResources() {
			return Arrays.asList("names", "addresses", "attributes");
		}

		@Override
		protected void voidIt(Person person, String reason) {
			service().voidPerson(person, reason);
		}

		@Override
		protected PageableResult doSearch(RequestContext context) {
			return new NeedsPaging<>(service().getPeople(context.getParameter("q"), null), context);
		}

		@PropertyGetter("display")
		public String getDisplayString(Person person) {
			return person.getPersonName() == null ? "" : person.getPersonName().getFullName();
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

		@PropertySetter("age")
		public static void setAge(Person person, Integer age) {
			if (person.getBirthdate() == null && age != null) {
				person.setBirthdateFromAge(age, new Date());
				person.setBirthdateEstimated(true);
			}
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

		@PropertyGetter("preferredName")
		public static PersonName getPreferredName(Person person) {
			return person.getPersonName();
		}

		@PropertySetter("preferredName")
		public static void setPreferredName(Person person, PersonName name) {
			person.getNames().forEach(existing -> existing.setPreferred(existing.equals(name)));
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

		@PropertyGetter("preferredAddress")
		public static PersonAddress getPreferredAddress(Person person) {
			return person.getPersonAddress();
		}

		@PropertyGetter("attributes")
		public static List<PersonAttribute> getAttributes(Person person) {
			return person.getActiveAttributes();
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
	public static class Names extends CoreSubResource<PersonName, Person, Persons> {

		public Names() {
			super("1.8",
				"display uuid givenName middleName familyName familyName2 +preferred +prefix +familyNamePrefix "
					+ "+familyNameSuffix +degree voided +auditInfo",
				"givenName! familyName middleName familyName2 preferred prefix familyNamePrefix familyNameSuffix degree",
				new Access<>(PersonName::new, uuid -> service().getPersonNameByUuid(uuid), Names::add, name -> {
					name.getPerson().removeName(name);
					service().savePerson(name.getPerson());
				}));
		}

		private static PersonName add(PersonName name) {
			name.getPerson().addName(name);
			service().savePerson(name.getPerson());
			return name;
		}

		@Override
		public Person getParent(PersonName name) {
			return name.getPerson();
		}

		@Override
		public void setParent(PersonName name, Person person) {
			name.setPerson(person);
		}

		@Override
		public PageableResult doGetAll(Person person, RequestContext context) {
			return new NeedsPaging<>(new ArrayList<>(person.getNames()), context);
		}

		@Override
		protected void delete(PersonName name, String reason, RequestContext context) {
			name.setVoided(true);
			name.setVoidedBy(Context.getAuthenticatedUser());
			name.setDateVoided(new Date());
			name.setVoidReason(reason);
			service().savePerson(name.getPerson());
		}

		@PropertyGetter("display")
		public String getDisplayString(PersonName name) {
			return name.getFullName();
		}
	}

	@SubResource(parent = Persons.class, path = "address", supportedClass = PersonAddress.class, supportedOpenmrsVersions = VERSIONS)
	public static class Addresses extends CoreSubResource<PersonAddress, Person, Persons> {

		private static final String LINES = "preferred address1 address2 cityVillage stateProvince country postalCode "
			+ "countyDistrict address3 address4 address5 address6 startDate endDate latitude longitude";

		private static final String MORE = "address7 address8 address9 address10 address11 address12 address13 address14 address15";

		public Addresses() {
			super("2.0", "display uuid " + LINES + " voided +auditInfo " + MORE, LINES,
				new Access<>(PersonAddress::new, uuid -> service().getPersonAddressByUuid(uuid), Addresses::add,
					address -> {
						address.getPerson().removeAddress(address);
						service().savePerson(address.getPerson());
					}));
		}

		/** The host carries six address lines of the platform's fifteen. */
		{
			Collections.addAll(allowedMissingProperties, MORE.split(" "));
		}

		private static PersonAddress add(PersonAddress address) {
			address.getPerson().addAddress(address);
			if (address.getPreferred()) {
				address.getPerson().getAddresses().forEach(other -> other.setPreferred(other.equals(address)));
			}
			service().savePerson(address.getPerson());
			return address;
		}

		@Override
		public Person getParent(PersonAddress address) {
			return address.getPerson();
		}

		@Override
		public void setParent(PersonAddress address, Person person) {
			address.setPerson(person);
		}

		@Override
		public PageableResult doGetAll(Person person, RequestContext context) {
			return new NeedsPaging<>(new ArrayList<>(RestUtil.removeVoidedData(person.getAddresses())), context);
		}

		@Override
		protected void delete(PersonAddress address, String reason, RequestContext context) {
			address.setVoided(true);
			address.setVoidedBy(Context.getAuthenticatedUser());
			address.setDateVoided(new Date());
			address.setVoidReason(reason);
			service().savePerson(address.getPerson());
		}

		@PropertyGetter("display")
		public String getDisplayString(PersonAddress address) {
			return address.getAddress1();
		}
	}

	@SubResource(parent = Persons.class, path = "attribute", supportedClass = PersonAttribute.class, supportedOpenmrsVersions = VERSIONS)
	public static class Attributes extends CoreSubResource<PersonAttribute, Person, Persons> {

		public Attributes() {
			super("1.8", "display uuid value attributeType~ voided +auditInfo", "attributeType! value",
				new Access<>(PersonAttribute::new, uuid -> service().getPersonAttributeByUuid(uuid), Attributes::add,
					attribute -> {
						attribute.getPerson().removeAttribute(attribute);
						service().savePerson(attribute.getPerson());
					}));
		}

		private static PersonAttribute add(PersonAttribute attribute) {
			attribute.getPerson().addAttribute(attribute);
			service().savePerson(attribute.getPerson());
			return attribute;
		}

		@Override
		public Person getParent(PersonAttribute attribute) {
			return attribute.getPerson();
		}

		@Override
		public void setParent(PersonAttribute attribute, Person person) {
			attribute.setPerson(person);
		}

		@Override
		public PageableResult doGetAll(Person person, RequestContext context) {
			return new NeedsPaging<>(person.getActiveAttributes(), context);
		}

		@Override
		protected void delete(PersonAttribute attribute, String reason, RequestContext context) {
			attribute.voidAttribute(reason);
			service().savePerson(attribute.getPerson());
		}

		@PropertyGetter("display")
		public String getDisplayString(PersonAttribute attribute) {
			return attribute.toString();
		}

		/** An unknown type arrives as none, which ends in the same error text as on the platform. */
		@PropertySetter("attributeType")
		public void setAttributeType(PersonAttribute attribute, PersonAttributeType attributeType) {
			attribute.setAttributeType(service().getPersonAttributeTypeByUuid(attributeType.getUuid()));
		}

		/** Where the type's format is a class of the platform, the value is a uuid of one of its objects. */
		@PropertySetter("value")
		public void setValue(PersonAttribute attribute, String value) throws ClassNotFoundException {
			PersonAttributeType type = attribute.getAttributeType();
			Class<?> format = type == null || type.getFormat() == null ? String.class : Context.loadClass(type.getFormat());
			Object object = Attributable.class.isAssignableFrom(format) ? ConversionUtil.convert(value, format) : null;
			attribute.setValue(object == null ? value : ((Attributable<?>) object).serialize());
		}
	}

	@Resource(name = "v1/relationship", supportedClass = Relationship.class, supportedOpenmrsVersions = VERSIONS)
	public static class Relationships extends CoreData<Relationship> {

		public Relationships() {
			super(PrivilegeConstants.GET_RELATIONSHIPS, "1.9",
				"uuid display personA relationshipType^ personB voided +auditInfo startDate endDate",
				"personA! relationshipType! personB! startDate endDate",
				new Access<>(Relationship::new, uuid -> service().getRelationshipByUuid(uuid),
					relationship -> service().saveRelationship(relationship), relationship -> {
						throw new UnsupportedOperationException();
					}));
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
		public DelegatingResourceDescription getUpdatableProperties() {
			return Description.settable("relationshipType startDate endDate voided");
		}

		@PropertyGetter("display")
		public String getDisplayString(Relationship relationship) {
			RelationshipType type = relationship.getRelationshipType();
			return relationship.getPersonA().getGivenName() + " is the " + (type == null ? "NULL" : type.getaIsToB())
				+ " of "
				+ relationship.getPersonB().getGivenName();
		}

		@Override
		protected void voidIt(Relationship relationship, String reason) {
			service().voidRelationship(relationship, reason);
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
