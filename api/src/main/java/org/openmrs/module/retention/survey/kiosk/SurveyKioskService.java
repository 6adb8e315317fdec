/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.kiosk;

import java.util.List;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionPrivileges;

/** Devices at which whoever comes by answers an anonymous survey. */
public interface SurveyKioskService extends OpenmrsService {

	/** Days that a kiosk can be used at most. */
	int MOST_DAYS = 92;

	/**
	 * Makes a link for a device.
	 *
	 * @param survey uuid of a survey that is anonymous, in use, and lets itself be answered so
	 * @param location uuid of where it stands; null: not said
	 * @param days after which the link leads nowhere, at the end of the local day, 1 to {@value #MOST_DAYS}
	 * @throws org.openmrs.module.retention.shared.RetentionException invalid, when one of these does not hold
	 */
	@Authorized(RetentionPrivileges.MANAGE_SURVEY_RESPONSES)
	IssuedKiosk openKiosk(String survey, String location, int days);

	/** Null when there is none. */
	@Authorized(RetentionPrivileges.MANAGE_SURVEY_RESPONSES)
	SurveyKiosk getKioskByUuid(String uuid);

	/** Those that can be used, the newest first. */
	@Authorized(RetentionPrivileges.MANAGE_SURVEY_RESPONSES)
	List<SurveyKiosk> findOpenKiosks(Page page);

	@Authorized(RetentionPrivileges.MANAGE_SURVEY_RESPONSES)
	long countOpenKiosks();

	/** Its link leads nowhere from then on. */
	@Authorized(RetentionPrivileges.MANAGE_SURVEY_RESPONSES)
	SurveyKiosk closeKiosk(SurveyKiosk kiosk);
}
