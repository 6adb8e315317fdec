/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.rest;

import org.openmrs.module.webservices.rest.web.RestConstants;

/** Where the module's resources live. */
public final class Namespace {

	/** First part of every resource name; followed by a slash and the resource. */
	public static final String V1 = RestConstants.VERSION_1 + "/retention";

	/** Request attribute of what the gate let through; the controllers answer nothing else. */
	public static final String PASSED_GATE = "org.openmrs.module.retention.web.passedGate";

	/** The versions of the platform that the resources answer on. */
	public static final String PLATFORM = "2.8 - 9.*";

	private Namespace() {
	}
}
