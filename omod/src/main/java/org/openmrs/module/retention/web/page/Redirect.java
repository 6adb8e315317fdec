/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.page;

import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;
import org.springframework.web.servlet.View;

/**
 * To another page of ours, by its plain address. The container's own redirects name the session in it while the browser has
 * not shown a cookie yet, and such an address is no page of ours.
 */
@RequiredArgsConstructor
final class Redirect implements View {

	/** Below the root of our pages. */
	private final String path;

	@Override
	public String getContentType() {
		return null;
	}

	@Override
	public void render(Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) {
		response.setStatus(HttpServletResponse.SC_SEE_OTHER);
		response.setHeader("Location", request.getContextPath() + Paths.ROOT + "/" + path);
		response.setHeader("Cache-Control", "no-store");
	}
}
