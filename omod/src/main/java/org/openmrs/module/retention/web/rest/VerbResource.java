/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.rest;

import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.resource.api.SubResource;
import org.openmrs.module.webservices.rest.web.response.ResourceDoesNotSupportOperationException;

/** Something that is done to an object: a POST below its address. */
public abstract class VerbResource implements SubResource {

	/** Does it. The answer shows the object as it is afterwards. */
	@Override
	public abstract Object create(String parentUuid, SimpleObject body, RequestContext context);

	@Override
	public SimpleObject getAll(String parentUuid, RequestContext context) {
		throw new ResourceDoesNotSupportOperationException();
	}

	@Override
	public Object retrieve(String parentUuid, String uuid, RequestContext context) {
		throw new ResourceDoesNotSupportOperationException();
	}

	@Override
	public Object update(String parentUuid, String uuid, SimpleObject body, RequestContext context) {
		throw new ResourceDoesNotSupportOperationException();
	}

	@Override
	public void delete(String parentUuid, String uuid, String reason, RequestContext context) {
		throw new ResourceDoesNotSupportOperationException();
	}

	@Override
	public void purge(String parentUuid, String uuid, RequestContext context) {
		throw new ResourceDoesNotSupportOperationException();
	}

	@Override
	public void put(String parentUuid, SimpleObject body, RequestContext context) {
		throw new ResourceDoesNotSupportOperationException();
	}

	@Override
	public String getUri(Object instance) {
		return RestConstants.URI_PREFIX;
	}
}
