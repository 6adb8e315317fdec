/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.attempt;

import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.attempt.ContactPromise;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.web.rest.JsonBody;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.VerbResource;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.SubResource;
import org.openmrs.module.webservices.rest.web.api.RestService;

/** {@code POST {"to":"KEPT" | "WITHDRAWN","version":0,"reason":"..."}}; whether it was kept late, the clock says. */
@SubResource(parent = PromiseResource.class, path = "transition", supportedClass = PromiseTransitionResource.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class PromiseTransitionResource extends VerbResource {

	@Override
	public Object create(String promiseUuid, SimpleObject body, RequestContext context) {
		JsonBody request = JsonBody.of(body, "to", "version", "reason");
		ContactPromise.Status to = request.requiredChoice("to", ContactPromise.Status.class);
		Integer version = request.required("version", request.number("version", 0));
		String reason = request.text("reason", 255);
		PromiseResource promises = (PromiseResource) Context.getService(RestService.class)
			.getResourceByName(Namespace.V1 + "/promise");
		ContactPromise promise = end(promises.existing(promiseUuid), to, version, reason);
		SimpleObject shown = promises.asRepresentation(promise, context.getRepresentation());
		shown.put("status", promise.getStatus().name());
		shown.put("version", promise.getVersion());
		return shown;
	}

	private static ContactPromise end(ContactPromise promise, ContactPromise.Status to, Integer version, String reason) {
		switch (to) {
			case KEPT:
				return PromiseResource.service().keepPromise(promise, version);
			case WITHDRAWN:
				return PromiseResource.service().withdrawPromise(promise, version, reason);
			default:
				throw RetentionException.conflict("retention.web.error.no-such-transition", "to", promise.getStatus(), to);
		}
	}
}
