/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.web.resource;

import static org.openmrs.host.web.resource.Description.VERSIONS;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.apache.commons.lang3.StringUtils;
import org.openmrs.ConceptClass;
import org.openmrs.ConceptDatatype;
import org.openmrs.EncounterRole;
import org.openmrs.EncounterType;
import org.openmrs.Location;
import org.openmrs.LocationAttribute;
import org.openmrs.LocationAttributeType;
import org.openmrs.OpenmrsMetadata;
import org.openmrs.PatientIdentifierType;
import org.openmrs.PersonAttributeType;
import org.openmrs.Privilege;
import org.openmrs.RelationshipType;
import org.openmrs.Role;
import org.openmrs.VisitType;
import org.openmrs.api.context.Context;
import org.openmrs.customdatatype.CustomDatatypeUtil;
import org.openmrs.customdatatype.NotYetPersistedException;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.RestUtil;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.PropertySetter;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.annotation.SubResource;
import org.openmrs.module.webservices.rest.web.resource.api.PageableResult;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;
import org.openmrs.module.webservices.rest.web.resource.impl.NeedsPaging;
import org.openmrs.module.webservices.rest.web.response.ResourceDoesNotSupportOperationException;
import org.openmrs.util.PrivilegeConstants;

/** The metadata of the platform that clients read or set up. */
class MetadataResources {

	private static final String PLAIN = "uuid display name description retired +auditInfo";

	private MetadataResources() {
	}

	private static <T extends OpenmrsMetadata> NeedsPaging<T> page(List<T> all, RequestContext context) {
		return page(all, context, any -> true);
	}

	private static <T extends OpenmrsMetadata> NeedsPaging<T> page(List<T> all, RequestContext context,
		Predicate<T> wanted) {
		List<T> shown = new ArrayList<>(all);
		shown.removeIf(item -> item.getRetired() && !context.getIncludeAll() || !wanted.test(item));
		return new NeedsPaging<>(shown, context);
	}

	private static <T> T refuse(T any) {
		throw new ResourceDoesNotSupportOperationException();
	}

	@Resource(name = "v1/encountertype", supportedClass = EncounterType.class, supportedOpenmrsVersions = VERSIONS)
	public static class EncounterTypes extends CoreMetadata<EncounterType> {

		public EncounterTypes() {
			super(PrivilegeConstants.GET_ENCOUNTER_TYPES, "1.8", PLAIN, "name! description!",
				new Access<>(EncounterType::new, EncounterTypes::find,
					type -> Context.getEncounterService().saveEncounterType(type),
					type -> Context.getEncounterService().purgeEncounterType(type)));
		}

		private static EncounterType find(String uuidOrName) {
			EncounterType type = Context.getEncounterService().getEncounterTypeByUuid(uuidOrName);
			return type == null ? Context.getEncounterService().getEncounterType(uuidOrName) : type;
		}

		@Override
		protected PageableResult doGetAll(RequestContext context) {
			return page(Context.getEncounterService().getAllEncounterTypes(context.getIncludeAll()), context);
		}

		@Override
		protected PageableResult doSearch(RequestContext context) {
			return new NeedsPaging<>(Context.getEncounterService().findEncounterTypes(context.getParameter("q")), context);
		}
	}

	@Resource(name = "v1/encounterrole", supportedClass = EncounterRole.class, supportedOpenmrsVersions = VERSIONS)
	public static class EncounterRoles extends CoreMetadata<EncounterRole> {

		public EncounterRoles() {
			super(PrivilegeConstants.GET_ENCOUNTER_ROLES, "1.11", PLAIN, "name! description!",
				new Access<>(EncounterRole::new, uuid -> Context.getEncounterService().getEncounterRoleByUuid(uuid),
					role -> Context.getEncounterService().saveEncounterRole(role), MetadataResources::refuse));
		}

		@Override
		protected PageableResult doGetAll(RequestContext context) {
			return page(Context.getEncounterService().getAllEncounterRoles(context.getIncludeAll()), context);
		}
	}

	@Resource(name = "v1/visittype", supportedClass = VisitType.class, supportedOpenmrsVersions = VERSIONS)
	public static class VisitTypes extends CoreMetadata<VisitType> {

