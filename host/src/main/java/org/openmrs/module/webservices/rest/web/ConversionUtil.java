/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.webservices.rest.web;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.text.SimpleDateFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.commons.lang3.reflect.MethodUtils;
import org.hibernate.Hibernate;
import org.joda.time.DateTime;
import org.joda.time.format.DateTimeFormat;
import org.openmrs.Auditable;
import org.openmrs.Retireable;
import org.openmrs.Voidable;
import org.openmrs.api.APIException;
import org.openmrs.api.context.Context;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.api.RestService;
import org.openmrs.module.webservices.rest.web.representation.CustomRepresentation;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.api.Converter;
import org.openmrs.module.webservices.rest.web.resource.api.Resource;
import org.openmrs.module.webservices.rest.web.resource.impl.BaseDelegatingResource;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceHandler;
import org.openmrs.module.webservices.rest.web.response.ConversionException;
import org.openmrs.util.HandlerUtil;

/** Between Java objects and the maps, lists and scalars that JSON knows. */
@SuppressWarnings({ "unchecked", "rawtypes" })
public class ConversionUtil {

	public static final String DATE_FORMAT = "yyyy-MM-dd'T'HH:mm:ss.SSSZ";

	/** Stands for what the user may not see; the renderer leaves the property out. */
	public static final Object PRIVILEGE_DENIED = new Object();

