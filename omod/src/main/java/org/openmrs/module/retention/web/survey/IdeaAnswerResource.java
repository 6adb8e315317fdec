/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.survey;

import org.openmrs.module.retention.survey.idea.Idea;
import org.openmrs.module.retention.survey.idea.Opinion;
import org.openmrs.module.retention.web.rest.JsonBody;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.VerbResource;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.SubResource;

/** What one patient says of an idea. */
@SubResource(parent = IdeaResource.class, path = "answer", supportedClass = IdeaAnswerResource.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class IdeaAnswerResource extends VerbResource {

	@Override
	public Object create(String ideaUuid, SimpleObject body, RequestContext context) {
		JsonBody request = JsonBody.of(body, "patient", "opinion");
		Idea idea = IdeaResource.service().answerIdea(IdeaTransitionResource.ideas().existing(ideaUuid),
			request.uuid("patient"), request.requiredChoice("opinion", Opinion.class));
		SimpleObject shown = IdeaTransitionResource.ideas().asRepresentation(idea, context.getRepresentation());
		shown.put("opinions", IdeaResource.getOpinions(idea));
		return shown;
	}
}
