/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.answer;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.shared.Problem;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.survey.SurveyDefinition;
import org.openmrs.module.retention.survey.response.PublicSurvey;
import org.openmrs.module.retention.survey.response.PublicSurveyService;
import org.openmrs.module.retention.web.page.PublicPage;
import org.openmrs.module.retention.web.rest.LockRetry;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.RestError;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * The survey behind the link of an invitation. Looking at it changes no more than that it was opened; answers are stored when
 * they are sent and not before, once. Whatever a link is that cannot be answered, the page is the same but for what it says.
 */
@RequestMapping("/retention/s")
public class AnswerController {

	/** Of every link that cannot be answered, lest the status tells which. */
	private static final int CLOSED = 404;

	private static final Duration WINDOW = Duration.ofMinutes(10);

	/** A whole clinic, or a telephone network, can be behind one address. */
	private final RequestLimit ofAddress = new RequestLimit(600, WINDOW, Clock.systemUTC());

	/** More than a slip that was copied wrongly; with 128 bits a token is not found by trying in any case. */
	private final RequestLimit wrongOfAddress = new RequestLimit(30, WINDOW, Clock.systemUTC());

	private final RequestLimit ofToken = new RequestLimit(60, WINDOW, Clock.systemUTC());

	@RequestMapping(value = "/{token}", method = RequestMethod.GET)
	public void show(@PathVariable("token") String token, HttpServletRequest request, HttpServletResponse response)
		throws IOException {
		if (isTooMany(token, request, response)) {
			return;
		}
		PublicSurvey survey = AsDaemon.run(() -> LockRetry.of(() -> service().open(token)));
		if (survey.getOutcome() == PublicSurvey.Outcome.OPEN) {
			form(survey, new AnswerForm(request), Collections.emptyMap(), 200, request, response);
		} else {
			closed(survey, request, response);
		}
	}

	@RequestMapping(value = { "/retention.css", "/retention.js", "/retention.svg" }, method = RequestMethod.GET)
	public void file(HttpServletRequest request, HttpServletResponse response) throws IOException {
		String path = request.getPathInfo();
		PublicPage.writeFile(path.substring(path.lastIndexOf('/') + 1), response);
	}

	@RequestMapping(value = "/{token}", method = RequestMethod.POST)
	public void answer(@PathVariable("token") String token, HttpServletRequest request, HttpServletResponse response)
		throws IOException {
		if (isTooMany(token, request, response)) {
			return;
		}
		AnswerForm form = new AnswerForm(request);
		PublicSurvey survey = AsDaemon.run(
			() -> LockRetry.of(() -> form.isBegun() ? service().start(token) : service().open(token)));
		if (survey.getOutcome() != PublicSurvey.Outcome.OPEN) {
			closed(survey, request, response);
			return;
		}
		if (request.getParameter("show") != null) {
			// another language: what was typed is shown in it, and nothing is stored
			form(survey, form, Collections.emptyMap(), 200, request, response);
			return;
		}
		Locale locale = locale(survey, request);
		try {
			Map<String, Object> answers = form.answers(survey.getSurvey());
			PublicSurvey sent = AsDaemon.run(
				() -> LockRetry.of(() -> service().submit(token, answers, locale.toLanguageTag())));
			if (sent.getOutcome() == PublicSurvey.Outcome.ANSWERED) {
				thank(sent.getSurvey(), locale, request, response);
			} else {
				closed(sent, request, response);
			}
		}
		catch (RetentionException e) {
			if (e.getKind() != RetentionException.Kind.INVALID) {
				throw e;
			}
			form(survey, form, AnswerForm.problems(e), 400, request, response);
		}
	}

	@ExceptionHandler(Exception.class)
	public void refuse(Exception thrown, HttpServletRequest request, HttpServletResponse response) throws IOException {
		PublicPage.refuse(RestError.of(thrown, request), request, response);
	}

	private boolean isTooMany(String token, HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (request.getAttribute(Namespace.PASSED_GATE) == null) {
			throw RetentionException.notFound("retention.page.error.unknown-page", null);
		}
		if (ofAddress.allows(request.getRemoteAddr()) && ofToken.allows(token)) {
			return false;
		}
		tooMany(request, response);
		return true;
	}

	private void tooMany(HttpServletRequest request, HttpServletResponse response) throws IOException {
		response.setHeader("Retry-After", String.valueOf(ofAddress.retryAfter()));
		PublicPage.refuse(RestError.of(429, "retention.page.answer.too-many", null), request, response);
	}

	private static void form(PublicSurvey survey, AnswerForm form, Map<String, Problem> problems, int status,
		HttpServletRequest request, HttpServletResponse response) throws IOException {
		Locale locale = locale(survey, request);
		Map<String, Object> model = new HashMap<>();
		model.put("survey", new AnswerView(survey.getSurvey(), locale, problems));
		model.put("was", form);
		PublicPage.write("public-survey", status, locale, model, request, response);
	}

	private static void thank(SurveyDefinition survey, Locale locale, HttpServletRequest request,
		HttpServletResponse response) throws IOException {
		Map<String, Object> model = Collections.singletonMap("survey",
			new AnswerView(survey, locale, Collections.emptyMap()));
		PublicPage.write("public-thanks", 200, locale, model, request, response);
	}

	private void closed(PublicSurvey survey, HttpServletRequest request, HttpServletResponse response)
		throws IOException {
		if (survey.getOutcome() == PublicSurvey.Outcome.UNKNOWN && !wrongOfAddress.allows(request.getRemoteAddr())) {
			tooMany(request, response);
			return;
		}
		PublicPage.refuse(RestError.of(CLOSED, "retention.page.answer.closed." + survey.getOutcome(), null), request,
			response);
	}

	/** What was chosen on the page, else what is known of the person, else what the browser prefers. */
	private static Locale locale(PublicSurvey survey, HttpServletRequest request) {
		List<String> languages = AnswerView.languages(survey.getSurvey());
		String show = request.getParameter("show");
		String chosen = show == null ? request.getParameter("language") : show;
		if (languages.contains(chosen)) {
			return Locale.forLanguageTag(chosen);
		}
		Locale known = survey.getLanguage() == null ? null : Locale.forLanguageTag(survey.getLanguage());
		if (known != null && languages.contains(known.getLanguage())) {
			return Locale.forLanguageTag(known.getLanguage());
		}
		return PublicPage.preferred(request, languages);
	}

	private static PublicSurveyService service() {
		return Context.getService(PublicSurveyService.class);
	}
}
