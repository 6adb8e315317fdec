/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.survey;

import java.time.Instant;
import java.time.ZoneId;
import org.openmrs.Person;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.protocol.Channel;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.survey.invitation.InvitationRequest;
import org.openmrs.module.retention.survey.invitation.InvitationSearch;
import org.openmrs.module.retention.survey.invitation.InvitationStatus;
import org.openmrs.module.retention.survey.invitation.IssuedInvitation;
import org.openmrs.module.retention.survey.invitation.SurveyInvitation;
import org.openmrs.module.retention.survey.invitation.SurveyInvitationService;
import org.openmrs.module.retention.web.rest.EntityResource;
import org.openmrs.module.retention.web.rest.JsonBody;
import org.openmrs.module.retention.web.rest.Listing;
import org.openmrs.module.retention.web.rest.LockRetry;
import org.openmrs.module.retention.web.rest.ModuleClock;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.QueryFilters;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;

/** Invitations to surveys. The link is in the answer to the request that made it, and nowhere else. */
@Resource(name = Namespace.V1
	+ "/surveyinvitation", supportedClass = SurveyInvitation.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class SurveyInvitationResource extends EntityResource<SurveyInvitation> {

	private static final int LONGEST_KEY = 100;

	private static final int LONGEST_TAG = 20;

	@Override
	public String getRequiredGetPrivilege() {
		return RetentionPrivileges.GET_SURVEY_INVITATIONS;
	}

	@Override
	protected SurveyInvitation find(String uuid) {
		return service().getInvitationByUuid(uuid);
	}

	@Override
	protected Listing<SurveyInvitation> list(QueryFilters filters) {
		InvitationSearch search = search(filters).status(filters.choice("status", InvitationStatus.class))
			.open(filters.flag("open")).build();
		return Listing.of(page -> service().findInvitations(search, page), () -> service().countInvitations(search));
	}

	/** The filters that figures have too. */
	static InvitationSearch.InvitationSearchBuilder search(QueryFilters filters) {
		return InvitationSearch.builder().survey(SurveyReferences.survey(filters.text("survey")))
			.patient(SurveyReferences.patient(filters.text("patient")))
			.from(filters.instant("from")).before(filters.instant("before"));
	}

	@Override
	public DelegatingResourceDescription getRepresentationDescription(Representation representation) {
		DelegatingResourceDescription description = super.getRepresentationDescription(representation);
		if (description != null) {
			description.getProperties().remove("auditInfo");
		}
		return description;
	}

	@Override
	protected void describeRef(DelegatingResourceDescription description) {
		description.addProperty("status");
	}

	@Override
	protected void describe(DelegatingResourceDescription description, boolean full) {
		description.addProperty("status");
		description.addProperty("expired");
		description.addProperty("survey", Representation.REF);
		description.addProperty("surveyVersion");
		description.addProperty("patient", Representation.REF);
		description.addProperty("reached", Representation.REF);
		for (String name : new String[]{ "channel", "language", "encounterUuid", "createdAt", "expiresAt", "handedOver",
			"opened",
			"started", "version" }) {
			description.addProperty(name);
		}
	}

	@Override
	public ZoneId zoneOf(SurveyInvitation invitation) {
		return ZoneId.systemDefault();
	}

	@PropertyGetter("display")
	public static String getDisplay(SurveyInvitation invitation) {
		return invitation.getSurvey().getName();
	}

	@PropertyGetter("expired")
	public static boolean getExpired(SurveyInvitation invitation) {
		return invitation.isExpired(now());
	}

	@PropertyGetter("reached")
	public static Person getReached(SurveyInvitation invitation) {
		return invitation.getReached();
	}

	private static Instant now() {
		return ModuleClock.now();
	}

	@Override
	public Object create(SimpleObject body, RequestContext context) {
		JsonBody request = JsonBody.of(body, "survey", "patient", "encounter", "channel", "language", "key");
		InvitationRequest wanted = InvitationRequest.builder()
			.survey(request.required("survey", request.uuid("survey")))
			.patient(request.required("patient", request.uuid("patient"))).encounter(request.uuid("encounter"))
			.channel(request.choice("channel", Channel.class)).language(request.text("language", LONGEST_TAG))
			.key(request.text("key", LONGEST_KEY)).build();
		return shown(LockRetry.of(() -> service().invite(wanted)), context);
	}

	/** With the secret, when it is told, and the link that it opens, where there is one. */
	SimpleObject shown(IssuedInvitation issued, RequestContext context) {
		SimpleObject shown = rendered(issued.getInvitation(), context);
		shown.put("token", issued.getToken() == null ? null : issued.getToken().getText());
		shown.put("link", SurveyLink.whole(issued.getPath(), context.getRequest()));
		return shown;
	}

	static SurveyInvitationService service() {
		return Context.getService(SurveyInvitationService.class);
	}
}
