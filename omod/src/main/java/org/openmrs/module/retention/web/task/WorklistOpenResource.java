/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.task;

import org.openmrs.module.retention.followup.task.WorklistRow;
import org.openmrs.module.retention.web.rest.JsonBody;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.VerbResource;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.SubResource;

/** {@code POST {}} takes everything that is to be worked with the person, and answers with the script of the call. */
@SubResource(parent = WorklistResource.class, path = "open", supportedClass = WorklistOpenResource.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class WorklistOpenResource extends VerbResource {

	@Override
	public Object create(String personUuid, SimpleObject body, RequestContext context) {
		JsonBody.of(body);
		WorklistRow row = WorklistResource.service().openRow(personUuid);
		return WorklistResource.opened(row, WorklistResource.service().getScript(personUuid));
	}
}
