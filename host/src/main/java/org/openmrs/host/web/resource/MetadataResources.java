/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.web.resource;

import static org.openmrs.host.web.resource.Description.VERSIONS;

import java.util.Collections;
import java.util.Set;

import lombok.AccessLevel;
import lombok.NoArgsConstructor;
import org.apache.commons.lang3.StringUtils;
import org.openmrs.ConceptClass;
import org.openmrs.ConceptDatatype;
import org.openmrs.EncounterRole;
import org.openmrs.EncounterType;
import org.openmrs.Location;
import org.openmrs.LocationAttribute;
import org.openmrs.LocationAttributeType;
import org.openmrs.PatientIdentifierType;
import org.openmrs.PersonAttributeType;
import org.openmrs.Privilege;
import org.openmrs.RelationshipType;
import org.openmrs.Role;
import org.openmrs.VisitType;
import org.openmrs.api.ConceptService;
import org.openmrs.api.EncounterService;
import org.openmrs.api.LocationService;
import org.openmrs.api.PatientService;
import org.openmrs.api.PersonService;
import org.openmrs.api.UserService;
import org.openmrs.api.VisitService;
import org.openmrs.api.context.Context;
import org.openmrs.customdatatype.CustomDatatypeUtil;
import org.openmrs.customdatatype.NotYetPersistedException;
import org.openmrs.module.webservices.rest.web.RestUtil;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.PropertySetter;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.annotation.SubResource;
import org.openmrs.util.PrivilegeConstants;

/** The metadata of the platform that clients read or set up. */
@NoArgsConstructor(access = AccessLevel.PRIVATE)
class MetadataResources {

	private static final String ATTRIBUTE_TYPE = "format foreignKey sortWeight searchable editPrivilege";

	private static final String PLAIN = "uuid display name description retired +auditInfo";

	@Resource(name = "v1/encountertype", supportedClass = EncounterType.class, supportedOpenmrsVersions = VERSIONS)
	public static class EncounterTypes extends CoreResource<EncounterType> {

		public EncounterTypes() {
			super(EncounterType.class, EncounterService.class,
				new Words(PrivilegeConstants.GET_ENCOUNTER_TYPES, "1.8", PLAIN,
					"name! description!"),
				null);
		}
	}

	@Resource(name = "v1/encounterrole", supportedClass = EncounterRole.class, supportedOpenmrsVersions = VERSIONS)
	public static class EncounterRoles extends CoreResource<EncounterRole> {

		public EncounterRoles() {
			super(EncounterRole.class, EncounterService.class,
				new Words(PrivilegeConstants.GET_ENCOUNTER_ROLES, "1.11", PLAIN,
					"name! description!"),
				null);
		}
	}

	@Resource(name = "v1/visittype", supportedClass = VisitType.class, supportedOpenmrsVersions = VERSIONS)
	public static class VisitTypes extends CoreResource<VisitType> {

		public VisitTypes() {
			super(VisitType.class, VisitService.class, new Words(PrivilegeConstants.GET_VISITS, "1.9", PLAIN,
				"name! description"), null);
		}
	}

	@Resource(name = "v1/location", supportedClass = Location.class, supportedOpenmrsVersions = VERSIONS)
	public static class Locations extends CoreResource<Location> {

		private static final String ADDRESS = "address1 address2 cityVillage stateProvince country postalCode latitude longitude "
			+ "countyDistrict address3 address4 address5 address6 ";

		private static final String MORE = "address7 address8 address9 address10 address11 address12 address13 address14 address15";

		/** The host carries six address lines of the platform's fifteen. */
		public Locations() {
			super(Location.class, LocationService.class, new Words(PrivilegeConstants.GET_LOCATIONS, "2.0",
				"uuid display name description " + ADDRESS
					+ "tags^ parentLocation^ childLocations^ retired +auditInfo attributes^ "
					+ MORE,
				"name! description " + ADDRESS + "parentLocation"), null);
			Collections.addAll(allowedMissingProperties, MORE.split(" "));
		}

		@PropertyGetter("tags")
		public static Object getTags(Location location) {
			return Collections.emptyList();
		}
	}

	@Resource(name = "v1/locationattributetype", supportedClass = LocationAttributeType.class, supportedOpenmrsVersions = VERSIONS)
	public static class LocationAttributeTypes extends CoreResource<LocationAttributeType> {

		public LocationAttributeTypes() {
			super(LocationAttributeType.class, LocationService.class,
				new Words(PrivilegeConstants.GET_LOCATION_ATTRIBUTE_TYPES, "1.9",
					"uuid display name description minOccurs maxOccurs datatypeClassname +datatypeConfig "
						+ "preferredHandlerClassname +handlerConfig retired +auditInfo",
					"name! datatypeClassname! description minOccurs maxOccurs datatypeConfig preferredHandlerClassname "
						+ "handlerConfig"),
				null);
		}
	}

	@SubResource(parent = Locations.class, path = "attribute", supportedClass = LocationAttribute.class, supportedOpenmrsVersions = VERSIONS)
	public static class LocationAttributes extends CoreSubResource<LocationAttribute, Location, Locations> {

		public LocationAttributes() {
			super(LocationAttribute.class, Location.class, LocationService.class,
				new Words(null, "1.9", "display uuid attributeType~ value voided +auditInfo", "attributeType! value!"),
				attribute -> attribute.getAttributeType() == null ? ""
					: attribute.getAttributeType().getName() + ": " + attribute.getValue());
		}

		@PropertySetter("attributeType")
		public static void setAttributeType(LocationAttribute attribute, LocationAttributeType type) {
			attribute.setAttributeType(type);
		}

