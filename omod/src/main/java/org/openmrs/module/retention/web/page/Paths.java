/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.page;

import javax.servlet.http.HttpServletRequest;

/** Addresses of our pages within the web application. */
public final class Paths {

	/** As the browser has it, below the context path. */
	public static final String ROOT = "/ws/retention";

	private Paths() {
	}

	/** The page that was asked for, below {@link #ROOT}. */
	static String path(HttpServletRequest request) {
		String info = request.getPathInfo() == null ? "" : request.getPathInfo();
		return info.startsWith("/retention/") ? info.substring("/retention/".length()) : "";
	}

	/** The same with its query. */
	static String here(HttpServletRequest request) {
		String path = path(request);
		return request.getQueryString() == null ? path : path + "?" + request.getQueryString();
	}

	/** Whether it leads to a page of ours and nowhere else. */
	static boolean isOurs(String path) {
		return path != null && path.matches("[A-Za-z0-9/_-]{0,200}(\\?[A-Za-z0-9%&=+._~-]{0,2000})?")
			&& !path.startsWith("/")
			&& !path.contains("//");
	}
}
