/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.webservices.rest.web.resource.impl;

import java.util.Arrays;
import java.util.List;

import org.openmrs.api.context.Context;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.ConversionUtil;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.api.CrudResource;
import org.openmrs.module.webservices.rest.web.resource.api.Listable;
import org.openmrs.module.webservices.rest.web.resource.api.PageableResult;
import org.openmrs.module.webservices.rest.web.resource.api.Searchable;
import org.openmrs.module.webservices.rest.web.response.ObjectNotFoundException;
import org.openmrs.module.webservices.rest.web.response.ResourceDoesNotSupportOperationException;
import org.openmrs.module.webservices.rest.web.response.ResponseException;

public abstract class DelegatingCrudResource<T> extends BaseDelegatingResource<T>
	implements
		CrudResource,
		Searchable,
		Listable {

	@Override
	public Object retrieve(String uuid, RequestContext context) throws ResponseException {
		return asRepresentation(existing(uuid), context.getRepresentation());
	}

	@Override
	public List<Representation> getAvailableRepresentations() {
		return Arrays.asList(Representation.DEFAULT, Representation.FULL, Representation.REF);
	}

	@Override
	public Object create(SimpleObject propertiesToCreate, RequestContext context) throws ResponseException {
		return rendered(save(convert(propertiesToCreate)), context);
	}

	public T convert(SimpleObject propertiesToCreate) {
		T delegate = newDelegate(propertiesToCreate);
		setConvertedProperties(delegate, propertiesToCreate, buildCreatableProperties(delegate, this, propertiesToCreate),
			true);
		return delegate;
	}

	@Override
	public Object update(String uuid, SimpleObject propertiesToUpdate, RequestContext context) throws ResponseException {
		T delegate = existing(uuid);
		DelegatingResourceDescription description = getUpdatableProperties();
		if (isRetirable()) {
			description.addProperty("retired");
		} else if (isVoidable()) {
			description.addProperty("voided");
		}
		setConvertedProperties(delegate, propertiesToUpdate, description, false);
		return rendered(save(delegate), context);
	}

	@Override
	public void delete(String uuid, String reason, RequestContext context) throws ResponseException {
		delete(existing(uuid), reason, context);
	}

	@Override
	public Object undelete(String uuid, RequestContext context) throws ResponseException {
		return rendered(undelete(existing(uuid), context), context);
	}

	/** What is not there counts as purged. */
	@Override
	public void purge(String uuid, RequestContext context) throws ResponseException {
		T delegate = getByUniqueId(uuid);
		if (delegate != null) {
			purge(delegate, context);
		}
	}

	@Override
	public SimpleObject search(RequestContext context) throws ResponseException {
		return doSearch(context).toSimpleObject(this);
	}

	protected PageableResult doSearch(RequestContext context) {
		return new EmptySearchResult();
	}

	@Override
	public SimpleObject getAll(RequestContext context) throws ResponseException {
		if (context.getType() != null) {
			throw new IllegalArgumentException(getClass() + " does not support t");
		}
		return doGetAll(context).toSimpleObject(this);
	}

	protected PageableResult doGetAll(RequestContext context) throws ResponseException {
		throw new ResourceDoesNotSupportOperationException();
	}

	public boolean isRetirable() {
		return false;
	}

	public boolean isVoidable() {
		return false;
	}

	/** A site may translate the names of its metadata by message codes that end in the uuid. */
	protected String getLocalization(String shortClassName, String uuid) {
		String code = "ui.i18n." + shortClassName + ".name." + uuid;
		String localization = Context.getMessageSourceService().getMessage(code);
		return code.equals(localization) ? null : localization;
	}

	private T existing(String uuid) {
		T delegate = getByUniqueId(uuid);
		if (delegate == null) {
			throw new ObjectNotFoundException();
		}
		return delegate;
	}

	private SimpleObject rendered(T delegate, RequestContext context) {
		return (SimpleObject) ConversionUtil.convertToRepresentation(delegate, context.getRepresentation());
	}
}
