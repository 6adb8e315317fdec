/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.attempt;

import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.attempt.AttemptSearch;
import org.openmrs.module.retention.followup.attempt.ContactAttempt;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.VerbResource;
import org.openmrs.module.retention.web.task.FollowUpTaskResource;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.SubResource;
import org.openmrs.module.webservices.rest.web.api.RestService;

/** A contact about one task, and the contacts that there were about it. Answers with the attempt and the task's new state. */
@SubResource(parent = FollowUpTaskResource.class, path = "attempt", supportedClass = TaskAttemptResource.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class TaskAttemptResource extends VerbResource {

	@Override
	public Object create(String taskUuid, SimpleObject body, RequestContext context) {
		FollowUpTaskResource tasks = (FollowUpTaskResource) resource("followuptask");
		tasks.existing(taskUuid);
		ContactAttempt attempt = ContactAttemptResource.record(AttemptBody.read(body, taskUuid));
		FollowUpTask task = tasks.existing(taskUuid);
		SimpleObject shown = attempts().asRepresentation(attempt, context.getRepresentation());
		shown.put("status", task.getStatus().name());
		shown.put("version", task.getVersion());
		return shown;
	}

	@Override
	public SimpleObject getAll(String taskUuid, RequestContext context) {
		((FollowUpTaskResource) resource("followuptask")).existing(taskUuid);
		return ContactAttemptResource.list(AttemptSearch.builder().task(taskUuid).build()).page(context, attempts());
	}

	private static ContactAttemptResource attempts() {
		return (ContactAttemptResource) resource("contactattempt");
	}

	private static Object resource(String name) {
		return Context.getService(RestService.class).getResourceByName(Namespace.V1 + "/" + name);
	}
}
