/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.contact;

import org.openmrs.api.context.Context;
import org.openmrs.module.retention.contact.ContactPoint;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.web.rest.JsonBody;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.VerbResource;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.SubResource;
import org.openmrs.module.webservices.rest.web.api.RestService;

/** {@code POST {"to":"WRONG","version":0,"reason":"..."}}: for everyone who is reached there; undone by the way back. */
@SubResource(parent = ContactPointResource.class, path = "transition", supportedClass = PointTransitionResource.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class PointTransitionResource extends VerbResource {

	@Override
	public Object create(String pointUuid, SimpleObject body, RequestContext context) {
		JsonBody request = JsonBody.of(body, "to", "version", "reason");
		ContactPoint.State to = request.requiredChoice("to", ContactPoint.State.class);
		int version = request.required("version", request.number("version", 0));
		String reason = request.text("reason", 60);
		ContactPoint point = ContactPointResource.service().getContactPointByUuid(pointUuid);
		if (point == null) {
			throw RetentionException.notFound("retention.web.error.not-found", null);
		}
		if (point.getVersion() != version) {
			throw RetentionException.conflict("retention.web.error.stale-version", "version", version, point.getVersion());
		}
		ContactPoint changed = ContactPointResource.service().setPointState(point.getPointKey(), to, reason);
		ContactPointResource points = (ContactPointResource) Context.getService(RestService.class)
			.getResourceByName(Namespace.V1 + "/contactpoint");
		SimpleObject shown = points.asRepresentation(ReachedAt.of(changed), context.getRepresentation());
		shown.put("state", changed.getState().name());
		shown.put("version", changed.getVersion());
		return shown;
	}
}
