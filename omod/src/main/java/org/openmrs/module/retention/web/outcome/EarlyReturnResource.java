/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.outcome;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.outcome.EarlyReturn;
import org.openmrs.module.retention.followup.outcome.OutcomeSearch;
import org.openmrs.module.retention.followup.outcome.OutcomeService;
import org.openmrs.module.retention.followup.outcome.ReturnVerdict;
import org.openmrs.module.retention.followup.planning.PlanningService;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.web.rest.JsonBody;
import org.openmrs.module.retention.web.rest.Listing;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.QueryFilters;
import org.openmrs.module.retention.web.rest.RowResource;
import org.openmrs.module.retention.web.rest.TimeText;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;

/** Unplanned returns, and what the clinician says of each. */
@Resource(name = Namespace.V1
	+ "/earlyreturn", supportedClass = EarlyReturn.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class EarlyReturnResource extends RowResource<EarlyReturn> {

	@Override
	public String getRequiredGetPrivilege() {
		return RetentionPrivileges.GET_FOLLOW_UPS;
	}

	@Override
	protected Listing<EarlyReturn> list(QueryFilters filters) {
		OutcomeSearch search = OutcomeFilters.of(filters);
		return Listing.of(page -> service().findReturns(search, page), () -> service().countReturns(search));
	}

	@Override
	public ZoneId zoneOf(EarlyReturn one) {
		return TimeText.zone(one.getPlan().getZone());
	}

	@Override
	protected void describe(DelegatingResourceDescription description, boolean full) {
		for (String name : new String[]{ "plan", "patient", "protocol" }) {
			description.addProperty(name, Representation.REF);
		}
		for (String name : new String[]{ "anchorDate", "encounter", "at", "daysAfter", "verdict" }) {
			description.addProperty(name);
		}
	}

	@Override
	protected void describeRef(DelegatingResourceDescription description) {
		description.addProperty("encounter");
		description.addProperty("daysAfter");
	}

	@PropertyGetter("display")
	public static String getDisplay(EarlyReturn one) {
		return one.getPlan().getProtocol().getName() + " (+" + one.getDaysAfter() + ")";
	}

	@PropertyGetter("patient")
	public static Patient getPatient(EarlyReturn one) {
		return one.getPlan().getPatient();
	}

	@PropertyGetter("protocol")
	public static FollowUpProtocol getProtocol(EarlyReturn one) {
		return one.getPlan().getProtocol();
	}

	@PropertyGetter("anchorDate")
	public static Object getAnchorDate(EarlyReturn one) {
		return one.getPlan().getAnchorDate();
	}

	/** Uuid only: what the chart shows is asked of the chart. */
	@PropertyGetter("encounter")
	public static String getEncounter(EarlyReturn one) {
		return one.getEncounterUuid();
	}

	/** Null until somebody has said something. */
	@PropertyGetter("verdict")
	public static Object getVerdict(EarlyReturn one) {
		ReturnVerdict verdict = one.getVerdict();
		if (verdict == null) {
			return null;
		}
		Map<String, Object> view = new LinkedHashMap<>();
		view.put("verdict", verdict.getVerdict().name());
		view.put("note", verdict.getNote());
		view.put("by", verdict.getGivenBy().getUuid());
		view.put("at", TimeText.shown(verdict.getGivenAt(), TimeText.zone(one.getPlan().getZone())));
		return view;
	}

	@Override
	public Object create(SimpleObject body, RequestContext context) {
		JsonBody request = JsonBody.of(body, "plan", "encounter", "verdict", "note");
		String uuid = request.required("plan", request.uuid("plan"));
		FollowUpPlan plan = Context.getService(PlanningService.class).getPlanByUuid(uuid);
		if (plan == null) {
			throw RetentionException.invalid("retention.web.error.unknown-reference", "plan", "plan");
		}
		return rendered(service().judgeReturn(plan, request.required("encounter", request.uuid("encounter")),
			request.requiredChoice("verdict", ReturnVerdict.Verdict.class), request.text("note", 1000)), context);
	}

	private static OutcomeService service() {
		return Context.getService(OutcomeService.class);
	}
}
