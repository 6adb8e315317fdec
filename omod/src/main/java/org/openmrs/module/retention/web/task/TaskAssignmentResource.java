/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.task;

import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.web.rest.JsonBody;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.SubResource;

/** {@code POST {"assignee":uuid | "role":"...","version":3,"reason":"..."}}; neither: back to the protocol's rule. */
@SubResource(parent = FollowUpTaskResource.class, path = "assignment", supportedClass = TaskAssignmentResource.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class TaskAssignmentResource extends TaskVerbResource {

	@Override
	public Object create(String taskUuid, SimpleObject body, RequestContext context) {
		JsonBody request = JsonBody.of(body, "assignee", "role", "version", "reason");
		Integer version = request.required("version", request.number("version", 0));
		String reason = request.text("reason", 255);
		String role = request.text("role", 50);
		return answer(FollowUpTaskResource.service().reassignTask(taskUuid, user(request), role, version, reason), context);
	}

	private static User user(JsonBody request) {
		String uuid = request.uuid("assignee");
		User user = uuid == null ? null : Context.getUserService().getUserByUuid(uuid);
		if (uuid != null && user == null) {
			throw RetentionException.invalid("retention.web.error.unknown-reference", "assignee", "assignee");
		}
		return user;
	}
}
