/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.web.resource;

import java.util.Collections;

import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.reflect.MethodUtils;
import org.openmrs.api.context.Context;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.annotation.SubResource;
import org.openmrs.module.webservices.rest.web.api.RestService;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.api.PageableResult;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingCrudResource;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingSubResource;
import org.openmrs.module.webservices.rest.web.response.ResourceDoesNotSupportOperationException;

/** What belongs to an entity of the core: it names its parent, is added to it and saved with it. */
public abstract class CoreSubResource<T, P, R extends DelegatingCrudResource<P>> extends DelegatingSubResource<T, P, R> {

	private final SubResource place = getClass().getAnnotation(SubResource.class);

	private final Words words = getClass().getAnnotation(Words.class);

	private final Class<P> parent;

	private final ServiceCalls<T> calls;

	@SuppressWarnings("unchecked")
	CoreSubResource() {
		parent = (Class<P>) place.parent().getAnnotation(Resource.class).supportedClass();
		calls = new ServiceCalls<>((Class<T>) place.supportedClass(), words.service());
		Collections.addAll(allowedMissingProperties, words.absent().split(" "));
	}

	@Override
	public String getResourceVersion() {
		return words.version();
	}

	@Override
	public DelegatingResourceDescription getRepresentationDescription(Representation rep) {
		return Description.of(rep, getClass().getAnnotation(Shown.class).value());
	}

	@Override
	public DelegatingResourceDescription getCreatableProperties() {
		return Description.creatable(getClass());
	}

	@PropertyGetter("display")
	public String getDisplayString(T delegate) {
		return (String) getProperty(delegate, words.display());
	}

	@Override
	public T newDelegate() {
		return calls.make();
	}

	@Override
	public T getByUniqueId(String uuid) {
		return calls.find("get%sByUuid", uuid);
	}

	@Override
	public P getParent(T delegate) {
		return parent.cast(getProperty(delegate, parentName()));
	}

	@Override
	public void setParent(T delegate, P owner) {
		try {
			MethodUtils.invokeMethod(delegate, "set" + parent.getSimpleName(), owner);
		}
		catch (ReflectiveOperationException e) {
			throw new IllegalStateException(e);
		}
	}

	private String parentName() {
		return StringUtils.uncapitalize(parent.getSimpleName());
	}

	@Override
	@SuppressWarnings("unchecked")
	public T save(T delegate) {
		P owner = getParent(delegate);
		try {
			MethodUtils.invokeMethod(owner, "add" + StringUtils.capitalize(place.path()), delegate);
		}
		catch (ReflectiveOperationException e) {
			throw new IllegalStateException(e);
		}
		((R) Context.getService(RestService.class).getResourceBySupportedClass(parent)).save(owner);
		return delegate;
	}

	@Override
	public PageableResult doGetAll(P owner, RequestContext context) {
		throw new ResourceDoesNotSupportOperationException();
	}

	@Override
	protected void delete(T delegate, String reason, RequestContext context) {
		throw new ResourceDoesNotSupportOperationException();
	}

	@Override
	public void purge(T delegate, RequestContext context) {
		throw new ResourceDoesNotSupportOperationException();
	}
}
