/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.attempt;

import java.time.ZoneId;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.attempt.Escalation;
import org.openmrs.module.retention.followup.attempt.EscalationSearch;
import org.openmrs.module.retention.followup.attempt.EscalationService;
import org.openmrs.module.retention.followup.protocol.RedFlag;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.web.rest.EntityResource;
import org.openmrs.module.retention.web.rest.Listing;
import org.openmrs.module.retention.web.rest.ModuleClock;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.QueryFilters;
import org.openmrs.module.retention.web.rest.TimeText;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;

/** What somebody else must take over. Escalations are raised by attempts, and acknowledged and closed by their transition. */
@Resource(name = Namespace.V1
	+ "/escalation", supportedClass = Escalation.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class EscalationResource extends EntityResource<Escalation> {

	@Override
	public String getRequiredGetPrivilege() {
		return RetentionPrivileges.GET_ESCALATIONS;
	}

	@Override
	protected Escalation find(String uuid) {
		return service().getEscalationByUuid(uuid);
	}

	@Override
	protected Listing<Escalation> list(QueryFilters filters) {
		EscalationSearch search = EscalationSearch.builder().patient(filters.text("patient")).owner(filters.user("owner"))
			.role(filters.text("role")).kind(filters.choice("kind", Escalation.Kind.class))
			.status(filters.choice("status", Escalation.Status.class))
			.severity(filters.choice("severity", RedFlag.Severity.class)).late(filters.flag("late")).build();
		return Listing.of(page -> service().findEscalations(search, page), () -> service().countEscalations(search));
	}

	@Override
	public ZoneId zoneOf(Escalation escalation) {
		return TimeText.zone(escalation.getTask() == null ? null : escalation.getTask().getZone());
	}

	@Override
	protected void describe(DelegatingResourceDescription description, boolean full) {
		for (String name : new String[]{ "kind", "severity", "status", "late", "reason" }) {
			description.addProperty(name);
		}
		for (String name : new String[]{ "patient", "task", "attempt", "owner", "acknowledgedBy" }) {
			description.addProperty(name, Representation.REF);
		}
		for (String name : new String[]{ "ownerRole", "level", "acknowledgeBy", "acknowledgedAt", "resolution", "endedAt",
			"version" }) {
			description.addProperty(name);
		}
	}

	@PropertyGetter("display")
	public static String getDisplay(Escalation escalation) {
		return escalation.getKind().name() + ", " + escalation.getSeverity().name();
	}

	@PropertyGetter("owner")
	public static User getOwner(Escalation escalation) {
		return escalation.getOwnerUser();
	}

	@PropertyGetter("late")
	public static boolean isLate(Escalation escalation) {
		return escalation.isLate(ModuleClock.now());
	}

	static EscalationService service() {
		return Context.getService(EscalationService.class);
	}
}
