/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.survey;

import java.util.LinkedHashMap;
import java.util.Map;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.survey.idea.Idea;
import org.openmrs.module.retention.survey.idea.IdeaService;
import org.openmrs.module.retention.survey.idea.IdeaStatus;
import org.openmrs.module.retention.survey.idea.Opinion;
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

/** Ideas of patients, and how many others agree. */
@Resource(name = Namespace.V1
	+ "/idea", supportedClass = Idea.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class IdeaResource extends EntityResource<Idea> {

	private static final int LONGEST_QUESTION = 500;

	@Override
	public String getRequiredGetPrivilege() {
		return RetentionPrivileges.GET_SURVEYS;
	}

	@Override
	protected Idea find(String uuid) {
		return service().getIdeaByUuid(uuid);
	}

	@Override
	protected Listing<Idea> list(QueryFilters filters) {
		String toAsk = filters.text("toAsk");
		IdeaStatus status = filters.choice("status", IdeaStatus.class);
		if (toAsk != null && status != null) {
			throw RetentionException.invalid("retention.web.error.not-together", "status", "toAsk", "status");
		}
		return toAsk == null ? Listing.of(page -> service().findIdeas(status, page), () -> service().countIdeas(status))
			: toAsk(SurveyReferences.patient(toAsk).getUuid());
	}

	private static Listing<Idea> toAsk(String patient) {
		return Listing.of(page -> service().findIdeasToAsk(patient, page),
			() -> service().findIdeasToAsk(patient, new Page(0, Integer.MAX_VALUE)).size());
	}

	@Override
	protected void describeRef(DelegatingResourceDescription description) {
		description.addProperty("status");
	}

	@Override
	protected void describe(DelegatingResourceDescription description, boolean full) {
		description.addProperty("question");
		description.addProperty("status");
		description.addProperty("opinions");
		description.addProperty("wanted");
		description.addProperty("enough");
		description.addProperty("comment");
		description.addProperty("notedBy", Representation.REF);
		description.addProperty("notedAt");
		description.addProperty("version");
	}

	/** It has no audit columns beside who noted it and its history. */
	@Override
	public DelegatingResourceDescription getRepresentationDescription(Representation representation) {
		DelegatingResourceDescription description = super.getRepresentationDescription(representation);
		if (description != null) {
			description.getProperties().remove("auditInfo");
		}
		return description;
	}

	@PropertyGetter("display")
	public static String getDisplay(Idea idea) {
		return idea.getQuestion();
	}

	@PropertyGetter("enough")
	public static boolean getEnough(Idea idea) {
		return idea.isEnough();
	}

	/** Its uuid, for who may read it. */
	@PropertyGetter("comment")
	public static String getComment(Idea idea) {
		return Context.hasPrivilege(RetentionPrivileges.GET_COMMENTS) ? idea.getCommentUuid() : null;
	}

	@PropertyGetter("opinions")
	public static Map<String, Object> getOpinions(Idea idea) {
		Map<String, Object> opinions = new LinkedHashMap<>();
		for (Opinion opinion : Opinion.values()) {
			opinions.put(opinion.name(), idea.count(opinion));
		}
		return opinions;
	}

	@Override
	public Object create(SimpleObject body, RequestContext context) {
		JsonBody request = JsonBody.of(body, "question", "comment", "wanted");
		return rendered(service().noteIdea(request.requiredText("question", LONGEST_QUESTION), request.uuid("comment"),
			request.number("wanted", 1)), context);
	}

	static IdeaService service() {
		return Context.getService(IdeaService.class);
	}
}
