/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.shared.Messages;
import org.openmrs.module.webservices.rest.SimpleObject;

/**
 * A refusal as it goes over HTTP: a status and, in the body, the platform's {@code error} object with a stable code of
 * ours, the message in the caller's language and the property or parameter it is about.
 */
@Getter
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class RestError {

	private static final ObjectMapper JSON = new ObjectMapper();

	private final int status;

	private final String code;

	/** Null when the whole request is meant. */
	private final String field;

	private final Object[] arguments;

	/** Further members of the error object, and headers. */
	private final Map<String, Object> details = new LinkedHashMap<>();

	private final Map<String, String> headers = new LinkedHashMap<>();

	public static RestError of(int status, String code, String field, Object... arguments) {
		return new RestError(status, code, field, arguments);
	}

	/** What the same failure would be over REST; one that is ours and unexpected is logged. */
	public static RestError of(Throwable thrown, HttpServletRequest request) {
		return new ErrorMapper().map(thrown, request);
	}

	public static RestError badRequest(String code, String field, Object... arguments) {
		return of(400, code, field, arguments);
	}

	public static RestError unknownResource() {
		return of(404, "retention.web.error.unknown-resource", null);
	}

	public static RestError methodNotAllowed(String method, Set<String> allowed) {
		RestError error = of(405, "retention.web.error.method-not-allowed", null, method);
		error.headers.put("Allow", String.join(", ", allowed));
		return error;
	}

	RestError detail(String name, Object value) {
		details.put(name, value);
		return this;
	}

	RestError header(String name, String value) {
		headers.put(name, value);
		return this;
	}

	/** Sets status and headers; the body is what to return. */
	SimpleObject answer(HttpServletResponse response) {
		response.setStatus(status);
		headers.forEach(response::setHeader);
		return body();
	}

	/** For a filter, where nobody else writes. */
	public void write(HttpServletResponse response) throws IOException {
		SimpleObject body = answer(response);
		response.setContentType("application/json;charset=UTF-8");
		response.getOutputStream().write(JSON.writeValueAsBytes(body));
	}

	private SimpleObject body() {
		return new SimpleObject().add("error", error());
	}

	/** In the caller's language. */
	public String message() {
		return Messages.text(code, Context.getLocale(), arguments);
	}

	Map<String, Object> error() {
		Map<String, Object> error = new LinkedHashMap<>();
		error.put("message", message());
		error.put("code", code);
		error.put("detail", "");
		if (field != null) {
			error.put("field", field);
		}
		error.putAll(details);
		return error;
	}
}
