/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.response;

import java.util.List;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.retention.comment.Comment;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionPrivileges;

/** What was answered, as staff write it down and read it. */
public interface SurveyResponseService extends OpenmrsService {

	/**
	 * Writes down an interview, a paper or what was typed at the desk. An invitation is answered once.
	 *
	 * @return null, when the form with that key was stored before
	 * @throws org.openmrs.module.retention.shared.RetentionException invalid, with all that is wrong with the answers; a
	 *         conflict, when the invitation is over
	 */
	@Authorized(RetentionPrivileges.MANAGE_SURVEY_RESPONSES)
	SurveyResponse recordResponse(ResponseRequest request);

	/**
	 * Writes down what was answered to the survey that a task asks, in a contact about it.
	 *
	 * @throws org.openmrs.module.retention.shared.RetentionException invalid, with all that is wrong with the answers; a
	 *         conflict, when nothing can be answered for the task any more
	 */
	@Authorized(RetentionPrivileges.MANAGE_SURVEY_RESPONSES)
	SurveyResponse recordInterview(InterviewRequest request);

	/** Null when there is none that can be read. */
	@Authorized(RetentionPrivileges.GET_SURVEY_RESPONSES)
	SurveyResponse getResponseByUuid(String uuid);

	/** Those that can be read, the latest first. */
	@Authorized(RetentionPrivileges.GET_SURVEY_RESPONSES)
	List<SurveyResponse> findResponses(ResponseSearch search, Page page);

	@Authorized(RetentionPrivileges.GET_SURVEY_RESPONSES)
	long countResponses(ResponseSearch search);

	/** What was written to open questions. */
	@Authorized(RetentionPrivileges.GET_COMMENTS)
	List<Comment> getComments(SurveyResponse response);

	/** It was written down in error; what it brought about stays. */
	@Authorized(RetentionPrivileges.MANAGE_SURVEY_RESPONSES)
	SurveyResponse annulResponse(SurveyResponse response, String reason);

	/**
	 * Job: lets be read what was waiting for enough others.
	 *
	 * @return how many
	 */
	@Authorized(RetentionPrivileges.MANAGE_SURVEY_RESPONSES)
	int releaseResponses();
}
