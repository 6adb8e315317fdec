/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.task;

import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.followup.task.PlanStatus;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.web.rest.JsonBody;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.VerbResource;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.SubResource;
import org.openmrs.module.webservices.rest.web.api.RestService;

/** {@code POST {"to":"CANCELLED","version":0,"reason":"..."}} ends the plan and all that is open of it; to {@code ACTIVE} takes that back. */
@SubResource(parent = FollowUpPlanResource.class, path = "transition", supportedClass = PlanTransitionResource.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class PlanTransitionResource extends VerbResource {

	@Override
	public Object create(String planUuid, SimpleObject body, RequestContext context) {
		JsonBody request = JsonBody.of(body, "to", "version", "reason");
		PlanStatus to = request.requiredChoice("to", PlanStatus.class);
		Integer version = request.required("version", request.number("version", 0));
		String reason = request.requiredText("reason", 255);
		FollowUpPlanResource plans = (FollowUpPlanResource) Context.getService(RestService.class)
			.getResourceByName(Namespace.V1 + "/followupplan");
		FollowUpPlan plan = plans.existing(planUuid);
		FollowUpPlan changed = changed(plan, to, version, reason);
		SimpleObject shown = plans.asRepresentation(changed, context.getRepresentation());
		shown.put("status", changed.getStatus().name());
		shown.put("version", changed.getVersion());
		return shown;
	}

	private static FollowUpPlan changed(FollowUpPlan plan, PlanStatus to, Integer version, String reason) {
		switch (to) {
			case CANCELLED:
				return FollowUpPlanResource.service().cancelPlan(plan, version, reason);
			case ACTIVE:
				return FollowUpPlanResource.service().resumePlan(plan, version, reason);
			default:
				throw RetentionException.conflict("retention.web.error.no-such-transition", "to", plan.getStatus(), to);
		}
	}
}
