/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.gate;

import java.io.IOException;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.openmrs.module.retention.web.page.PageRefusal;
import org.openmrs.module.retention.web.page.Paths;
import org.openmrs.module.retention.web.page.PublicPage;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.RestError;

/**
 * Looks at requests under our paths before the dispatcher does. What it lets through has a path, method, media types and
 * query parameters that a resource of ours knows.
 */
public class GateFilter implements Filter {

	static final int MAX_BODY_BYTES = 1024 * 1024;

	private static final String REST = "/ws/rest/v1/retention";

	private final RequestRules rules = new RequestRules();

	private final PageRules pageRules = new PageRules();

	private final PublicRules publicRules = new PublicRules();

	@Override
	public void init(FilterConfig config) {
		// nothing to set up
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException,
		ServletException {
		HttpServletRequest http = (HttpServletRequest) request;
		String path = plainPath(http);
		if (isUnder(REST, path)) {
			resource(http, path.substring(REST.length()), (HttpServletResponse) response, chain);
		} else if (path.startsWith(Paths.ROOT) && PublicRules.isPublic(path.substring(Paths.ROOT.length()))) {
			publicPage(http, path.substring(Paths.ROOT.length()), (HttpServletResponse) response, chain);
		} else if (isUnder(Paths.ROOT, path)) {
			page(http, path.substring(Paths.ROOT.length()), (HttpServletResponse) response, chain);
		} else {
			chain.doFilter(request, response);
		}
	}

	private void resource(HttpServletRequest http, String path, HttpServletResponse response, FilterChain chain)
		throws IOException, ServletException {
		RestError refusal = rules.refusal(http, path);
		HttpServletRequest passed = http;
		if (refusal == null && "POST".equals(http.getMethod())) {
			JsonText text = new JsonText(http, MAX_BODY_BYTES);
			refusal = rules.refusal(text);
			passed = text;
		}
		if (refusal == null) {
			http.setAttribute(Namespace.PASSED_GATE, true);
			chain.doFilter(passed, response);
		} else {
			refusal.write(response);
		}
	}

	private void page(HttpServletRequest http, String path, HttpServletResponse response, FilterChain chain)
		throws IOException, ServletException {
		RestError refusal = pageRules.refusal(http, path);
		if (refusal == null) {
			http.setAttribute(Namespace.PASSED_GATE, true);
			chain.doFilter(http, response);
		} else {
			PageRefusal.write(refusal, http, response);
		}
	}

	private void publicPage(HttpServletRequest http, String path, HttpServletResponse response, FilterChain chain)
		throws IOException, ServletException {
		publicRules.leaveNoSession(http, response);
		RestError refusal = publicRules.refusal(http, path);
		if (refusal == null) {
			http.setAttribute(Namespace.PASSED_GATE, true);
			chain.doFilter(http, response);
		} else {
			PublicPage.refuse(refusal, http, response);
		}
		// the platform clears cookies of a request whose session has ended, unless the answer is on its way
		response.flushBuffer();
	}

	/** Decoded and without path parameters, as the dispatcher sees it. */
	private static String plainPath(HttpServletRequest request) {
		String info = request.getPathInfo();
		return request.getServletPath() + (info == null ? "" : info);
	}

	private static boolean isUnder(String root, String path) {
		return path.equals(root) || path.startsWith(root + "/");
	}

	@Override
	public void destroy() {
		// nothing to close
	}
}
