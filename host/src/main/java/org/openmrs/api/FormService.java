/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.api;

import static org.openmrs.util.PrivilegeConstants.*;

import java.util.List;

import org.openmrs.Form;
import org.openmrs.annotation.Authorized;

public interface FormService extends OpenmrsService {

	@Authorized(MANAGE_FORMS)
	Form saveForm(Form form);

	@Authorized(GET_FORMS)
	Form getForm(Integer formId);

	@Authorized(GET_FORMS)
	Form getForm(String name);

	@Authorized(GET_FORMS)
	Form getFormByUuid(String uuid);

	@Authorized(GET_FORMS)
	List<Form> getAllForms();

	@Authorized(GET_FORMS)
	List<Form> getAllForms(boolean includeRetired);
}