		/** The typed value is read from the text as the type's datatype reads its own references. */
		@PropertySetter("value")
		public static void setValue(LocationAttribute attribute, String value) {
			attribute.setValue(CustomDatatypeUtil.getDatatype(attribute.getAttributeType()).fromReferenceString(value));
		}

		@PropertyGetter("value")
		public static Object getValue(LocationAttribute attribute) {
			try {
				return attribute.getValue();
			}
			catch (NotYetPersistedException e) {
				return null;
			}
		}
	}

	@Resource(name = "v1/patientidentifiertype", supportedClass = PatientIdentifierType.class, supportedOpenmrsVersions = VERSIONS)
	public static class PatientIdentifierTypes extends CoreResource<PatientIdentifierType> {

		public PatientIdentifierTypes() {
			super(PatientIdentifierType.class, PatientService.class,
				new Words(PrivilegeConstants.GET_IDENTIFIER_TYPES, "2.0",
					"uuid display name description format formatDescription required validator locationBehavior "
						+ "uniquenessBehavior retired +auditInfo",
					"name! description! format formatDescription required validator locationBehavior uniquenessBehavior"),
				null);
		}
	}

	@Resource(name = "v1/personattributetype", supportedClass = PersonAttributeType.class, supportedOpenmrsVersions = VERSIONS)
	public static class PersonAttributeTypes extends CoreResource<PersonAttributeType> {

		public PersonAttributeTypes() {
			super(PersonAttributeType.class, PersonService.class,
				new Words(PrivilegeConstants.GET_PERSON_ATTRIBUTE_TYPES, "1.8",
					"uuid display name description " + ATTRIBUTE_TYPE + " retired +auditInfo",
					"name! description! " + ATTRIBUTE_TYPE),
				null);
		}
	}

	@Resource(name = "v1/relationshiptype", supportedClass = RelationshipType.class, supportedOpenmrsVersions = VERSIONS)
	public static class RelationshipTypes extends CoreResource<RelationshipType> {

		public RelationshipTypes() {
			super(RelationshipType.class, PersonService.class,
				new Words(PrivilegeConstants.GET_RELATIONSHIP_TYPES, "1.8",
					"uuid display description aIsToB bIsToA displayAIsToB displayBIsToA retired +weight +auditInfo",
					"aIsToB! bIsToA! weight description"),
				RelationshipType::toString);
		}

		@PropertyGetter("displayAIsToB")
		public String getDisplayAIsToB(RelationshipType type) {
			return StringUtils.defaultString(type.getaIsToB());
		}

		@PropertyGetter("displayBIsToA")
		public String getDisplayBIsToA(RelationshipType type) {
			return StringUtils.defaultString(type.getbIsToA());
		}
	}

	@Resource(name = "v1/conceptdatatype", supportedClass = ConceptDatatype.class, supportedOpenmrsVersions = VERSIONS)
	public static class ConceptDatatypes extends CoreResource<ConceptDatatype> {

		public ConceptDatatypes() {
			super(ConceptDatatype.class, ConceptService.class,
				new Words(PrivilegeConstants.GET_CONCEPT_DATATYPES, "2.0",
					"uuid display name description hl7Abbreviation retired +auditInfo",
					"name"),
				null);
		}
	}

	@Resource(name = "v1/conceptclass", supportedClass = ConceptClass.class, supportedOpenmrsVersions = VERSIONS)
	public static class ConceptClasses extends CoreResource<ConceptClass> {

		public ConceptClasses() {
			super(ConceptClass.class, ConceptService.class, new Words(PrivilegeConstants.GET_CONCEPT_CLASSES, "1.8", PLAIN,
				"name! description"), null);
		}
	}

	@Resource(name = "v1/privilege", supportedClass = Privilege.class, supportedOpenmrsVersions = VERSIONS)
	public static class Privileges extends CoreResource<Privilege> {

		public Privileges() {
			super(Privilege.class, UserService.class, new Words(PrivilegeConstants.GET_PRIVILEGES, "1.8", PLAIN,
				"name! description"), privilege -> StringUtils.defaultIfBlank(privilege.getPrivilege(), "[No Name]"));
		}

		@PropertyGetter("name")
		public static String getPrivilegeName(Privilege privilege) {
			return privilege.getPrivilege();
		}
	}

	@Resource(name = "v1/role", supportedClass = Role.class, supportedOpenmrsVersions = VERSIONS)
	public static class Roles extends CoreResource<Role> {

		public Roles() {
			super(Role.class, UserService.class,
				new Words(PrivilegeConstants.GET_ROLES, "1.8",
					"uuid display name description retired privileges^ inheritedRoles^ +allInheritedRoles +auditInfo",
					"name! description privileges inheritedRoles"),
				role -> StringUtils.defaultIfBlank(role.getRole(), "[No Name]"));
		}

		/** By uuid only. */
		@Override
		public Role getByUniqueId(String uuid) {
			return Context.getUserService().getRoleByUuid(uuid);
		}

		@PropertyGetter("name")
		public static String getRoleName(Role role) {
			return role.getRole();
		}

		@PropertySetter("name")
		public static void setRoleName(Role role, String name) {
			role.setRole(name);
		}

		@PropertyGetter("allInheritedRoles")
		public Set<Role> getAllInheritedRoles(Role role) {
			return RestUtil.removeRetiredData(role.getAllParentRoles());
		}

		@PropertyGetter("inheritedRoles")
		public Set<Role> getInheritedRoles(Role role) {
			return role.getInheritedRoles() == null ? null : RestUtil.removeRetiredData(role.getInheritedRoles());
		}

		@PropertyGetter("privileges")
		public Set<Privilege> getPrivileges(Role role) {
			return role.getPrivileges() == null ? null : RestUtil.removeRetiredData(role.getPrivileges());
		}
	}
}
