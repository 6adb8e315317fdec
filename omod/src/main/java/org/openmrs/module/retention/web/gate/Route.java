/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.gate;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** One path under {@code /ws/rest/v1/retention/}: its methods, and for each the query parameters it knows. */
final class Route {

	/** Stands for a uuid in a path. */
	static final String UUID = "{uuid}";

	/** Uuids of the platform are not always RFC 4122 (concepts): up to 38 letters, digits, dashes. */
	private static final Pattern UUID_FORM = Pattern.compile("[A-Za-z0-9_-]{1,38}");

	private final String[] segments;

	private final Map<String, Set<String>> parametersByMethod = new LinkedHashMap<>();

	Route(String path) {
		segments = path.split("/");
	}

	/** GET of one object. */
	Route read() {
		return on("GET", "v");
	}

	/** GET of a page of objects. */
	Route list(String... filters) {
		on("GET", "v", "limit", "startIndex", "totalCount");
		parametersByMethod.get("GET").addAll(Arrays.asList(filters));
		return this;
	}

	/** POST, whose answer has a representation. */
	Route post() {
		return on("POST", "v");
	}

	/** DELETE that voids or retires, with a reason. */
	Route delete() {
		return on("DELETE", "reason");
	}

	/** As well as {@link #delete}: leaves nothing. */
	Route purge() {
		delete();
		parametersByMethod.get("DELETE").add("purge");
		return this;
	}

	private Route on(String method, String... parameters) {
		parametersByMethod.put(method, new LinkedHashSet<>(Arrays.asList(parameters)));
		return this;
	}

	boolean matches(String[] path) {
		if (path.length != segments.length) {
			return false;
		}
		for (int i = 0; i < path.length; i++) {
			boolean fits = UUID.equals(segments[i]) ? UUID_FORM.matcher(path[i]).matches() : segments[i].equals(path[i]);
			if (!fits) {
				return false;
			}
		}
		return true;
	}

	Set<String> methods() {
		return new TreeSet<>(parametersByMethod.keySet());
	}

	/** Empty for a method that the route does not have. */
	Set<String> parameters(String method) {
		return parametersByMethod.getOrDefault(method, Collections.emptySet());
	}

	@Override
	public String toString() {
		return String.join("/", segments);
	}
}
