/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.invitation;

import java.util.Collections;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.shared.Problem;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.survey.SurveyMode;
import org.openmrs.module.retention.survey.invitation.SurveyInvitation;
import org.openmrs.module.retention.survey.response.ResponseRequest;
import org.openmrs.module.retention.survey.response.SurveyResponseService;
import org.openmrs.module.retention.web.answer.AnswerForm;
import org.openmrs.module.retention.web.answer.AnswerView;
import org.openmrs.module.retention.web.page.Form;
import org.openmrs.module.retention.web.page.PageController;
import org.openmrs.module.retention.web.rest.LockRetry;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;

/** What somebody who was invited has filled in on paper, typed in by staff. */
@RequestMapping("/retention/invitation/{uuid}/paper")
public class PaperAnswerController extends PageController {

	@RequestMapping(method = RequestMethod.GET)
	public ModelAndView show(@PathVariable("uuid") String uuid, HttpServletRequest request) {
		return form(InvitationPages.existing(uuid), request, Collections.emptyMap(), 200);
	}

	private static ModelAndView form(SurveyInvitation invitation, HttpServletRequest request,
		Map<String, Problem> problems, int status) {
		if (invitation.getStatus().isFinal()) {
			throw RetentionException.conflict("retention.survey.error.invitation-over", null);
		}
		Map<String, Object> model = InvitationPages.model();
		model.put("title", text("retention.page.invitation.paper"));
		model.put("one", invitation);
		model.put("survey", new AnswerView(InvitationPages.definition(invitation), Context.getLocale(), problems));
		model.put("given", new AnswerForm(request));
		String language = new Form(request).text("paperLanguage");
		model.put("language", language == null ? invitation.getLanguage() : language);
		return page("paper-answer", status, model);
	}

	@RequestMapping(method = RequestMethod.POST)
	public ModelAndView store(@PathVariable("uuid") String uuid, HttpServletRequest request) {
		SurveyInvitation invitation = InvitationPages.existing(uuid);
		try {
			ResponseRequest wanted = ResponseRequest.builder().invitation(uuid).mode(SurveyMode.PAPER)
				.language(new Form(request).text("paperLanguage"))
				.answers(new AnswerForm(request).answers(InvitationPages.definition(invitation))).build();
			LockRetry.of(() -> Context.getService(SurveyResponseService.class).recordResponse(wanted));
		}
		catch (RetentionException e) {
			if (e.getKind() != RetentionException.Kind.INVALID) {
				throw e;
			}
			Context.clearSession();
			return form(InvitationPages.existing(uuid), request, AnswerForm.problems(e), 400);
		}
		tell(request, "done", text("retention.page.invitation.entered"));
		return go(InvitationController.address(uuid));
	}
}
