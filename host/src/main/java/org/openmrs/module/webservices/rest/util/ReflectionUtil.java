/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.webservices.rest.util;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.PropertySetter;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingPropertyAccessor;

public class ReflectionUtil {

	private static final Map<String, Optional<Method>> CACHE = new ConcurrentHashMap<>();

	public static void clearCaches() {
		CACHE.clear();
	}

	public static <T> Method findPropertyGetterMethod(DelegatingPropertyAccessor<? extends T> handler, String propName) {
		return find(handler, "get ", propName, method -> {
			PropertyGetter getter = method.getAnnotation(PropertyGetter.class);
			return getter != null && getter.value().equals(propName);
		});
	}

	public static <T> Method findPropertySetterMethod(DelegatingPropertyAccessor<? extends T> handler, String propName) {
		return find(handler, "set ", propName, method -> {
			PropertySetter setter = method.getAnnotation(PropertySetter.class);
			return setter != null && setter.value().equals(propName);
		});
	}

	/** An override without the annotation still counts: the search goes on to the superclass, the call stays virtual. */
	private static Method find(Object handler, String kind, String property, Predicate<Method> wanted) {
		return CACHE.computeIfAbsent(kind + handler.getClass().getName() + " " + property, key -> {
			for (Class<?> type = handler.getClass(); type != Object.class; type = type.getSuperclass()) {
				for (Method method : type.getMethods()) {
					if (wanted.test(method)) {
						return Optional.of(method);
					}
				}
			}
			return Optional.empty();
		}).orElse(null);
	}
}
