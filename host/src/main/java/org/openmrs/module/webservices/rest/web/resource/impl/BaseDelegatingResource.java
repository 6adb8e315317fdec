/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.webservices.rest.web.resource.impl;

import java.lang.reflect.Method;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.apache.commons.lang3.StringUtils;
import org.openmrs.Changeable;
import org.openmrs.Creatable;
import org.openmrs.OpenmrsObject;
import org.openmrs.Retireable;
import org.openmrs.Voidable;
import org.openmrs.api.context.Context;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.ConversionUtil;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.RepHandler;
import org.openmrs.module.webservices.rest.web.representation.CustomRepresentation;
import org.openmrs.module.webservices.rest.web.representation.NamedRepresentation;
import org.openmrs.module.webservices.rest.web.representation.RefRepresentation;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.api.Converter;
import org.openmrs.module.webservices.rest.web.resource.api.Resource;
import org.openmrs.module.webservices.rest.web.response.ConversionException;
import org.openmrs.module.webservices.rest.web.response.ResourceDoesNotSupportOperationException;
import org.openmrs.module.webservices.rest.web.response.ResponseException;

public abstract class BaseDelegatingResource<T> extends BaseDelegatingConverter<T>
	implements
		Converter<T>,
		Resource,
		DelegatingResourceHandler<T> {

	protected Set<String> propertiesIgnoredWhenUpdating = new HashSet<>();

	/** Properties that are null where the platform's version has no such accessor. */
	protected Set<String> allowedMissingProperties = new HashSet<>();

	protected BaseDelegatingResource() {
		Collections.addAll(propertiesIgnoredWhenUpdating, "display", "links", "auditInfo",
			RestConstants.PROPERTY_FOR_RESOURCE_VERSION);
	}

	/** The privilege without which objects of this resource are left out where they are nested in others. */
	public String getRequiredGetPrivilege() {
		return null;
	}

	@Override
	public abstract T getByUniqueId(String uniqueId);

	protected abstract void delete(T delegate, String reason, RequestContext context) throws ResponseException;

	@Override
	public abstract void purge(T delegate, RequestContext context) throws ResponseException;

	protected T undelete(T delegate, RequestContext context) throws ResponseException {
		throw new ResourceDoesNotSupportOperationException("undelete action not yet supported for this resource");
	}

	@Override
	public T newInstance(String type) {
		return newDelegate();
	}

	@Override
	public T newDelegate(SimpleObject object) {
		return newDelegate();
	}

	@Override
	public String getResourceVersion() {
		return RestConstants.PROPERTY_FOR_RESOURCE_VERSION_DEFAULT_VALUE;
	}

	@Override
	public DelegatingResourceDescription getCreatableProperties() throws ResourceDoesNotSupportOperationException {
		throw new ResourceDoesNotSupportOperationException();
	}

	@Override
	public DelegatingResourceDescription getUpdatableProperties() throws ResourceDoesNotSupportOperationException {
		return getCreatableProperties();
	}

	@PropertyGetter("auditInfo")
	public SimpleObject getAuditInfo(Object resource) {
		return ConversionUtil.getAuditInfo(resource);
	}

	@Override
	@SuppressWarnings("unchecked")
	public String getUri(Object delegate) {
		if (delegate == null) {
			return "";
		}
		return RestConstants.URI_PREFIX + getResourceName() + "/" + getUniqueId((T) delegate);
	}

	protected String getResourceName() {
		org.openmrs.module.webservices.rest.web.annotation.Resource annotation = getClass()
			.getAnnotation(org.openmrs.module.webservices.rest.web.annotation.Resource.class);
		if (annotation == null) {
			throw new RuntimeException(getClass() + " needs a @Resource or @SubResource annotation");
		}
		return annotation.name();
	}

	protected String getUniqueId(T delegate) {
		return (String) getProperty(delegate, "uuid");
	}

	@Override
	public SimpleObject asRepresentation(T delegate, Representation representation) throws ConversionException {
		if (delegate == null) {
			throw new NullPointerException();
		}
		SimpleObject object = render(delegate, representation);
		if (!(representation instanceof RefRepresentation)) {
			object.put(RestConstants.PROPERTY_FOR_RESOURCE_VERSION, getResourceVersion());
		}
		return object;
	}

	/**
	 * Sets what the client sent, in the order of the description because one property may need another. What did not
	 * change is passed over, so that a representation can be posted back whole; what may not be set is refused.
	 */
	public void setConvertedProperties(T delegate, Map<String, Object> propertyMap,
		DelegatingResourceDescription description, boolean mustIncludeRequiredProperties) throws ConversionException {
		Map<String, Object> sent = new HashMap<>(propertyMap);
		sent.keySet().removeAll(propertiesIgnoredWhenUpdating);
		Map<String, DelegatingResourceDescription.Property> allowed = description.getProperties();
		for (String property : allowed.keySet()) {
			if (sent.containsKey(property)) {
				Object value = sent.remove(property);
				if (!unchanged(getProperty(delegate, property), value)) {
					setProperty(delegate, property, value);
				}
			}
		}
		sent.entrySet().removeIf(property -> unchanged(getProperty(delegate, property.getKey()), property.getValue()));
		if (!sent.isEmpty()) {
			throw new ConversionException(
				"Some properties are not allowed to be set: " + StringUtils.join(sent.keySet(), ", "));
		}
		if (mustIncludeRequiredProperties) {
			Set<String> missing = new HashSet<>(allowed.keySet());
			missing.removeIf(property -> !allowed.get(property).isRequired() || propertyMap.containsKey(property));
			if (!missing.isEmpty()) {
				throw new ConversionException("Some required properties are missing: " + StringUtils.join(missing, ", "));
			}
		}
	}

	@Override
	public Object getProperty(T instance, String propertyName) throws ConversionException {
		try {
			return super.getProperty(instance, propertyName);
		}
		catch (ConversionException e) {
			if (allowedMissingProperties.contains(propertyName)) {
				return null;
			}
			throw new ConversionException(propertyName + " on " + instance.getClass(), e.getCause());
		}
	}

	@Override
	public void setProperty(Object instance, String propertyName, Object value) throws ConversionException {
		if (!propertiesIgnoredWhenUpdating.contains(propertyName)) {
			try {
				super.setProperty(instance, propertyName, value);
			}
			catch (ConversionException e) {
				throw new ConversionException(propertyName + " on " + instance.getClass(), e.getCause());
			}
		}
	}

	protected DelegatingResourceDescription buildCreatableProperties(T delegate,
		DelegatingResourceHandler<? extends T> handler, SimpleObject propertiesToCreate) {
		DelegatingResourceDescription description = handler.getCreatableProperties();
		if (propertiesToCreate.containsKey(RestConstants.PROPERTY_UUID)) {
			description.addProperty(RestConstants.PROPERTY_UUID);
		}
		if (Context.hasPrivilege(RestConstants.PRIV_SET_AUDIT_DATA)) {
			allowIf(delegate instanceof Creatable, description, "dateCreated", "creator");
			allowIf(delegate instanceof Changeable, description, "dateChanged", "changedBy");
			allowIf(delegate instanceof Retireable, description, "retired", "retireReason", "retiredBy", "dateRetired");
			allowIf(delegate instanceof Voidable, description, "voided", "voidReason", "voidedBy", "dateVoided");
		}
		return description;
	}

	private void allowIf(boolean applies, DelegatingResourceDescription description, String... properties) {
		if (applies) {
			for (String property : properties) {
				description.addProperty(property);
			}
		}
	}

	private SimpleObject render(T delegate, Representation representation) {
		DelegatingResourceDescription description = getRepresentationDescription(representation);
		if (description != null) {
			return convertDelegateToRepresentation(delegate, description);
		}
		for (Method method : getClass().getMethods()) {
			RepHandler handler = method.getAnnotation(RepHandler.class);
			if (handler != null && handler.value().isInstance(representation)
				&& (!(representation instanceof NamedRepresentation)
					|| handler.name().equals(representation.getRepresentation()))) {
				try {
					return (SimpleObject) (method.getParameterCount() == 1 ? method.invoke(this, delegate)
						: method.invoke(this, delegate, representation));
				}
				catch (Exception e) {
					throw new ConversionException(null, e);
				}
			}
		}
		if (representation instanceof CustomRepresentation) {
			return convertDelegateToRepresentation(delegate,
				ConversionUtil.getCustomRepresentationDescription((CustomRepresentation) representation));
		}
		throw new ConversionException("Don't know how to get " + getClass().getSimpleName() + "(" + delegate.getClass()
			+ ") as " + representation.getRepresentation(), null);
	}

	private boolean unchanged(Object oldValue, Object newValue) {
		if (newValue instanceof Map && oldValue != null && !(oldValue instanceof Map)) {
			Object converted = ConversionUtil.convert(newValue, oldValue.getClass());
			return oldValue instanceof OpenmrsObject
				? ((OpenmrsObject) oldValue).getUuid().equals(((OpenmrsObject) converted).getUuid())
				: oldValue.equals(converted);
		}
		return Objects.equals(oldValue, newValue);
	}
}
