/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.result;

import static org.openmrs.module.retention.shared.RetentionPrivileges.EXPORT_SURVEY_RESPONSES;
import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_SURVEY_RESULTS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_THEMES;

import java.util.stream.Stream;
import org.openmrs.module.retention.ServiceAuthorizationIT;
import org.openmrs.module.retention.shared.Page;

class SurveyResultAuthorizationIT extends ServiceAuthorizationIT {

	SurveyResultAuthorizationIT() {
		super(SurveyResultService.class, SurveyExportService.class);
	}

	static Stream<Call> calls() {
		ResultSearch nothing = ResultSearch.builder().build();
		Class<SurveyExportService> export = SurveyExportService.class;
		return Stream.of(
			call(SurveyResultService.class, "getResults", s -> s.getResults(nothing), GET_SURVEY_RESULTS),
			call(SurveyResultService.class, "getDrivers", s -> s.getDrivers(nothing), GET_SURVEY_RESULTS, GET_THEMES),
			call(export, "beginExport", s -> s.beginExport(nothing), EXPORT_SURVEY_RESPONSES),
			call(export, "writeExport", s -> s.writeExport(new SurveyExport(), nothing, line -> {
			}), EXPORT_SURVEY_RESPONSES),
			call(export, "getExportByUuid", s -> s.getExportByUuid("x"), EXPORT_SURVEY_RESPONSES),
			call(export, "findExports", s -> s.findExports(new Page(0, 1)), EXPORT_SURVEY_RESPONSES),
			call(export, "countExports", s -> s.countExports(), EXPORT_SURVEY_RESPONSES));
	}
}