		public VisitTypes() {
			super(PrivilegeConstants.GET_VISITS, "1.9", PLAIN, "name! description", new Access<>(VisitType::new,
				VisitTypes::find, type -> Context.getVisitService().saveVisitType(type), MetadataResources::refuse));
		}

		private static VisitType find(String uuidOrName) {
			VisitType type = Context.getVisitService().getVisitTypeByUuid(uuidOrName);
			return type != null ? type : Context.getVisitService().getAllVisitTypes().stream()
				.filter(other -> other.getName().equalsIgnoreCase(uuidOrName)).findFirst().orElse(null);
		}

		@Override
		protected PageableResult doGetAll(RequestContext context) {
			return page(Context.getVisitService().getAllVisitTypes(), context);
		}

		@Override
		protected PageableResult doSearch(RequestContext context) {
			return page(Context.getVisitService().getVisitTypes(context.getParameter("q")), context);
		}
	}

	@Resource(name = "v1/location", supportedClass = Location.class, supportedOpenmrsVersions = VERSIONS)
	public static class Locations extends CoreMetadata<Location> {

		private static final String ADDRESS = "address1 address2 cityVillage stateProvince country postalCode latitude longitude "
			+ "countyDistrict address3 address4 address5 address6 ";

		private static final String MORE = "address7 address8 address9 address10 address11 address12 address13 address14 address15";

		public Locations() {
			super(PrivilegeConstants.GET_LOCATIONS, "2.0", "uuid display name description " + ADDRESS
				+ "tags^ parentLocation^ childLocations^ retired +auditInfo attributes^ " + MORE,
				"name! description " + ADDRESS + "parentLocation",
				new Access<>(Location::new, Locations::find,
					location -> Context.getLocationService().saveLocation(location),
					location -> Context.getLocationService().purgeLocation(location)));
		}

		/** The host carries six address lines of the platform's fifteen. */
		{
			Collections.addAll(allowedMissingProperties, MORE.split(" "));
		}

		private static Location find(String uuidOrName) {
			Location location = Context.getLocationService().getLocationByUuid(uuidOrName);
			return location == null ? Context.getLocationService().getLocation(uuidOrName) : location;
		}

		@Override
		protected PageableResult doGetAll(RequestContext context) {
			return new NeedsPaging<>(Context.getLocationService().getAllLocations(context.getIncludeAll()), context);
		}

		@Override
		protected PageableResult doSearch(RequestContext context) {
			return new NeedsPaging<>(Context.getLocationService().getLocations(context.getParameter("q")), context);
		}
	}

	@Resource(name = "v1/locationattributetype", supportedClass = LocationAttributeType.class, supportedOpenmrsVersions = VERSIONS)
	public static class LocationAttributeTypes extends CoreMetadata<LocationAttributeType> {

		public LocationAttributeTypes() {
			super(PrivilegeConstants.GET_LOCATION_ATTRIBUTE_TYPES, "1.9",
				"uuid display name description minOccurs maxOccurs datatypeClassname +datatypeConfig "
					+ "preferredHandlerClassname +handlerConfig retired +auditInfo",
				"name! datatypeClassname! description minOccurs maxOccurs datatypeConfig preferredHandlerClassname "
					+ "handlerConfig",
				new Access<>(LocationAttributeType::new,
					uuid -> Context.getLocationService().getLocationAttributeTypeByUuid(uuid),
					type -> Context.getLocationService().saveLocationAttributeType(type), MetadataResources::refuse));
		}

		@Override
		protected PageableResult doGetAll(RequestContext context) {
			return page(Context.getLocationService().getAllLocationAttributeTypes(), context);
		}
	}

	@SubResource(parent = Locations.class, path = "attribute", supportedClass = LocationAttribute.class, supportedOpenmrsVersions = VERSIONS)
	public static class LocationAttributes extends CoreSubResource<LocationAttribute, Location, Locations> {

