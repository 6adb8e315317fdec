/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.kiosk;

import static org.openmrs.module.retention.shared.RetentionPrivileges.MANAGE_SURVEY_RESPONSES;

import java.util.Collections;
import java.util.stream.Stream;
import org.openmrs.module.retention.ServiceAuthorizationIT;
import org.openmrs.module.retention.shared.Page;

class SurveyKioskAuthorizationIT extends ServiceAuthorizationIT {

	SurveyKioskAuthorizationIT() {
		super(SurveyKioskService.class, PublicKioskService.class);
	}

	static Stream<Call> calls() {
		Class<SurveyKioskService> staff = SurveyKioskService.class;
		Class<PublicKioskService> anybody = PublicKioskService.class;
		return Stream.of(call(staff, "openKiosk", s -> s.openKiosk("x", null, 1), MANAGE_SURVEY_RESPONSES),
			call(staff, "getKioskByUuid", s -> s.getKioskByUuid("x"), MANAGE_SURVEY_RESPONSES),
			call(staff, "findOpenKiosks", s -> s.findOpenKiosks(new Page(0, 1)), MANAGE_SURVEY_RESPONSES),
			call(staff, "countOpenKiosks", s -> s.countOpenKiosks(), MANAGE_SURVEY_RESPONSES),
			call(staff, "closeKiosk", s -> s.closeKiosk(new SurveyKiosk()), MANAGE_SURVEY_RESPONSES),
			call(anybody, "look", s -> s.look("x"), MANAGE_SURVEY_RESPONSES),
			call(anybody, "submit", s -> s.submit("x", "x", Collections.emptyMap(), null), MANAGE_SURVEY_RESPONSES));
	}
}
