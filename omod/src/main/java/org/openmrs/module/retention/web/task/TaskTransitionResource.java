/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.task;

import java.time.ZoneId;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.TaskStatus;
import org.openmrs.module.retention.followup.task.TaskStatusChange;
import org.openmrs.module.retention.web.rest.JsonBody;
import org.openmrs.module.retention.web.rest.Listing;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.TimeText;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.ConversionUtil;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.SubResource;
import org.openmrs.module.webservices.rest.web.representation.Representation;

/** {@code POST {"to":"CANCELLED","version":3,"reason":"..."}} cancels or reopens by hand; GET is what has happened so far. */
@SubResource(parent = FollowUpTaskResource.class, path = "transition", supportedClass = TaskTransitionResource.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class TaskTransitionResource extends TaskVerbResource {

	@Override
	public Object create(String taskUuid, SimpleObject body, RequestContext context) {
		JsonBody request = JsonBody.of(body, "to", "version", "reason");
		TaskStatus to = request.requiredChoice("to", TaskStatus.class);
		Integer version = request.required("version", request.number("version", 0));
		String reason = request.text("reason", 255);
		return answer(FollowUpTaskResource.service().transitionTask(taskUuid, to, version, reason), context);
	}

	@Override
	public SimpleObject getAll(String taskUuid, RequestContext context) {
		FollowUpTask task = tasks().existing(taskUuid);
		return Listing.of(FollowUpTaskResource.service().getTaskHistory(task)).page(context,
			change -> shown(change, tasks().zoneOf(task)));
	}

	private static SimpleObject shown(TaskStatusChange change, ZoneId zone) {
		SimpleObject shown = new SimpleObject();
		shown.put("uuid", change.getUuid());
		shown.put("from", TimeText.shown(change.getFromStatus(), zone));
		shown.put("to", TimeText.shown(change.getToStatus(), zone));
		shown.put("at", TimeText.shown(change.getChangedAt(), zone));
		Object actor = ConversionUtil.convertToRepresentation(change.getActor(), Representation.REF);
		if (actor != ConversionUtil.PRIVILEGE_DENIED) {
			shown.put("by", actor);
		}
		shown.put("reason", change.getReason());
		return shown;
	}
}
