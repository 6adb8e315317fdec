/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.gate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpSession;
import org.openmrs.module.retention.web.rest.RestError;

/** What a request to a page for people without an account must be like; it leaves no session and no cookie. */
class PublicRules {

	/** Below which a survey is answered by invitation, and at a device. */
	private static final List<String> ROOTS = Collections.unmodifiableList(Arrays.asList("/s/", "/k/"));

	static final int MAX_FORM_BYTES = 64 * 1024;

	private static final Pattern PATH = Pattern
		.compile("/k/[A-Za-z0-9_-]{1,100}|/s/([A-Za-z0-9_-]{1,100}|retention\\.(css|js|svg))");

	/** @param path below the root of our pages */
	static boolean isPublic(String path) {
		return ROOTS.stream().anyMatch(path::startsWith);
	}

	/** The refusal, or null. */
	RestError refusal(HttpServletRequest request, String path) {
		if (request.getRequestURI().indexOf(';') >= 0 || !PATH.matcher(path).matches()) {
			return RestError.of(404, "retention.page.answer.closed.UNKNOWN", null);
		}
		String method = request.getMethod();
		if (!Arrays.asList("GET", "POST").contains(method)) {
			return RestError.methodNotAllowed(method, new LinkedHashSet<>(Arrays.asList("GET", "POST")));
		}
		if (!"POST".equals(method)) {
			return null;
		}
		if (!PageRules.isForm(request.getContentType())) {
			return RestError.of(415, "retention.page.error.no-form", null);
		}
		long length = request.getContentLengthLong();
		if (length < 0) {
			return RestError.of(411, "retention.page.answer.no-length", null);
		}
		return length > MAX_FORM_BYTES ? RestError.of(413, "retention.web.error.body-too-long", null, MAX_FORM_BYTES) : null;
	}

	/**
	 * The platform opens one for every request: it ends, and its cookie stays here, while what else was said before us stays.
	 * One that the caller had is left alone.
	 */
	void leaveNoSession(HttpServletRequest request, HttpServletResponse response) {
		HttpSession session = request.getSession(false);
		if (session != null && session.isNew()) {
			session.invalidate();
			Map<String, List<String>> before = new LinkedHashMap<>();
			response.getHeaderNames().forEach(name -> before.put(name, new ArrayList<>(response.getHeaders(name))));
			response.reset();
			before.forEach((name, values) -> {
				if (!"Set-Cookie".equalsIgnoreCase(name)) {
					values.forEach(value -> response.addHeader(name, value));
				}
			});
		}
	}
}
