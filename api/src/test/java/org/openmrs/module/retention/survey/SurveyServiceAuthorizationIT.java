/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey;

import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_SURVEYS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.MANAGE_SURVEYS;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.openmrs.module.retention.ServiceAuthorizationIT;
import org.openmrs.module.retention.shared.Page;

class SurveyServiceAuthorizationIT extends ServiceAuthorizationIT {

	SurveyServiceAuthorizationIT() {
		super(SurveyService.class);
	}

	static Stream<Call> calls() {
		SurveySearch all = SurveySearch.builder().build();
		return Stream.of(call("getSurveyByUuid", GET_SURVEYS, s -> s.getSurveyByUuid("x")),
			call("findSurveys", GET_SURVEYS, s -> s.findSurveys(all, new Page(0, 1))),
			call("countSurveys", GET_SURVEYS, s -> s.countSurveys(all)),
			call("saveSurvey", MANAGE_SURVEYS, s -> s.saveSurvey(SurveyDefinition.builder().build())),
			call("closeSurvey", MANAGE_SURVEYS, s -> s.closeSurvey(new Survey("x"), "x")),
			call("reopenSurvey", MANAGE_SURVEYS, s -> s.reopenSurvey(new Survey("x"))),
			call("getDefinition", GET_SURVEYS, s -> s.getDefinition(new Survey("x"), 1)));
	}

	private static Call call(String method, String privilege, Consumer<SurveyService> call) {
		return call(SurveyService.class, method, call, privilege);
	}
}
