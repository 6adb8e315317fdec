/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.response;

import java.util.Map;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.retention.shared.RetentionPrivileges;

/**
 * What somebody with a link can do, without an account. The caller is the page, which runs it as the daemon user. What is no
 * link, or one that is over, is answered alike but for the reason; nothing of an answer says whose link it is.
 */
public interface PublicSurveyService extends OpenmrsService {

	/** The link was opened. */
	@Authorized(RetentionPrivileges.MANAGE_SURVEY_RESPONSES)
	PublicSurvey open(String token);

	/** The first question was answered. */
	@Authorized(RetentionPrivileges.MANAGE_SURVEY_RESPONSES)
	PublicSurvey start(String token);

	/**
	 * Stores the answers; the same link a second time is refused as used.
	 *
	 * @param answers by question key, as typed or chosen; blank counts as not answered
	 * @param language tag of the language in which the questions were shown; null: not known
	 * @throws org.openmrs.module.retention.shared.RetentionException invalid, with all that is wrong with the answers to a link
	 *         that is open; nothing is stored then
	 */
	@Authorized(RetentionPrivileges.MANAGE_SURVEY_RESPONSES)
	PublicSurvey submit(String token, Map<String, Object> answers, String language);
}
