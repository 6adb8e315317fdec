/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.rest;

import java.util.Map;

/** Refusals of one of several things that a body asks for, each answered by itself. */
public final class Refusals {

	private static final ErrorMapper ERRORS = new ErrorMapper();

	private Refusals() {
	}

	/** What the error object of an answer would hold; what is no refusal is thrown on. */
	public static Map<String, Object> of(RuntimeException thrown) {
		RestError error = ERRORS.refused(thrown);
		if (error == null) {
			throw thrown;
		}
		return error.error();
	}
}
