/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.util;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.openmrs.annotation.Handler;
import org.openmrs.api.APIException;
import org.openmrs.api.context.Context;

public class HandlerUtil {

	/** Those that support the type or something above it, in their order. */
	public static <H, T> List<H> getHandlersForType(Class<H> handlerType, Class<T> type) {
		List<H> handlers = new ArrayList<>();
		for (H handler : Context.getRegisteredComponents(handlerType)) {
			Handler annotation = handler.getClass().getAnnotation(Handler.class);
			if (annotation != null) {
				for (Class<?> supported : annotation.supports()) {
					if (supported.isAssignableFrom(type)) {
						handlers.add(handler);
						break;
					}
				}
			}
		}
		handlers.sort(Comparator.comparing(h -> getOrderOfHandler(h.getClass())));
		return handlers;
	}

	public static <H, T> H getPreferredHandler(Class<H> handlerType, Class<T> type) {
		List<H> handlers = getHandlersForType(handlerType, type);
		if (handlers.isEmpty()) {
			throw new APIException("No " + handlerType + " found for " + type);
		}
		return handlers.get(0);
	}

	public static Integer getOrderOfHandler(Class<?> handler) {
		return handler.getAnnotation(Handler.class).order();
	}
}
