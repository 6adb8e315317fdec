/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.survey;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import javax.servlet.http.HttpServletResponse;
import lombok.extern.slf4j.Slf4j;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.survey.result.ResultSearch;
import org.openmrs.module.retention.survey.result.SurveyExport;
import org.openmrs.module.retention.survey.result.SurveyExportService;
import org.openmrs.module.retention.web.page.PageSettings;
import org.openmrs.module.retention.web.rest.Trace;

/** Answers on their way out as a CSV file, UTF-8 with a mark for spreadsheets; line by line. */
@Slf4j
final class ExportFile {

	/** The last line of what was broken off: half a file must not look whole. */
	static final String BROKEN_OFF = "INCOMPLETE";

	private static final String END = "\r\n";

	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private ExportFile() {
	}

	/** Refused before anything is written, or not at all. */
	static void send(ResultSearch search, HttpServletResponse response) throws IOException {
		SurveyExportService service = Context.getService(SurveyExportService.class);
		SurveyExport export = service.beginExport(search);
		response.setStatus(HttpServletResponse.SC_OK);
		response.setContentType("text/csv");
		response.setCharacterEncoding(StandardCharsets.UTF_8.name());
		response.setHeader("Content-Disposition",
			"attachment; filename=\"survey-" + LocalDate.now(PageSettings.zone()) + ".csv\"");
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader("Cache-Control", "no-store");
		PrintWriter out = response.getWriter();
		out.write(BYTE_ORDER_MARK);
		try {
			service.writeExport(export, search, line -> out.append(line).append(END));
		}
		catch (RuntimeException e) {
			log.error("export {} broken off: {}", export.getUuid(), Trace.of(e));
			out.append(BROKEN_OFF).append(END);
		}
		out.flush();
	}
}
