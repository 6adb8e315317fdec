/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.webservices.rest.web.resource.impl;

import java.util.Arrays;
import java.util.List;

import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.api.Converter;
import org.openmrs.module.webservices.rest.web.resource.api.Listable;
import org.openmrs.module.webservices.rest.web.resource.api.PageableResult;
import org.openmrs.module.webservices.rest.web.resource.api.Retrievable;
import org.openmrs.module.webservices.rest.web.response.ResourceDoesNotSupportOperationException;
import org.openmrs.module.webservices.rest.web.response.ResponseException;

/** A resource that can only be read. Unlike its writable kin, it has no guard against an unknown uuid. */
public abstract class BaseDelegatingReadableResource<T> extends BaseDelegatingResource<T>
	implements
		Retrievable,
		Listable,
		Converter<T> {

	@Override
	public List<Representation> getAvailableRepresentations() {
		return Arrays.asList(Representation.REF, Representation.DEFAULT);
	}

	@Override
	public Object retrieve(String uuid, RequestContext context) throws ResponseException {
		return asRepresentation(getByUniqueId(uuid), context.getRepresentation());
	}

	@Override
	public SimpleObject getAll(RequestContext context) throws ResponseException {
		return doGetAll(context).toSimpleObject(this);
	}

	public PageableResult doGetAll(RequestContext context) {
		throw new ResourceDoesNotSupportOperationException();
	}
}
