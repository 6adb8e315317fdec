/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.webservices.rest.web.resource.impl;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.apache.commons.beanutils.PropertyUtils;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.util.ReflectionUtil;
import org.openmrs.module.webservices.rest.web.ConversionUtil;
import org.openmrs.module.webservices.rest.web.Hyperlink;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.annotation.SubResource;
import org.openmrs.module.webservices.rest.web.representation.CustomRepresentation;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.api.Converter;
import org.openmrs.module.webservices.rest.web.response.ConversionException;

public abstract class BaseDelegatingConverter<T> implements Converter<T>, DelegatingPropertyAccessor<T> {

	public abstract DelegatingResourceDescription getRepresentationDescription(Representation rep);

	@Override
	public SimpleObject asRepresentation(T delegate, Representation rep) throws ConversionException {
		return convertDelegateToRepresentation(delegate,
			rep instanceof CustomRepresentation
				? ConversionUtil.getCustomRepresentationDescription((CustomRepresentation) rep)
				: getRepresentationDescription(rep));
	}

	@Override
	public Object getProperty(T instance, String propertyName) throws ConversionException {
		try {
			Method getter = ReflectionUtil.findPropertyGetterMethod(this, propertyName);
			return getter == null ? PropertyUtils.getProperty(instance, propertyName) : getter.invoke(this, instance);
		}
		catch (Exception e) {
			throw new ConversionException(propertyName + " on " + instance.getClass(), e);
		}
	}

	@Override
	public void setProperty(Object instance, String propertyName, Object value) throws ConversionException {
		try {
			Method annotated = ReflectionUtil.findPropertySetterMethod(this, propertyName);
			if (annotated != null) {
				annotated.invoke(this, instance, ConversionUtil.convert(value, annotated.getGenericParameterTypes()[1]));
				return;
			}
			Method setter = PropertyUtils.getPropertyDescriptor(instance, propertyName).getWriteMethod();
			setPropertyWhichMayBeAHibernateCollection(instance, propertyName,
				ConversionUtil.convert(value, setter.getGenericParameterTypes()[0]));
		}
		catch (Exception e) {
			throw new ConversionException(propertyName + " on " + instance.getClass(), e);
		}
	}

	/** A collection that Hibernate may be watching is refilled, not replaced. */
	@SuppressWarnings("unchecked")
	protected void setPropertyWhichMayBeAHibernateCollection(Object instance, String propertyName, Object value)
		throws IllegalAccessException, InvocationTargetException, NoSuchMethodException {
		Object old = value instanceof Collection ? PropertyUtils.getProperty(instance, propertyName) : null;
		if (old instanceof Collection) {
			((Collection<Object>) old).clear();
			((Collection<Object>) old).addAll((Collection<Object>) value);
		} else {
			PropertyUtils.setProperty(instance, propertyName, value);
		}
	}

	protected SimpleObject convertDelegateToRepresentation(T delegate, DelegatingResourceDescription rep)
		throws ConversionException {
		if (delegate == null) {
			throw new NullPointerException();
		}
		SimpleObject object = new SimpleObject();
		for (Map.Entry<String, DelegatingResourceDescription.Property> property : rep.getProperties().entrySet()) {
			Object value = property.getValue().evaluate(this, delegate);
			if (value != ConversionUtil.PRIVILEGE_DENIED) {
				object.put(property.getKey(), value);
			}
		}
		List<Hyperlink> links = new ArrayList<>();
		for (Hyperlink template : rep.getLinks()) {
			Hyperlink link = new Hyperlink(template.getRel(), absolute(template.getUri(), delegate));
			link.setResourceAlias(alias());
			links.add(link);
		}
		if (!links.isEmpty()) {
			object.put("links", links);
		}
		return object;
	}

	public String getUri(Object delegate) {
		throw new IllegalStateException(
			"representation description includes a link, but this converter doesn't define a URI: "
				+ getClass().getName());
	}

	private String absolute(String uri, T delegate) {
		return uri.startsWith(".") ? getUri(delegate) + uri.substring(1)
			: uri.startsWith("/") ? RestConstants.URI_PREFIX + uri.substring(1) : uri;
	}

	private String alias() {
		Resource resource = getClass().getAnnotation(Resource.class);
		if (resource != null) {
			return resource.name().substring(resource.name().lastIndexOf('/') + 1);
		}
		SubResource subResource = getClass().getAnnotation(SubResource.class);
		return subResource == null ? null : subResource.path();
	}
}