		public LocationAttributes() {
			super("1.9", "display uuid attributeType~ value voided +auditInfo", "attributeType! value!",
				new Access<>(LocationAttribute::new,
					uuid -> Context.getLocationService().getLocationAttributeByUuid(uuid), LocationAttributes::add,
					MetadataResources::refuse));
		}

		private static LocationAttribute add(LocationAttribute attribute) {
			attribute.getLocation().addAttribute(attribute);
			Context.getLocationService().saveLocation(attribute.getLocation());
			return attribute;
		}

		@Override
		public Location getParent(LocationAttribute attribute) {
			return attribute.getLocation();
		}

		@Override
		public void setParent(LocationAttribute attribute, Location location) {
			attribute.setLocation(location);
		}

		@Override
		public PageableResult doGetAll(Location location, RequestContext context) {
			return new NeedsPaging<>(new ArrayList<>(location.getActiveAttributes()), context);
		}

		@Override
		protected void delete(LocationAttribute attribute, String reason, RequestContext context) {
			attribute.setVoided(true);
			attribute.setVoidReason(reason);
			Context.getLocationService().saveLocation(attribute.getLocation());
		}

		@PropertyGetter("display")
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
	public static class PatientIdentifierTypes extends CoreMetadata<PatientIdentifierType> {

		public PatientIdentifierTypes() {
			super(PrivilegeConstants.GET_IDENTIFIER_TYPES, "2.0",
				"uuid display name description format formatDescription required validator locationBehavior "
					+ "uniquenessBehavior retired +auditInfo",
				"name! description! format formatDescription required validator locationBehavior uniquenessBehavior",
				new Access<>(PatientIdentifierType::new,
					uuid -> Context.getPatientService().getPatientIdentifierTypeByUuid(uuid),
					type -> Context.getPatientService().savePatientIdentifierType(type), MetadataResources::refuse));
		}

		@Override
		protected PageableResult doGetAll(RequestContext context) {
			return page(Context.getPatientService().getAllPatientIdentifierTypes(context.getIncludeAll()), context);
		}
	}

	@Resource(name = "v1/personattributetype", supportedClass = PersonAttributeType.class, supportedOpenmrsVersions = VERSIONS)
	public static class PersonAttributeTypes extends CoreMetadata<PersonAttributeType> {

		private static final String SETTABLE = "format foreignKey sortWeight searchable editPrivilege";

		public PersonAttributeTypes() {
			super(PrivilegeConstants.GET_PERSON_ATTRIBUTE_TYPES, "1.8",
				"uuid display name description " + SETTABLE + " retired +auditInfo", "name! description! " + SETTABLE,
				new Access<>(PersonAttributeType::new,
					uuid -> Context.getPersonService().getPersonAttributeTypeByUuid(uuid),
					type -> Context.getPersonService().savePersonAttributeType(type),
					type -> Context.getPersonService().purgePersonAttributeType(type)));
		}

		@Override
		protected PageableResult doGetAll(RequestContext context) {
			return page(Context.getPersonService().getAllPersonAttributeTypes(context.getIncludeAll()), context);
		}

		@Override
		protected PageableResult doSearch(RequestContext context) {
			return page(Context.getPersonService().getAllPersonAttributeTypes(context.getIncludeAll()), context,
				type -> StringUtils.containsIgnoreCase(type.getName(), context.getParameter("q")));
		}
	}

	@Resource(name = "v1/relationshiptype", supportedClass = RelationshipType.class, supportedOpenmrsVersions = VERSIONS)
	public static class RelationshipTypes extends CoreMetadata<RelationshipType> {

		public RelationshipTypes() {
			super(PrivilegeConstants.GET_RELATIONSHIP_TYPES, "1.8",
				"uuid display description aIsToB bIsToA displayAIsToB displayBIsToA retired +weight +auditInfo",
				"aIsToB! bIsToA! weight description",
				new Access<>(RelationshipType::new,
					uuid -> Context.getPersonService().getRelationshipTypeByUuid(uuid),
					type -> Context.getPersonService().saveRelationshipType(type), MetadataResources::refuse));
		}

		@Override
		protected PageableResult doGetAll(RequestContext context) {
			return page(Context.getPersonService().getAllRelationshipTypes(), context);
		}

