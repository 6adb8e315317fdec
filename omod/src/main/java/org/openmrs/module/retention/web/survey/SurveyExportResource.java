/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.survey;

import org.openmrs.api.context.Context;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.survey.result.SurveyExport;
import org.openmrs.module.retention.survey.result.SurveyExportService;
import org.openmrs.module.retention.web.rest.EntityResource;
import org.openmrs.module.retention.web.rest.JsonTree;
import org.openmrs.module.retention.web.rest.Listing;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.QueryFilters;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;

/** Who has taken answers as a file, and which; the file itself is answered by {@link SurveyExportController}. */
@Resource(name = Namespace.V1
	+ "/surveyexport", supportedClass = SurveyExport.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class SurveyExportResource extends EntityResource<SurveyExport> {

	@Override
	public String getRequiredGetPrivilege() {
		return RetentionPrivileges.EXPORT_SURVEY_RESPONSES;
	}

	@Override
	protected SurveyExport find(String uuid) {
		return service().getExportByUuid(uuid);
	}

	@Override
	protected Listing<SurveyExport> list(QueryFilters filters) {
		return Listing.of(page -> service().findExports(page), () -> service().countExports());
	}

	@Override
	protected void describe(DelegatingResourceDescription description, boolean full) {
		description.addProperty("survey", Representation.REF);
		description.addProperty("filters");
		description.addProperty("exportedBy", Representation.REF);
		description.addProperty("exportedAt");
		description.addProperty("rowCount");
	}

	/** It has no audit columns: who and when is what it tells. */
	@Override
	public DelegatingResourceDescription getRepresentationDescription(Representation representation) {
		DelegatingResourceDescription description = super.getRepresentationDescription(representation);
		if (description != null) {
			description.getProperties().remove("auditInfo");
		}
		return description;
	}

	@PropertyGetter("display")
	public static String getDisplay(SurveyExport export) {
		return export.getSurvey().getName() + " (" + export.getRowCount() + ")";
	}

	@PropertyGetter("filters")
	public static Object getFilters(SurveyExport export) {
		return JsonTree.read(export.getFilters());
	}

	private static SurveyExportService service() {
		return Context.getService(SurveyExportService.class);
	}
}
