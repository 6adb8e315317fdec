/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.result;

import java.util.List;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.retention.shared.RetentionPrivileges;

/**
 * What came of surveys. Of surveys that are not identified only released answers are counted, and groups with fewer than
 * {@link org.openmrs.module.retention.survey.Privacy#FEWEST} are withheld.
 */
public interface SurveyResultService extends OpenmrsService {

	/** In a constant number of statements. */
	@Authorized(RetentionPrivileges.GET_SURVEY_RESULTS)
	SurveyResults getResults(ResultSearch search);

	/**
	 * How scores and coming again go with the themes that people have confirmed in what was written: the most frequent theme of each mode first.
	 * The score is the survey's NPS, else its first rating.
	 *
	 * @param search without a breakdown
	 */
	@Authorized(value = { RetentionPrivileges.GET_SURVEY_RESULTS, RetentionPrivileges.GET_THEMES }, requireAll = true)
	List<DriverRow> getDrivers(ResultSearch search);
}
