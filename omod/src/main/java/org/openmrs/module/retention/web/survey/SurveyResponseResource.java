/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openmrs.Patient;
import org.openmrs.Provider;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.survey.Privacy;
import org.openmrs.module.retention.survey.SurveyMode;
import org.openmrs.module.retention.comment.Comment;
import org.openmrs.module.retention.survey.response.ResponseRequest;
import org.openmrs.module.retention.survey.response.ResponseSearch;
import org.openmrs.module.retention.survey.response.SurveyAnswer;
import org.openmrs.module.retention.survey.response.SurveyResponse;
import org.openmrs.module.retention.survey.response.SurveyResponseService;
import org.openmrs.module.retention.web.rest.EntityResource;
import org.openmrs.module.retention.web.rest.JsonBody;
import org.openmrs.module.retention.web.rest.Listing;
import org.openmrs.module.retention.web.rest.OnceOnly;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.QueryFilters;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;

/** What was answered. The patient is shown where the survey is identified; words to whom may read comments, one at a time. */
@Resource(name = Namespace.V1
	+ "/surveyresponse", supportedClass = SurveyResponse.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class SurveyResponseResource extends EntityResource<SurveyResponse> {

	private static final int LONGEST_TAG = 20;

	private static final int LONGEST_KEY = 100;

	@Override
	public String getRequiredGetPrivilege() {
		return RetentionPrivileges.GET_SURVEY_RESPONSES;
	}

	@Override
	protected SurveyResponse find(String uuid) {
		return service().getResponseByUuid(uuid);
	}

	@Override
	protected Listing<SurveyResponse> list(QueryFilters filters) {
		ResponseSearch search = ResponseSearch.builder()
			.survey(SurveyReferences.survey(filters.text("survey")))
			.patient(SurveyReferences.patient(filters.text("patient")))
			.mode(filters.choice("mode", SurveyMode.class)).from(filters.date("from")).to(filters.date("to"))
			.includeVoided(filters.includeAll()).build();
		return Listing.of(page -> service().findResponses(search, page), () -> service().countResponses(search));
	}

	@Override
	public DelegatingResourceDescription getRepresentationDescription(Representation representation) {
		DelegatingResourceDescription description = super.getRepresentationDescription(representation);
		if (description != null) {
			description.getProperties().remove("auditInfo");
		}
		return description;
	}

	@Override
	protected void describeRef(DelegatingResourceDescription description) {
		description.addProperty("answeredOn");
	}

	@Override
	protected void describe(DelegatingResourceDescription description, boolean full) {
		description.addProperty("survey", Representation.REF);
		description.addProperty("surveyVersion");
		description.addProperty("patient", Representation.REF);
		for (String name : new String[]{ "mode", "language", "answeredOn", "answeredAt" }) {
			description.addProperty(name);
		}
		description.addProperty("location", Representation.REF);
		description.addProperty("provider", Representation.REF);
		description.addProperty("answers");
		description.addProperty("voided");
	}

	@PropertyGetter("display")
	public static String getDisplay(SurveyResponse response) {
		return response.getSurvey().getName();
	}

	@PropertyGetter("patient")
	public static Patient getPatient(SurveyResponse response) {
		return isIdentified(response) ? response.getPatient() : null;
	}

	@PropertyGetter("provider")
	public static Provider getProvider(SurveyResponse response) {
		return isIdentified(response) ? response.getProvider() : null;
	}

	/** As it was when it was answered, whatever the survey has become. */
	private static boolean isIdentified(SurveyResponse response) {
		return response.getAnsweredAt() != null && response.getSurvey().getPrivacy() == Privacy.IDENTIFIED;
	}

	@PropertyGetter("answers")
	public static List<Object> getAnswers(SurveyResponse response) {
		List<Object> views = new ArrayList<>();
		for (SurveyAnswer answer : response.getAnswers()) {
			Map<String, Object> view = new LinkedHashMap<>();
			view.put("question", answer.getQuestion());
			view.put("answer", answer.getAnswer());
			views.add(view);
		}
		return views;
	}

	/** One by itself with its words, for those who may read them. */
	@Override
	public Object retrieve(String uuid, RequestContext context) {
		SurveyResponse response = existing(uuid);
		SimpleObject shown = rendered(response, context);
		if (Context.hasPrivilege(RetentionPrivileges.GET_COMMENTS)) {
			List<Object> comments = new ArrayList<>();
			service().getComments(response).forEach(comment -> comments.add(view(comment)));
			shown.put("comments", comments);
		}
		return shown;
	}

	private static Map<String, Object> view(Comment comment) {
		Map<String, Object> view = new LinkedHashMap<>();
		view.put("question", comment.getQuestion());
		view.put("textKind", comment.getTextKind().name());
		view.put("text", comment.getText());
		view.put("language", comment.getLanguage());
		return view;
	}

	@Override
	public Object create(SimpleObject body, RequestContext context) {
		JsonBody request = JsonBody.of(body, "invitation", "survey", "location", "mode", "answers", "language", "key");
		ResponseRequest wanted = ResponseRequest.builder().invitation(request.uuid("invitation"))
			.survey(request.uuid("survey")).location(request.uuid("location"))
			.mode(request.requiredChoice("mode", SurveyMode.class))
			.answers(request.required("answers", request.map("answers"))).language(request.text("language", LONGEST_TAG))
			.key(request.text("key", LONGEST_KEY)).build();
		SurveyResponse response = OnceOnly.of(() -> service().recordResponse(wanted));
		if (response == null) {
			SimpleObject repeated = new SimpleObject();
			repeated.put("repeated", true);
			return repeated;
		}
		SimpleObject shown = rendered(response, context);
		if (!response.isReleased()) {
			// whoever wrote it down knows whose it is, and could find it by its address later
			shown.remove("uuid");
			shown.remove("links");
		}
		return shown;
	}

	@Override
	public void delete(String uuid, String reason, RequestContext context) {
		SurveyResponse response = existing(uuid);
		if (!response.isVoided()) {
			service().annulResponse(response, reason);
		}
	}

	private static SurveyResponseService service() {
		return Context.getService(SurveyResponseService.class);
	}
}
