/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.webservices.rest.web.resource.impl;

import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.response.ResourceDoesNotSupportOperationException;
import org.openmrs.module.webservices.rest.web.response.ResponseException;

public interface DelegatingResourceHandler<T> extends DelegatingPropertyAccessor<T> {

	String getResourceVersion();

	T newDelegate();

	T newDelegate(SimpleObject object);

	T save(T delegate);

	void purge(T delegate, RequestContext context) throws ResponseException;

	/** @return null to leave the representation to a {@code @RepHandler} method, or a custom one to the framework */
	DelegatingResourceDescription getRepresentationDescription(Representation rep);

	DelegatingResourceDescription getCreatableProperties() throws ResourceDoesNotSupportOperationException;

	DelegatingResourceDescription getUpdatableProperties() throws ResourceDoesNotSupportOperationException;
}
