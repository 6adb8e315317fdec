/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.task;

import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.VerbResource;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.api.RestService;

/** Something that is done to a task; answers with the task, whose status and version are in every representation. */
abstract class TaskVerbResource extends VerbResource {

	static SimpleObject answer(FollowUpTask task, RequestContext context) {
		SimpleObject shown = tasks().asRepresentation(task, context.getRepresentation());
		shown.put("status", task.getStatus().name());
		shown.put("version", task.getVersion());
		return shown;
	}

	static FollowUpTaskResource tasks() {
		return (FollowUpTaskResource) Context.getService(RestService.class)
			.getResourceByName(Namespace.V1 + "/followuptask");
	}
}
