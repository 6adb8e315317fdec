/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.survey;

import org.openmrs.module.retention.web.rest.JsonBody;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.VerbResource;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.SubResource;

/** A new link for an invitation whose link nobody knows any more. */
@SubResource(parent = SurveyInvitationResource.class, path = "link", supportedClass = InvitationLinkResource.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class InvitationLinkResource extends VerbResource {

	@Override
	public Object create(String invitationUuid, SimpleObject body, RequestContext context) {
		JsonBody request = JsonBody.of(body, "version");
		Integer version = request.required("version", request.number("version", 0));
		SurveyInvitationResource invitations = InvitationTransitionResource.invitations();
		return invitations.shown(
			SurveyInvitationResource.service().renewLink(invitations.existing(invitationUuid), version), context);
	}
}
