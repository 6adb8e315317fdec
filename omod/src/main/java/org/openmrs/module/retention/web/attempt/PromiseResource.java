/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.attempt;

import java.time.Instant;
import java.time.ZoneId;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.attempt.ContactPromise;
import org.openmrs.module.retention.followup.attempt.PromiseSearch;
import org.openmrs.module.retention.followup.attempt.PromiseService;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.web.rest.EntityResource;
import org.openmrs.module.retention.web.rest.Listing;
import org.openmrs.module.retention.web.rest.ModuleClock;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.QueryFilters;
import org.openmrs.module.retention.web.rest.TimeText;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;

/** What was promised to people. Promises are made by attempts and ended by their transition. */
@Resource(name = Namespace.V1
	+ "/promise", supportedClass = ContactPromise.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class PromiseResource extends EntityResource<ContactPromise> {

	@Override
	public String getRequiredGetPrivilege() {
		return RetentionPrivileges.GET_CONTACTS;
	}

	@Override
	protected ContactPromise find(String uuid) {
		return service().getPromiseByUuid(uuid);
	}

	@Override
	protected Listing<ContactPromise> list(QueryFilters filters) {
		PromiseSearch search = PromiseSearch.builder().patient(filters.text("patient")).task(filters.text("task"))
			.owner(filters.user("owner")).role(filters.text("role"))
			.status(filters.choice("status", ContactPromise.Status.class)).broken(filters.flag("broken"))
			.dueBy(filters.instant("dueBy")).build();
		return Listing.of(page -> service().findPromises(search, page), () -> service().countPromises(search));
	}

	@Override
	public ZoneId zoneOf(ContactPromise promise) {
		return TimeText.zone(promise.getTask() == null ? null : promise.getTask().getZone());
	}

	@Override
	protected void describe(DelegatingResourceDescription description, boolean full) {
		description.addProperty("status");
		description.addProperty("broken");
		description.addProperty("promised");
		for (String name : new String[]{ "patient", "task", "attempt", "owner" }) {
			description.addProperty(name, Representation.REF);
		}
		for (String name : new String[]{ "ownerRole", "dueFrom", "dueBy", "endedAt", "version" }) {
			description.addProperty(name);
		}
	}

	@PropertyGetter("display")
	public static String getDisplay(ContactPromise promise) {
		return promise.getPromised();
	}

	@PropertyGetter("owner")
	public static User getOwner(ContactPromise promise) {
		return promise.getOwnerUser();
	}

	@PropertyGetter("broken")
	public static boolean isBroken(ContactPromise promise) {
		Instant now = ModuleClock.now();
		return promise.isBroken(now);
	}

	static PromiseService service() {
		return Context.getService(PromiseService.class);
	}
}
