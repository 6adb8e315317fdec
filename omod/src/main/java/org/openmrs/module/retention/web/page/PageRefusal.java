/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.page;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.shared.Messages;
import org.openmrs.module.retention.web.rest.RestError;

/** A refusal as a page: its status, what it says, and what was typed in the form that it refuses. */
public final class PageRefusal {

	private PageRefusal() {
	}

	static PageView view(RestError error) {
		return new PageView("error", error.getStatus());
	}

	static Map<String, Object> model(RestError error, HttpServletRequest request) {
		Map<String, Object> model = new HashMap<>();
		model.put("message", message(error, request));
		model.put("typed",
			"POST".equals(request.getMethod()) ? FieldLabels.readable(Typed.of(request), request) : Collections.emptyList());
		return model;
	}

	/** With what the field is called on the page, in place of its name or before a text that does not name it. */
	public static String message(RestError error, HttpServletRequest request) {
		String label = error.getField() == null ? null : FieldLabels.of(error.getField(), request);
		if (label == null) {
			return error.message();
		}
		Object[] arguments = error.getArguments().clone();
		int named = Arrays.asList(arguments).indexOf(error.getField());
		if (named < 0) {
			return label + ": " + error.message();
		}
		arguments[named] = label;
		return Messages.text(error.getCode(), Context.getLocale(), arguments);
	}

	/** For a filter, before any controller; the body of the request is not read. */
	public static void write(RestError error, HttpServletRequest request, HttpServletResponse response)
		throws IOException {
		Map<String, Object> model = new HashMap<>();
		model.put("message", message(error, request));
		model.put("typed", Collections.emptyList());
		error.getHeaders().forEach(response::setHeader);
		view(error).render(model, request, response);
	}
}
