/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.survey;

import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.survey.invitation.InvitationFigures;
import org.openmrs.module.retention.web.rest.Listing;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.QueryFilters;
import org.openmrs.module.retention.web.rest.RowResource;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;

/** How many were invited to each survey, had the link, opened it, began and answered. */
@Resource(name = Namespace.V1
	+ "/surveyfigure", supportedClass = InvitationFigures.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class SurveyFigureResource extends RowResource<InvitationFigures> {

	@Override
	public String getRequiredGetPrivilege() {
		return RetentionPrivileges.GET_SURVEY_INVITATIONS;
	}

	@Override
	protected Listing<InvitationFigures> list(QueryFilters filters) {
		return Listing.of(SurveyInvitationResource.service().getFigures(SurveyInvitationResource.search(filters).build()));
	}

	@Override
	protected void describeRef(DelegatingResourceDescription description) {
		description.addProperty("responseRate");
	}

	@Override
	protected void describe(DelegatingResourceDescription description, boolean full) {
		description.addProperty("survey", Representation.REF);
		for (String name : new String[]{ "created", "withdrawn", "handedOver", "opened", "started", "answered", "declined",
			"expired", "responseRate" }) {
			description.addProperty(name);
		}
	}

	@PropertyGetter("display")
	public static String getDisplay(InvitationFigures figures) {
		return figures.getSurvey().getName();
	}

	/** Of those who had the invitation. */
	@PropertyGetter("responseRate")
	public static Object getResponseRate(InvitationFigures figures) {
		return share(figures.getAnswered(), figures.getHandedOver());
	}
}
