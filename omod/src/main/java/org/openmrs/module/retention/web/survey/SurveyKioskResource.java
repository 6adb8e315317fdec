/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.survey;

import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.survey.kiosk.IssuedKiosk;
import org.openmrs.module.retention.survey.kiosk.SurveyKiosk;
import org.openmrs.module.retention.survey.kiosk.SurveyKioskService;
import org.openmrs.module.retention.web.rest.EntityResource;
import org.openmrs.module.retention.web.rest.JsonBody;
import org.openmrs.module.retention.web.rest.Listing;
import org.openmrs.module.retention.web.rest.ModuleClock;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.QueryFilters;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;

/** Devices at which anonymous surveys are answered. The link is in the answer to the request that made it, and nowhere else. */
@Resource(name = Namespace.V1
	+ "/surveykiosk", supportedClass = SurveyKiosk.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class SurveyKioskResource extends EntityResource<SurveyKiosk> {

	private static final int DAYS = 30;

	@Override
	public String getRequiredGetPrivilege() {
		return RetentionPrivileges.MANAGE_SURVEY_RESPONSES;
	}

	@Override
	protected SurveyKiosk find(String uuid) {
		return service().getKioskByUuid(uuid);
	}

	/** Those that can be used. */
	@Override
	protected Listing<SurveyKiosk> list(QueryFilters filters) {
		return Listing.of(service()::findOpenKiosks, service()::countOpenKiosks);
	}

	@Override
	protected void describeRef(DelegatingResourceDescription description) {
		description.addProperty("open");
	}

	@Override
	protected void describe(DelegatingResourceDescription description, boolean full) {
		description.addProperty("open");
		for (String name : new String[]{ "survey", "location", "openedBy", "closedBy" }) {
			description.addProperty(name, Representation.REF);
		}
		for (String name : new String[]{ "createdAt", "expiresAt", "closedAt" }) {
			description.addProperty(name);
		}
	}

	/** Who opened and closed it is all there is. */
	@Override
	public DelegatingResourceDescription getRepresentationDescription(Representation representation) {
		DelegatingResourceDescription description = super.getRepresentationDescription(representation);
		if (description != null) {
			description.getProperties().remove("auditInfo");
		}
		return description;
	}

	@PropertyGetter("display")
	public static String getDisplay(SurveyKiosk kiosk) {
		return kiosk.getSurvey().getName();
	}

	@PropertyGetter("open")
	public static boolean isOpen(SurveyKiosk kiosk) {
		return kiosk.isOpen(ModuleClock.now());
	}

	@PropertyGetter("openedBy")
	public static User getOpenedBy(SurveyKiosk kiosk) {
		return kiosk.getCreator();
	}

	@Override
	public Object create(SimpleObject body, RequestContext context) {
		JsonBody request = JsonBody.of(body, "survey", "location", "days");
		Integer days = request.number("days", 1);
		IssuedKiosk issued = service().openKiosk(request.required("survey", request.uuid("survey")),
			request.uuid("location"), days == null ? DAYS : days);
		SimpleObject shown = rendered(issued.getKiosk(), context);
		shown.put("token", issued.getToken().getText());
		shown.put("link", SurveyLink.whole(issued.getPath(), context.getRequest()));
		return shown;
	}

	/** Its link leads nowhere from then on. */
	@Override
	public void delete(String uuid, String reason, RequestContext context) {
		service().closeKiosk(existing(uuid));
	}

	private static SurveyKioskService service() {
		return Context.getService(SurveyKioskService.class);
	}
}
