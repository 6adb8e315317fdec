/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.webservices.rest.web.api;

import org.openmrs.api.APIException;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.api.Resource;

public interface RestService {

	Representation getRepresentation(String requested);

	Resource getResourceByName(String name) throws APIException;

	/** The resource for the class, or for its nearest superclass that has one. */
	Resource getResourceBySupportedClass(Class<?> resourceClass) throws APIException;

	/** Forgets what was found on the class path and looks again. */
	void initialize();
}
