/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.task;

import java.time.ZoneId;
import org.openmrs.Location;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.planning.PlanRequest;
import org.openmrs.module.retention.followup.planning.PlanSearch;
import org.openmrs.module.retention.followup.planning.PlanningService;
import org.openmrs.module.retention.followup.protocol.ProtocolService;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.followup.task.PlanStatus;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.web.rest.EntityResource;
import org.openmrs.module.retention.web.rest.JsonBody;
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

/** Plans: one protocol for one patient and one anchor. Planning makes them; by hand they can be cancelled. */
@Resource(name = Namespace.V1
	+ "/followupplan", supportedClass = FollowUpPlan.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class FollowUpPlanResource extends EntityResource<FollowUpPlan> {

	@Override
	public String getRequiredGetPrivilege() {
		return RetentionPrivileges.GET_FOLLOW_UPS;
	}

	@Override
	protected FollowUpPlan find(String uuid) {
		return service().getPlanByUuid(uuid);
	}

	@Override
	protected Listing<FollowUpPlan> list(QueryFilters filters) {
		PlanSearch.PlanSearchBuilder builder = PlanSearch.builder().encounterUuid(filters.text("encounter"));
		if (filters.text("patient") != null) {
			builder.patient(known("patient", Context.getPatientService().getPatientByUuid(filters.text("patient"))));
		}
		if (filters.text("protocol") != null) {
			builder.protocol(known("protocol",
				Context.getService(ProtocolService.class).getProtocolByUuid(filters.text("protocol"))));
		}
		if (filters.text("status") != null) {
			builder.status(filters.choice("status", PlanStatus.class));
		}
		PlanSearch search = builder.build();
		return Listing.of(page -> service().findPlans(search, page), () -> service().countPlans(search));
	}

	private static <V> V known(String field, V found) {
		if (found == null) {
			throw RetentionException.invalid("retention.web.error.unknown-reference", field, field);
		}
		return found;
	}

	@Override
	public Object create(SimpleObject body, RequestContext context) {
		JsonBody request = JsonBody.of(body, "patient", "protocol", "anchorAt", "location", "context");
		PlanRequest plan = PlanRequest.builder()
			.patient(known("patient",
				Context.getPatientService().getPatientByUuid(request.required("patient", request.uuid("patient")))))
			.protocol(known("protocol", Context.getService(ProtocolService.class)
				.getProtocolByUuid(request.required("protocol", request.uuid("protocol")))))
			.at(request.instant("anchorAt")).location(location(request.uuid("location")))
			.context(request.text("context", 1000)).build();
		return rendered(service().beginPlan(plan), context);
	}

	private static Location location(String uuid) {
		return uuid == null ? null : known("location", Context.getLocationService().getLocationByUuid(uuid));
	}

	@Override
	public ZoneId zoneOf(FollowUpPlan plan) {
		return TimeText.zone(plan.getZone());
	}

	@Override
	protected void describeRef(DelegatingResourceDescription description) {
		description.addProperty("status");
	}

	@Override
	protected void describe(DelegatingResourceDescription description, boolean full) {
		description.addProperty("status");
		description.addProperty("statusReason");
		for (String name : new String[]{ "patient", "protocol", "location" }) {
			description.addProperty(name, Representation.REF);
		}
		for (String name : new String[]{ "protocolVersion", "encounter", "anchorDate", "anchorAt", "zone", "context",
			"endedAt", "version" }) {
			description.addProperty(name);
		}
		if (full) {
			description.addProperty("anchorKey");
			description.addProperty("voided");
		}
	}

	@PropertyGetter("display")
	public static String getDisplay(FollowUpPlan plan) {
		return plan.getProtocol().getName() + " (" + plan.getAnchorDate() + ")";
	}

	/** Uuid only: what the chart shows is asked of the chart. */
	@PropertyGetter("encounter")
	public static String getEncounter(FollowUpPlan plan) {
		return plan.getEncounterUuid();
	}

	static PlanningService service() {
		return Context.getService(PlanningService.class);
	}
}
