/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.web.filter;

import java.io.IOException;

import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpSession;

import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.api.context.UserContext;
import org.openmrs.web.WebConstants;
import org.springframework.web.context.support.WebApplicationContextUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/** Puts the user of the HTTP session on the thread. Every request gets a session, whoever asks and for whatever. */
public class OpenmrsFilter extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
		throws ServletException, IOException {
		HttpSession session = request.getSession();
		UserContext userContext = (UserContext) session.getAttribute(WebConstants.OPENMRS_USER_CONTEXT_HTTPSESSION_ATTR);
		if (userContext == null) {
			userContext = new UserContext(Context.getAuthenticationScheme());
			session.setAttribute(WebConstants.OPENMRS_USER_CONTEXT_HTTPSESSION_ATTR, userContext);
		}
		User user = userContext.getAuthenticatedUser();
		session.setAttribute("username", user == null ? "-anonymous user-" : user.getUsername());
		session.setAttribute("locale", userContext.getLocale());
		Context.setUserContext(userContext);
		Thread.currentThread().setContextClassLoader(
			WebApplicationContextUtils.getRequiredWebApplicationContext(getServletContext()).getClassLoader());
		try {
			chain.doFilter(request, response);
		}
		finally {
			Context.clearUserContext();
		}
	}
}
