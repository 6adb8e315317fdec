/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.gate;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.module.retention.web.rest.RestError;
import org.springframework.http.MediaType;

/** What a request to one of our paths must be like; each rule says no with a status and a code. */
class RequestRules {

	static final int MAX_LIMIT = 100;

	/** Far above any table; keeps start plus limit within an int. */
	private static final int MAX_START = 1_000_000_000;

	private static final int MAX_PARAMETER = 2000;

	/** What every table has room for. */
	private static final int MAX_REASON = 255;

	private static final Pattern REPRESENTATION = Pattern.compile("ref|default|full|custom:\\([A-Za-z0-9_:,()\\s]*\\)");

	/** The refusal, or null. */
	RestError refusal(HttpServletRequest request, String path) {
		if (request.getRequestURI().indexOf(';') >= 0) {
			return RestError.badRequest("retention.web.error.path-parameter", null);
		}
		Route route = path.isEmpty() ? null : Routes.find(path.substring(1));
		if (route == null) {
			return RestError.unknownResource();
		}
		String method = "HEAD".equals(request.getMethod()) ? "GET" : request.getMethod();
		if (!route.methods().contains(method)) {
			return RestError.methodNotAllowed(method, route.methods());
		}
		RestError mediaTypes = mediaTypes(request, method);
		return mediaTypes != null ? mediaTypes : parameters(request.getParameterMap(), route.parameters(method));
	}

	/** The refusal of a body, or null. */
	RestError refusal(JsonText body) throws IOException {
		if (body.length() > GateFilter.MAX_BODY_BYTES) {
			return tooLong();
		}
		return body.isObject() ? null : RestError.badRequest("retention.web.error.unreadable-body", null);
	}

	private static RestError tooLong() {
		return RestError.of(413, "retention.web.error.body-too-long", null, GateFilter.MAX_BODY_BYTES);
	}

	private RestError mediaTypes(HttpServletRequest request, String method) {
		if ("POST".equals(method)) {
			if (!speaksJson(request.getContentType())) {
				return RestError.of(415, "retention.web.error.media-type", "Content-Type");
			}
			if (request.getContentLengthLong() > GateFilter.MAX_BODY_BYTES) {
				return tooLong();
			}
		}
		String accept = request.getHeader("Accept");
		return accept == null || acceptsJson(accept) ? null : RestError.of(406, "retention.web.error.accept", "Accept");
	}

	private static boolean speaksJson(String contentType) {
		try {
			MediaType type = MediaType.parseMediaType(contentType == null ? "" : contentType);
			return MediaType.APPLICATION_JSON.equalsTypeAndSubtype(type)
				&& (type.getCharset() == null || "UTF-8".equals(type.getCharset().name()));
		}
		catch (IllegalArgumentException e) {
			return false;
		}
	}

	private static boolean acceptsJson(String accept) {
		try {
			return accept.trim().isEmpty()
				|| MediaType.parseMediaTypes(accept).stream().anyMatch(MediaType.APPLICATION_JSON::isCompatibleWith);
		}
		catch (IllegalArgumentException e) {
			return false;
		}
	}

	private RestError parameters(Map<String, String[]> given, Set<String> known) {
		for (Map.Entry<String, String[]> parameter : given.entrySet()) {
			RestError refusal = parameter(parameter.getKey(), parameter.getValue(), known);
			if (refusal != null) {
				return refusal;
			}
		}
		return null;
	}

	private RestError parameter(String name, String[] values, Set<String> known) {
		if (!known.contains(name)) {
			return RestError.badRequest("retention.web.error.unknown-parameter", name, name);
		}
		if (values.length != 1) {
			return RestError.badRequest("retention.web.error.repeated-parameter", name, name);
		}
		String value = values[0];
		if (value.trim().isEmpty() || value.length() > MAX_PARAMETER) {
			return RestError.badRequest("retention.web.error.blank-parameter", name, name);
		}
		switch (name) {
			case "limit":
				return number(value, 1, MAX_LIMIT)
					? null
					: RestError.badRequest("retention.web.error.limit", name, MAX_LIMIT);
			case "startIndex":
				return number(value, 0, MAX_START) ? null : RestError.badRequest("retention.web.error.start-index", name);
			case "reason":
				return value.codePointCount(0, value.length()) <= MAX_REASON
					? null
					: RestError.badRequest("retention.web.error.too-long", name, name, MAX_REASON);
			case "totalCount":
			case "includeAll":
				return "true".equals(value) || "false".equals(value)
					? null
					: RestError.badRequest("retention.web.error.true-or-false", name, name);
			case "purge":
				return "true".equals(value)
					? null
					: RestError.badRequest("retention.web.error.unknown-value", name, name, "[true]");
			case "v":
				return REPRESENTATION.matcher(value).matches() && balanced(value)
					? null
					: RestError.badRequest("retention.web.error.representation", name);
			default:
				return null;
		}
	}

	private static boolean number(String value, int min, int max) {
		try {
			int number = Integer.parseInt(value);
			return number >= min && number <= max && Character.isDigit(value.charAt(0));
		}
		catch (NumberFormatException e) {
			return false;
		}
	}

	private static boolean balanced(String value) {
		int depth = 0;
		for (char c : value.toCharArray()) {
			depth += c == '(' ? 1 : c == ')' ? -1 : 0;
			if (depth < 0 || depth > 8) {
				return false;
			}
		}
		return depth == 0;
	}
}
