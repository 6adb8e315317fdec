/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.webservices.rest.web.resource.impl;

import org.openmrs.Retireable;
import org.openmrs.Voidable;
import org.openmrs.api.context.Context;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.ConversionUtil;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.RepHandler;
import org.openmrs.module.webservices.rest.web.api.RestService;
import org.openmrs.module.webservices.rest.web.representation.RefRepresentation;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.api.PageableResult;
import org.openmrs.module.webservices.rest.web.resource.api.SubResource;
import org.openmrs.module.webservices.rest.web.response.ConversionException;
import org.openmrs.module.webservices.rest.web.response.ObjectMismatchException;
import org.openmrs.module.webservices.rest.web.response.ObjectNotFoundException;
import org.openmrs.module.webservices.rest.web.response.ResourceDoesNotSupportOperationException;
import org.openmrs.module.webservices.rest.web.response.ResponseException;

public abstract class DelegatingSubResource<T, P, PR extends DelegatingCrudResource<P>> extends BaseDelegatingResource<T>
	implements
		SubResource {

	public abstract P getParent(T instance);

	public abstract void setParent(T instance, P parent);

	public abstract PageableResult doGetAll(P parent, RequestContext context) throws ResponseException;

	@Override
	@SuppressWarnings("unchecked")
	public String getUri(Object instance) {
		T delegate = (T) instance;
		return parentResource().getUri(getParent(delegate)) + "/" + annotation().path() + "/" + getUniqueId(delegate);
	}

	@Override
	public Object create(String parentUniqueId, SimpleObject post, RequestContext context) throws ResponseException {
		P parent = parentResource().getByUniqueId(parentUniqueId);
		if (parent == null) {
			throw new ObjectNotFoundException();
		}
		T delegate = newDelegate(post);
		setParent(delegate, parent);
		setConvertedProperties(delegate, post, buildCreatableProperties(delegate, this, post), true);
		return ConversionUtil.convertToRepresentation(save(delegate), Representation.DEFAULT);
	}

	@Override
	public Object retrieve(String parentUniqueId, String uuid, RequestContext context) throws ResponseException {
		return asRepresentation(existing(parentUniqueId, uuid), context.getRepresentation());
	}

	@Override
	public Object update(String parentUniqueId, String uuid, SimpleObject propertiesToUpdate, RequestContext context)
		throws ResponseException {
		T delegate = existing(parentUniqueId, uuid);
		setConvertedProperties(delegate, propertiesToUpdate, getUpdatableProperties(), false);
		return ConversionUtil.convertToRepresentation(save(delegate), Representation.DEFAULT);
	}

	@Override
	public void delete(String parentUniqueId, String uuid, String reason, RequestContext context) throws ResponseException {
		delete(existing(parentUniqueId, uuid), reason, context);
	}

	@Override
	public void purge(String parentUniqueId, String uuid, RequestContext context) throws ResponseException {
		if (getByUniqueId(uuid) != null) {
			purge(existing(parentUniqueId, uuid), context);
		}
	}

	@Override
	public SimpleObject getAll(String parentUniqueId, RequestContext context) throws ResponseException {
		return doGetAll(parentResource().getByUniqueId(parentUniqueId), context).toSimpleObject(this);
	}

	@Override
	public void put(String parentUniqueId, SimpleObject post, RequestContext context) throws ResponseException {
		throw new ResourceDoesNotSupportOperationException();
	}

	@RepHandler(RefRepresentation.class)
	public SimpleObject asRef(T delegate) throws ConversionException {
		DelegatingResourceDescription description = new DelegatingResourceDescription();
		description.addProperty("uuid");
		description.addProperty("display");
		if (delegate instanceof Voidable && ((Voidable) delegate).isVoided()) {
			description.addProperty("voided");
		} else if (delegate instanceof Retireable && ((Retireable) delegate).isRetired()) {
			description.addProperty("retired");
		}
		return convertDelegateToRepresentation(delegate, description.addSelfLink());
	}

	private T existing(String parentUniqueId, String uuid) {
		T delegate = getByUniqueId(uuid);
		if (delegate == null) {
			throw new ObjectNotFoundException();
		}
		P parent = getParent(delegate);
		if (!parentUniqueId.equals(parentResource().getUniqueId(parent))) {
			throw new ObjectMismatchException(parentUniqueId + " does not match " + parent, null);
		}
		return delegate;
	}

	private org.openmrs.module.webservices.rest.web.annotation.SubResource annotation() {
		return getClass().getAnnotation(org.openmrs.module.webservices.rest.web.annotation.SubResource.class);
	}

	@SuppressWarnings("unchecked")
	private PR parentResource() {
		String name = annotation().parent().getAnnotation(org.openmrs.module.webservices.rest.web.annotation.Resource.class)
			.name();
		return (PR) Context.getService(RestService.class).getResourceByName(name);
	}
}
