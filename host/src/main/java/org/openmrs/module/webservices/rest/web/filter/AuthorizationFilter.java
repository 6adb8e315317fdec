/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.webservices.rest.web.filter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import org.openmrs.api.context.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs in by Basic credentials where no one is logged in. Wrong ones are left to whatever then lacks a privilege. */
public class AuthorizationFilter implements Filter {

	private static final Logger log = LoggerFactory.getLogger(AuthorizationFilter.class);

	@Override
	public void init(FilterConfig config) {
	}

	@Override
	public void destroy() {
	}

	@Override
	public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
		throws IOException, ServletException {
		HttpServletRequest request = (HttpServletRequest) servletRequest;
		HttpServletResponse response = (HttpServletResponse) servletResponse;
		if (request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid()) {
			response.sendError(HttpServletResponse.SC_UNAUTHORIZED, "Session timed out");
		}
		String header = request.getHeader("Authorization");
		if (!Context.isAuthenticated() && header != null && header.startsWith("Basic")) {
			String[] credentials = credentials(header);
			if (credentials == null) {
				response.sendError(HttpServletResponse.SC_BAD_REQUEST, "Invalid credentials provided");
				return;
			}
			try {
				Context.authenticate(credentials[0], credentials[1]);
			}
			catch (RuntimeException e) {
				log.debug("not authenticated", e);
			}
		}
		chain.doFilter(request, response);
	}

	private static String[] credentials(String header) {
		try {
			String decoded = new String(Base64.getMimeDecoder().decode(header.substring(5).trim()), StandardCharsets.UTF_8);
			return decoded.contains(":") ? decoded.split(":") : null;
		}
		catch (IllegalArgumentException e) {
			return null;
		}
	}
}
