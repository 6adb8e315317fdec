/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.invitation;

import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.Problem;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.survey.Privacy;
import org.openmrs.module.retention.survey.Survey;
import org.openmrs.module.retention.survey.SurveyDefinition;
import org.openmrs.module.retention.survey.SurveyMode;
import org.openmrs.module.retention.survey.SurveySearch;
import org.openmrs.module.retention.survey.SurveyService;
import org.openmrs.module.retention.survey.kiosk.IssuedKiosk;
import org.openmrs.module.retention.survey.kiosk.SurveyKiosk;
import org.openmrs.module.retention.survey.kiosk.SurveyKioskService;
import org.openmrs.module.retention.survey.response.ResponseRequest;
import org.openmrs.module.retention.survey.response.SurveyResponse;
import org.openmrs.module.retention.survey.response.SurveyResponseService;
import org.openmrs.module.retention.web.answer.AnswerForm;
import org.openmrs.module.retention.web.answer.AnswerView;
import org.openmrs.module.retention.web.page.Form;
import org.openmrs.module.retention.web.page.PageController;
import org.openmrs.module.retention.web.page.QrImage;
import org.openmrs.module.retention.web.rest.OnceOnly;
import org.openmrs.module.retention.web.survey.SurveyLink;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;

/** Anonymous surveys that nobody is invited to: devices at which they are answered, and cards from a box. */
@RequestMapping("/retention/kiosk")
public class KioskPageController extends PageController {

	private static final Page SHOWN = new Page(0, 100);

	private static final int DAYS = 30;

	private static final int IN_PATH = 3;

	@RequestMapping(method = RequestMethod.GET)
	public ModelAndView list() {
		requireEntry();
		Map<String, Object> model = InvitationPages.model();
		model.put("title", text("retention.page.kiosk.title"));
		model.put("kiosks", service().findOpenKiosks(SHOWN));
		model.put("surveys", Context.getService(SurveyService.class)
			.findSurveys(SurveySearch.builder().privacy(Privacy.ANONYMOUS).build(), SHOWN));
		model.put("locations", Context.getLocationService().getAllLocations(false));
		model.put("days", DAYS);
		model.put("mostDays", SurveyKioskService.MOST_DAYS);
		return page("kiosks", model);
	}

	@RequestMapping(method = RequestMethod.POST)
	public ModelAndView open(HttpServletRequest request) {
		Form form = new Form(request);
		IssuedKiosk issued = service().openKiosk(form.required("survey"), form.text("location"), form.number("days"));
		IssuedLinks.keep(request, issued.getKiosk().getUuid(), SurveyLink.whole(issued.getPath(), request));
		tell(request, "done", text("retention.page.kiosk.opened"));
		return go("kiosk/" + issued.getKiosk().getUuid());
	}

	@RequestMapping(value = "/{uuid}", method = RequestMethod.GET)
	public ModelAndView show(@PathVariable("uuid") String uuid, HttpServletRequest request) {
		requireEntry();
		SurveyKiosk kiosk = existing(uuid);
		String link = kiosk.getClosedAt() == null ? IssuedLinks.of(request, uuid) : null;
		Map<String, Object> model = InvitationPages.model();
		model.put("title", kiosk.getSurvey().getName());
		model.put("kiosk", kiosk);
		model.put("link", link);
		model.put("qr", link == null ? null : new QrImage(link));
		model.put("addressSet", SurveyLink.isSet());
		return page("kiosk", model);
	}

	@RequestMapping(value = "/{uuid}/close", method = RequestMethod.POST)
	public ModelAndView close(@PathVariable("uuid") String uuid, HttpServletRequest request) {
		service().closeKiosk(existing(uuid));
		tell(request, "done", text("retention.page.kiosk.closed"));
		return go("kiosk");
	}

	/** This device becomes the kiosk: whoever is signed in is no more. */
	@RequestMapping(value = "/{uuid}/here", method = RequestMethod.POST)
	public ModelAndView here(@PathVariable("uuid") String uuid, HttpServletRequest request) {
		requireEntry();
		String link = IssuedLinks.of(request, existing(uuid).getUuid());
		if (link == null) {
			throw RetentionException.conflict("retention.page.error.link-told", null);
		}
		Context.logout();
		request.getSession().invalidate();
		return go(link.substring(link.indexOf("/k/") + 1));
	}

	@RequestMapping(value = "/cards/{survey}", method = RequestMethod.GET)
	public ModelAndView cards(@PathVariable("survey") String survey, HttpServletRequest request) {
		return cards(survey, request, Collections.emptyMap(), 200);
	}

	private static ModelAndView cards(String uuid, HttpServletRequest request, Map<String, Problem> problems, int status) {
		requireEntry();
		Survey survey = InvitationPages.survey(uuid);
		Form form = new Form(request);
		Map<String, Object> model = InvitationPages.model();
		model.put("title", text("retention.page.kiosk.cards"));
		model.put("one", survey);
		model.put("survey", new AnswerView(definition(survey), Context.getLocale(), problems));
		model.put("given", new AnswerForm(request));
		model.put("language", form.text("paperLanguage"));
		model.put("place", form.text("location"));
		model.put("locations", Context.getLocationService().getAllLocations(false));
		model.put("key", form.text("key") == null ? UUID.randomUUID().toString() : form.text("key"));
		return page("cards", status, model);
	}

	/** Then the next card. */
	@RequestMapping(value = "/cards/{survey}", method = RequestMethod.POST)
	public ModelAndView enter(@PathVariable("survey") String uuid, HttpServletRequest request) {
		Form form = new Form(request);
		try {
			ResponseRequest wanted = ResponseRequest.builder().survey(uuid).location(form.text("location"))
				.mode(SurveyMode.PAPER).language(form.text("paperLanguage")).key(form.required("key"))
				.answers(new AnswerForm(request).answers(definition(InvitationPages.survey(uuid)))).build();
			SurveyResponse stored = OnceOnly
				.of(() -> Context.getService(SurveyResponseService.class).recordResponse(wanted));
			tell(request, "done",
				text(stored == null ? "retention.page.kiosk.entered-before" : "retention.page.invitation.entered"));
		}
		catch (RetentionException e) {
			if (e.getKind() != RetentionException.Kind.INVALID) {
				throw e;
			}
			Context.clearSession();
			return cards(uuid, request, AnswerForm.problems(e), 400);
		}
		return go("kiosk/cards/" + uuid);
	}

	/** Of opening one the list. */
	@Override
	protected ModelAndView formPage(HttpServletRequest request) {
		return request.getPathInfo().split("/").length > IN_PATH ? null : list();
	}

	private static void requireEntry() {
		if (!Context.hasPrivilege(RetentionPrivileges.MANAGE_SURVEY_RESPONSES)) {
			throw new APIAuthenticationException(RetentionPrivileges.MANAGE_SURVEY_RESPONSES);
		}
	}

	private static SurveyDefinition definition(Survey survey) {
		return Context.getService(SurveyService.class).getDefinition(survey, survey.getSurveyVersion());
	}

	private static SurveyKiosk existing(String uuid) {
		SurveyKiosk kiosk = service().getKioskByUuid(uuid);
		if (kiosk == null) {
			throw RetentionException.notFound("retention.web.error.not-found", null);
		}
		return kiosk;
	}

	private static SurveyKioskService service() {
		return Context.getService(SurveyKioskService.class);
	}
}
