/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.protocol;

import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.planning.PlanningService;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.web.rest.JsonBody;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.VerbResource;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.ConversionUtil;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.SubResource;
import org.openmrs.module.webservices.rest.web.api.RestService;
import org.openmrs.module.webservices.rest.web.representation.Representation;

/** GET is how much sweeps hold of a protocol that made more than its limit; {@code POST {"to":"RELEASED"}} gives it free. */
@SubResource(parent = FollowUpProtocolResource.class, path = "flood", supportedClass = ProtocolFloodResource.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class ProtocolFloodResource extends VerbResource {

	/** What can become of it. */
	enum Outcome {
		RELEASED
	}

	@Override
	public Object create(String protocolUuid, SimpleObject body, RequestContext context) {
		JsonBody request = JsonBody.of(body, "to");
		request.requiredChoice("to", Outcome.class);
		FollowUpProtocol protocol = protocol(protocolUuid);
		int released = service().releaseFlood(protocol);
		SimpleObject shown = shown(protocol);
		shown.put("released", released);
		return shown;
	}

	@Override
	public SimpleObject getAll(String protocolUuid, RequestContext context) {
		return shown(protocol(protocolUuid));
	}

	private static SimpleObject shown(FollowUpProtocol protocol) {
		SimpleObject shown = new SimpleObject();
		shown.put("protocol", ConversionUtil.convertToRepresentation(protocol, Representation.REF));
		shown.put("held", service().countFlood(protocol));
		return shown;
	}

	private static FollowUpProtocol protocol(String uuid) {
		return ((FollowUpProtocolResource) Context.getService(RestService.class)
			.getResourceByName(Namespace.V1 + "/followupprotocol")).existing(uuid);
	}

	private static PlanningService service() {
		return Context.getService(PlanningService.class);
	}
}
