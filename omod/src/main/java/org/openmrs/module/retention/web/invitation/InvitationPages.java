/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.invitation;

import java.util.HashMap;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.survey.Survey;
import org.openmrs.module.retention.survey.SurveyDefinition;
import org.openmrs.module.retention.survey.SurveyMode;
import org.openmrs.module.retention.survey.SurveyService;
import org.openmrs.module.retention.survey.invitation.SurveyInvitation;
import org.openmrs.module.retention.survey.invitation.SurveyInvitationService;
import org.openmrs.module.retention.web.page.QrImage;
import org.openmrs.module.retention.web.survey.SurveyLink;
import org.openmrs.util.PrivilegeConstants;

/** What the pages about invitations have in common. */
final class InvitationPages {

	private InvitationPages() {
	}

	static Map<String, Object> model() {
		Map<String, Object> model = new HashMap<>();
		model.put("room", "surveys");
		model.put("mayInvite", mayInvite());
		model.put("mayEnter", Context.hasPrivilege(RetentionPrivileges.MANAGE_SURVEY_RESPONSES));
		return model;
	}

	static boolean mayInvite() {
		return Context.hasPrivilege(RetentionPrivileges.MANAGE_SURVEY_INVITATIONS);
	}

	/** Its pages name the patient. */
	static SurveyInvitation existing(String uuid) {
		requirePatients();
		SurveyInvitation invitation = service().getInvitationByUuid(uuid);
		if (invitation == null) {
			throw RetentionException.notFound("retention.web.error.not-found", null);
		}
		return invitation;
	}

	/** Who may not see patients may not read their names here either. */
	static void requirePatients() {
		if (!Context.hasPrivilege(PrivilegeConstants.GET_PATIENTS)) {
			throw new APIAuthenticationException(PrivilegeConstants.GET_PATIENTS);
		}
	}

	/** As it was when somebody was invited. */
	static SurveyDefinition definition(SurveyInvitation invitation) {
		return Context.getService(SurveyService.class).getDefinition(invitation.getSurvey(), invitation.getSurveyVersion());
	}

	/** By link, on paper or asked; not at a device alone, where nobody is invited. */
	static boolean canBeAnsweredFromHere(Survey survey) {
		return Context.getService(SurveyService.class).getDefinition(survey, survey.getSurveyVersion()).allowedModes()
			.stream()
			.anyMatch(mode -> mode != SurveyMode.KIOSK);
	}

	static Survey survey(String uuid) {
		Survey survey = Context.getService(SurveyService.class).getSurveyByUuid(uuid);
		if (survey == null) {
			throw RetentionException.notFound("retention.web.error.not-found", "survey");
		}
		return survey;
	}

	/** {@code link} and {@code qr}, null when it is told no more; whether the address is the one that patients know. */
	static Map<String, Object> link(SurveyInvitation invitation, HttpServletRequest request) {
		String link = invitation.getStatus().isFinal() ? null : IssuedLinks.of(request, invitation.getUuid());
		Map<String, Object> model = new HashMap<>();
		model.put("link", link);
		model.put("qr", link == null ? null : new QrImage(link));
		model.put("addressSet", SurveyLink.isSet());
		return model;
	}

	static SurveyInvitationService service() {
		return Context.getService(SurveyInvitationService.class);
	}
}
