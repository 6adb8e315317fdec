/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.webservices.rest.web.resource.impl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import lombok.Getter;
import lombok.Setter;
import org.openmrs.module.webservices.rest.web.ConversionUtil;
import org.openmrs.module.webservices.rest.web.Hyperlink;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.api.RepresentationDescription;
import org.openmrs.module.webservices.rest.web.response.ConversionException;

/** The properties and links of a representation, or the properties a client may set, in order. */
@Getter
public class DelegatingResourceDescription implements RepresentationDescription {

	private final Map<String, Property> properties = new LinkedHashMap<>();

	private final List<Hyperlink> links = new ArrayList<>();

	public void addProperty(String propertyName) {
		addProperty(propertyName, propertyName, null, false, null);
	}

	public void addRequiredProperty(String propertyName) {
		addProperty(propertyName, propertyName, null, true, null);
	}

	public void addProperty(String propertyName, Representation rep) {
		addProperty(propertyName, propertyName, rep, false, null);
	}

	public void addProperty(String propertyName, Representation rep, Class<?> convertAs) {
		addProperty(propertyName, propertyName, rep, false, convertAs);
	}

	public void addProperty(String propertyName, String delegatePropertyName, Representation rep) {
		addProperty(propertyName, delegatePropertyName, rep, false, null);
	}

	public void addProperty(String propertyName, String delegatePropertyName, Representation rep, boolean required,
		Class<?> convertAs) {
		Property property = new Property(delegatePropertyName, orDefault(rep), required);
		property.setConvertAs(convertAs);
		properties.put(propertyName, property);
	}

	public DelegatingResourceDescription addSelfLink() {
		return addLink("self", ".");
	}

	/** @param uri a leading dot stands for the object's own address */
	public DelegatingResourceDescription addLink(String rel, String uri) {
		links.add(new Hyperlink(rel, uri));
		return this;
	}

	private static Representation orDefault(Representation rep) {
		return rep == null ? Representation.DEFAULT : rep;
	}

	@Getter
	@Setter
	public class Property {

		private String delegateProperty;

		private Representation rep;

		private Class<?> convertAs;

		private boolean required;

		public Property(String delegateProperty, Representation rep, boolean required) {
			this.delegateProperty = delegateProperty;
			this.rep = rep;
			this.required = required;
		}

		public <T> Object evaluate(BaseDelegatingConverter<T> converter, T delegate) throws ConversionException {
			Object value = converter.getProperty(delegate, delegateProperty);
			if (!(value instanceof Collection)) {
				return ConversionUtil.convertToRepresentation(value, rep, convertAs);
			}
			List<Object> elements = new ArrayList<>();
			for (Object element : (Collection<?>) value) {
				elements.add(ConversionUtil.convertToRepresentation(element, rep, convertAs));
			}
			return elements;
		}
	}
}
