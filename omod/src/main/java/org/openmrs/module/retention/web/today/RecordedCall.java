/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.today;

import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import lombok.RequiredArgsConstructor;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.attempt.ContactAttempt;
import org.openmrs.module.retention.followup.attempt.Escalation;
import org.openmrs.module.retention.followup.attempt.EscalationSearch;
import org.openmrs.module.retention.followup.attempt.EscalationService;
import org.openmrs.module.retention.followup.task.CallScript;
import org.openmrs.module.retention.shared.Messages;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.web.page.LastForms;
import org.openmrs.module.retention.web.page.Names;

/** What the caller is told of a call that was just recorded, and what is kept of it should it be taken back. */
@RequiredArgsConstructor
final class RecordedCall {

	private static final String PERSON = "retention.person";

	private static final String NEXT = "retention.next";

	private static final int ESCALATIONS = 20;

	private final CallScript script;

	private final ContactAttempt attempt;

	/** With whom, and what came of it. */
	String said() {
		return text("retention.page.call.recorded", Names.of(script.getPerson()),
			text("retention.page.outcome."
				+ (attempt.getDisposition() == null ? attempt.getResult().name() : attempt.getDisposition().name())));
	}

	/** Also what was odd about it, and to whom it was passed on. */
	String told() {
		StringBuilder told = new StringBuilder(said());
		attempt.getFlagCodes().forEach(flag -> told.append(' ').append(text("retention.followup.warning." + flag)));
		if (Context.hasPrivilege(RetentionPrivileges.GET_ESCALATIONS)) {
			escalations().forEach(one -> told.append(' ')
				.append(text("retention.page.call.escalated", text("retention.page.severity." + one.getSeverity()),
					one.getOwnerUser() == null ? one.getOwnerRole() : Names.of(one.getOwnerUser()))));
		}
		return told.toString();
	}

	private List<Escalation> escalations() {
		return Context.getService(EscalationService.class)
			.findEscalations(EscalationSearch.builder().attempt(attempt.getUuid()).status(Escalation.Status.OPEN).build(),
				new Page(0, ESCALATIONS));
	}

	/** @param next whose row was taken after it; null: nobody's */
	void keep(HttpServletRequest request, String next) {
		Map<String, String[]> fields = LastForms.fields(request);
		fields.put(PERSON, new String[]{ script.getPerson().getUuid() });
		if (next != null) {
			fields.put(NEXT, new String[]{ next });
		}
		LastForms.keep(request, attempt.getUuid(), fields);
	}

	/** With whom the call was; null: this session does not know it. */
	static String person(Map<String, String[]> kept) {
		return kept.containsKey(PERSON) ? kept.get(PERSON)[0] : null;
	}

	/** Whose row was taken after it; null: nobody's. */
	static String next(Map<String, String[]> kept) {
		return kept.containsKey(NEXT) ? kept.get(NEXT)[0] : null;
	}

	private static String text(String code, Object... arguments) {
		return Messages.text(code, Context.getLocale(), arguments);
	}
}
