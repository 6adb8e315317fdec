/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.webservices.rest.web.v1_0.controller;

import javax.servlet.http.HttpServletRequest;

import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.RestUtil;
import org.springframework.stereotype.Component;

/** The first request tells by which address clients reach the server; all links begin with it from then on. */
@Component
public class BaseUriSetup {

	public synchronized void setup(HttpServletRequest request) {
		if (!RestConstants.URI_PREFIX.matches("https?://.*")) {
			RestConstants.URI_PREFIX = RestUtil.determineSchemeHostAndPortFromRequest(request) + request.getContextPath()
				+ RestConstants.URI_PREFIX;
		}
	}
}
