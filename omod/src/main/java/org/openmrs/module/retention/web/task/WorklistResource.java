/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.task;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.Worklist;
import org.openmrs.module.retention.followup.task.WorklistRow;
import org.openmrs.module.retention.followup.task.WorklistSearch;
import org.openmrs.module.retention.followup.task.WorklistService;
import org.openmrs.module.retention.shared.Messages;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.web.rest.EntityResource;
import org.openmrs.module.retention.web.rest.Listing;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.QueryFilters;
import org.openmrs.module.retention.web.rest.TimeText;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;
import org.openmrs.module.webservices.rest.web.response.ResourceDoesNotSupportOperationException;

/** The day's list: one row per person to ring, whose uuid is the row's. */
@Resource(name = Namespace.V1
	+ "/worklist", supportedClass = WorklistRow.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class WorklistResource extends EntityResource<WorklistRow> {

	@Override
	public String getRequiredGetPrivilege() {
		return RetentionPrivileges.GET_FOLLOW_UPS;
	}

	/** A row is not asked for by itself: opening it is what one does with it. */
	@Override
	protected WorklistRow find(String uuid) {
		throw new ResourceDoesNotSupportOperationException();
	}

	@Override
	protected Listing<WorklistRow> list(QueryFilters filters) {
		WorklistSearch search = search(filters);
		return Listing.of(page -> service().getWorklist(search, page).getRows(),
			() -> service().countRows(search));
	}

	/** The page, and what stands on top of the list: how many may be called now, and how long that takes. */
	@Override
	public SimpleObject search(RequestContext context) {
		WorklistSearch search = search(new QueryFilters(context));
		Worklist list = service().getWorklist(search, new Page(context.getStartIndex(), Listing.size(context)));
		SimpleObject page = Listing.page(context, list.getRows(), list.isMore(), () -> service().countRows(search), this);
		page.put("at", TimeText.shown(list.getAt(), ZoneId.systemDefault()));
		page.put("callableRows", list.getCallableRows());
		page.put("expectedSeconds", list.getExpectedSeconds());
		page.put("capacitySeconds", list.getCapacitySeconds());
		return page;
	}

	private static WorklistSearch search(QueryFilters filters) {
		return WorklistSearch.builder().assignee(filters.text("assignee")).role(filters.text("role"))
			.location(filters.text("location")).callable(filters.text("callable")).purpose(filters.text("purpose"))
			.language(filters.text("language")).build();
	}

	@Override
	public ZoneId zoneOf(WorklistRow row) {
		return TimeText.zone(row.getTasks().isEmpty() ? null : row.getTasks().get(0).getZone());
	}

	@Override
	protected void describe(DelegatingResourceDescription description, boolean full) {
		description.addProperty("person", Representation.REF);
		for (String name : new String[]{ "rank", "rankReason", "rankText", "callableNow", "notCallableReason",
			"notCallableText", "wakeAt", "inTheBuilding", "ringReason", "ringText", "expectedSeconds",
			"why" }) {
			description.addProperty(name);
		}
		description.addProperty("tasks", full ? Representation.DEFAULT : Representation.REF);
		description.addProperty("claimedBy", Representation.REF);
		description.addProperty("claimedUntil");
		description.addProperty("staffNote");
		description.addProperty("contactPoints");
	}

	@Override
	public DelegatingResourceDescription getRepresentationDescription(Representation representation) {
		DelegatingResourceDescription description = super.getRepresentationDescription(representation);
		if (description != null) {
			description.getProperties().remove("auditInfo");
			description.getLinks().clear();
		}
		return description;
	}

	@PropertyGetter("uuid")
	public static String getUuid(WorklistRow row) {
		return row.getPerson().getUuid();
	}

	@PropertyGetter("display")
	public static String getDisplay(WorklistRow row) {
		List<String> titles = new ArrayList<>();
		for (FollowUpTask task : row.getTasks()) {
			titles.add(TaskText.title(task));
		}
		return row.getRank() + ". " + String.join(", ", titles);
	}

	@PropertyGetter("rankText")
	public static String getRankText(WorklistRow row) {
		return text(row.getRankReason());
	}

	@PropertyGetter("notCallableText")
	public static String getNotCallableText(WorklistRow row) {
		return text(row.getNotCallableReason());
	}

	/** Why one rings this person and not the patient. */
	@PropertyGetter("ringText")
	public static String getRingText(WorklistRow row) {
		return row.getRingReason() == null ? null : text(row.getRingReason().code());
	}

	private static String text(String code) {
		return code == null ? null : Messages.text(code, Context.getLocale());
	}

	@PropertyGetter("contactPoints")
	public static List<?> getContactPoints(WorklistRow row) {
		return ContactPointView.of(row.getContactDetails());
	}

	static WorklistService service() {
		return Context.getService(WorklistService.class);
	}
}
