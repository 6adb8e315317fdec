/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.web.resource;

import static org.openmrs.host.web.resource.Description.VERSIONS;
import static org.openmrs.util.PrivilegeConstants.GET_CONCEPT_CLASSES;
import static org.openmrs.util.PrivilegeConstants.GET_CONCEPT_DATATYPES;
import static org.openmrs.util.PrivilegeConstants.GET_ENCOUNTER_ROLES;
import static org.openmrs.util.PrivilegeConstants.GET_ENCOUNTER_TYPES;
import static org.openmrs.util.PrivilegeConstants.GET_IDENTIFIER_TYPES;
import static org.openmrs.util.PrivilegeConstants.GET_LOCATIONS;
import static org.openmrs.util.PrivilegeConstants.GET_LOCATION_ATTRIBUTE_TYPES;
import static org.openmrs.util.PrivilegeConstants.GET_PERSON_ATTRIBUTE_TYPES;
import static org.openmrs.util.PrivilegeConstants.GET_PRIVILEGES;
import static org.openmrs.util.PrivilegeConstants.GET_ROLES;
import static org.openmrs.util.PrivilegeConstants.GET_VISITS;

import java.util.Collections;
import java.util.Set;

import lombok.AccessLevel;
import lombok.NoArgsConstructor;
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

/** The metadata of the platform that clients read or set up. */
@NoArgsConstructor(access = AccessLevel.PRIVATE)
class MetadataResources {

	private static final String ATTRIBUTE_TYPE = "format foreignKey sortWeight searchable editPrivilege";

	private static final String ADDRESS = "address1 address2 cityVillage stateProvince country postalCode latitude longitude "
		+ "countyDistrict address3 address4 address5 address6 ";

	private static final String PLAIN = "uuid display name description retired +auditInfo";

	@Resource(name = "v1/encountertype", supportedClass = EncounterType.class, supportedOpenmrsVersions = VERSIONS)
	@Words(service = EncounterService.class, privilege = GET_ENCOUNTER_TYPES)
	@Shown(PLAIN)
	@Settable("name! description!")
	public static class EncounterTypes extends CoreResource<EncounterType> {
	}

	@Resource(name = "v1/encounterrole", supportedClass = EncounterRole.class, supportedOpenmrsVersions = VERSIONS)
	@Words(service = EncounterService.class, privilege = GET_ENCOUNTER_ROLES, version = "1.11")
	@Shown(PLAIN)
	public static class EncounterRoles extends CoreResource<EncounterRole> {
	}

	@Resource(name = "v1/visittype", supportedClass = VisitType.class, supportedOpenmrsVersions = VERSIONS)
	@Words(service = VisitService.class, privilege = GET_VISITS, version = "1.9")
	@Shown(PLAIN)
	@Settable("name! description")
	public static class VisitTypes extends CoreResource<VisitType> {
	}

	@Resource(name = "v1/location", supportedClass = Location.class, supportedOpenmrsVersions = VERSIONS)
	@Words(service = LocationService.class, privilege = GET_LOCATIONS, version = "2.0", absent = Words.MORE_LINES)
	@Shown("uuid display name description " + ADDRESS + "tags^ parentLocation^ childLocations^ retired +auditInfo "
		+ "attributes^ " + Words.MORE_LINES)
	@Settable("name! description " + ADDRESS + "parentLocation")
	public static class Locations extends CoreResource<Location> {

		@PropertyGetter("tags")
		public static Object getTags(Location location) {
			return Collections.emptyList();
		}
	}

	@Resource(name = "v1/locationattributetype", supportedClass = LocationAttributeType.class, supportedOpenmrsVersions = VERSIONS)
	@Words(service = LocationService.class, privilege = GET_LOCATION_ATTRIBUTE_TYPES, version = "1.9")
	@Shown("uuid display name description minOccurs maxOccurs datatypeClassname +datatypeConfig "
		+ "preferredHandlerClassname +handlerConfig retired +auditInfo")
	@Settable("name! datatypeClassname! description minOccurs maxOccurs datatypeConfig preferredHandlerClassname "
		+ "handlerConfig")
	public static class LocationAttributeTypes extends CoreResource<LocationAttributeType> {
	}

	@SubResource(parent = Locations.class, path = "attribute", supportedClass = LocationAttribute.class, supportedOpenmrsVersions = VERSIONS)
	@Words(service = LocationService.class, version = "1.9")
	@Shown("display uuid attributeType~ value voided +auditInfo")
	@Settable("attributeType! value!")
	public static class LocationAttributes extends CoreSubResource<LocationAttribute, Location, Locations> {

		@Override
		public String getDisplayString(LocationAttribute attribute) {
			return attribute.getAttributeType() == null ? ""
				: attribute.getAttributeType().getName() + ": " + attribute.getValue();
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
	@Words(service = PatientService.class, privilege = GET_IDENTIFIER_TYPES, version = "2.0")
	@Shown("uuid display name description format formatDescription required validator locationBehavior "
		+ "uniquenessBehavior retired +auditInfo")
	public static class PatientIdentifierTypes extends CoreResource<PatientIdentifierType> {
	}

	@Resource(name = "v1/personattributetype", supportedClass = PersonAttributeType.class, supportedOpenmrsVersions = VERSIONS)
	@Words(service = PersonService.class, privilege = GET_PERSON_ATTRIBUTE_TYPES)
	@Shown("uuid display name description " + ATTRIBUTE_TYPE + " retired +auditInfo")
	@Settable("name! description! " + ATTRIBUTE_TYPE)
	public static class PersonAttributeTypes extends CoreResource<PersonAttributeType> {
	}

	@Resource(name = "v1/conceptdatatype", supportedClass = ConceptDatatype.class, supportedOpenmrsVersions = VERSIONS)
	@Words(service = ConceptService.class, privilege = GET_CONCEPT_DATATYPES, version = "2.0")
	@Shown("uuid display name description hl7Abbreviation retired +auditInfo")
	public static class ConceptDatatypes extends CoreResource<ConceptDatatype> {
	}

	@Resource(name = "v1/conceptclass", supportedClass = ConceptClass.class, supportedOpenmrsVersions = VERSIONS)
	@Words(service = ConceptService.class, privilege = GET_CONCEPT_CLASSES)
	@Shown(PLAIN)
	public static class ConceptClasses extends CoreResource<ConceptClass> {
	}

	@Resource(name = "v1/privilege", supportedClass = Privilege.class, supportedOpenmrsVersions = VERSIONS)
	@Words(service = UserService.class, privilege = GET_PRIVILEGES, display = "privilege")
	@Shown(PLAIN)
	@Settable("name! description")
	public static class Privileges extends CoreResource<Privilege> {

		@PropertyGetter("name")
		public static String getPrivilegeName(Privilege privilege) {
			return privilege.getPrivilege();
		}
	}

	@Resource(name = "v1/role", supportedClass = Role.class, supportedOpenmrsVersions = VERSIONS)
	@Words(service = UserService.class, privilege = GET_ROLES, display = "role")
	@Shown("uuid display name description retired privileges^ inheritedRoles^ +allInheritedRoles +auditInfo")
	@Settable("name! description privileges inheritedRoles")
	public static class Roles extends CoreResource<Role> {

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
