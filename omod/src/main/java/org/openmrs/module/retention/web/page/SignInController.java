/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.page;

import java.util.HashMap;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.api.context.Context;
import org.openmrs.api.context.ContextAuthenticationException;
import org.openmrs.api.context.UsernamePasswordCredentials;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;

/** Signing in by the platform's accounts, signing out, and the language of the pages. */
@RequestMapping("/retention")
public class SignInController extends PageController {

	private static final String GO_ON = "next";

	/** Leads to the first page that the user may see. */
	private static final String HOME = "";

	@Override
	protected boolean isForUsers() {
		return false;
	}

	@RequestMapping(value = { "", "/" }, method = RequestMethod.GET)
	public ModelAndView home() {
		boolean configures = Context.hasPrivilege(RetentionPrivileges.MANAGE_PROTOCOLS)
			&& !Context.hasPrivilege(RetentionPrivileges.GET_FOLLOW_UPS);
		return go(configures ? "rehearsal" : "today");
	}

	/** The page with the form for signing in stays open longer than a session lives, and whoever wants to leave may. */
	@Override
	protected boolean isTokenNeeded(HttpServletRequest request) {
		return Context.isAuthenticated() && request.getPathInfo().endsWith("/language");
	}

	@RequestMapping(value = "/login", method = RequestMethod.GET)
	public ModelAndView show() {
		return Context.isAuthenticated() ? go(HOME) : form(200, HOME, null, null);
	}

	/** The page that was asked for needs a user: the form that led to it is kept. */
	static ModelAndView ask(HttpServletRequest request, int status) {
		if (!"POST".equals(request.getMethod())) {
			return form(status, Paths.here(request), null, null);
		}
		KeptForm kept = KeptForm.sentBy(request);
		return form(status, HOME, kept == null ? "retention.page.login.ended" : "retention.page.login.expired", kept);
	}

	private static ModelAndView form(int status, String next, String notice, KeptForm kept) {
		Map<String, Object> model = new HashMap<>();
		model.put("title", text("retention.page.login.title"));
		model.put(GO_ON, next);
		model.put("problem", notice);
		model.put("kept", kept);
		return page("login", status, model);
	}

	@RequestMapping(value = "/login", method = RequestMethod.POST)
	public ModelAndView signIn(HttpServletRequest request) {
		String next = Paths.isOurs(request.getParameter(GO_ON)) ? request.getParameter(GO_ON) : HOME;
		KeptForm kept = KeptForm.carriedBy(request);
		if (!PageSession.isTokenRight(request)) {
			return form(403, next, "retention.page.login.stale", kept);
		}
		try {
			Context.authenticate(new UsernamePasswordCredentials(request.getParameter("username"),
				request.getParameter("password")));
		}
		catch (ContextAuthenticationException e) {
			return form(401, next, "retention.page.login.refused", kept);
		}
		PageSession.renew(request);
		PageLanguage.apply(request);
		return kept == null ? go(next) : resume(kept, request);
	}

	/** Shows the user what is about to be sent; somebody else's is let go of. */
	static ModelAndView resume(KeptForm kept, HttpServletRequest request) {
		if (!kept.isOwn()) {
			tell(request, "problem", text("retention.page.resume.not-yours"));
			return go(HOME);
		}
		Map<String, Object> model = new HashMap<>();
		model.put("title", text("retention.page.resume.title"));
		model.put("kept", kept);
		model.put("typed", FieldLabels.readable(kept.getFields(), request));
		return page("resume", model);
	}

	@RequestMapping(value = "/logout", method = RequestMethod.POST)
	public ModelAndView signOut(HttpServletRequest request) {
		Context.logout();
		request.getSession().invalidate();
		return go("login");
	}

	@RequestMapping(value = "/language", method = RequestMethod.POST)
	public ModelAndView chooseLanguage(HttpServletRequest request) {
		String chosen = request.getParameter("language");
		if (!Frame.LANGUAGES.contains(chosen)) {
			throw RetentionException.invalid("retention.web.error.unknown-value", "language", "language", Frame.LANGUAGES);
		}
		PageLanguage.choose(chosen);
		return goBack(request, HOME);
	}
}
