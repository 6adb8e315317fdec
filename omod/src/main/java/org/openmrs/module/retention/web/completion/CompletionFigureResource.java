/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.completion;

import java.util.function.Function;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.completion.CompletionFigures;
import org.openmrs.module.retention.followup.completion.CompletionSearch;
import org.openmrs.module.retention.followup.completion.CompletionService;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.web.rest.Listing;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.QueryFilters;
import org.openmrs.module.retention.web.rest.RowResource;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;

/** How much of what was due each member of staff and each queue has finished. */
@Resource(name = Namespace.V1
	+ "/completionfigure", supportedClass = CompletionFigures.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class CompletionFigureResource extends RowResource<CompletionFigures> {

	@Override
	public String getRequiredGetPrivilege() {
		return RetentionPrivileges.GET_FOLLOW_UPS;
	}

	@Override
	protected Listing<CompletionFigures> list(QueryFilters filters) {
		return Listing.of(Context.getService(CompletionService.class)
			.getFigures(CompletionSearch.builder().user(user(filters.user("user")))
				.location(known("location", filters.text("location"), Context.getLocationService()::getLocationByUuid))
				.from(filters.instant("from")).before(filters.instant("before")).build()));
	}

	/** Null for null; oneself is known without the privilege to see accounts. */
	private static User user(String uuid) {
		User caller = Context.getAuthenticatedUser();
		return caller != null && caller.getUuid().equals(uuid) ? caller
			: known("user", uuid, Context.getUserService()::getUserByUuid);
	}

	private static <T> T known(String field, String uuid, Function<String, T> find) {
		T found = uuid == null ? null : find.apply(uuid);
		if (uuid != null && found == null) {
			throw RetentionException.invalid("retention.web.error.unknown-reference", field, field);
		}
		return found;
	}

	@Override
	protected void describe(DelegatingResourceDescription description, boolean full) {
		description.addProperty("user", Representation.REF);
		for (String name : new String[]{ "role", "due", "completed", "inTime", "missed", "expired", "open", "contacts",
			"conversations", "finished" }) {
			description.addProperty(name);
		}
	}

	@Override
	protected void describeRef(DelegatingResourceDescription description) {
		description.addProperty("due");
		description.addProperty("completed");
	}

	@PropertyGetter("display")
	public static String getDisplay(CompletionFigures figures) {
		User user = figures.getUser();
		return user == null ? figures.getRole() : user.getUsername() == null ? user.getSystemId() : user.getUsername();
	}

	@PropertyGetter("completed")
	public static Object getCompleted(CompletionFigures figures) {
		return share(figures.getCompleted(), figures.getDue());
	}

	@PropertyGetter("inTime")
	public static Object getInTime(CompletionFigures figures) {
		return share(figures.getInTime(), figures.getCompleted());
	}

	@PropertyGetter("conversations")
	public static Object getConversations(CompletionFigures figures) {
		return share(figures.getConversations(), figures.getContacts());
	}
}
