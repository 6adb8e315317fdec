/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.page;

import java.net.URI;
import java.net.URISyntaxException;

/** Where a patient's chart is, from a setting that anybody with the platform's settings may have written. */
final class ChartAddress {

	private static final String UUID = "{uuid}";

	private ChartAddress() {
	}

	/** Null unless the pattern is a path of this server or an address of the web, and names the patient. */
	static String of(String pattern, String patient) {
		if (!pattern.contains(UUID)) {
			return null;
		}
		try {
			URI address = new URI(pattern.replace(UUID, patient));
			return isPath(address) || isWeb(address) ? address.toASCIIString() : null;
		}
		catch (URISyntaxException e) {
			return null;
		}
	}

	private static boolean isPath(URI address) {
		return address.getScheme() == null && address.toString().matches("/(?!/).*");
	}

	private static boolean isWeb(URI address) {
		return address.getHost() != null
			&& ("https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme()));
	}
}
