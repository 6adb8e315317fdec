/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;
import org.openmrs.module.webservices.rest.web.response.ResourceDoesNotSupportOperationException;

/** Rows that are read as a list and have no address of their own: neither uuid nor links. */
public abstract class RowResource<T> extends EntityResource<T> {

	@Override
	protected T find(String uuid) {
		throw new ResourceDoesNotSupportOperationException();
	}

	@Override
	public DelegatingResourceDescription getRepresentationDescription(Representation representation) {
		DelegatingResourceDescription description = super.getRepresentationDescription(representation);
		if (description != null) {
			description.getProperties().remove("auditInfo");
			description.getProperties().remove("uuid");
			description.getLinks().clear();
		}
		return description;
	}

	/** A figure with what it is out of. */
	protected static Map<String, Object> share(long count, long of) {
		Map<String, Object> figure = new LinkedHashMap<>();
		figure.put("count", count);
		figure.put("of", of);
		return figure;
	}
}
