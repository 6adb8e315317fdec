/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.page;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.User;
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

	/** User property: the language of the pages, also where the platform's list of languages lacks it. */
	static final String LANGUAGE = "retention.page.language";

	private static final String GO_ON = "next";

	/** Leads to the first page that the user may see. */
	private static final String HOME = "";

	@Override
	protected boolean isForUsers() {
		return false;
	}

	@RequestMapping(value = { "", "/" }, method = RequestMethod.GET)
	public ModelAndView home(HttpServletRequest request) {
		boolean configures = Context.hasPrivilege(RetentionPrivileges.MANAGE_PROTOCOLS)
			&& !Context.hasPrivilege(RetentionPrivileges.GET_FOLLOW_UPS);
		return go(request, configures ? "rehearsal" : "today");
	}

	@RequestMapping(value = "/login", method = RequestMethod.GET)
	public ModelAndView show(HttpServletRequest request) {
		return Context.isAuthenticated() ? go(request, HOME) : form(200, HOME, null, Collections.emptyList());
	}

	/** The page that was asked for needs a user: what was typed on the way to it is kept in the form. */
	static ModelAndView ask(HttpServletRequest request, int status) {
		boolean posted = "POST".equals(request.getMethod());
		return form(status, Paths.here(request), posted ? "retention.page.login.expired" : null,
			posted ? Typed.of(request) : Collections.emptyList());
	}

	private static ModelAndView form(int status, String next, String notice, List<Typed> typed) {
		Map<String, Object> model = new HashMap<>();
		model.put("title", text("retention.page.login.title"));
		model.put(GO_ON, next);
		model.put("problem", notice);
		model.put("typed", typed);
		return page("login", status, model);
	}

	@RequestMapping(value = "/login", method = RequestMethod.POST)
	public ModelAndView signIn(HttpServletRequest request) {
		String next = Paths.isOurs(request.getParameter(GO_ON)) ? request.getParameter(GO_ON) : HOME;
		List<Typed> kept = Typed.of(request).stream().filter(field -> field.getName().startsWith("typed."))
			.map(field -> new Typed(field.getName().substring("typed.".length()), field.getValue()))
			.collect(Collectors.toList());
		try {
			Context.authenticate(new UsernamePasswordCredentials(request.getParameter("username"),
				request.getParameter("password")));
		}
		catch (ContextAuthenticationException e) {
			return form(401, next, "retention.page.login.refused", kept);
		}
		PageSession.renew(request);
		applyLanguage();
		if (kept.isEmpty()) {
			return go(request, next);
		}
		Map<String, Object> model = new HashMap<>();
		model.put(GO_ON, next);
		model.put("typed", kept);
		return page("resume", model);
	}

	/** What the user has chosen before; else the platform's choice for the user. */
	private static void applyLanguage() {
		User user = Context.getAuthenticatedUser();
		String chosen = user.getUserProperty(LANGUAGE);
		if (Frame.LANGUAGES.contains(chosen)) {
			Context.getUserContext().setLocale(Locale.forLanguageTag(chosen));
		}
	}

	@RequestMapping(value = "/logout", method = RequestMethod.POST)
	public ModelAndView signOut(HttpServletRequest request) {
		Context.logout();
		request.getSession().invalidate();
		return go(request, "login");
	}

	@RequestMapping(value = "/language", method = RequestMethod.POST)
	public ModelAndView chooseLanguage(HttpServletRequest request) {
		String chosen = request.getParameter("language");
		if (!Frame.LANGUAGES.contains(chosen)) {
			throw RetentionException.invalid("retention.web.error.unknown-value", "language", "language", Frame.LANGUAGES);
		}
		Context.getUserContext().setLocale(Locale.forLanguageTag(chosen));
		if (Context.isAuthenticated()) {
			Context.getUserService().saveUserProperty(LANGUAGE, chosen);
		}
		return goBack(request, HOME);
	}
}
