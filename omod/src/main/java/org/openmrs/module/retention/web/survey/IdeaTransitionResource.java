/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.survey;

import org.openmrs.api.context.Context;
import org.openmrs.module.retention.survey.idea.Idea;
import org.openmrs.module.retention.survey.idea.IdeaChange;
import org.openmrs.module.retention.survey.idea.IdeaStatus;
import org.openmrs.module.retention.web.rest.JsonBody;
import org.openmrs.module.retention.web.rest.Listing;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.TimeText;
import org.openmrs.module.retention.web.rest.VerbResource;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.ConversionUtil;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.SubResource;
import org.openmrs.module.webservices.rest.web.api.RestService;
import org.openmrs.module.webservices.rest.web.representation.Representation;

/** Put to patients, adopted, dropped; and what has become of the idea. */
@SubResource(parent = IdeaResource.class, path = "transition", supportedClass = IdeaTransitionResource.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class IdeaTransitionResource extends VerbResource {

	@Override
	public Object create(String ideaUuid, SimpleObject body, RequestContext context) {
		JsonBody request = JsonBody.of(body, "to", "version", "reason");
		IdeaStatus to = request.requiredChoice("to", IdeaStatus.class);
		Integer version = request.required("version", request.number("version", 0));
		Idea idea = IdeaResource.service().transitionIdea(ideas().existing(ideaUuid), to, version,
			request.text("reason", 255));
		SimpleObject shown = ideas().asRepresentation(idea, context.getRepresentation());
		shown.put("status", idea.getStatus().name());
		shown.put("version", idea.getVersion());
		return shown;
	}

	@Override
	public SimpleObject getAll(String ideaUuid, RequestContext context) {
		Idea idea = ideas().existing(ideaUuid);
		return Listing.of(IdeaResource.service().getIdeaHistory(idea)).page(context, change -> shown(idea, change));
	}

	private static SimpleObject shown(Idea idea, IdeaChange change) {
		SimpleObject shown = new SimpleObject();
		shown.put("from", change.getFromStatus().name());
		shown.put("to", change.getToStatus().name());
		shown.put("at", TimeText.shown(change.getChangedAt(), ideas().zoneOf(idea)));
		Object actor = ConversionUtil.convertToRepresentation(change.getActor(), Representation.REF);
		if (actor != ConversionUtil.PRIVILEGE_DENIED) {
			shown.put("by", actor);
		}
		shown.put("reason", change.getReason());
		return shown;
	}

	static IdeaResource ideas() {
		return (IdeaResource) Context.getService(RestService.class).getResourceByName(Namespace.V1 + "/idea");
	}
}
