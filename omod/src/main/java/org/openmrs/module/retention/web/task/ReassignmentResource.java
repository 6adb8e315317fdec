/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.task;

import java.util.function.Function;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.protocol.ProtocolService;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.task.Reassignment;
import org.openmrs.module.retention.followup.task.ReassignmentService;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.web.rest.EntityResource;
import org.openmrs.module.retention.web.rest.JsonBody;
import org.openmrs.module.retention.web.rest.Listing;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.QueryFilters;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;
import org.openmrs.module.webservices.rest.web.response.ResourceDoesNotSupportOperationException;

/** {@code POST} gives the open tasks of one to another and answers how many; nothing is kept but their histories. */
@Resource(name = Namespace.V1
	+ "/reassignment", supportedClass = Reassignment.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class ReassignmentResource extends EntityResource<Reassignment> {

	@Override
	public String getRequiredGetPrivilege() {
		return RetentionPrivileges.SUPERVISE_FOLLOW_UPS;
	}

	@Override
	protected Reassignment find(String uuid) {
		throw new ResourceDoesNotSupportOperationException();
	}

	@Override
	protected Listing<Reassignment> list(QueryFilters filters) {
		throw new ResourceDoesNotSupportOperationException();
	}

	@Override
	protected void describe(DelegatingResourceDescription description, boolean full) {
		// there is none to read
	}

	@Override
	public Object create(SimpleObject body, RequestContext context) {
		JsonBody request = JsonBody.of(body, "fromUser", "fromRole", "toUser", "toRole", "location", "purpose", "protocol",
			"reason");
		Reassignment.Outcome outcome = Context.getService(ReassignmentService.class).reassignTasks(Reassignment.builder()
			.fromUser(named(request, "fromUser", Context.getUserService()::getUserByUuid))
			.fromRole(request.text("fromRole", 50))
			.toUser(named(request, "toUser", Context.getUserService()::getUserByUuid)).toRole(request.text("toRole", 50))
			.location(named(request, "location", Context.getLocationService()::getLocationByUuid))
			.purpose(request.choice("purpose", Purpose.class))
			.protocol(named(request, "protocol", Context.getService(ProtocolService.class)::getProtocolByUuid))
			.reason(request.text("reason", 255)).build());
		SimpleObject answer = new SimpleObject();
		answer.put("reassigned", outcome.getReassigned());
		answer.put("left", outcome.getLeft());
		return answer;
	}

	private static <V> V named(JsonBody request, String field, Function<String, V> find) {
		String uuid = request.uuid(field);
		V found = uuid == null ? null : find.apply(uuid);
		if (uuid != null && found == null) {
			throw RetentionException.invalid("retention.web.error.unknown-reference", field, field);
		}
		return found;
	}
}
