/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.protocol;

import java.util.Map;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.planning.RehearsalReport;
import org.openmrs.module.retention.followup.planning.RehearsalService;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.web.rest.JsonBody;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.QueryFilters;
import org.openmrs.module.retention.web.rest.VerbResource;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.SubResource;
import org.openmrs.module.webservices.rest.web.api.RestService;
import org.openmrs.module.webservices.rest.web.resource.api.Searchable;
import org.springframework.web.servlet.HandlerMapping;

/**
 * {@code followupprotocol/{uuid}/rehearsal}: what the protocol would have made of the last days. {@code GET} rehearses what is
 * stored, {@code POST} a definition that need not be.
 */
@SubResource(parent = FollowUpProtocolResource.class, path = "rehearsal", supportedClass = ProtocolRehearsalResource.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class ProtocolRehearsalResource extends VerbResource implements Searchable {

	static final String OTHER_PROTOCOL = "retention.followup.error.rehearsal-other-protocol";

	private static final int DEFAULT_DAYS = 90;

	@Override
	public Object create(String protocolUuid, SimpleObject body, RequestContext context) {
		JsonBody request = JsonBody.of(body, "definition", "days", "capacity");
		Integer days = request.number("days", Integer.MIN_VALUE);
		Integer capacity = request.number("capacity", Integer.MIN_VALUE);
		Map<String, Object> definition = request.map("definition");
		return shown(definition == null ? stored(protocolUuid, days, capacity)
			: unstored(protocolUuid, JsonBody.bind(definition, ProtocolDefinition.class), days, capacity));
	}

	@Override
	public SimpleObject getAll(String protocolUuid, RequestContext context) {
		QueryFilters filters = new QueryFilters(context);
		return shown(stored(protocolUuid, filters.number("days"), filters.number("capacity")));
	}

	/** The same with parameters, for which the framework wants to search; the protocol stands in the path. */
	@Override
	public SimpleObject search(RequestContext context) {
		Map<?, ?> path = (Map<?, ?>) context.getRequest().getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
		return getAll((String) path.get("parentUuid"), context);
	}

	private static RehearsalReport stored(String uuid, Integer days, Integer capacity) {
		FollowUpProtocol protocol = ((FollowUpProtocolResource) Context.getService(RestService.class)
			.getResourceByName(Namespace.V1 + "/followupprotocol")).existing(uuid);
		return service().rehearseProtocol(protocol, days == null ? DEFAULT_DAYS : days, capacity);
	}

	private static RehearsalReport unstored(String uuid, ProtocolDefinition definition, Integer days, Integer capacity) {
		if (!uuid.equals(definition.getUuid())) {
			throw RetentionException.invalid(OTHER_PROTOCOL, "definition.uuid", definition.getUuid());
		}
		return service().rehearseDefinition(definition, days == null ? DEFAULT_DAYS : days, capacity);
	}

	private static SimpleObject shown(RehearsalReport report) {
		return new RehearsalView(report, Context.getLocale()).shown();
	}

	private static RehearsalService service() {
		return Context.getService(RehearsalService.class);
	}
}
