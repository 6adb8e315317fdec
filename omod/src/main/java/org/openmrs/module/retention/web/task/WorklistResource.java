/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.task;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.task.CallScript;
import org.openmrs.module.retention.followup.task.Worklist;
import org.openmrs.module.retention.followup.task.WorklistRow;
import org.openmrs.module.retention.followup.task.WorklistSearch;
import org.openmrs.module.retention.followup.task.WorklistService;
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

/** The day's list, a row for each person to ring; a row by itself is what the caller needs on the call. */
@Resource(name = Namespace.V1
		+ "/worklist", supportedClass = WorklistRow.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class WorklistResource extends EntityResource<WorklistRow> {

	@Override
	public String getRequiredGetPrivilege() {
		return RetentionPrivileges.GET_FOLLOW_UPS;
	}

	/** Rows exist on the list alone. */
	@Override
	protected WorklistRow find(String personUuid) {
		return null;
	}

	/** The script of the call, without taking the row. */
	@Override
	public Object retrieve(String personUuid, RequestContext context) {
		return CallText.of(service().getScript(personUuid));
	}

	@Override
	protected Listing<WorklistRow> list(QueryFilters filters) {
		WorklistSearch search = searchOf(filters);
		return Listing.of(page -> service().getWorklist(search, page).getRows(),
				() -> service().getWorklist(search, new Page(0, 1)).getTotalRows());
	}

	/** One reading of the list gives the page and what stands on top of it. */
	@Override
	public SimpleObject search(RequestContext context) {
		Worklist list = service().getWorklist(searchOf(new QueryFilters(context)),
				new Page(context.getStartIndex(), Listing.size(context)));
		SimpleObject answer = Listing.page(context, list.getRows(), list.getTotalRows(), this);
		answer.put("at", TimeText.shown(list.getAt(), ZoneId.systemDefault()));
		answer.put("callableRows", list.getCallableRows());
		answer.put("expectedSeconds", list.getExpectedSeconds());
		return answer;
	}

	private static WorklistSearch searchOf(QueryFilters filters) {
		return WorklistSearch.builder().assignee(filters.text("assignee")).role(filters.text("role"))
				.location(filters.text("location")).callable(filters.text("callable")).purpose(filters.text("purpose")).build();
	}

	@Override
	public ZoneId zoneOf(WorklistRow row) {
		return TimeText.zone(row.getTasks().isEmpty() ? null : row.getTasks().get(0).getZone());
	}

	@Override
	protected void describeRef(DelegatingResourceDescription description) {
		describe(description, false);
	}

	@Override
	protected void describe(DelegatingResourceDescription description, boolean full) {
		description.addProperty("person", Representation.REF);
		for (String name : new String[]{"rank", "rankReason", "callableNow", "notCallableReason", "wakeAt", "inTheBuilding",
				"expectedSeconds", "why", "staffNote", "contactDetails"}) {
			description.addProperty(name);
		}
		description.addProperty("tasks", Representation.REF);
		description.addProperty("claimedBy", Representation.REF);
		description.addProperty("claimedUntil");
	}

	@PropertyGetter("display")
	public static String getDisplay(WorklistRow row) {
		return row.getWhy();
	}

	@PropertyGetter("contactDetails")
	public static List<SimpleObject> getContactDetails(WorklistRow row) {
		return row.getContactDetails().stream().map(CallText::of).collect(Collectors.toList());
	}

	static SimpleObject opened(WorklistRow row, CallScript script) {
		SimpleObject shown = CallText.of(script);
		shown.put("claimedUntil",
				TimeText.shown(row.getClaimedUntil(), TimeText.zone(row.getTasks().get(0).getZone())));
		return shown;
	}

	static WorklistService service() {
		return Context.getService(WorklistService.class);
	}
}
