/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.api;

import static org.openmrs.util.PrivilegeConstants.*;

import java.util.List;
import java.util.Locale;

import org.openmrs.GlobalProperty;
import org.openmrs.annotation.Authorized;
import org.springframework.validation.Errors;

public interface AdministrationService extends OpenmrsService {

	@Authorized(GET_GLOBAL_PROPERTIES)
	String getGlobalProperty(String propertyName);

	@Authorized(GET_GLOBAL_PROPERTIES)
	String getGlobalProperty(String propertyName, String defaultValue);

	@Authorized(GET_GLOBAL_PROPERTIES)
	GlobalProperty getGlobalPropertyObject(String propertyName);

	@Authorized(GET_GLOBAL_PROPERTIES)
	GlobalProperty getGlobalPropertyByUuid(String uuid);

	@Authorized(GET_GLOBAL_PROPERTIES)
	List<GlobalProperty> getGlobalPropertiesByPrefix(String prefix);

	@Authorized(MANAGE_GLOBAL_PROPERTIES)
	GlobalProperty saveGlobalProperty(GlobalProperty gp);

	@Authorized(MANAGE_GLOBAL_PROPERTIES)
	void setGlobalProperty(String propertyName, String propertyValue);

	List<Locale> getAllowedLocales();

	void validate(Object object, Errors errors);
}
