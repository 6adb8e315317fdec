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
import java.util.UUID;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.shared.Problem;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.survey.SurveyDefinition;
import org.openmrs.module.retention.survey.kiosk.PublicKioskService;
import org.openmrs.module.retention.survey.response.PublicSurvey;
import org.openmrs.module.retention.web.page.PublicPage;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.OnceOnly;
import org.openmrs.module.retention.web.rest.RestError;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * A survey on a device at which one after the other answers. Nothing of one is left for the next: no session, no history that
 * shows an answer, and who walks away leaves an empty form after a while.
 */
@RequestMapping("/retention/k/{token}")
public class KioskController {

	/** As of every link that cannot be answered. */
	private static final int CLOSED = 404;

	/** Seconds without a touch, after which the form begins anew. */
	private static final int IDLE = 120;

	/** Seconds for which somebody is thanked. */
	private static final int THANKS = 15;

	private static final Duration WINDOW = Duration.ofMinutes(10);

	private final RequestLimit ofAddress = new RequestLimit(600, WINDOW, Clock.systemUTC());

	private final RequestLimit wrongOfAddress = new RequestLimit(30, WINDOW, Clock.systemUTC());

	private final RequestLimit ofToken = new RequestLimit(300, WINDOW, Clock.systemUTC());

	@RequestMapping(method = RequestMethod.GET)
	public void show(@PathVariable("token") String token, HttpServletRequest request, HttpServletResponse response)
		throws IOException {
		if (isTooMany(token, request, response)) {
			return;
		}
		PublicSurvey survey = AsDaemon.run(() -> service().look(token));
		if (survey.getOutcome() == PublicSurvey.Outcome.OPEN) {
			form(survey.getSurvey(), new AnswerForm(request), Collections.emptyMap(), 200, request, response);
		} else {
			closed(survey, request, response);
		}
	}

	@RequestMapping(method = RequestMethod.POST)
	public void answer(@PathVariable("token") String token, HttpServletRequest request, HttpServletResponse response)
		throws IOException {
		if (isTooMany(token, request, response)) {
			return;
		}
		AnswerForm form = new AnswerForm(request);
		PublicSurvey survey = AsDaemon.run(() -> service().look(token));
		if (survey.getOutcome() != PublicSurvey.Outcome.OPEN) {
			closed(survey, request, response);
			return;
		}
		if (request.getParameter("show") != null) {
			form(survey.getSurvey(), form, Collections.emptyMap(), 200, request, response);
			return;
		}
		Locale locale = locale(survey.getSurvey(), request);
		try {
			Map<String, Object> answers = form.answers(survey.getSurvey());
			PublicSurvey sent = AsDaemon.run(() -> OnceOnly
				.of(() -> service().submit(token, key(request), answers, locale.toLanguageTag())));
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
			form(survey.getSurvey(), form, AnswerForm.problems(e), 400, request, response);
		}
	}

	@ExceptionHandler(Exception.class)
	public void refuse(Exception thrown, HttpServletRequest request, HttpServletResponse response) throws IOException {
		PublicPage.refuse(RestError.of(thrown, request), request, response);
	}

	/** Null: the form has none of ours. */
	private static String key(HttpServletRequest request) {
		String key = request.getParameter("key");
		return key != null && key.matches("[0-9a-f-]{36}") ? key : null;
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

	private static void form(SurveyDefinition survey, AnswerForm form, Map<String, Problem> problems, int status,
		HttpServletRequest request, HttpServletResponse response) throws IOException {
		Locale locale = locale(survey, request);
		Map<String, Object> model = new HashMap<>();
		model.put("survey", new AnswerView(survey, locale, problems));
		model.put("was", form);
		model.put("key", key(request) == null ? UUID.randomUUID().toString() : key(request));
		begin(model, IDLE, request);
		PublicPage.write("public-survey", status, locale, model, request, response);
	}

	private static void thank(SurveyDefinition survey, Locale locale, HttpServletRequest request,
		HttpServletResponse response) throws IOException {
		Map<String, Object> model = new HashMap<>();
		model.put("survey", new AnswerView(survey, locale, Collections.emptyMap()));
		begin(model, THANKS, request);
		PublicPage.write("public-next", 200, locale, model, request, response);
	}

	/** Where the next one begins, and after how many seconds that happens by itself. */
	private static void begin(Map<String, Object> model, int seconds, HttpServletRequest request) {
		model.put("begin", request.getRequestURI());
		model.put("idle", seconds);
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

	/** What was chosen on the page, else what the device prefers. */
	private static Locale locale(SurveyDefinition survey, HttpServletRequest request) {
		List<String> languages = AnswerView.languages(survey);
		String show = request.getParameter("show");
		String chosen = show == null ? request.getParameter("language") : show;
		return languages.contains(chosen) ? Locale.forLanguageTag(chosen) : PublicPage.preferred(request, languages);
	}

	private static PublicKioskService service() {
		return Context.getService(PublicKioskService.class);
	}
}
