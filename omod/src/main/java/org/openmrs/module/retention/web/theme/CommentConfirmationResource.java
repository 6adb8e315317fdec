/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.theme;

import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.theme.taxonomy.Theme;
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

/** {@code POST} confirms what is proposed above a confidence and answers how much; nothing is kept but its history. */
@Resource(name = Namespace.V1
	+ "/commentconfirmation", supportedClass = CommentConfirmationResource.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class CommentConfirmationResource extends EntityResource<CommentConfirmationResource> {

	@Override
	public String getRequiredGetPrivilege() {
		return RetentionPrivileges.MANAGE_COMMENTS;
	}

	@Override
	protected CommentConfirmationResource find(String uuid) {
		throw new ResourceDoesNotSupportOperationException();
	}

	@Override
	protected Listing<CommentConfirmationResource> list(QueryFilters filters) {
		throw new ResourceDoesNotSupportOperationException();
	}

	@Override
	protected void describe(DelegatingResourceDescription description, boolean full) {
		// there is none to read
	}

	@Override
	public Object create(SimpleObject body, RequestContext context) {
		JsonBody request = JsonBody.of(body, "confidence", "theme");
		double confidence = request.required("confidence", request.decimal("confidence"));
		Theme theme = request.has("theme") ? ThemeReferences.theme("theme", request.requiredText("theme", 38)) : null;
		SimpleObject answer = new SimpleObject();
		answer.put("confirmed", CommentResource.service().confirmProposals(confidence, theme));
		return answer;
	}
}
