/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.webservices.rest.web.resource.impl;

import java.util.Date;

import org.apache.commons.lang3.StringUtils;
import org.hibernate.Hibernate;
import org.openmrs.OpenmrsMetadata;
import org.openmrs.api.context.Context;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.RepHandler;
import org.openmrs.module.webservices.rest.web.representation.DefaultRepresentation;
import org.openmrs.module.webservices.rest.web.representation.FullRepresentation;
import org.openmrs.module.webservices.rest.web.representation.RefRepresentation;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.response.ConversionException;
import org.openmrs.module.webservices.rest.web.response.ResponseException;

public abstract class MetadataDelegatingCrudResource<T extends OpenmrsMetadata> extends DelegatingCrudResource<T> {

	@Override
	public DelegatingResourceDescription getRepresentationDescription(Representation rep) {
		boolean full = rep instanceof FullRepresentation;
		if (!full && !(rep instanceof DefaultRepresentation)) {
			return null;
		}
		DelegatingResourceDescription description = new DelegatingResourceDescription();
		description.addProperty("uuid");
		description.addProperty("display");
		description.addProperty("name");
		description.addProperty("description");
		description.addProperty("retired");
		description.addSelfLink();
		if (full) {
			description.addProperty("auditInfo");
		} else {
			description.addLink("full", ".?v=" + RestConstants.REPRESENTATION_FULL);
		}
		return description;
	}

	@RepHandler(RefRepresentation.class)
	public SimpleObject convertToRef(T delegate) throws ConversionException {
		DelegatingResourceDescription description = new DelegatingResourceDescription();
		description.addProperty("uuid");
		description.addProperty("display");
		if (delegate.getRetired()) {
			description.addProperty("retired");
		}
		return convertDelegateToRepresentation(delegate, description.addSelfLink());
	}

	@Override
	public void delete(T delegate, String reason, RequestContext context) throws ResponseException {
		if (!delegate.getRetired()) {
			delegate.setRetired(true);
			delegate.setRetiredBy(Context.getAuthenticatedUser());
			delegate.setDateRetired(new Date());
			delegate.setRetireReason(reason);
			save(delegate);
		}
	}

	@Override
	protected T undelete(T delegate, RequestContext context) throws ResponseException {
		if (!delegate.getRetired()) {
			return delegate;
		}
		delegate.setRetired(false);
		delegate.setRetiredBy(null);
		delegate.setDateRetired(null);
		delegate.setRetireReason(null);
		return save(delegate);
	}

	@PropertyGetter("display")
	public String getDisplayString(T delegate) {
		String localized = getLocalization(Hibernate.getClass(delegate).getSimpleName(), delegate.getUuid());
		return localized == null ? StringUtils.defaultString(delegate.getName()) : localized;
	}

	@Override
	public DelegatingResourceDescription getCreatableProperties() {
		DelegatingResourceDescription description = new DelegatingResourceDescription();
		description.addRequiredProperty("name");
		description.addProperty("description");
		return description;
	}

	@Override
	public boolean isRetirable() {
		return true;
	}
}
