/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.sheet;

import java.util.ArrayList;
import java.util.List;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.sheet.CallSheet;
import org.openmrs.module.retention.followup.sheet.CallSheetEntry;
import org.openmrs.module.retention.followup.sheet.CallSheetRow;
import org.openmrs.module.retention.followup.sheet.CallSheetSearch;
import org.openmrs.module.retention.followup.sheet.CallSheetService;
import org.openmrs.module.retention.followup.sheet.PrintedSheet;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.WorklistSearch;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.web.rest.EntityResource;
import org.openmrs.module.retention.web.rest.JsonBody;
import org.openmrs.module.retention.web.rest.JsonTree;
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

/** Printed call lists. {@code POST} prints one; names, numbers and scripts are in that answer alone. */
@Resource(name = Namespace.V1
	+ "/callsheet", supportedClass = CallSheet.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class CallSheetResource extends EntityResource<CallSheet> {

	private static final int DEFAULT_ROWS = 100;

	@Override
	public String getRequiredGetPrivilege() {
		return RetentionPrivileges.GET_FOLLOW_UPS;
	}

	@Override
	protected CallSheet find(String uuid) {
		return service().getSheetByUuid(uuid);
	}

	@Override
	protected Listing<CallSheet> list(QueryFilters filters) {
		CallSheetSearch search = CallSheetSearch.builder().printedBy(user(filters.user("printedBy")))
			.from(filters.instant("from")).before(filters.instant("before")).build();
		return Listing.of(page -> service().findSheets(search, page), () -> service().countSheets(search));
	}

	private static User user(String uuid) {
		User user = uuid == null ? null : Context.getUserService().getUserByUuid(uuid);
		if (uuid != null && user == null) {
			throw RetentionException.invalid("retention.web.error.unknown-reference", "printedBy", "printedBy");
		}
		return user;
	}

	@Override
	protected void describe(DelegatingResourceDescription description, boolean full) {
		description.addProperty("printedAt");
		description.addProperty("printedBy", Representation.REF);
		description.addProperty("day");
		description.addProperty("filters");
		description.addProperty("rowCount");
		if (full) {
			description.addProperty("rows");
		}
	}

	/** It has no audit columns: who printed it and when is all there is to know. */
	@Override
	public DelegatingResourceDescription getRepresentationDescription(Representation representation) {
		DelegatingResourceDescription description = super.getRepresentationDescription(representation);
		if (description != null) {
			description.getProperties().remove("auditInfo");
		}
		return description;
	}

	@PropertyGetter("display")
	public static String getDisplay(CallSheet sheet) {
		return sheet.getDay() + " (" + sheet.getRowCount() + ")";
	}

	@PropertyGetter("filters")
	public static Object getFilters(CallSheet sheet) {
		return JsonTree.read(sheet.getFilters());
	}

	/** Which tasks stood in which row, and what has been entered for it. */
	@PropertyGetter("rows")
	public static List<SimpleObject> getRows(CallSheet sheet) {
		List<SimpleObject> rows = new ArrayList<>();
		for (CallSheetRow row : sheet.getRows()) {
			SimpleObject view = new SimpleObject();
			view.put("code", row.getCode());
			view.put("number", row.getNumber());
			List<String> tasks = new ArrayList<>();
			for (FollowUpTask task : row.getTasks()) {
				tasks.add(task.getUuid());
			}
			view.put("tasks", tasks);
			List<SimpleObject> entries = new ArrayList<>();
			for (CallSheetEntry entry : row.getEntries()) {
				SimpleObject shown = new SimpleObject();
				shown.put("try", entry.getTryNumber());
				shown.put("attempt", entry.getAttempt().getUuid());
				shown.put("enteredAt", TimeText.shown(entry.getEnteredAt(), TimeText.zone(row.getZone())));
				entries.add(shown);
			}
			view.put("entries", entries);
			rows.add(view);
		}
		return rows;
	}

	@Override
	public Object create(SimpleObject body, RequestContext context) {
		JsonBody request = JsonBody.of(body, "assignee", "role", "location", "purpose", "callable", "language", "rows");
		WorklistSearch search = WorklistSearch.builder().assignee(request.text("assignee", 38))
			.role(request.text("role", 50)).location(request.text("location", 38)).purpose(request.text("purpose", 20))
			.callable(request.text("callable", 10)).language(request.text("language", 20)).build();
		Integer rows = request.number("rows", 1);
		PrintedSheet printed = service().printSheet(search, rows == null ? DEFAULT_ROWS : rows);
		SimpleObject view = asRepresentation(printed.getSheet(), Representation.DEFAULT);
		SheetView.print(printed, view);
		return view;
	}

	private static CallSheetService service() {
		return Context.getService(CallSheetService.class);
	}
}
