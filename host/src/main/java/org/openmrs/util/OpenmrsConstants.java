/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.util;

import lombok.AccessLevel;
import lombok.NoArgsConstructor;

@NoArgsConstructor(access = AccessLevel.PRIVATE)
public final class OpenmrsConstants {

	public static final String OPENMRS_VERSION_SHORT = "2.8.9";
	public static final String GLOBAL_PROPERTY_CONCEPTS_LOCKED = "concepts.locked";
	public static final String GLOBAL_PROPERTY_TRUE_CONCEPT = "concept.true";
	public static final String GLOBAL_PROPERTY_FALSE_CONCEPT = "concept.false";
	public static final String GLOBAL_PROPERTY_DEFAULT_LOCALE = "default_locale";
	public static final String GLOBAL_PROPERTY_LOCALE_ALLOWED_LIST = "locale.allowed.list";
	public static final String GP_VISIT_ASSIGNMENT_HANDLER = "visits.assignmentHandler";
	public static final String GP_ENCOUNTER_TYPE_TO_VISIT_TYPE_MAPPING = "visits.encounterTypeToVisitTypeMapping";
	public static final String USER_PROPERTY_DEFAULT_LOCALE = "defaultLocale";
	public static final String USER_PROPERTY_LOGIN_ATTEMPTS = "loginAttempts";
	public static final String USER_PROPERTY_LOCKOUT_TIMESTAMP = "lockoutTimestamp";
	public static final String APPLICATION_DATA_DIRECTORY_RUNTIME_PROPERTY = "application_data_directory";
}
