/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.invitation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.survey.Survey;
import org.openmrs.module.retention.survey.SurveyMode;
import org.openmrs.module.retention.survey.SurveySearch;
import org.openmrs.module.retention.survey.SurveyService;
import org.openmrs.module.retention.survey.invitation.InvitationOutlook;
import org.openmrs.module.retention.survey.invitation.InvitationRequest;
import org.openmrs.module.retention.survey.invitation.InvitationSearch;
import org.openmrs.module.retention.survey.invitation.InvitationStatus;
import org.openmrs.module.retention.survey.invitation.IssuedInvitation;
import org.openmrs.module.retention.survey.invitation.SurveyInvitation;
import org.openmrs.module.retention.survey.invitation.SurveyInvitationService;
import org.openmrs.module.retention.web.page.Form;
import org.openmrs.module.retention.web.page.PageController;
import org.openmrs.module.retention.web.rest.LockRetry;
import org.openmrs.module.retention.web.survey.SurveyLink;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;

/** Who is invited to which survey: of one patient, or of all; the link, told once; what becomes of it. */
@RequestMapping("/retention/invitation")
public class InvitationController extends PageController {

	private static final int ROWS = 50;

	private static final Page SURVEYS = new Page(0, 100);

	/** In {@code /retention/invitation/<uuid>/...}. */
	private static final int INVITATION_IN_PATH = 3;

	@RequestMapping(method = RequestMethod.GET)
	public ModelAndView list(HttpServletRequest request) {
		return list(new Form(request));
	}

	private static ModelAndView list(Form form) {
		InvitationPages.requirePatients();
		Patient patient = form.text("patient") == null ? null : patient(form.text("patient"));
		InvitationSearch search = InvitationSearch.builder().patient(patient)
			.survey(form.text("survey") == null || patient != null ? null
				: InvitationPages.survey(form.text("survey")))
			.open("true".equals(form.text("open")) ? Boolean.TRUE : null).build();
		int start = form.text("start") == null ? 0 : Math.max(0, form.number("start"));
		Map<String, Object> model = InvitationPages.model();
		model.put("title", text("retention.page.invitation.title"));
		model.put("patient", patient);
		model.put("chosen", form.text("survey") == null ? "" : form.text("survey"));
		model.put("open", search.getOpen() != null);
		model.put("view", new InvitationView());
		model.put("rows", service().findInvitations(search, new Page(start, ROWS)));
		model.put("total", service().countInvitations(search));
		model.put("start", start);
		model.put("size", ROWS);
		model.put("figures", service().getFigures(search));
		List<Survey> surveys = Context.getService(SurveyService.class).findSurveys(SurveySearch.builder().build(), SURVEYS);
		model.put("surveys",
			patient == null ? surveys
				: surveys.stream().filter(InvitationPages::canBeAnsweredFromHere).collect(Collectors.toList()));
		model.put("outlook", patient != null && InvitationPages.mayInvite() ? service().getOutlook(patient) : null);
		return page("invitations", model);
	}

	/** Invites the patient; another click on the same day is the same invitation. */
	@RequestMapping(method = RequestMethod.POST)
	public ModelAndView invite(HttpServletRequest request) {
		Form form = new Form(request);
		Patient patient = patient(form.required("patient"));
		InvitationOutlook outlook = service().getOutlook(patient);
		InvitationRequest wanted = InvitationRequest.builder().patient(patient.getUuid()).survey(form.required("survey"))
			.language(form.text("language"))
			.encounter("yes".equals(form.text("visit")) ? outlook.getEncounter() : null).build();
		IssuedInvitation issued = LockRetry.of(() -> service().invite(wanted));
		String uuid = issued.getInvitation().getUuid();
		if (issued.getToken() == null) {
			tell(request, "problem", text("retention.page.invitation.there-already"));
		} else if (issued.getPath() == null) {
			tell(request, "done", text("retention.page.patient.saved"));
		} else {
			IssuedLinks.keep(request, uuid, SurveyLink.whole(issued.getPath(), request));
			tell(request, "done", text("retention.page.invitation.made"));
		}
		return go(address(uuid));
	}

