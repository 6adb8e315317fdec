/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.sheet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.attempt.ContactAttempt;
import org.openmrs.module.retention.followup.sheet.CallSheetEntry;
import org.openmrs.module.retention.followup.sheet.CallSheetService;
import org.openmrs.module.retention.followup.sheet.SheetEntry;
import org.openmrs.module.retention.followup.sheet.SheetOutcome;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.web.attempt.AttemptBody;
import org.openmrs.module.retention.web.rest.EntityResource;
import org.openmrs.module.retention.web.rest.JsonBody;
import org.openmrs.module.retention.web.rest.Listing;
import org.openmrs.module.retention.web.rest.LockRetry;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.QueryFilters;
import org.openmrs.module.retention.web.rest.Refusals;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;
import org.openmrs.module.webservices.rest.web.response.ResourceDoesNotSupportOperationException;

/** {@code POST} enters what was written on paper, row by row: each is recorded or refused by itself. */
@Resource(name = Namespace.V1
	+ "/callsheetentry", supportedClass = CallSheetEntry.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class CallSheetEntryResource extends EntityResource<CallSheetEntry> {

	private static final int MOST = 200;

	private static final String[] KNOWN = AttemptBody.and("row", "try", "box", "day", "time", "by", "number", "answers",
		"windowFrom", "windowBy");

	@Override
	public String getRequiredGetPrivilege() {
		return RetentionPrivileges.GET_FOLLOW_UPS;
	}

	@Override
	protected CallSheetEntry find(String uuid) {
		throw new ResourceDoesNotSupportOperationException();
	}

	@Override
	protected Listing<CallSheetEntry> list(QueryFilters filters) {
		throw new ResourceDoesNotSupportOperationException();
	}

	@Override
	protected void describe(DelegatingResourceDescription description, boolean full) {
		// they are shown with their sheet
	}

	@Override
	public Object create(SimpleObject body, RequestContext context) {
		if (!Context.hasPrivilege(RetentionPrivileges.MANAGE_CONTACTS)) {
			throw new APIAuthenticationException("Privilege required: " + RetentionPrivileges.MANAGE_CONTACTS);
		}
		List<?> given = JsonBody.of(body, "entries").list("entries");
		if (given.isEmpty()) {
			throw RetentionException.invalid("retention.web.error.missing", "entries", "entries");
		}
		if (given.size() > MOST) {
			throw RetentionException.invalid("retention.web.error.too-many", "entries", "entries", MOST);
		}
		List<SimpleObject> results = new ArrayList<>();
		given.forEach(entry -> results.add(enter(entry)));
		SimpleObject answer = new SimpleObject();
		answer.put("results", results);
		for (String status : new String[]{ "recorded", "repeated", "refused" }) {
			answer.put(status, results.stream().filter(one -> status.equals(one.get("status"))).count());
		}
		return answer;
	}

	/** What was read for one that is refused is forgotten, so that nothing of it is written with the next. */
	public static SimpleObject enter(Object given) {
		SimpleObject result = new SimpleObject();
		try {
			if (!(given instanceof Map)) {
				throw RetentionException.invalid("retention.web.error.wrong-type", "entries", "entries", "object");
			}
			JsonBody body = JsonBody.of(named((Map<?, ?>) given), KNOWN);
			result.put("row", body.text("row", 20));
			SheetEntry entry = entry(body);
			result.put("try", entry.getTryNumber());
			SheetOutcome outcome = LockRetry.of(() -> Context.getService(CallSheetService.class).enterRow(entry));
			ContactAttempt attempt = outcome.getAttempt();
			result.put("status", outcome.isRepeated() ? "repeated" : "recorded");
			result.put("attempt", attempt.getUuid());
			result.put("flags", attempt.getFlagCodes());
			result.put("leftOut", outcome.getLeftOut().stream().map(FollowUpTask::getUuid).collect(Collectors.toList()));
		}
		catch (RuntimeException e) {
			Map<String, Object> error = Refusals.of(e);
			Context.clearSession();
			result.put("status", "refused");
			result.put("error", error);
		}
		return result;
	}

	private static SheetEntry entry(JsonBody body) {
		Integer tryNumber = body.number("try", 1);
		Map<String, Object> answers = body.map("answers");
		return SheetEntry.builder().row(body.text("row", 20)).tryNumber(tryNumber == null ? 1 : tryNumber)
			.box(body.number("box", 1)).day(body.date("day")).time(body.time("time")).by(body.text("by", 50))
			.number(body.text("number", 2)).windowFrom(body.localTime("windowFrom")).windowBy(body.localTime("windowBy"))
			.answers(answers == null ? Collections.emptyMap() : answers).findings(AttemptBody.findings(body)).build();
	}

	private static Map<String, Object> named(Map<?, ?> given) {
		SimpleObject named = new SimpleObject();
		given.forEach((name, value) -> named.put(String.valueOf(name), value));
		return named;
	}
}
