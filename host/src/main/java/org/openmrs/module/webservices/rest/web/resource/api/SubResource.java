/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.webservices.rest.web.resource.api;

import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.response.ResponseException;

/** What hangs below one object of a parent resource. */
public interface SubResource extends Resource {

	Object create(String parentUniqueId, SimpleObject post, RequestContext context) throws ResponseException;

	Object retrieve(String parentUniqueId, String uuid, RequestContext context) throws ResponseException;

	Object update(String parentUniqueId, String uuid, SimpleObject propertiesToUpdate, RequestContext context)
		throws ResponseException;

	void delete(String parentUniqueId, String uuid, String reason, RequestContext context) throws ResponseException;

	void purge(String parentUniqueId, String uuid, RequestContext context) throws ResponseException;

	SimpleObject getAll(String parentUniqueId, RequestContext context) throws ResponseException;

	void put(String parentUniqueId, SimpleObject post, RequestContext context) throws ResponseException;
}