	@RequestMapping(value = "/{uuid}", method = RequestMethod.GET)
	public ModelAndView show(@PathVariable("uuid") String uuid, HttpServletRequest request) {
		return show(InvitationPages.existing(uuid), request);
	}

	private static ModelAndView show(SurveyInvitation invitation, HttpServletRequest request) {
		Map<String, Object> model = new HashMap<>(InvitationPages.model());
		model.put("title", invitation.getSurvey().getName());
		model.put("one", invitation);
		model.put("view", new InvitationView());
		model.put("changes", service().getInvitationHistory(invitation));
		Set<SurveyMode> modes = InvitationPages.definition(invitation).allowedModes();
		model.put("linkable", modes.contains(SurveyMode.LINK));
		model.put("enterable", modes.contains(SurveyMode.PAPER));
		model.put("askable", modes.stream().anyMatch(SurveyMode::isInterview));
		model.putAll(InvitationPages.link(invitation, request));
		return page("invitation", model);
	}

	/** Of an invitation that page, of the form that invites the patient's. */
	@Override
	protected ModelAndView formPage(HttpServletRequest request) {
		String[] path = request.getPathInfo().split("/");
		Context.clearSession();
		return path.length > INVITATION_IN_PATH
			? show(InvitationPages.existing(path[INVITATION_IN_PATH]), request)
			: list(new Form(patientAlone(request)));
	}

	private static Map<String, String[]> patientAlone(HttpServletRequest request) {
		Map<String, String[]> fields = new HashMap<>();
		fields.put("patient", request.getParameterValues("patient"));
		return fields;
	}

	@RequestMapping(value = "/{uuid}/transition", method = RequestMethod.POST)
	public ModelAndView transition(@PathVariable("uuid") String uuid, HttpServletRequest request) {
		Form form = new Form(request);
		service().transitionInvitation(InvitationPages.existing(uuid), form.choice("to", InvitationStatus.class),
			form.number("version"), form.text("reason"));
		tell(request, "done", text("retention.page.patient.saved"));
		return go(address(uuid));
	}

	/** Another link; the old one leads nowhere from then on. */
	@RequestMapping(value = "/{uuid}/link", method = RequestMethod.POST)
	public ModelAndView renew(@PathVariable("uuid") String uuid, HttpServletRequest request) {
		Form form = new Form(request);
		IssuedInvitation issued = service().renewLink(InvitationPages.existing(uuid), form.number("version"));
		IssuedLinks.keep(request, uuid, SurveyLink.whole(issued.getPath(), request));
		tell(request, "done", text("retention.page.invitation.renewed"));
		return go(address(uuid));
	}

	/** To print and hand over: in the language of whom it is for, and nothing of who that is. */
	@RequestMapping(value = "/{uuid}/slip", method = RequestMethod.GET)
	public ModelAndView slip(@PathVariable("uuid") String uuid, HttpServletRequest request) {
		SurveyInvitation invitation = InvitationPages.existing(uuid);
		if (!InvitationPages.definition(invitation).allowedModes().contains(SurveyMode.LINK)) {
			throw RetentionException.conflict("retention.survey.error.link-none", null);
		}
		if (IssuedLinks.of(request, uuid) == null) {
			throw RetentionException.conflict("retention.page.error.link-told", null);
		}
		Map<String, Object> model = InvitationPages.model();
		model.put("title", text("retention.page.invitation.slip"));
		model.put("slip", new InvitationSlip(invitation));
		model.put("back", address(uuid));
		model.putAll(InvitationPages.link(invitation, request));
		return page("invitation-slip", model);
	}

	private static Patient patient(String uuid) {
		Patient patient = Context.getPatientService().getPatientByUuid(uuid);
		if (patient == null || patient.getVoided()) {
			throw RetentionException.notFound("retention.web.error.not-found", "patient");
		}
		return patient;
	}

	static String address(String uuid) {
		return "invitation/" + uuid;
	}

	private static SurveyInvitationService service() {
		return InvitationPages.service();
	}
}
