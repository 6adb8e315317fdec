/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.question.Question;
import org.openmrs.module.retention.shared.Messages;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.survey.SurveyMode;
import org.openmrs.module.retention.survey.result.Breakdown;
import org.openmrs.module.retention.survey.result.Estimate;
import org.openmrs.module.retention.survey.result.QuestionResult;
import org.openmrs.module.retention.survey.result.ResultRow;
import org.openmrs.module.retention.survey.result.ResultSearch;
import org.openmrs.module.retention.survey.result.SurveyResultService;
import org.openmrs.module.retention.survey.result.SurveyResults;
import org.openmrs.module.retention.web.rest.Listing;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.QueryFilters;
import org.openmrs.module.retention.web.rest.RowResource;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;
import org.openmrs.module.webservices.rest.web.response.ResourceDoesNotSupportOperationException;

/** The results of a survey: a row for each way of answering, or for each month, place and so on of it. */
@Resource(name = Namespace.V1
	+ "/surveyresult", supportedClass = ResultRow.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class SurveyResultResource extends RowResource<ResultRow> {

	@Override
	public String getRequiredGetPrivilege() {
		return RetentionPrivileges.GET_SURVEY_RESULTS;
	}

	@Override
	protected Listing<ResultRow> list(QueryFilters filters) {
		throw new ResourceDoesNotSupportOperationException();
	}

	@Override
	public SimpleObject search(RequestContext context) {
		QueryFilters filters = new QueryFilters(context);
		SurveyResults results = Context.getService(SurveyResultService.class)
			.getResults(search(filters).by(filters.choice("by", Breakdown.class)).build());
		SimpleObject page = Listing.of(results.getRows()).page(context, this);
		page.put("responseRate", share(results.getAnswered(), results.getHandedOver()));
		return page;
	}

	static ResultSearch.ResultSearchBuilder search(QueryFilters filters) {
		return ResultSearch.builder().survey(SurveyReferences.survey(filters.required("survey")))
			.version(filters.number("version")).mode(filters.choice("mode", SurveyMode.class)).from(filters.date("from"))
			.to(filters.date("to")).location(SurveyReferences.location(filters.text("location")))
			.provider(SurveyReferences.provider(filters.text("provider")))
			.encounterType(SurveyReferences.encounterType(filters.text("encounterType")));
	}

	@Override
	protected void describeRef(DelegatingResourceDescription description) {
		description.addProperty("mode");
		description.addProperty("responses");
	}

	@Override
	protected void describe(DelegatingResourceDescription description, boolean full) {
		description.addProperty("mode");
		description.addProperty("period");
		for (String name : new String[]{ "location", "provider", "encounterType" }) {
			description.addProperty(name, Representation.REF);
		}
		description.addProperty("responses");
		description.addProperty("withheld");
		description.addProperty("questions");
	}

	@PropertyGetter("display")
	public static String getDisplay(ResultRow row) {
		return row.getSurvey().getName() + " (" + row.getMode() + (row.getPeriod() == null ? "" : ", " + row.getPeriod())
			+ ")";
	}

	@PropertyGetter("withheld")
	public static boolean getWithheld(ResultRow row) {
		return row.isWithheld();
	}

	@PropertyGetter("questions")
	public static List<Object> getQuestions(ResultRow row) {
		List<Object> views = new ArrayList<>();
		for (QuestionResult result : row.getQuestions()) {
			Question question = result.getQuestion();
			Map<String, Object> view = new LinkedHashMap<>();
			view.put("question", question.getKey());
			view.put("text", question.getText().in(Context.getLocale()));
			view.put("type", question.getType().name());
			view.put("versions", result.getVersions());
			view.put("withheld", result.isWithheld());
			if (!result.isWithheld()) {
				view.put("answered", result.getAnswered());
				view.put("nps", view(result.getNps()));
				view.put("mean", view(result.getMean()));
				view.put("share", view(result.getShare()));
				view.put("counts", counts(result));
			}
			views.add(view);
		}
		return views;
	}

	/** One decimal of percent is more than any sample tells; two of a mean. */
	private static Object view(Estimate estimate) {
		if (estimate == null) {
			return null;
		}
		Map<String, Object> view = new LinkedHashMap<>();
		view.put("value", rounded(estimate.getValue()));
		view.put("low", rounded(estimate.getLow()));
		view.put("high", rounded(estimate.getHigh()));
		return view;
	}

	private static Object rounded(double value) {
		return Double.isNaN(value) ? null : Math.round(value * 100) / 100.0;
	}

	private static List<Object> counts(QuestionResult result) {
		List<Object> counts = new ArrayList<>();
		result.getCounts().forEach((answer, count) -> {
			Map<String, Object> counted = share(count, result.getAnswered());
			counted.put("answer", answer);
			counted.put("text", text(result.getQuestion(), answer, Context.getLocale()));
			counts.add(counted);
		});
		return counts;
	}

	/** How an answer is read by people. */
	public static String text(Question question, String answer, Locale locale) {
		if (question.getType() == Question.Type.YES_NO) {
			return Messages.text("retention.followup.box." + answer, locale);
		}
		return question.getOptions().stream().filter(option -> option.getKey().equals(answer)).findFirst()
			.map(option -> option.getText().in(locale)).orElse(answer);
	}
}
