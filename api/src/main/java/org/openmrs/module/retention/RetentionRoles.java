/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention;

import static org.openmrs.module.retention.shared.RetentionPrivileges.EXPORT_SURVEY_RESPONSES;
import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_BOOKINGS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_CALENDARS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_COMMENTS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_CONTACTS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_ESCALATIONS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_FOLLOW_UPS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_PACKAGES;
import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_PROTOCOLS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_SURVEYS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_SURVEY_INVITATIONS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_SURVEY_RESPONSES;
import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_SURVEY_RESULTS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_THEMES;
import static org.openmrs.module.retention.shared.RetentionPrivileges.MANAGE_BOOKINGS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.MANAGE_CALENDARS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.MANAGE_COMMENTS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.MANAGE_CONTACTS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.MANAGE_ESCALATIONS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.MANAGE_FOLLOW_UPS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.MANAGE_IDEAS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.MANAGE_PACKAGES;
import static org.openmrs.module.retention.shared.RetentionPrivileges.MANAGE_PROTOCOLS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.MANAGE_SURVEYS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.MANAGE_SURVEY_INVITATIONS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.MANAGE_SURVEY_RESPONSES;
import static org.openmrs.module.retention.shared.RetentionPrivileges.MANAGE_THEMES;
import static org.openmrs.module.retention.shared.RetentionPrivileges.REHEARSE_PROTOCOLS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.SUPERVISE_FOLLOW_UPS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openmrs.util.PrivilegeConstants;

/**
 * The five roles that the module creates when they are absent, each with what it may do here and the core privileges
 * without which the platform would hide patients, locations or users from it. An administrator's edits stay.
 */
final class RetentionRoles {

	static final String FRONT_DESK = "Retention: Front Desk";

	static final String NURSE = "Retention: Nurse";

	static final String CLINICIAN = "Retention: Clinician";

	static final String MANAGER = "Retention: Manager";

	static final String CONFIGURER = "Retention: Configurer";

	/** What a list of people to call needs to be read: names, numbers, places, and who does what. */
	private static final List<String> CORE_READ = Collections.unmodifiableList(Arrays.asList(
		PrivilegeConstants.GET_PATIENTS, PrivilegeConstants.GET_PATIENT_IDENTIFIERS, PrivilegeConstants.GET_PERSONS,
		PrivilegeConstants.GET_PERSON_ATTRIBUTE_TYPES, PrivilegeConstants.GET_IDENTIFIER_TYPES,
		PrivilegeConstants.GET_RELATIONSHIPS, PrivilegeConstants.GET_RELATIONSHIP_TYPES, PrivilegeConstants.GET_LOCATIONS,
		PrivilegeConstants.GET_USERS, PrivilegeConstants.GET_ROLES, PrivilegeConstants.GET_PROVIDERS));

	/** Whoever rings all day is told new numbers, and the desk asks for them: the platform lets only this write them. */
	private static final List<String> CORE_NUMBERS = Collections.singletonList(PrivilegeConstants.EDIT_PERSONS);

	/** What the chart adds. */
	private static final List<String> CORE_CHART = Collections.unmodifiableList(Arrays.asList(
		PrivilegeConstants.GET_ENCOUNTERS, PrivilegeConstants.GET_ENCOUNTER_TYPES, PrivilegeConstants.GET_ENCOUNTER_ROLES,
		PrivilegeConstants.GET_OBS, PrivilegeConstants.GET_CONCEPTS, PrivilegeConstants.GET_VISITS,
		PrivilegeConstants.GET_VISIT_TYPES, PrivilegeConstants.GET_FORMS));

	private static final Map<String, List<String>> PRIVILEGES = privileges();

	private RetentionRoles() {
	}

	static Iterable<String> names() {
		return PRIVILEGES.keySet();
	}

	static List<String> privilegesOf(String role) {
		return PRIVILEGES.get(role);
	}

	static String descriptionOf(String role) {
		switch (role) {
			case FRONT_DESK:
				return "Works the call list at the desk";
			case NURSE:
				return "Works the call list, sees the chart, takes over escalations";
			case CLINICIAN:
				return "Follows up the own patients, takes over escalations";
			case MANAGER:
				return "Supervises follow-up: reassigns, cancels, closes escalations";
			default:
				return "Loads metadata packages, changes protocols and calendars";
		}
	}

	private static Map<String, List<String>> privileges() {
		List<String> work = Arrays.asList(GET_PROTOCOLS, GET_CALENDARS, GET_FOLLOW_UPS, MANAGE_FOLLOW_UPS, GET_CONTACTS,
			MANAGE_CONTACTS, GET_BOOKINGS, MANAGE_BOOKINGS, GET_ESCALATIONS, GET_SURVEYS,
			GET_SURVEY_INVITATIONS, MANAGE_SURVEY_INVITATIONS, MANAGE_SURVEY_RESPONSES);
		Map<String, List<String>> roles = new LinkedHashMap<>();
		roles.put(FRONT_DESK, join(CORE_READ, CORE_NUMBERS, work));
		roles.put(NURSE, join(CORE_READ, CORE_NUMBERS, CORE_CHART, work, Collections.singletonList(MANAGE_ESCALATIONS)));
		roles.put(CLINICIAN, join(CORE_READ, CORE_CHART, work,
			Arrays.asList(MANAGE_ESCALATIONS, GET_SURVEY_RESPONSES, GET_SURVEY_RESULTS, GET_COMMENTS, GET_THEMES)));
		roles.put(MANAGER,
			join(CORE_READ, CORE_CHART, work, Arrays.asList(MANAGE_ESCALATIONS, SUPERVISE_FOLLOW_UPS,
				REHEARSE_PROTOCOLS, GET_PACKAGES,
				GET_SURVEY_RESPONSES, EXPORT_SURVEY_RESPONSES, MANAGE_IDEAS, GET_SURVEY_RESULTS, GET_COMMENTS,
				MANAGE_COMMENTS, GET_THEMES,
				MANAGE_THEMES)));
		roles.put(CONFIGURER, join(CORE_READ, Arrays.asList(PrivilegeConstants.GET_ENCOUNTER_TYPES,
			PrivilegeConstants.GET_FORMS, PrivilegeConstants.GET_CONCEPTS, GET_PROTOCOLS, MANAGE_PROTOCOLS,
			REHEARSE_PROTOCOLS, GET_CALENDARS,
			MANAGE_CALENDARS, GET_SURVEYS, MANAGE_SURVEYS, GET_THEMES, MANAGE_THEMES, GET_PACKAGES, MANAGE_PACKAGES)));
		return Collections.unmodifiableMap(roles);
	}

	@SafeVarargs
	private static List<String> join(List<String>... lists) {
		List<String> all = new ArrayList<>();
		for (List<String> list : lists) {
			all.addAll(list);
		}
		return Collections.unmodifiableList(all);
	}
}
