/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.survey;

import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.survey.SurveyMode;
import org.openmrs.module.retention.survey.result.ResultSearch;
import org.openmrs.module.retention.web.rest.JsonBody;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.RestError;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** {@code POST surveyexport}: the one request over REST that is answered with a file and not with JSON. */
@RequestMapping("/rest/" + Namespace.V1 + "/surveyexport")
public class SurveyExportController {

	/** Refuses what came around the gate by an oddly written path. */
	@ModelAttribute
	public void requireGate(HttpServletRequest request) {
		if (request.getAttribute(Namespace.PASSED_GATE) == null) {
			throw RetentionException.invalid("retention.web.error.path-parameter", null);
		}
	}

	@RequestMapping(method = RequestMethod.POST)
	public void export(@RequestBody SimpleObject body, HttpServletResponse response) throws IOException {
		JsonBody wanted = JsonBody.of(body, "survey", "version", "mode", "from", "to", "location", "provider",
			"encounterType");
		ExportFile.send(ResultSearch.builder()
			.survey(SurveyReferences.survey(wanted.required("survey", wanted.uuid("survey"))))
			.version(wanted.number("version", 1)).mode(wanted.choice("mode", SurveyMode.class)).from(wanted.date("from"))
			.to(wanted.date("to")).location(SurveyReferences.location(wanted.uuid("location")))
			.provider(SurveyReferences.provider(wanted.uuid("provider")))
			.encounterType(SurveyReferences.encounterType(wanted.uuid("encounterType"))).build(), response);
	}

	@ExceptionHandler(Exception.class)
	public void refuse(Exception thrown, HttpServletRequest request, HttpServletResponse response) throws IOException {
		RestError.of(thrown, request).write(response);
	}
}
