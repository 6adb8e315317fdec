/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.survey;

import java.util.LinkedHashMap;
import java.util.Map;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.survey.result.DriverRow;
import org.openmrs.module.retention.survey.result.Estimate;
import org.openmrs.module.retention.survey.result.ResultSearch;
import org.openmrs.module.retention.survey.result.SurveyResultService;
import org.openmrs.module.retention.web.rest.Listing;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.QueryFilters;
import org.openmrs.module.retention.web.rest.RowResource;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;

/** How the score of a survey and coming again go with the themes of what was written. */
@Resource(name = Namespace.V1
	+ "/surveydriver", supportedClass = DriverRow.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class SurveyDriverResource extends RowResource<DriverRow> {

	@Override
	public String getRequiredGetPrivilege() {
		return RetentionPrivileges.GET_SURVEY_RESULTS;
	}

	@Override
	protected Listing<DriverRow> list(QueryFilters filters) {
		ResultSearch search = SurveyResultResource.search(filters).build();
		return Listing.of(Context.getService(SurveyResultService.class).getDrivers(search));
	}

	@Override
	protected void describeRef(DelegatingResourceDescription description) {
		description.addProperty("mode");
	}

	@Override
	protected void describe(DelegatingResourceDescription description, boolean full) {
		description.addProperty("theme", Representation.REF);
		for (String name : new String[]{ "mode", "score", "returned" }) {
			description.addProperty(name);
		}
	}

	@PropertyGetter("display")
	public static String getDisplay(DriverRow row) {
		return row.getTheme().nameIn(Context.getLocale()) + " (" + row.getMode() + ")";
	}

	/** Null: withheld. */
	@PropertyGetter("score")
	public static Object getScore(DriverRow row) {
		if (row.getWith() == null) {
			return null;
		}
		Map<String, Object> score = new LinkedHashMap<>();
		score.put("with", side(row.getWith(), row.getScoreWith()));
		score.put("without", side(row.getWithout(), row.getScoreWithout()));
		score.put("difference", difference(row.getScoreDifference()));
		return score;
	}

	private static Object side(long answered, Double mean) {
		Map<String, Object> side = new LinkedHashMap<>();
		side.put("answered", answered);
		side.put("mean", mean == null ? null : rounded(mean));
		return side;
	}

	/** Null: withheld. */
	@PropertyGetter("returned")
	public static Object getReturned(DriverRow row) {
		if (row.getWatchedWith() == null) {
			return null;
		}
		Map<String, Object> returned = new LinkedHashMap<>();
		returned.put("with", share(row.getReturnedWith(), row.getWatchedWith()));
		returned.put("without", share(row.getReturnedWithout(), row.getWatchedWithout()));
		returned.put("difference", difference(row.getReturnDifference()));
		return returned;
	}

	private static Object difference(Estimate estimate) {
		if (estimate == null) {
			return null;
		}
		Map<String, Object> difference = new LinkedHashMap<>();
		difference.put("value", rounded(estimate.getValue()));
		difference.put("low", rounded(estimate.getLow()));
		difference.put("high", rounded(estimate.getHigh()));
		return difference;
	}

	private static double rounded(double value) {
		return Math.round(value * 100) / 100.0;
	}
}
