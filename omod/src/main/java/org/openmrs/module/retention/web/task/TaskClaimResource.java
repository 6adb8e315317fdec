/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.task;

import org.openmrs.module.retention.web.rest.JsonBody;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.SubResource;

/** {@code POST {}} takes the task for some minutes, again to keep it; DELETE gives it back. */
@SubResource(parent = FollowUpTaskResource.class, path = "claim", supportedClass = TaskClaimResource.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class TaskClaimResource extends TaskVerbResource {

	@Override
	public Object create(String taskUuid, SimpleObject body, RequestContext context) {
		JsonBody.of(body);
		return answer(FollowUpTaskResource.service().claimTask(taskUuid), context);
	}

	@Override
	public void delete(String taskUuid, String uuid, String reason, RequestContext context) {
		FollowUpTaskResource.service().releaseTask(taskUuid);
	}
}
