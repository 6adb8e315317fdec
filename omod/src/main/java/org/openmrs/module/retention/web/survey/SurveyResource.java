/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.survey;

import java.util.Map;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.survey.Privacy;
import org.openmrs.module.retention.survey.Survey;
import org.openmrs.module.retention.survey.SurveyDefinition;
import org.openmrs.module.retention.survey.SurveyKind;
import org.openmrs.module.retention.survey.SurveySearch;
import org.openmrs.module.retention.survey.SurveyService;
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

/** Surveys; {@code v=full} shows the definition of the current version. */
@Resource(name = Namespace.V1
	+ "/survey", supportedClass = Survey.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class SurveyResource extends EntityResource<Survey> {

	@Override
	public String getRequiredGetPrivilege() {
		return RetentionPrivileges.GET_SURVEYS;
	}

	@Override
	protected Survey find(String uuid) {
		return service().getSurveyByUuid(uuid);
	}

	@Override
	protected Listing<Survey> list(QueryFilters filters) {
		SurveySearch search = SurveySearch.builder().name(filters.text("q")).kind(filters.choice("kind", SurveyKind.class))
			.privacy(filters.choice("privacy", Privacy.class)).includeRetired(filters.includeAll()).build();
		return Listing.of(page -> service().findSurveys(search, page), () -> service().countSurveys(search));
	}

	@Override
	protected void describeRef(DelegatingResourceDescription description) {
		description.addProperty("retired");
	}

	@Override
	protected void describe(DelegatingResourceDescription description, boolean full) {
		description.addProperty("name");
		description.addProperty("description");
		description.addProperty("kind");
		description.addProperty("privacy");
		description.addProperty("surveyVersion");
		description.addProperty("retired");
		description.addProperty("version");
		if (full) {
			description.addProperty("definition");
		}
	}

	@PropertyGetter("display")
	public static String getDisplay(Survey survey) {
		return survey.getName();
	}

	@PropertyGetter("definition")
	public static Map<String, Object> getDefinition(Survey survey) {
		return JsonTree.of(service().getDefinition(survey, survey.getSurveyVersion()));
	}

	/** The body is a whole definition, as in a metadata package. A uuid that exists gets it as its next version. */
	@Override
	public Object create(SimpleObject body, RequestContext context) {
		return rendered(service().saveSurvey(JsonBody.bind(body, SurveyDefinition.class)), context);
	}

	/** What can be changed of one is whether it is retired. */
	@Override
	public Object update(String uuid, SimpleObject body, RequestContext context) {
		JsonBody request = JsonBody.of(body, "retired", "reason");
		Survey survey = existing(uuid);
		if (request.requiredFlag("retired")) {
			service().closeSurvey(survey, request.requiredText("reason", 255));
		} else {
			service().reopenSurvey(survey);
		}
		return rendered(existing(uuid), context);
	}

	@Override
	public void delete(String uuid, String reason, RequestContext context) {
		Survey survey = existing(uuid);
		if (!survey.getRetired()) {
			service().closeSurvey(survey, reason);
		}
	}

	@Override
	public Object undelete(String uuid, RequestContext context) {
		service().reopenSurvey(existing(uuid));
		return rendered(existing(uuid), context);
	}

	private static SurveyService service() {
		return Context.getService(SurveyService.class);
	}
}
