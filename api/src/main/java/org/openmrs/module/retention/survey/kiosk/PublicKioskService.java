/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.kiosk;

import java.util.Map;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.survey.response.PublicSurvey;

/** What somebody at a kiosk can do, without an account. The caller is the page, which runs it as the daemon user. */
public interface PublicKioskService extends OpenmrsService {

	/** Changes nothing. */
	@Authorized(RetentionPrivileges.MANAGE_SURVEY_RESPONSES)
	PublicSurvey look(String token);

	/**
	 * Stores the answers.
	 *
	 * @param key of the form, random: the same form sent again is stored once, and answered alike
	 * @param answers by question key, as typed or chosen; blank counts as not answered
	 * @param language tag of the language in which the questions were shown
	 * @throws org.openmrs.module.retention.shared.RetentionException invalid, with all that is wrong with the answers
	 */
	@Authorized(RetentionPrivileges.MANAGE_SURVEY_RESPONSES)
	PublicSurvey submit(String token, String key, Map<String, Object> answers, String language);
}
