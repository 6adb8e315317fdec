/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.survey;

import java.time.ZoneId;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.survey.invitation.InvitationChange;
import org.openmrs.module.retention.survey.invitation.InvitationStatus;
import org.openmrs.module.retention.survey.invitation.SurveyInvitation;
import org.openmrs.module.retention.web.rest.JsonBody;
import org.openmrs.module.retention.web.rest.Listing;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.TimeText;
import org.openmrs.module.retention.web.rest.VerbResource;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.ConversionUtil;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.SubResource;
import org.openmrs.module.webservices.rest.web.api.RestService;
import org.openmrs.module.webservices.rest.web.representation.Representation;

/** Handed over, declined, withdrawn; and what has happened to the invitation. */
@SubResource(parent = SurveyInvitationResource.class, path = "transition", supportedClass = InvitationTransitionResource.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class InvitationTransitionResource extends VerbResource {

	@Override
	public Object create(String invitationUuid, SimpleObject body, RequestContext context) {
		JsonBody request = JsonBody.of(body, "to", "version", "reason");
		InvitationStatus to = request.requiredChoice("to", InvitationStatus.class);
		Integer version = request.required("version", request.number("version", 0));
		String reason = request.text("reason", 255);
		SurveyInvitation invitation = SurveyInvitationResource.service()
			.transitionInvitation(invitations().existing(invitationUuid), to, version, reason);
		SimpleObject shown = invitations().asRepresentation(invitation, context.getRepresentation());
		shown.put("status", invitation.getStatus().name());
		shown.put("version", invitation.getVersion());
		return shown;
	}

	@Override
	public SimpleObject getAll(String invitationUuid, RequestContext context) {
		SurveyInvitation invitation = invitations().existing(invitationUuid);
		return Listing.of(SurveyInvitationResource.service().getInvitationHistory(invitation)).page(context,
			change -> shown(change, invitations().zoneOf(invitation)));
	}

	private static SimpleObject shown(InvitationChange change, ZoneId zone) {
		SimpleObject shown = new SimpleObject();
		shown.put("uuid", change.getUuid());
		shown.put("from", TimeText.shown(change.getFromStatus(), zone));
		shown.put("to", TimeText.shown(change.getToStatus(), zone));
		shown.put("at", TimeText.shown(change.getChangedAt(), zone));
		Object actor = ConversionUtil.convertToRepresentation(change.getActor(), Representation.REF);
		if (actor != ConversionUtil.PRIVILEGE_DENIED) {
			shown.put("by", actor);
		}
		shown.put("reason", change.getReason());
		return shown;
	}

	static SurveyInvitationResource invitations() {
		return (SurveyInvitationResource) Context.getService(RestService.class)
			.getResourceByName(Namespace.V1 + "/surveyinvitation");
	}
}
