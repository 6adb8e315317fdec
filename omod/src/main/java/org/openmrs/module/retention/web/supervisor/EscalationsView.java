/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.supervisor;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.attempt.Escalation;
import org.openmrs.module.retention.followup.attempt.EscalationSearch;
import org.openmrs.module.retention.followup.attempt.EscalationService;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;

/** Escalations that nobody has closed: those that nobody has acknowledged first, then the urgent. */
public final class EscalationsView {

	private static final int SIZE = 50;

	private final Instant now = Clock.systemUTC().instant();

	private final List<Escalation> shown;

	private final long more;

	private final int first;

	/** @param mine true: with the reader, or with a role that the reader has; false: with others; null: all */
	EscalationsView(Boolean mine) {
		this(mine, 0);
	}

	/** @param first place of the first that is shown, from 0 */
	EscalationsView(Boolean mine, int first) {
		if (first < 0) {
			throw RetentionException.invalid("retention.web.error.start-index", "first");
		}
		EscalationService service = Context.getService(EscalationService.class);
		EscalationSearch search = EscalationSearch.builder().live(true).mine(mine).build();
		this.first = first;
		shown = service.findEscalations(search, new Page(first, SIZE));
		more = shown.size() < SIZE ? 0 : service.countEscalations(search) - first - shown.size();
	}

	/** As a query; null: this is the first page. */
	public String getPrevious() {
		return first == 0 ? null : "?first=" + Math.max(0, first - SIZE);
	}

	/** As a query; null: this is the last page. */
	public String getNext() {
		return more > 0 ? "?first=" + (first + SIZE) : null;
	}

	/** How many are not shown. */
	public long getMore() {
		return more;
	}

	public List<Escalation> getShown() {
		return shown;
	}

	public boolean isLate(Escalation escalation) {
		return escalation.isLate(now);
	}

	public boolean isMayTakeOver() {
		return Context.hasPrivilege(RetentionPrivileges.MANAGE_ESCALATIONS);
	}
}
