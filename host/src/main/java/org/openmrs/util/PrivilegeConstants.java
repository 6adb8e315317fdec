/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.util;

import lombok.AccessLevel;
import lombok.NoArgsConstructor;

/** The names of the platform's privileges; each is a row of a fresh database. */
@NoArgsConstructor(access = AccessLevel.PRIVATE)
public class PrivilegeConstants {

	public static final String GET_CONCEPTS = "Get Concepts";
	public static final String GET_USERS = "Get Users";
	public static final String GET_ENCOUNTERS = "Get Encounters";
	public static final String GET_ENCOUNTER_TYPES = "Get Encounter Types";
	public static final String GET_LOCATIONS = "Get Locations";
	public static final String GET_OBS = "Get Observations";
	public static final String GET_PATIENTS = "Get Patients";
	public static final String GET_PATIENT_IDENTIFIERS = "Get Patient Identifiers";
	public static final String GET_ORDERS = "Get Orders";
	public static final String GET_FORMS = "Get Forms";
	public static final String GET_IDENTIFIER_TYPES = "Get Identifier Types";
	public static final String GET_CONCEPT_CLASSES = "Get Concept Classes";
	public static final String GET_CONCEPT_DATATYPES = "Get Concept Datatypes";
	public static final String GET_PRIVILEGES = "Get Privileges";
	public static final String GET_ROLES = "Get Roles";
	public static final String GET_RELATIONSHIP_TYPES = "Get Relationship Types";
	public static final String GET_GLOBAL_PROPERTIES = "Get Global Properties";
	public static final String GET_PERSON_ATTRIBUTE_TYPES = "Get Person Attribute Types";
	public static final String GET_PERSONS = "Get People";
	public static final String GET_RELATIONSHIPS = "Get Relationships";
	public static final String ADD_RELATIONSHIPS = "Add Relationships";
	public static final String EDIT_RELATIONSHIPS = "Edit Relationships";
	public static final String GET_VISIT_TYPES = "Get Visit Types";
	public static final String GET_VISITS = "Get Visits";
	public static final String GET_LOCATION_ATTRIBUTE_TYPES = "Get Location Attribute Types";
	public static final String GET_PROVIDERS = "Get Providers";
	public static final String GET_ENCOUNTER_ROLES = "Get Encounter Roles";
	public static final String MANAGE_CONCEPTS = "Manage Concepts";
	public static final String ADD_USERS = "Add Users";
	public static final String EDIT_USERS = "Edit Users";
	public static final String ADD_ENCOUNTERS = "Add Encounters";
	public static final String EDIT_ENCOUNTERS = "Edit Encounters";
	public static final String DELETE_ENCOUNTERS = "Delete Encounters";
	public static final String MANAGE_ENCOUNTER_TYPES = "Manage Encounter Types";
	public static final String PURGE_ENCOUNTERS = "Purge Encounters";
	public static final String PURGE_PATIENTS = "Purge Patients";
	public static final String PURGE_ENCOUNTER_TYPES = "Purge Encounter Types";
	public static final String MANAGE_LOCATIONS = "Manage Locations";
	public static final String ADD_OBS = "Add Observations";
	public static final String EDIT_OBS = "Edit Observations";
	public static final String DELETE_OBS = "Delete Observations";
	public static final String ADD_PATIENTS = "Add Patients";
	public static final String EDIT_PATIENTS = "Edit Patients";
	public static final String DELETE_PATIENTS = "Delete Patients";
	public static final String EDIT_ORDERS = "Edit Orders";
	public static final String DELETE_ORDERS = "Delete Orders";
	public static final String MANAGE_PRIVILEGES = "Manage Privileges";
	public static final String MANAGE_ROLES = "Manage Roles";
	public static final String MANAGE_ALERTS = "Manage Alerts";
	public static final String MANAGE_GLOBAL_PROPERTIES = "Manage Global Properties";
	public static final String MANAGE_SCHEDULER = "Manage Scheduler";
	public static final String MANAGE_PERSON_ATTRIBUTE_TYPES = "Manage Person Attribute Types";
	public static final String ADD_PERSONS = "Add People";
	public static final String EDIT_PERSONS = "Edit People";
	public static final String MANAGE_VISIT_TYPES = "Manage Visit Types";
	public static final String ADD_VISITS = "Add Visits";
	public static final String EDIT_VISITS = "Edit Visits";
	public static final String MANAGE_LOCATION_ATTRIBUTE_TYPES = "Manage Location Attribute Types";
	public static final String MANAGE_PROVIDERS = "Manage Providers";
	public static final String ASSIGN_SYSTEM_DEVELOPER_ROLE = "Assign System Developer Role";
}
