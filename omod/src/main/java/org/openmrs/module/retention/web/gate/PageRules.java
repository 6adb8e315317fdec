/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.gate;

import java.util.Arrays;
import java.util.LinkedHashSet;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.module.retention.web.rest.RestError;
import org.springframework.http.MediaType;

/** What a request to one of our pages must be like. */
class PageRules {

	/** A long note in letters of four bytes, and the rest of a form. */
	static final int MAX_FORM_BYTES = 256 * 1024;

	private static final int MAX_QUERY = 4000;

	/** The refusal, or null. */
	RestError refusal(HttpServletRequest request, String path) {
		if (request.getRequestURI().indexOf(';') >= 0 || path.indexOf('.') >= 0) {
			return RestError.of(404, "retention.page.error.unknown-page", null);
		}
		String method = request.getMethod();
		if (!Arrays.asList("GET", "HEAD", "POST").contains(method)) {
			return RestError.methodNotAllowed(method, new LinkedHashSet<>(Arrays.asList("GET", "HEAD", "POST")));
		}
		if (request.getQueryString() != null && request.getQueryString().length() > MAX_QUERY) {
			return RestError.of(400, "retention.page.error.query-too-long", null);
		}
		return "POST".equals(method) ? refusalOfForm(request) : null;
	}

	private static RestError refusalOfForm(HttpServletRequest request) {
		if (!isForm(request.getContentType())) {
			return RestError.of(415, "retention.page.error.no-form", null);
		}
		return request.getContentLengthLong() > MAX_FORM_BYTES
			? RestError.of(413, "retention.web.error.body-too-long", null, MAX_FORM_BYTES)
			: null;
	}

	static boolean isForm(String contentType) {
		try {
			MediaType type = MediaType.parseMediaType(contentType == null ? "" : contentType);
			return MediaType.APPLICATION_FORM_URLENCODED.equalsTypeAndSubtype(type);
		}
		catch (IllegalArgumentException e) {
			return false;
		}
	}
}
