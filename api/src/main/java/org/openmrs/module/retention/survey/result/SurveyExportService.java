/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.result;

import java.util.List;
import java.util.function.Consumer;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionPrivileges;

/** Answers as a file, and who has taken them. */
public interface SurveyExportService extends OpenmrsService {

	/**
	 * Notes that answers leave; {@link #writeExport} follows in a transaction of its own, so that the note stays whatever happens.
	 *
	 * @param search without a breakdown; of a survey that is not identified without a provider
	 */
	@Authorized(RetentionPrivileges.EXPORT_SURVEY_RESPONSES)
	SurveyExport beginExport(ResultSearch search);

	/**
	 * A line with the names of the columns, then one for each response that can be read, by day; read in parts, so that memory does not grow with
	 * them. Words are among them for who may read comments, the patient's uuid where the survey is identified for who may see
	 * patients.
	 *
	 * @param lines takes each line, ready to be written but for its end
	 */
	@Authorized(RetentionPrivileges.EXPORT_SURVEY_RESPONSES)
	SurveyExport writeExport(SurveyExport export, ResultSearch search, Consumer<String> lines);

	/** Null when there is none. */
	@Authorized(RetentionPrivileges.EXPORT_SURVEY_RESPONSES)
	SurveyExport getExportByUuid(String uuid);

	/** The latest first. */
	@Authorized(RetentionPrivileges.EXPORT_SURVEY_RESPONSES)
	List<SurveyExport> findExports(Page page);

	@Authorized(RetentionPrivileges.EXPORT_SURVEY_RESPONSES)
	long countExports();
}
