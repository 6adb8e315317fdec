/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.aop;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;

import org.apache.commons.lang3.StringUtils;
import org.openmrs.OpenmrsObject;
import org.openmrs.User;
import org.openmrs.Voidable;
import org.openmrs.annotation.AllowDirectAccess;
import org.openmrs.annotation.DisableHandlers;
import org.openmrs.annotation.Independent;
import org.openmrs.api.APIException;
import org.openmrs.api.context.Context;
import org.openmrs.api.handler.RequiredDataHandler;
import org.openmrs.api.handler.SaveHandler;
import org.openmrs.api.handler.UnvoidHandler;
import org.openmrs.api.handler.VoidHandler;
import org.openmrs.util.HandlerUtil;
import org.openmrs.validator.ValidateUtil;
import org.springframework.aop.MethodBeforeAdvice;
import org.springframework.core.ResolvableType;

/**
 * Runs handlers and validators before {@code saveX}, {@code createX}, {@code voidX} and {@code unvoidX}, when the first
 * argument is an X or a subclass of X; before the transaction begins.
 */
public class RequiredDataAdvice implements MethodBeforeAdvice {

	@Override
	public void before(Method method, Object[] args, Object target) {
		if (args == null || args.length == 0 || args[0] == null) {
			return;
		}
		String name = method.getName();
		Object main = args[0];
		if (name.startsWith("save") || name.startsWith("create")) {
			if (main instanceof OpenmrsObject) {
				if (endsWithClassName(name, main.getClass())) {
					save((OpenmrsObject) main, args.length > 1 && args[1] instanceof String ? (String) args[1] : null);
				}
			} else if (main instanceof Collection && !((Collection<?>) main).isEmpty()
				&& ((Collection<?>) main).iterator().next() instanceof OpenmrsObject) {
				String other = args.length > 1 ? (String) args[1] : null;
				((Collection<?>) main).forEach(o -> save((OpenmrsObject) o, other));
			}
		} else if (endsWithClassName(name, main.getClass())) {
			if (name.startsWith("void")) {
				Date when = ((Voidable) main).getDateVoided();
				handle(VoidHandler.class, main, Context.getAuthenticatedUser(), when == null ? new Date() : when,
					(String) args[1]);
			} else if (name.startsWith("unvoid")) {
				handle(UnvoidHandler.class, main, ((Voidable) main).getVoidedBy(), ((Voidable) main).getDateVoided(), null);
			} else if (name.matches("(retire|unretire).*")) {
				throw new UnsupportedOperationException("The host has no handlers for " + name);
			}
		}
	}

	private static void save(OpenmrsObject object, String other) {
		handle(SaveHandler.class, object, Context.getAuthenticatedUser(), new Date(), other);
		ValidateUtil.validate(object);
	}

	private static boolean endsWithClassName(String methodName, Class<?> type) {
		for (Class<?> at = type; at != null; at = at.getSuperclass()) {
			if (methodName.endsWith(at.getSimpleName())) {
				return true;
			}
		}
		return false;
	}

	public static <H extends RequiredDataHandler> void recursivelyHandle(Class<H> handlerType, OpenmrsObject object,
		String reason) {
		handle(handlerType, object, Context.getAuthenticatedUser(), new Date(), reason);
	}

	private static void handle(Class<? extends RequiredDataHandler> handlerType, Object object, User user, Date date,
		String other) {
		handle(handlerType, (OpenmrsObject) object, user, date, other, new HashSet<>());
	}

	@SuppressWarnings("unchecked")
	private static void handle(Class<? extends RequiredDataHandler> handlerType, OpenmrsObject object, User user, Date date,
		String other, Set<OpenmrsObject> handled) {
		if (!handled.add(object)) {
			return;
		}
		for (RequiredDataHandler handler : HandlerUtil.getHandlersForType(handlerType, object.getClass())) {
			handler.handle(object, user, date, other);
		}
		for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
			for (Field field : type.getDeclaredFields()) {
				if (holdsOpenmrsObjects(field) && !field.isAnnotationPresent(Independent.class)
					&& !isDisabled(field, handlerType)) {
					for (OpenmrsObject child : new ArrayList<>(children(object, field))) {
						handle(handlerType, child, user, date, other, handled);
					}
				}
			}
		}
	}

	private static boolean holdsOpenmrsObjects(Field field) {
		if (!Collection.class.isAssignableFrom(field.getType())) {
			return false;
		}
		Class<?> element = ResolvableType.forField(field).asCollection().getGeneric(0).resolve();
		return element != null && OpenmrsObject.class.isAssignableFrom(element);
	}

	private static boolean isDisabled(Field field, Class<?> handlerType) {
		DisableHandlers disabled = field.getAnnotation(DisableHandlers.class);
		if (disabled != null) {
			for (Class<?> type : disabled.handlerTypes()) {
				if (type.isAssignableFrom(handlerType)) {
					return true;
				}
			}
		}
		return false;
	}

	@SuppressWarnings("unchecked")
	private static Collection<OpenmrsObject> children(OpenmrsObject object, Field field) {
		try {
			Object value;
			if (field.isAnnotationPresent(AllowDirectAccess.class)) {
				field.setAccessible(true);
				value = field.get(object);
			} else {
				value = object.getClass().getMethod("get" + StringUtils.capitalize(field.getName())).invoke(object);
			}
			return value == null ? new ArrayList<>() : (Collection<OpenmrsObject>) value;
		}
		catch (ReflectiveOperationException e) {
			throw new APIException("Unable to get " + field.getName() + " of " + object.getClass(), e);
		}
	}
}
