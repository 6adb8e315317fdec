/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.response;

import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_COMMENTS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_SURVEY_RESPONSES;
import static org.openmrs.module.retention.shared.RetentionPrivileges.MANAGE_SURVEY_RESPONSES;

import java.time.Instant;
import java.util.Collections;
import java.util.stream.Stream;
import org.openmrs.module.retention.ServiceAuthorizationIT;
import org.openmrs.module.retention.shared.Page;

class SurveyResponseAuthorizationIT extends ServiceAuthorizationIT {

	SurveyResponseAuthorizationIT() {
		super(SurveyResponseService.class, PublicSurveyService.class);
	}

	static Stream<Call> calls() {
		ResponseSearch all = ResponseSearch.builder().build();
		Class<SurveyResponseService> staff = SurveyResponseService.class;
		Class<PublicSurveyService> anybody = PublicSurveyService.class;
		return Stream.of(
			call(staff, "recordResponse", s -> s.recordResponse(ResponseRequest.builder().build()), MANAGE_SURVEY_RESPONSES),
			call(staff, "recordInterview",
				s -> s.recordInterview(new InterviewRequest(1, null, Instant.EPOCH, Collections.emptyMap())),
				MANAGE_SURVEY_RESPONSES),
			call(staff, "getResponseByUuid", s -> s.getResponseByUuid("x"), GET_SURVEY_RESPONSES),
			call(staff, "findResponses", s -> s.findResponses(all, new Page(0, 1)), GET_SURVEY_RESPONSES),
			call(staff, "countResponses", s -> s.countResponses(all), GET_SURVEY_RESPONSES),
			call(staff, "getComments", s -> s.getComments(new SurveyResponse()), GET_COMMENTS),
			call(staff, "annulResponse", s -> s.annulResponse(new SurveyResponse(), " "), MANAGE_SURVEY_RESPONSES),
			call(staff, "releaseResponses", s -> s.releaseResponses(), MANAGE_SURVEY_RESPONSES),
			call(anybody, "open", s -> s.open("x"), MANAGE_SURVEY_RESPONSES),
			call(anybody, "start", s -> s.start("x"), MANAGE_SURVEY_RESPONSES),
			call(anybody, "submit", s -> s.submit("x", Collections.emptyMap(), null), MANAGE_SURVEY_RESPONSES));
	}
}
