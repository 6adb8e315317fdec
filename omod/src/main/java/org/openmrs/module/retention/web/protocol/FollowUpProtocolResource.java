/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.protocol;

import java.util.Map;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition;
import org.openmrs.module.retention.followup.protocol.ProtocolSearch;
import org.openmrs.module.retention.followup.protocol.ProtocolService;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.protocol.TriggerType;
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

/** Protocols; in full with the steps and scripts of the version in force. */
@Resource(name = Namespace.V1
	+ "/followupprotocol", supportedClass = FollowUpProtocol.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class FollowUpProtocolResource extends EntityResource<FollowUpProtocol> {

	@Override
	public String getRequiredGetPrivilege() {
		return RetentionPrivileges.GET_PROTOCOLS;
	}

	@Override
	protected FollowUpProtocol find(String uuid) {
		return service().getProtocolByUuid(uuid);
	}

	@Override
	protected Listing<FollowUpProtocol> list(QueryFilters filters) {
		ProtocolSearch search = ProtocolSearch.builder().name(filters.text("q"))
			.purpose(filters.choice("purpose", Purpose.class)).triggerType(filters.choice("trigger", TriggerType.class))
			.includeRetired(filters.includeAll()).build();
		return Listing.of(page -> service().findProtocols(search, page), () -> service().countProtocols(search));
	}

	@Override
	protected void describeRef(DelegatingResourceDescription description) {
		description.addProperty("retired");
	}

	@Override
	protected void describe(DelegatingResourceDescription description, boolean full) {
		description.addProperty("name");
		description.addProperty("description");
		description.addProperty("trigger");
		description.addProperty("purpose");
		description.addProperty("priority");
		description.addProperty("activeFrom");
		description.addProperty("protocolVersion");
		description.addProperty("retired");
		description.addProperty("version");
		if (full) {
			description.addProperty("definition");
		}
	}

	@PropertyGetter("display")
	public static String getDisplay(FollowUpProtocol protocol) {
		return protocol.getName();
	}

	@PropertyGetter("trigger")
	public static String getTrigger(FollowUpProtocol protocol) {
		return protocol.getTriggerType().name();
	}

	@PropertyGetter("definition")
	public static Map<String, Object> getDefinition(FollowUpProtocol protocol) {
		return JsonTree.of(service().getDefinition(protocol, protocol.getProtocolVersion()));
	}

	/** The body is a whole definition, as in a metadata package. A uuid that exists gets it as its next version. */
	@Override
	public Object create(SimpleObject body, RequestContext context) {
		return rendered(service().saveProtocol(JsonBody.bind(body, ProtocolDefinition.class)), context);
	}

	/** What can be changed of one is whether it is retired. */
	@Override
	public Object update(String uuid, SimpleObject body, RequestContext context) {
		JsonBody request = JsonBody.of(body, "retired", "reason");
		FollowUpProtocol protocol = existing(uuid);
		if (request.requiredFlag("retired")) {
			service().retireProtocol(protocol, request.requiredText("reason", 255));
		} else {
			service().unretireProtocol(protocol);
		}
		return rendered(existing(uuid), context);
	}

	@Override
	public void delete(String uuid, String reason, RequestContext context) {
		FollowUpProtocol protocol = existing(uuid);
		if (!protocol.getRetired()) {
			service().retireProtocol(protocol, reason);
		}
	}

	@Override
	public Object undelete(String uuid, RequestContext context) {
		service().unretireProtocol(existing(uuid));
		return rendered(existing(uuid), context);
	}

	private static ProtocolService service() {
		return Context.getService(ProtocolService.class);
	}
}
