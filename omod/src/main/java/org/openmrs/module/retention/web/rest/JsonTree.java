/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import org.openmrs.module.retention.shared.DefinitionJson;

/** Value objects of the api as the maps and lists that the framework renders. */
public final class JsonTree {

	private JsonTree() {
	}

	/** Stored JSON of any form. */
	public static Object read(String json) {
		return DefinitionJson.read(json, Object.class);
	}

	/** Null for null. */
	@SuppressWarnings("unchecked")
	public static Map<String, Object> of(Object value) {
		return value == null ? null : DefinitionJson.read(DefinitionJson.write(value), LinkedHashMap.class);
	}
}
