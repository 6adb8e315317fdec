/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.supervisor;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.attempt.Escalation;
import org.openmrs.module.retention.followup.attempt.EscalationSearch;
import org.openmrs.module.retention.followup.attempt.EscalationService;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionPrivileges;

/** Escalations that nobody has closed, the urgent first. */
public final class EscalationsView {

	private static final Page MOST = new Page(0, 50);

	private final Instant now = Clock.systemUTC().instant();

	private final List<Escalation> live = new ArrayList<>();

	private long more;

	EscalationsView() {
		EscalationService service = Context.getService(EscalationService.class);
		for (Escalation.Status status : new Escalation.Status[]{ Escalation.Status.OPEN, Escalation.Status.ACKNOWLEDGED }) {
			EscalationSearch search = EscalationSearch.builder().status(status).build();
			List<Escalation> found = service.findEscalations(search, MOST);
			live.addAll(found);
			more += found.size() < MOST.getSize() ? 0 : service.countEscalations(search) - found.size();
		}
	}

	/** How many are not shown. */
	public long getMore() {
		return more;
	}

	public List<Escalation> getAll() {
		return live;
	}

	/** Those with the reader, or with a role that the reader has. */
	public List<Escalation> getMine() {
		return live.stream().filter(EscalationsView::isMine).collect(Collectors.toList());
	}

	public List<Escalation> getOthers() {
		return live.stream().filter(one -> !isMine(one)).collect(Collectors.toList());
	}

	private static boolean isMine(Escalation escalation) {
		User reader = Context.getAuthenticatedUser();
		return escalation.getOwnerUser() == null
			? reader.getAllRoles().stream().anyMatch(role -> role.getRole().equals(escalation.getOwnerRole()))
			: escalation.getOwnerUser().getUuid().equals(reader.getUuid());
	}

	public boolean isLate(Escalation escalation) {
		return escalation.isLate(now);
	}

	public boolean isMayTakeOver() {
		return Context.hasPrivilege(RetentionPrivileges.MANAGE_ESCALATIONS);
	}
}
