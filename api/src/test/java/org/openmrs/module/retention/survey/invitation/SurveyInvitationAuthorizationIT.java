/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.invitation;

import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_SURVEY_INVITATIONS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.MANAGE_SURVEY_INVITATIONS;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.openmrs.Patient;
import org.openmrs.module.retention.ServiceAuthorizationIT;
import org.openmrs.module.retention.shared.Page;

class SurveyInvitationAuthorizationIT extends ServiceAuthorizationIT {

	SurveyInvitationAuthorizationIT() {
		super(SurveyInvitationService.class);
	}

	static Stream<Call> calls() {
		InvitationSearch all = InvitationSearch.builder().build();
		return Stream.of(
			call("invite", MANAGE_SURVEY_INVITATIONS, s -> s.invite(InvitationRequest.builder().build())),
			call("getOutlook", MANAGE_SURVEY_INVITATIONS, s -> s.getOutlook(new Patient())),
			call("getInvitationByUuid", GET_SURVEY_INVITATIONS, s -> s.getInvitationByUuid("x")),
			call("findInvitations", GET_SURVEY_INVITATIONS, s -> s.findInvitations(all, new Page(0, 1))),
			call("countInvitations", GET_SURVEY_INVITATIONS, s -> s.countInvitations(all)),
			call("getFigures", GET_SURVEY_INVITATIONS, s -> s.getFigures(all)),
			call("getInvitationHistory", GET_SURVEY_INVITATIONS, s -> s.getInvitationHistory(new SurveyInvitation())),
			call("transitionInvitation", MANAGE_SURVEY_INVITATIONS,
				s -> s.transitionInvitation(new SurveyInvitation(), InvitationStatus.DECLINED, 0, "x")),
			call("renewLink", MANAGE_SURVEY_INVITATIONS, s -> s.renewLink(new SurveyInvitation(), 99)),
			call("findDueTasks", MANAGE_SURVEY_INVITATIONS, s -> s.findDueTasks(0)),
			call("inviteForTask", MANAGE_SURVEY_INVITATIONS, s -> s.inviteForTask(-1)));
	}

	private static Call call(String method, String privilege, Consumer<SurveyInvitationService> call) {
		return call(SurveyInvitationService.class, method, call, privilege);
	}
}