		@Override
		public String getDisplayString(RelationshipType type) {
			return type.toString();
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
	public static class ConceptDatatypes extends CoreMetadata<ConceptDatatype> {

		public ConceptDatatypes() {
			super(PrivilegeConstants.GET_CONCEPT_DATATYPES, "2.0",
				"uuid display name description hl7Abbreviation retired +auditInfo", "name",
				new Access<>(ConceptDatatype::new, ConceptDatatypes::find, MetadataResources::refuse,
					MetadataResources::refuse));
		}

		private static ConceptDatatype find(String uuidOrName) {
			ConceptDatatype datatype = Context.getConceptService().getConceptDatatypeByUuid(uuidOrName);
			return datatype == null ? Context.getConceptService().getConceptDatatypeByName(uuidOrName) : datatype;
		}
	}

	@Resource(name = "v1/conceptclass", supportedClass = ConceptClass.class, supportedOpenmrsVersions = VERSIONS)
	public static class ConceptClasses extends CoreMetadata<ConceptClass> {

		public ConceptClasses() {
			super(PrivilegeConstants.GET_CONCEPT_CLASSES, "1.8", PLAIN, "name! description", new Access<>(ConceptClass::new,
				ConceptClasses::find, MetadataResources::refuse, MetadataResources::refuse));
		}

		private static ConceptClass find(String uuidOrName) {
			ConceptClass found = Context.getConceptService().getConceptClassByUuid(uuidOrName);
			return found == null ? Context.getConceptService().getConceptClassByName(uuidOrName) : found;
		}
	}

	@Resource(name = "v1/privilege", supportedClass = Privilege.class, supportedOpenmrsVersions = VERSIONS)
	public static class Privileges extends CoreMetadata<Privilege> {

		public Privileges() {
			super(PrivilegeConstants.GET_PRIVILEGES, "1.8", PLAIN, "name! description", new Access<>(Privilege::new,
				Privileges::find, privilege -> Context.getUserService().savePrivilege(privilege),
				MetadataResources::refuse));
		}

		private static Privilege find(String uuidOrName) {
			Privilege privilege = Context.getUserService().getPrivilegeByUuid(uuidOrName);
			return privilege == null ? Context.getUserService().getPrivilege(uuidOrName) : privilege;
		}

		/** The name is the key. */
		@Override
		public DelegatingResourceDescription getUpdatableProperties() {
			return Description.settable("description");
		}

		@PropertyGetter("name")
		public static String getPrivilegeName(Privilege privilege) {
			return privilege.getPrivilege();
		}

		@PropertySetter("name")
		public static void setPrivilegeName(Privilege privilege, String name) {
			privilege.setPrivilege(name);
		}

		@Override
		public String getDisplayString(Privilege privilege) {
			return StringUtils.defaultIfBlank(privilege.getPrivilege(), "[No Name]");
		}

		@Override
		protected PageableResult doGetAll(RequestContext context) {
			return new NeedsPaging<>(Context.getUserService().getAllPrivileges(), context);
		}
	}

	@Resource(name = "v1/role", supportedClass = Role.class, supportedOpenmrsVersions = VERSIONS)
	public static class Roles extends CoreMetadata<Role> {

		public Roles() {
			super(PrivilegeConstants.GET_ROLES, "1.8",
				"uuid display name description retired privileges^ inheritedRoles^ +allInheritedRoles +auditInfo",
				"name! description privileges inheritedRoles",
				new Access<>(Role::new, uuid -> Context.getUserService().getRoleByUuid(uuid),
					role -> Context.getUserService().saveRole(role), role -> Context.getUserService().purgeRole(role)));
		}

		/** The name is the key. */
		@Override
		public DelegatingResourceDescription getUpdatableProperties() {
			return Description.settable("description privileges inheritedRoles");
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

		@Override
		public String getDisplayString(Role role) {
			return StringUtils.defaultIfBlank(role.getRole(), "[No Name]");
		}

		@Override
		protected PageableResult doGetAll(RequestContext context) {
			return new NeedsPaging<>(Context.getUserService().getAllRoles(), context);
		}
	}
}
