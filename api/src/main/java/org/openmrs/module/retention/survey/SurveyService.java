/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey;

import java.util.List;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionPrivileges;

/** Surveys: what is stored, and what each of their versions says. */
public interface SurveyService extends OpenmrsService {

	/** Null when there is none; a retired one is found. */
	@Authorized(RetentionPrivileges.GET_SURVEYS)
	Survey getSurveyByUuid(String uuid);

	/** In the order of their names. */
	@Authorized(RetentionPrivileges.GET_SURVEYS)
	List<Survey> findSurveys(SurveySearch search, Page page);

	@Authorized(RetentionPrivileges.GET_SURVEYS)
	long countSurveys(SurveySearch search);

	/**
	 * Makes the definition the current version of the survey with its uuid. A definition that says what the current version
	 * says changes nothing; another makes a new version, and invitations and answers that exist keep theirs. A retired survey
	 * gets the version and stays retired. Its privacy is fixed for ever, for it was promised to those who were invited.
	 *
	 * @throws org.openmrs.module.retention.shared.RetentionException with the problems, when there are any
	 */
	@Authorized(RetentionPrivileges.MANAGE_SURVEYS)
	Survey saveSurvey(SurveyDefinition definition);

	/** Retires it: nobody is invited any more; invitations that are out can be answered. */
	@Authorized(RetentionPrivileges.MANAGE_SURVEYS)
	void closeSurvey(Survey survey, String reason);

	@Authorized(RetentionPrivileges.MANAGE_SURVEYS)
	void reopenSurvey(Survey survey);

	/** What a version says; the same object each time, never changed. */
	@Authorized(RetentionPrivileges.GET_SURVEYS)
	SurveyDefinition getDefinition(Survey survey, int version);
}
