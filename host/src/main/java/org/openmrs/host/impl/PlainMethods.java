/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.impl;

import java.io.Serializable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;

import lombok.AllArgsConstructor;
import org.openmrs.host.HostDao;
import org.springframework.cglib.proxy.Callback;
import org.springframework.cglib.proxy.Enhancer;
import org.springframework.cglib.proxy.MethodInterceptor;
import org.springframework.cglib.proxy.MethodProxy;
import org.springframework.cglib.proxy.NoOp;
import org.springframework.core.ResolvableType;

/** What a service leaves abstract is told from its name and types: it finds, lists, saves or deletes one kind of row. */
@AllArgsConstructor
public final class PlainMethods implements MethodInterceptor {

	private final HostDao dao;

	public static Object complete(Class<? extends HostService> service, HostDao dao) {
		Enhancer enhancer = new Enhancer();
		enhancer.setSuperclass(service);
		enhancer.setCallbacks(new Callback[]{ NoOp.INSTANCE, new PlainMethods(dao) });
		enhancer.setCallbackFilter(method -> Modifier.isAbstract(method.getModifiers()) ? 1 : 0);
		HostService completed = (HostService) enhancer.create();
		completed.dao = dao;
		return completed;
	}

	@Override
	public Object intercept(Object service, Method method, Object[] arguments, MethodProxy proxy) {
		String name = method.getName();
		if (name.startsWith("get")) {
			return find(name, method, arguments);
		}
		if (name.startsWith("purge")) {
			dao.delete(arguments[0]);
			return null;
		}
		return arguments[0] == null ? null : dao.save(arguments[0]);
	}

	private Object find(String name, Method method, Object[] arguments) {
		Class<?> type = method.getReturnType();
		if (type == List.class) {
			Object includeRetired = arguments.length == 0 ? Boolean.TRUE : arguments[0];
			return dao.list(ResolvableType.forMethodReturnType(method).getGeneric().resolve(),
				"?1 = true or e.retired = false order by e.name", includeRetired);
		}
		return name.endsWith("ByUuid") ? dao.byUuid(type, (String) arguments[0])
			: name.endsWith("ByName") ? dao.byName(type, (String) arguments[0])
				: dao.get(type, (Serializable) arguments[0]);
	}
}
