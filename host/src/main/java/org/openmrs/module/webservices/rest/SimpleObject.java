/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.webservices.rest;

import java.util.LinkedHashMap;

/** A JSON object, in the order of its keys. */
public class SimpleObject extends LinkedHashMap<String, Object> {

	public SimpleObject() {
	}

	public SimpleObject add(String key, Object value) {
		put(key, value);
		return this;
	}

	@SuppressWarnings("unchecked")
	public <T> T get(String key) {
		return (T) super.get(key);
	}
}
