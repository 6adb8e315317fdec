/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.page;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.web.rest.RestError;
import org.springframework.web.servlet.View;

/** One page: a status and a template within the frame. */
final class PageView implements View {

	private static final int ERRORS = 500;

	private final String template;

	private final int status;

	PageView(String template, int status) {
		this.template = template;
		this.status = status;
	}

	/** The same page, of a form that was refused. */
	PageView with(int otherStatus) {
		return new PageView(template, otherStatus);
	}

	@Override
	public String getContentType() {
		return HtmlPage.CONTENT_TYPE;
	}

	@Override
	public void render(Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
		throws IOException {
		Map<String, Object> whole = new HashMap<>();
		whole.put("room", "");
		whole.put("title", "");
		whole.putAll(model);
		Frame frame = new Frame(request);
		whole.put("frame", frame);
		whole.put("words", new Words(Context.getLocale()));
		whole.put("content", template + ".vm");
		HtmlPage page;
		try {
			page = new HtmlPage("frame", whole);
			if (frame.isRefusalUnsaid()) {
				frame.raiseRefusal();
				page = new HtmlPage("frame", whole);
			}
		}
		catch (RuntimeException e) {
			if (status >= ERRORS) {
				throw e;
			}
			// what a template asks for may be refused too, and after the controller nobody else makes that a page of ours
			PageRefusal.write(RestError.of(e, request), request, response);
			return;
		}
		page.send(status, response);
	}
}
