/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.protocol;

import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.planning.RecallOverride;
import org.openmrs.module.retention.followup.planning.RecallOverrideSearch;
import org.openmrs.module.retention.followup.planning.RecallOverrideService;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.followup.protocol.ProtocolService;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.web.rest.EntityResource;
import org.openmrs.module.retention.web.rest.JsonBody;
import org.openmrs.module.retention.web.rest.Listing;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.QueryFilters;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;

/** Intervals agreed with single patients. Never changed: a new one takes the place of the one before. */
@Resource(name = Namespace.V1
	+ "/recalloverride", supportedClass = RecallOverride.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class RecallOverrideResource extends EntityResource<RecallOverride> {

	@Override
	public String getRequiredGetPrivilege() {
		return RetentionPrivileges.GET_FOLLOW_UPS;
	}

	@Override
	protected RecallOverride find(String uuid) {
		return service().getOverrideByUuid(uuid);
	}

	@Override
	protected Listing<RecallOverride> list(QueryFilters filters) {
		RecallOverrideSearch.RecallOverrideSearchBuilder builder = RecallOverrideSearch.builder()
			.includeVoided(filters.includeAll());
		if (filters.text("patient") != null) {
			builder.patient(known("patient", Context.getPatientService().getPatientByUuid(filters.text("patient"))));
		}
		if (filters.text("protocol") != null) {
			builder.protocol(known("protocol", protocol(filters.text("protocol"))));
		}
		RecallOverrideSearch search = builder.build();
		return Listing.of(page -> service().findOverrides(search, page), () -> service().countOverrides(search));
	}

	@Override
	protected void describe(DelegatingResourceDescription description, boolean full) {
		description.addProperty("patient", Representation.REF);
		description.addProperty("protocol", Representation.REF);
		for (String name : new String[]{ "interval", "reason", "agreedBy", "voided" }) {
			description.addProperty(name);
		}
	}

	@PropertyGetter("display")
	public static String getDisplay(RecallOverride override) {
		return override.getProtocol().getName() + ": " + override.getInterval();
	}

	@Override
	public Object create(SimpleObject body, RequestContext context) {
		JsonBody request = JsonBody.of(body, "patient", "protocol", "interval", "reason", "agreedBy");
		RecallOverride override = RecallOverride.builder()
			.patient(known("patient",
				Context.getPatientService().getPatientByUuid(request.required("patient", request.uuid("patient")))))
			.protocol(known("protocol", protocol(request.required("protocol", request.uuid("protocol")))))
			.interval(request.text("interval", 20)).reason(request.text("reason", 255))
			.agreedBy(request.text("agreedBy", 255)).build();
		return rendered(service().agreeInterval(override), context);
	}

	@Override
	public void delete(String uuid, String reason, RequestContext context) {
		RecallOverride override = existing(uuid);
		if (!override.getVoided()) {
			service().withdrawInterval(override, reason);
		}
	}

	private static FollowUpProtocol protocol(String uuid) {
		return Context.getService(ProtocolService.class).getProtocolByUuid(uuid);
	}

	private static <V> V known(String field, V found) {
		if (found == null) {
			throw RetentionException.invalid("retention.web.error.unknown-reference", field, field);
		}
		return found;
	}

	private static RecallOverrideService service() {
		return Context.getService(RecallOverrideService.class);
	}
}
