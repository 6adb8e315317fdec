/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.attempt;

import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.attempt.Escalation;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.web.rest.JsonBody;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.VerbResource;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.SubResource;
import org.openmrs.module.webservices.rest.web.api.RestService;

/** {@code POST {"to":"ACKNOWLEDGED" | "CLOSED","version":0,"resolution":"..."}}. */
@SubResource(parent = EscalationResource.class, path = "transition", supportedClass = EscalationTransitionResource.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class EscalationTransitionResource extends VerbResource {

	@Override
	public Object create(String escalationUuid, SimpleObject body, RequestContext context) {
		JsonBody request = JsonBody.of(body, "to", "version", "resolution");
		Escalation.Status to = request.requiredChoice("to", Escalation.Status.class);
		Integer version = request.required("version", request.number("version", 0));
		String resolution = request.text("resolution", 1000);
		EscalationResource escalations = (EscalationResource) Context.getService(RestService.class)
			.getResourceByName(Namespace.V1 + "/escalation");
		Escalation escalation = move(escalations.existing(escalationUuid), to, version, resolution);
		SimpleObject shown = escalations.asRepresentation(escalation, context.getRepresentation());
		shown.put("status", escalation.getStatus().name());
		shown.put("version", escalation.getVersion());
		return shown;
	}

	private static Escalation move(Escalation escalation, Escalation.Status to, Integer version, String resolution) {
		switch (to) {
			case ACKNOWLEDGED:
				return EscalationResource.service().acknowledgeEscalation(escalation, version);
			case CLOSED:
				return EscalationResource.service().closeEscalation(escalation, version, resolution);
			default:
				throw RetentionException.conflict("retention.web.error.no-such-transition", "to", escalation.getStatus(),
					to);
		}
	}
}
