/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lombok.extern.slf4j.Slf4j;
import org.hibernate.SessionFactory;
import org.openmrs.EncounterType;
import org.openmrs.LocationAttributeType;
import org.openmrs.OpenmrsMetadata;
import org.openmrs.Privilege;
import org.openmrs.Role;
import org.openmrs.api.EncounterService;
import org.openmrs.api.LocationService;
import org.openmrs.api.UserService;
import org.openmrs.customdatatype.datatype.FreeTextDatatype;

/**
 * What the module needs in the host and finds missing: roles, the encounter type of conversations, location attribute
 * types, the key of its pages' forms. Creates, never resets: what an administrator has changed or retired stays as it is. What cannot be created (a
 * locked type, another node that does the same at the same time) is reported, and the rest is. Runs in a daemon thread or as
 * a user who holds the privileges that the roles get.
 */
@Slf4j
public class RetentionInstall {

	/** After a name that the clinic has taken for something else. */
	private static final String OURS = " (Patient Retention)";

	private final UserService users;

	private final EncounterService encounters;

	private final LocationService locations;

	private final FormKey formKey;

	private final SessionFactory sessionFactory;

	public RetentionInstall(UserService users, EncounterService encounters, LocationService locations,
		FormKey formKey, SessionFactory sessionFactory) {
		this.sessionFactory = sessionFactory;
		this.users = users;
		this.encounters = encounters;
		this.locations = locations;
		this.formKey = formKey;
	}

	/** Idempotent; each thing in a transaction of its own, unless the caller has one. */
	public void install() {
		for (String role : RetentionRoles.names()) {
			create("role " + role, () -> role(role));
		}
		create("encounter type", this::encounterType);
		create("location attribute type Time zone", () -> locationAttributeType(RetentionMetadata.TIME_ZONE_ATTRIBUTE_TYPE,
			"Time zone", "Zone id such as Europe/Oslo; holds for the locations below too"));
		create("location attribute type Opening hours",
			() -> locationAttributeType(RetentionMetadata.CALENDAR_ATTRIBUTE_TYPE, "Opening hours",
				"Uuid of a Patient Retention calendar; holds for the locations below too"));
		create("key of the pages' forms", formKey::make);
	}

	private void create(String what, Runnable creation) {
		try {
			creation.run();
		}
		catch (RuntimeException e) {
			log.error("Patient Retention could not create the {}; it tries again at the next start", what, e);
			// what could not be written would be written again, and fail again, with the next
			sessionFactory.getCurrentSession().clear();
		}
	}

	private void role(String name) {
		if (users.getRole(name) == null) {
			users.saveRole(newRole(name));
		}
	}

	private void encounterType() {
		if (encounters.getEncounterTypeByUuid(RetentionMetadata.CONTACT_ENCOUNTER_TYPE) == null) {
			EncounterType type = new EncounterType(
				freeName("Retention contact", encounters.getAllEncounterTypes(true)),
				"A follow-up conversation; not a visit");
			type.setUuid(RetentionMetadata.CONTACT_ENCOUNTER_TYPE);
			encounters.saveEncounterType(type);
		}
	}

	private Role newRole(String name) {
		Role role = new Role(name, RetentionRoles.descriptionOf(name));
		Set<Privilege> privileges = new HashSet<>();
		for (String privilege : RetentionRoles.privilegesOf(name)) {
			Privilege known = users.getPrivilege(privilege);
			if (known != null) {
				privileges.add(known);
			}
		}
		role.setPrivileges(privileges);
		return role;
	}

	private void locationAttributeType(String uuid, String name, String description) {
		if (locations.getLocationAttributeTypeByUuid(uuid) != null) {
			return;
		}
		LocationAttributeType type = new LocationAttributeType();
		type.setUuid(uuid);
		type.setName(freeName(name, locations.getAllLocationAttributeTypes()));
		type.setDescription(description);
		type.setMinOccurs(0);
		type.setMaxOccurs(1);
		type.setDatatypeClassname(FreeTextDatatype.class.getName());
		locations.saveLocationAttributeType(type);
	}

	private static String freeName(String name, List<? extends OpenmrsMetadata> taken) {
		return taken.stream().anyMatch(t -> name.equalsIgnoreCase(t.getName())) ? name + OURS : name;
	}
}
