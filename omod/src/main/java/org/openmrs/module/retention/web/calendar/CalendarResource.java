/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.calendar;

import java.util.Map;
import java.util.UUID;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.calendar.CalendarDefinition;
import org.openmrs.module.retention.calendar.CalendarSearch;
import org.openmrs.module.retention.calendar.CalendarService;
import org.openmrs.module.retention.calendar.RetentionCalendar;
import org.openmrs.module.retention.shared.DefinitionJson;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.web.rest.EntityResource;
import org.openmrs.module.retention.web.rest.JsonBody;
import org.openmrs.module.retention.web.rest.JsonTree;
import org.openmrs.module.retention.web.rest.Listing;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.QueryFilters;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;

/** Calendars. A body is a whole definition: what it leaves out is no longer so. */
@Resource(name = Namespace.V1
	+ "/calendar", supportedClass = RetentionCalendar.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class CalendarResource extends EntityResource<RetentionCalendar> {

	@Override
	public String getRequiredGetPrivilege() {
		return RetentionPrivileges.GET_CALENDARS;
	}

	@Override
	protected RetentionCalendar find(String uuid) {
		return service().getCalendarByUuid(uuid);
	}

	@Override
	protected Listing<RetentionCalendar> list(QueryFilters filters) {
		CalendarSearch search = CalendarSearch.builder().name(filters.text("q")).includeRetired(filters.includeAll())
			.build();
		return Listing.of(page -> service().findCalendars(search, page), () -> service().countCalendars(search));
	}

	@Override
	protected void describeRef(DelegatingResourceDescription description) {
		description.addProperty("retired");
	}

	@Override
	protected void describe(DelegatingResourceDescription description, boolean full) {
		description.addProperty("name");
		description.addProperty("standard");
		description.addProperty("hours");
		description.addProperty("exceptions");
		description.addProperty("capacity");
		description.addProperty("sites");
		description.addProperty("retired");
	}

	@PropertyGetter("display")
	public static String getDisplay(RetentionCalendar calendar) {
		return calendar.getName();
	}

	@PropertyGetter("standard")
	public static boolean isStandard(RetentionCalendar calendar) {
		return definition(calendar).isStandard();
	}

	@PropertyGetter("hours")
	public static Object getHours(RetentionCalendar calendar) {
		return JsonTree.of(definition(calendar)).get("hours");
	}

	@PropertyGetter("exceptions")
	public static Object getExceptions(RetentionCalendar calendar) {
		return JsonTree.of(definition(calendar)).get("exceptions");
	}

	@PropertyGetter("capacity")
	public static Object getCapacity(RetentionCalendar calendar) {
		return JsonTree.of(definition(calendar)).get("capacity");
	}

	@PropertyGetter("sites")
	public static Object getSites(RetentionCalendar calendar) {
		return JsonTree.of(definition(calendar)).get("sites");
	}

	private static CalendarDefinition definition(RetentionCalendar calendar) {
		return DefinitionJson.read(calendar.getDefinition(), CalendarDefinition.class);
	}

	@Override
	public Object create(SimpleObject body, RequestContext context) {
		CalendarDefinition definition = read(body);
		if (definition.getUuid() == null) {
			definition = definition.toBuilder().uuid(UUID.randomUUID().toString()).build();
		} else if (find(definition.getUuid()) != null) {
			throw RetentionException.conflict("retention.web.error.exists", "uuid");
		}
		return rendered(service().saveCalendar(definition), context);
	}

	@Override
	public Object update(String uuid, SimpleObject body, RequestContext context) {
		RetentionCalendar calendar = existing(uuid);
		CalendarDefinition definition = read(body);
		if (definition.getUuid() != null && !definition.getUuid().equals(calendar.getUuid())) {
			throw RetentionException.invalid("retention.web.error.unknown-reference", "uuid", "uuid");
		}
		return rendered(service().saveCalendar(definition.toBuilder().uuid(calendar.getUuid()).build()), context);
	}

	private static CalendarDefinition read(Map<String, Object> body) {
		return JsonBody.bind(body, CalendarDefinition.class);
	}

	@Override
	public void delete(String uuid, String reason, RequestContext context) {
		RetentionCalendar calendar = existing(uuid);
		if (!calendar.getRetired()) {
			service().retireCalendar(calendar, reason);
		}
	}

	@Override
	public Object undelete(String uuid, RequestContext context) {
		service().unretireCalendar(existing(uuid));
		return rendered(existing(uuid), context);
	}

	private static CalendarService service() {
		return Context.getService(CalendarService.class);
	}
}
