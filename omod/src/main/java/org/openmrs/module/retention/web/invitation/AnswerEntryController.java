/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.invitation;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.task.CallScript;
import org.openmrs.module.retention.shared.Problem;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.survey.SurveyDefinition;
import org.openmrs.module.retention.survey.SurveyMode;
import org.openmrs.module.retention.survey.invitation.SurveyInvitation;
import org.openmrs.module.retention.survey.response.ResponseRequest;
import org.openmrs.module.retention.survey.response.SurveyResponseService;
import org.openmrs.module.retention.web.answer.AnswerForm;
import org.openmrs.module.retention.web.answer.AnswerView;
import org.openmrs.module.retention.web.page.Form;
import org.openmrs.module.retention.web.page.PageController;
import org.openmrs.module.retention.web.rest.LockRetry;
import org.openmrs.module.retention.web.rest.ModuleClock;
import org.openmrs.module.retention.web.today.CallView;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;

/** What somebody who was invited has filled in on paper, or says to whoever asks, typed in by staff. */
@RequestMapping("/retention/invitation/{uuid}")
public class AnswerEntryController extends PageController {

	@RequestMapping(value = "/paper", method = RequestMethod.GET)
	public ModelAndView showPaper(@PathVariable("uuid") String uuid, HttpServletRequest request) {
		return form(InvitationPages.existing(uuid), false, request, Collections.emptyMap(), 200);
	}

	@RequestMapping(value = "/interview", method = RequestMethod.GET)
	public ModelAndView showInterview(@PathVariable("uuid") String uuid, HttpServletRequest request) {
		return form(InvitationPages.existing(uuid), true, request, Collections.emptyMap(), 200);
	}

	@RequestMapping(value = "/paper", method = RequestMethod.POST)
	public ModelAndView storePaper(@PathVariable("uuid") String uuid, HttpServletRequest request) {
		return store(InvitationPages.existing(uuid), SurveyMode.PAPER, request);
	}

	/** Whether the one who asks has treated the patient is asked for where the invitation's encounter does not say it. */
	@RequestMapping(value = "/interview", method = RequestMethod.POST)
	public ModelAndView storeInterview(@PathVariable("uuid") String uuid, HttpServletRequest request) {
		Form form = new Form(request);
		SurveyMode mode = form.text("mode") == null ? SurveyMode.INTERVIEW_OTHER : form.choice("mode", SurveyMode.class);
		if (!mode.isInterview()) {
			throw RetentionException.invalid("retention.web.error.unknown-value", "mode", "mode",
				Arrays.asList(SurveyMode.INTERVIEW_TREATING, SurveyMode.INTERVIEW_OTHER));
		}
		return store(InvitationPages.existing(uuid), mode, request);
	}

	private static ModelAndView form(SurveyInvitation invitation, boolean interview, HttpServletRequest request,
		Map<String, Problem> problems, int status) {
		SurveyDefinition definition = InvitationPages.definition(invitation);
		List<SurveyMode> modes = definition.allowedModes().stream()
			.filter(mode -> interview ? mode.isInterview() : mode == SurveyMode.PAPER).collect(Collectors.toList());
		if (modes.isEmpty()) {
			throw RetentionException.conflict("retention.survey.error.mode-not-allowed", null,
				interview ? SurveyMode.INTERVIEW_OTHER : SurveyMode.PAPER, definition.allowedModes());
		}
		if (invitation.getStatus().isFinal() || interview && invitation.isExpired(ModuleClock.now())) {
			throw RetentionException.conflict("retention.survey.error.invitation-over", null);
		}
		Map<String, Object> model = InvitationPages.model();
		model.put("title", text(interview ? "retention.page.invitation.interview" : "retention.page.invitation.paper"));
		model.put("one", invitation);
		model.put("interview", interview);
		model.put("modes", interview && invitation.getProvider() == null ? modes : Collections.emptyList());
		model.put("mode", new Form(request).text("mode"));
		model.put("survey", new AnswerView(definition, Context.getLocale(), problems));
		model.put("given", new AnswerForm(request));
		String given = new Form(request).text("paperLanguage");
		String language = given == null ? invitation.getLanguage() : given;
		model.put("language", language);
		if (interview) {
			String own = Context.getLocale().toLanguageTag();
			model.put("call",
				new CallView(CallScript.builder().language(language == null ? own : language).callerLanguage(own).build()));
		}
		return page("answer-entry", status, model);
	}

	private static ModelAndView store(SurveyInvitation invitation, SurveyMode mode, HttpServletRequest request) {
		String uuid = invitation.getUuid();
		try {
			ResponseRequest wanted = ResponseRequest.builder().invitation(uuid).mode(mode)
				.language(new Form(request).text("paperLanguage"))
				.answers(new AnswerForm(request).answers(InvitationPages.definition(invitation))).build();
			LockRetry.of(() -> Context.getService(SurveyResponseService.class).recordResponse(wanted));
		}
		catch (RetentionException e) {
			if (e.getKind() != RetentionException.Kind.INVALID) {
				throw e;
			}
			Context.clearSession();
			return form(InvitationPages.existing(uuid), mode.isInterview(), request, AnswerForm.problems(e), 400);
		}
		tell(request, "done", text("retention.page.invitation.entered"));
		return go(InvitationController.address(uuid));
	}
}
