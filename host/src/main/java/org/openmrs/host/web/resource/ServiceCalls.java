/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.web.resource;

import java.lang.reflect.Method;
import java.util.List;

import lombok.AllArgsConstructor;
import org.apache.commons.lang3.ClassUtils;
import org.apache.commons.lang3.reflect.MethodUtils;
import org.openmrs.api.context.Context;
import org.openmrs.module.webservices.rest.web.response.ResourceDoesNotSupportOperationException;
import org.springframework.beans.BeanUtils;
import org.springframework.util.ReflectionUtils;

/** The methods of a service for one type, called through its proxy; {@code %s} in a name stands for the type's. */
@AllArgsConstructor
final class ServiceCalls<T> {

	final Class<T> type;

	private final Class<?> service;

	T make() {
		return BeanUtils.instantiateClass(type);
	}

	T find(String name, String reference) {
		Method method = method(name, reference);
		return method == null ? null : type.cast(call(method, reference));
	}

	@SuppressWarnings("unchecked")
	List<T> list(String name, Object... arguments) {
		Method method = method(name, arguments);
		return method == null ? null : (List<T>) call(method, arguments);
	}

	@SuppressWarnings("unchecked")
	T required(String name, Object... arguments) {
		Method method = method(name, arguments);
		if (method == null) {
			throw new ResourceDoesNotSupportOperationException();
		}
		return (T) call(method, arguments);
	}

	private Method method(String name, Object... arguments) {
		return MethodUtils.getMatchingAccessibleMethod(service, String.format(name, type.getSimpleName()),
			ClassUtils.toClass(arguments));
	}

	private Object call(Method method, Object... arguments) {
		return ReflectionUtils.invokeMethod(method, Context.getService(service), arguments);
	}
}
