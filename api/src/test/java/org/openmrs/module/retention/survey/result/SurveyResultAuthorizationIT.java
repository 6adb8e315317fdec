/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.result;

import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_SURVEY_RESULTS;

import java.util.stream.Stream;
import org.openmrs.module.retention.ServiceAuthorizationIT;

class SurveyResultAuthorizationIT extends ServiceAuthorizationIT {

	SurveyResultAuthorizationIT() {
		super(SurveyResultService.class);
	}

	static Stream<Call> calls() {
		return Stream.of(call(SurveyResultService.class, "getResults", s -> s.getResults(ResultSearch.builder().build()),
			GET_SURVEY_RESULTS));
	}
}
