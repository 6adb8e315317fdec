/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.page;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.servlet.http.HttpServletResponse;

/** A page on its way out: made whole from its templates first, so that a failure is no half page, and with the heads of every page. */
final class HtmlPage {

	static final String CONTENT_TYPE = "text/html;charset=UTF-8";

	/** No script or style but our own files, no frames, forms to ourselves. */
	private static final String CONTENT_SECURITY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
		+ " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

	private final byte[] bytes;

	HtmlPage(String template, Map<String, Object> model) {
		StringWriter page = new StringWriter();
		Templates.write(template, model, page);
		bytes = page.toString().getBytes(StandardCharsets.UTF_8);
	}

	void send(int status, HttpServletResponse response) throws IOException {
		response.setStatus(status);
		response.setContentType(CONTENT_TYPE);
		response.setHeader("Content-Security-Policy", CONTENT_SECURITY);
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader("Referrer-Policy", "no-referrer");
		response.setHeader("Cache-Control", "no-store");
		response.setContentLength(bytes.length);
		response.getOutputStream().write(bytes);
	}
}
