/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.absence;

import java.time.Instant;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.absence.Absence;
import org.openmrs.module.retention.followup.absence.AbsenceSearch;
import org.openmrs.module.retention.followup.absence.AbsenceService;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.web.rest.EntityResource;
import org.openmrs.module.retention.web.rest.JsonBody;
import org.openmrs.module.retention.web.rest.Listing;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.QueryFilters;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;

/** Absences. Everybody writes their own; why somebody is away only they and their supervisors read. */
@Resource(name = Namespace.V1
	+ "/absence", supportedClass = Absence.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class AbsenceResource extends EntityResource<Absence> {

	private static final int REASON_LENGTH = 255;

	@Override
	public String getRequiredGetPrivilege() {
		return RetentionPrivileges.GET_FOLLOW_UPS;
	}

	@Override
	protected Absence find(String uuid) {
		return service().getAbsenceByUuid(uuid);
	}

	@Override
	protected Listing<Absence> list(QueryFilters filters) {
		AbsenceSearch search = AbsenceSearch.builder().user(user("user", filters.user("user")))
			.deputy(user("deputy", filters.user("deputy"))).at(filters.instant("at")).from(filters.instant("from"))
			.to(filters.instant("to")).includeVoided(filters.includeAll()).build();
		return Listing.of(page -> service().findAbsences(search, page), () -> service().countAbsences(search));
	}

	@Override
	protected void describe(DelegatingResourceDescription description, boolean full) {
		description.addProperty("user", Representation.REF);
		description.addProperty("from");
		description.addProperty("to");
		description.addProperty("deputy", Representation.REF);
		for (String name : new String[]{ "reason", "voided", "version" }) {
			description.addProperty(name);
		}
	}

	@PropertyGetter("display")
	public static String getDisplay(Absence absence) {
		User user = absence.getUser();
		return user.getUsername() == null ? user.getSystemId() : user.getUsername();
	}

	@PropertyGetter("from")
	public static Instant getFrom(Absence absence) {
		return absence.getStartsAt();
	}

	@PropertyGetter("to")
	public static Instant getTo(Absence absence) {
		return absence.getEndsAt();
	}

	/** Null also for who may not read it. */
	@PropertyGetter("reason")
	public static String getReason(Absence absence) {
		return absence.getUser().equals(Context.getAuthenticatedUser())
			|| Context.hasPrivilege(RetentionPrivileges.SUPERVISE_FOLLOW_UPS) ? absence.getReason() : null;
	}

	/** The caller's own unless it names somebody. */
	@Override
	public Object create(SimpleObject body, RequestContext context) {
		JsonBody request = JsonBody.of(body, "user", "from", "to", "deputy", "reason");
		User user = request.has("user") ? user("user", request.uuid("user")) : Context.getAuthenticatedUser();
		Absence absence = Absence.builder().user(user).startsAt(request.instant("from")).endsAt(request.instant("to"))
			.deputy(user("deputy", request.uuid("deputy"))).reason(request.text("reason", REASON_LENGTH)).build();
		return rendered(service().enterAbsence(absence), context);
	}

	/** What the body does not name stays; null clears deputy and reason. */
	@Override
	public Object update(String uuid, SimpleObject body, RequestContext context) {
		Absence absence = existing(uuid);
		JsonBody request = JsonBody.of(body, "from", "to", "deputy", "reason", "version");
		Integer version = request.required("version", request.number("version", 0));
		return rendered(service().changeAbsence(absence, version,
			request.names("from") ? request.instant("from") : absence.getStartsAt(),
			request.names("to") ? request.instant("to") : absence.getEndsAt(),
			request.names("deputy") ? user("deputy", request.uuid("deputy")) : absence.getDeputy(),
			request.names("reason") ? request.text("reason", REASON_LENGTH) : absence.getReason()), context);
	}

	@Override
	public void delete(String uuid, String reason, RequestContext context) {
		Absence absence = existing(uuid);
		if (!absence.getVoided()) {
			service().withdrawAbsence(absence, reason);
		}
	}

	@Override
	public void purge(String uuid, RequestContext context) {
		service().purgeAbsence(existing(uuid));
	}

	private static User user(String field, String uuid) {
		User user = uuid == null ? null : Context.getUserService().getUserByUuid(uuid);
		if (uuid != null && user == null) {
			throw RetentionException.invalid("retention.web.error.unknown-reference", field, field);
		}
		return user;
	}

	private static AbsenceService service() {
		return Context.getService(AbsenceService.class);
	}
}
