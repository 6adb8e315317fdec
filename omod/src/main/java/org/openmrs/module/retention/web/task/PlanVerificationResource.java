/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.task;

import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.web.rest.JsonBody;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.VerbResource;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.SubResource;
import org.openmrs.module.webservices.rest.web.api.RestService;

/** {@code POST {"version":0,"reason":"..."}}: a supervisor has looked at the anchor, and people may be called. */
@SubResource(parent = FollowUpPlanResource.class, path = "verification", supportedClass = PlanVerificationResource.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class PlanVerificationResource extends VerbResource {

	@Override
	public Object create(String planUuid, SimpleObject body, RequestContext context) {
		JsonBody request = JsonBody.of(body, "version", "reason");
		Integer version = request.required("version", request.number("version", 0));
		String reason = request.text("reason", 255);
		FollowUpPlanResource plans = (FollowUpPlanResource) Context.getService(RestService.class)
			.getResourceByName(Namespace.V1 + "/followupplan");
		FollowUpPlan plan = plans.existing(planUuid);
		return plans.asRepresentation(FollowUpPlanResource.service().verifyPlan(plan, version, reason),
			context.getRepresentation());
	}
}
