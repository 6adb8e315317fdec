/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.page;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import lombok.extern.slf4j.Slf4j;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.web.rest.RestError;
import org.openmrs.module.retention.web.rest.Trace;
import org.springframework.web.servlet.View;

/** One page: a status and a template within the frame. It is written when it is whole, so that a failure is no half page. */
@Slf4j
final class PageView implements View {

	private static final int ERRORS = 500;

	/** No script or style but our own files, no frames, forms to ourselves. */
	private static final String CONTENT_SECURITY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
		+ " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

	private final String template;

	private final int status;

	PageView(String template, int status) {
		this.template = template;
		this.status = status;
	}

	@Override
	public String getContentType() {
		return "text/html;charset=UTF-8";
	}

	@Override
	public void render(Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
		throws IOException {
		Map<String, Object> whole = new HashMap<>();
		whole.put("room", "");
		whole.put("title", "");
		whole.putAll(model);
		whole.put("frame", new Frame(request));
		whole.put("words", new Words(Context.getLocale()));
		whole.put("content", template + ".vm");
		String page = written(whole, request);
		if (page == null) {
			PageRefusal.write(RestError.of(500, "retention.web.error.internal", null), request, response);
			return;
		}
		response.setStatus(status);
		response.setContentType(getContentType());
		response.setHeader("Content-Security-Policy", CONTENT_SECURITY);
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader("Referrer-Policy", "no-referrer");
		response.setHeader("Cache-Control", "no-store");
		byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
		response.setContentLength(bytes.length);
		response.getOutputStream().write(bytes);
	}

	/** Null when it fails, which is logged: after the controller nobody else turns that into a page of ours. */
	private String written(Map<String, Object> model, HttpServletRequest request) {
		StringWriter page = new StringWriter();
		try {
			Templates.write("frame", model, page);
			return page.toString();
		}
		catch (RuntimeException e) {
			if (status >= ERRORS) {
				throw e;
			}
			// The message may hold what a user typed: the place of the failure is enough to find it.
			log.error("{} {} failed: {}", request.getMethod(), request.getServletPath(), Trace.of(e));
			return null;
		}
	}
}
