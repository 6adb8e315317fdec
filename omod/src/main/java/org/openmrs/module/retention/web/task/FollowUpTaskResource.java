/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.task;

import java.time.Instant;
import java.time.ZoneId;
import org.openmrs.Person;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.protocol.Channel;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.FollowUpTaskService;
import org.openmrs.module.retention.followup.task.ManualTask;
import org.openmrs.module.retention.followup.task.TaskSearch;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.web.rest.EntityResource;
import org.openmrs.module.retention.web.rest.JsonBody;
import org.openmrs.module.retention.web.rest.Listing;
import org.openmrs.module.retention.web.rest.ModuleClock;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.QueryFilters;
import org.openmrs.module.retention.web.rest.TimeText;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;
import org.openmrs.util.PrivilegeConstants;

/** Tasks. What is written here is a manual task; everything else happens by the verbs below a task. */
@Resource(name = Namespace.V1
	+ "/followuptask", supportedClass = FollowUpTask.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class FollowUpTaskResource extends EntityResource<FollowUpTask> {

	@Override
	public String getRequiredGetPrivilege() {
		return RetentionPrivileges.GET_FOLLOW_UPS;
	}

	@Override
	protected FollowUpTask find(String uuid) {
		return service().getTaskByUuid(uuid);
	}

	@Override
	protected Listing<FollowUpTask> list(QueryFilters filters) {
		TaskSearch search = TaskSearch.builder().status(filters.text("status")).callable(filters.text("callable"))
			.dueOnOrBefore(filters.text("dueOnOrBefore")).assignee(filters.text("assignee")).role(filters.text("role"))
			.location(filters.text("location")).patient(filters.text("patient")).protocol(filters.text("protocol"))
			.purpose(filters.text("purpose")).hold(filters.text("hold")).sort(filters.text("sort"))
			.brief(filters.isFor(Representation.REF)).build();
		return Listing.of(page -> service().findTasks(search, page), () -> service().countTasks(search));
	}

	@Override
	public ZoneId zoneOf(FollowUpTask task) {
		return TimeText.zone(task.getZone());
	}

	@Override
	protected void describeRef(DelegatingResourceDescription description) {
		description.addProperty("status");
		description.addProperty("dueBy");
	}

	@Override
	protected void describe(DelegatingResourceDescription description, boolean full) {
		description.addProperty("status");
		description.addProperty("statusReason");
		description.addProperty("overdue");
		description.addProperty("expired");
		for (String name : new String[]{ "source", "purpose", "channel", "title", "step", "priority", "critical" }) {
			description.addProperty(name);
		}
		for (String name : new String[]{ "patient", "protocol", "plan", "location", "assignee", "claimedBy" }) {
			description.addProperty(name, Representation.REF);
		}
		for (String name : new String[]{ "assigneeRole", "claimedUntil", "zone", "dueDate", "dueFrom", "dueBy", "expiresAt",
			"wakeAt", "holdUntil", "holdReason", "triesUsed", "triesMax", "targetSeconds", "version" }) {
			description.addProperty(name);
		}
		if (full) {
			description.addProperty("personToRing", Representation.REF);
			for (String name : new String[]{ "protocolVersion", "occurrence", "plannedFrom", "plannedBy", "nextTryAt",
				"listClass", "assignedByHand", "endedAt", "voided" }) {
				description.addProperty(name);
			}
		}
	}

	@PropertyGetter("display")
	public static String getDisplay(FollowUpTask task) {
		return TaskText.title(task) + " (" + task.getDueDate() + ")";
	}

	@PropertyGetter("title")
	public static String getTitle(FollowUpTask task) {
		return TaskText.title(task);
	}

	@PropertyGetter("step")
	public static String getStep(FollowUpTask task) {
		return task.getStepKey();
	}

	@PropertyGetter("overdue")
	public static boolean isOverdue(FollowUpTask task) {
		return task.isOverdue(ModuleClock.now());
	}

	@PropertyGetter("expired")
	public static boolean isExpired(FollowUpTask task) {
		return task.isExpired(ModuleClock.now());
	}

	@PropertyGetter("assignee")
	public static User getAssignee(FollowUpTask task) {
		return task.getAssigneeUser();
	}

	/** A lease that has run out is none. */
	@PropertyGetter("claimedBy")
	public static User getClaimedBy(FollowUpTask task) {
		return task.isClaimed(ModuleClock.now()) ? task.getClaimUser() : null;
	}

	@PropertyGetter("claimedUntil")
	public static Instant getClaimedUntil(FollowUpTask task) {
		return task.isClaimed(ModuleClock.now()) ? task.getClaimUntil() : null;
	}

	/** The patient, when nobody else is named. */
	@PropertyGetter("personToRing")
	public static Person getPersonToRing(FollowUpTask task) {
		if (task.getPersonToRingId() == null) {
			return task.getPatient() == null ? null : task.getPatient().getPerson();
		}
		return Context.hasPrivilege(PrivilegeConstants.GET_PERSONS)
			? Context.getPersonService().getPerson(task.getPersonToRingId())
			: null;
	}

	@Override
	public Object create(SimpleObject body, RequestContext context) {
		JsonBody request = JsonBody.of(body, "patient", "title", "purpose", "channel", "dueFrom", "dueBy", "location",
			"assignee", "role", "priority", "critical", "targetSeconds");
		ManualTask task = ManualTask.builder().patient(request.required("patient", request.uuid("patient")))
			.title(request.requiredText("title", 255)).purpose(name(request.choice("purpose", Purpose.class)))
			.channel(name(request.choice("channel", Channel.class))).dueFrom(request.instant("dueFrom"))
			.dueBy(request.instant("dueBy")).location(request.uuid("location")).assignee(request.uuid("assignee"))
			.role(request.text("role", 50)).priority(request.number("priority", 0)).critical(request.flag("critical"))
			.targetSeconds(request.number("targetSeconds", 1)).build();
		return rendered(service().createManualTask(task), context);
	}

	private static String name(Enum<?> constant) {
		return constant == null ? null : constant.name();
	}

	static FollowUpTaskService service() {
		return Context.getService(FollowUpTaskService.class);
	}
}