	private static final String[] ACCEPTED_DATE_FORMATS = { DATE_FORMAT, "yyyy-MM-dd'T'HH:mm:ss.SSS",
		"yyyy-MM-dd'T'HH:mm:ssZ", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd" };

	private static final Map<Class<?>, Optional<Converter>> CONVERTERS = new ConcurrentHashMap<>();

	public static void clearCache() {
		CONVERTERS.clear();
	}

	public static <T> Converter<T> getConverter(Class<T> clazz) {
		Optional<Converter> known = CONVERTERS.get(clazz);
		if (known == null) {
			known = Optional.ofNullable(findConverter(clazz));
			CONVERTERS.put(clazz, known);
		}
		return known.orElse(null);
	}

	public static Object convert(Object object, Type toType) throws ConversionException {
		if (object == null) {
			return null;
		}
		Class<?> toClass = (Class<?>) (toType instanceof Class ? toType : ((ParameterizedType) toType).getRawType());
		if (Collection.class.isAssignableFrom(toClass)) {
			return convertCollection(object, toType, toClass);
		}
		if (toClass.isInstance(object)) {
			return object;
		}
		if (object instanceof Map) {
			return convertMap((Map<String, ?>) object, toClass);
		}
		if (object instanceof String) {
			Converter<?> converter = getConverter(toClass);
			if (converter != null) {
				return converter.getByUniqueId((String) object);
			}
			Object parsed = parse((String) object, toClass);
			if (parsed != null) {
				return parsed;
			}
		}
		if (toClass == Double.class && object instanceof Number) {
			return ((Number) object).doubleValue();
		}
		throw new ConversionException("Don't know how to convert from " + object.getClass() + " to " + toType, null);
	}

	/**
	 * The object with the map's uuid, or a new one, with the map's properties: first those of its default
	 * representation in that order (one may need the other), then all of them.
	 */
	public static Object convertMap(Map<String, ?> map, Class<?> toClass) throws ConversionException {
		Converter converter = getConverter(toClass);
		Object uuid = map.get(RestConstants.PROPERTY_UUID);
		Object ret = uuid instanceof String ? converter.getByUniqueId((String) uuid) : null;
		if (ret == null) {
			ret = converter.newInstance((String) map.get(RestConstants.PROPERTY_FOR_TYPE));
		}
		List<String> names = new ArrayList<>();
		if (converter instanceof DelegatingResourceHandler) {
			DelegatingResourceDescription description = ((DelegatingResourceHandler<?>) converter)
				.getRepresentationDescription(Representation.DEFAULT);
			if (description != null) {
				names.addAll(description.getProperties().keySet());
				names.retainAll(map.keySet());
			}
		}
		names.addAll(map.keySet());
		for (String name : names) {
			if (!RestConstants.PROPERTY_FOR_TYPE.equals(name)) {
				converter.setProperty(ret, name, map.get(name));
			}
		}
		return ret;
	}

	public static <S> Object convertToRepresentation(S o, Representation rep) throws ConversionException {
		return convertToRepresentation(o, rep, (Converter) null);
	}

	public static <S> Object convertToRepresentation(S o, Representation rep, Class<?> convertAs)
		throws ConversionException {
		return convertToRepresentation(o, rep, (Converter) (convertAs == null ? null : getConverter(convertAs)));
	}

	public static <S> Object convertToRepresentation(S proxy, Representation rep, Converter specificConverter)
		throws ConversionException {
		Object o = Hibernate.unproxy(proxy);
		if (o == null) {
			return null;
		}
		if (o instanceof Collection) {
			List<Object> list = new ArrayList<>();
			for (Object item : (Collection<?>) o) {
				list.add(convertToRepresentation(item, rep, specificConverter));
			}
			return list;
		}
		if (o instanceof Map) {
			return convertMapToRepresentation((Map<?, ?>) o);
		}
		Converter converter = specificConverter == null ? getConverter(o.getClass()) : specificConverter;
		if (converter == null) {
			return o instanceof Date ? new SimpleDateFormat(DATE_FORMAT).format((Date) o) : o;
		}
		if (converter instanceof BaseDelegatingResource) {
			String privilege = ((BaseDelegatingResource<?>) converter).getRequiredGetPrivilege();
			if (privilege != null && !Context.hasPrivilege(privilege)) {
				return PRIVILEGE_DENIED;
			}
		}
		try {
			return converter.asRepresentation(o, rep);
		}
		catch (Exception e) {
			throw new ConversionException("converting " + o.getClass() + " to " + rep, e);
		}
	}

	public static SimpleObject getAuditInfo(Object delegate) {
		SimpleObject info = new SimpleObject();
		if (delegate instanceof Auditable) {
			Auditable auditable = (Auditable) delegate;
			info.put("creator", convertToRepresentation(auditable.getCreator(), Representation.REF));
			info.put("dateCreated", convertToRepresentation(auditable.getDateCreated(), Representation.DEFAULT));
			info.put("changedBy", convertToRepresentation(auditable.getChangedBy(), Representation.REF));
			info.put("dateChanged", convertToRepresentation(auditable.getDateChanged(), Representation.DEFAULT));
		}
		if (delegate instanceof Retireable && ((Retireable) delegate).isRetired()) {
			Retireable retireable = (Retireable) delegate;
			info.put("retiredBy", convertToRepresentation(retireable.getRetiredBy(), Representation.REF));
			info.put("dateRetired", convertToRepresentation(retireable.getDateRetired(), Representation.DEFAULT));
			info.put("retireReason", retireable.getRetireReason());
		}
		if (delegate instanceof Voidable && ((Voidable) delegate).isVoided()) {
			Voidable voidable = (Voidable) delegate;
			info.put("voidedBy", convertToRepresentation(voidable.getVoidedBy(), Representation.REF));
			info.put("dateVoided", convertToRepresentation(voidable.getDateVoided(), Representation.DEFAULT));
			info.put("voidReason", voidable.getVoidReason());
		}
		return info;
	}

	/** Reads {@code (uuid,patient:(uuid,display),location:ref)}. */
	public static DelegatingResourceDescription getCustomRepresentationDescription(CustomRepresentation representation) {
		DelegatingResourceDescription description = new DelegatingResourceDescription();
		for (String part : splitTopLevel(representation.getRepresentation())) {
			String[] nameAndRep = part.split(":", 2);
			if (nameAndRep.length == 2) {
				String rep = nameAndRep[1];
				description.addProperty(nameAndRep[0], rep.startsWith("(") ? new CustomRepresentation(rep)
					: rep.equalsIgnoreCase("ref") ? Representation.REF
						: rep.equalsIgnoreCase("full") ? Representation.FULL : Representation.DEFAULT);
			} else if (part.equals("links")) {
				description.addSelfLink().addLink("default", ".?v=" + RestConstants.REPRESENTATION_DEFAULT);
			} else {
				description.addProperty(part);
			}
		}
		return description;
	}

	private static List<String> splitTopLevel(String specification) {
		int from = specification.startsWith("(") ? 1 : 0;
		int to = specification.length() - (specification.endsWith(")") ? 1 : 0);
		String inner = specification.substring(from, Math.max(from, to));
		List<String> parts = new ArrayList<>();
		int depth = 0;
		int start = 0;
		for (int i = 0; i < inner.length(); i++) {
			char c = inner.charAt(i);
			depth += c == '(' ? 1 : c == ')' ? -1 : 0;
			if (c == ',' && depth == 0) {
				parts.add(inner.substring(start, i));
				start = i + 1;
			}
		}
		parts.add(inner.substring(start));
		return parts;
	}

	private static Converter findConverter(Class<?> clazz) {
		try {
			Resource resource = Context.getService(RestService.class).getResourceBySupportedClass(clazz);
			if (resource instanceof Converter) {
				return (Converter) resource;
			}
		}
		catch (APIException noSuchResource) {
			// then perhaps a handler
		}
		try {
			return HandlerUtil.getPreferredHandler(Converter.class, clazz);
		}
		catch (APIException noSuchHandler) {
			return null;
		}
	}

	private static Object convertCollection(Object object, Type toType, Class<?> toClass) {
		if (!(object instanceof Collection)) {
			throw new ConversionException(
				"Can only convert a Collection to a Collection. Not " + object.getClass() + " to " + toType, null);
		}
		Collection<?> source = (Collection<?>) object;
		Collection<Object> target;
		if (Set.class.isAssignableFrom(toClass)) {
			target = new HashSet<>();
		} else if (List.class.isAssignableFrom(toClass)) {
			target = new ArrayList<>();
		} else {
			throw new ConversionException("Don't know how to handle collection class: " + toClass, null);
		}
		for (Object element : source) {
			target.add(toType instanceof ParameterizedType
				? convert(element, ((ParameterizedType) toType).getActualTypeArguments()[0]) : element);
		}
		return target;
	}

	/** @return null where the class offers no way to read a text */
	private static Object parse(String string, Class<?> toClass) {
		if (toClass.isAssignableFrom(Date.class)) {
			return parseDate(string);
		}
		try {
			return MethodUtils.invokeStaticMethod(toClass, "valueOf", toClass.isEnum() ? string.toUpperCase() : string);
		}
		catch (ReflectiveOperationException e) {
			return null;
		}
	}

	private static Date parseDate(String string) {
		IllegalArgumentException last = null;
		for (String format : ACCEPTED_DATE_FORMATS) {
			try {
				return DateTime.parse(string, DateTimeFormat.forPattern(format)).toDate();
			}
			catch (IllegalArgumentException e) {
				last = e;
			}
		}
		throw new ConversionException("Error converting date - correct format (ISO8601 Long): " + DATE_FORMAT,
			last);
	}

	private static SimpleObject convertMapToRepresentation(Map<?, ?> map) {
		SimpleObject result = new SimpleObject();
		map.forEach((key, value) -> result.put(key.toString(), convertToRepresentation(value, Representation.REF)));
		return result;
	}
}
