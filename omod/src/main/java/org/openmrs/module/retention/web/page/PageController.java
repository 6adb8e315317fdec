/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.page;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import lombok.extern.slf4j.Slf4j;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.shared.Messages;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.RestError;
import org.openmrs.module.retention.web.rest.Trace;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/**
 * Base of our pages. A page is read with GET and changes nothing; what changes something is a POST with the form's token
 * and ends in a redirect. Refusals are pages with the status that the same refusal has over REST.
 */
@Slf4j
public abstract class PageController {

	/** Before each page: a user, unless the page is for anybody, and the form's token; then the user's language. */
	@ModelAttribute
	public void admit(HttpServletRequest request) {
		if (request.getAttribute(Namespace.PASSED_GATE) == null) {
			throw RetentionException.notFound("retention.page.error.unknown-page", null);
		}
		if (isForUsers() && !Context.isAuthenticated()) {
			throw new APIAuthenticationException();
		}
		if ("POST".equals(request.getMethod()) && isTokenNeeded(request) && !PageSession.isTokenRight(request)) {
			throw new WrongToken();
		}
		PageLanguage.apply(request);
	}

	/** False: also for who has not signed in. */
	protected boolean isForUsers() {
		return true;
	}

	/** False: the form also does something without the token of this session. */
	protected boolean isTokenNeeded(HttpServletRequest request) {
		return true;
	}

	protected static ModelAndView page(String template, Map<String, Object> model) {
		return page(template, 200, model);
	}

	protected static ModelAndView page(String template, int status, Map<String, Object> model) {
		return new ModelAndView(new PageView(template, status), new HashMap<>(model));
	}

	/** @param path below our root, for example {@code today} */
	protected static ModelAndView go(String path) {
		return new ModelAndView(new Redirect(path));
	}

	/** To the page that the form stands on and names as {@code next}. */
	protected static ModelAndView goBack(HttpServletRequest request, String otherwise) {
		String back = request.getParameter("next");
		return go(back != null && !back.isEmpty() && Paths.isOurs(back) ? back : otherwise);
	}

	/** What the next page says on top. */
	protected static void tell(HttpServletRequest request, String kind, String text) {
		PageSession.notice(request, notice(kind, text));
	}

	protected static Map<String, String> notice(String kind, String text) {
		Map<String, String> notice = new LinkedHashMap<>();
		notice.put("kind", kind);
		notice.put("text", text);
		return notice;
	}

	protected static void tell(HttpServletRequest request, Map<String, String> notice) {
		PageSession.notice(request, notice);
	}

	protected static String text(String code, Object... arguments) {
		return Messages.text(code, Context.getLocale(), arguments);
	}

	@ExceptionHandler(Exception.class)
	public ModelAndView refuse(Exception thrown, HttpServletRequest request) {
		if (thrown instanceof WrongToken) {
			return oldForm(request);
		}
		RestError error = RestError.of(thrown, request);
		if (error.getStatus() == 401) {
			return SignInController.ask(request, 401);
		}
		ModelAndView again = isToBeMended(error, request) ? again(error, request) : null;
		return again == null ? error(error, request) : again;
	}

	/** Of what somebody else has changed meanwhile, the page of the refusal shows what was typed beside it. */
	private boolean isToBeMended(RestError error, HttpServletRequest request) {
		boolean wrong = error.getStatus() == 400 || error.getStatus() == 409 && !"version".equals(error.getField());
		return wrong && isForm(request);
	}

	/** The request is a form that somebody has filled in. */
	protected boolean isForm(HttpServletRequest request) {
		return "POST".equals(request.getMethod());
	}

	/** The form where it stands, with what is wrong about it and all that was typed. */
	private ModelAndView again(RestError error, HttpServletRequest request) {
		RefusedForm.keep(error, request);
		Context.clearSession();
		try {
			ModelAndView page = formPage(request);
			if (page != null) {
				page.setView(((PageView) page.getView()).with(error.getStatus()));
			}
			return page;
		}
		catch (RuntimeException e) {
			log.debug("the page of a refused form cannot be shown: {}", Trace.of(e));
			return null;
		}
	}

	/** The page on which the form stands that was sent; null: it is on none. */
	protected ModelAndView formPage(HttpServletRequest request) {
		return null;
	}

	/** Of an earlier session of the same user it can be sent again. */
	private static ModelAndView oldForm(HttpServletRequest request) {
		KeptForm kept = KeptForm.sentBy(request);
		return kept != null && Context.isAuthenticated() && kept.isOwn() ? SignInController.resume(kept, request)
			: error(RestError.of(403, "retention.page.error.wrong-token", null), request);
	}

	protected static ModelAndView error(RestError error, HttpServletRequest request) {
		return new ModelAndView(PageRefusal.view(error), PageRefusal.model(error, request));
	}

	/** The form is not one of ours, or older than the session. */
	private static class WrongToken extends RuntimeException {
	}
}
