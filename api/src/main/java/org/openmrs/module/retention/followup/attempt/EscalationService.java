/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.util.List;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionPrivileges;

/** What a contact raised for somebody else to look at. It is opened by recording the contact. */
public interface EscalationService extends OpenmrsService {

	@Authorized(RetentionPrivileges.GET_ESCALATIONS)
	Escalation getEscalationByUuid(String uuid);

	/** Open before the rest, urgent before concern, then by the time of acknowledgement. */
	@Authorized(RetentionPrivileges.GET_ESCALATIONS)
	List<Escalation> findEscalations(EscalationSearch search, Page page);

	@Authorized(RetentionPrivileges.GET_ESCALATIONS)
	long countEscalations(EscalationSearch search);

	/** By owner and place, those that nobody has acknowledged. */
	@Authorized(RetentionPrivileges.GET_ESCALATIONS)
	List<WaitingCount> countUnacknowledged();

	/** The caller has seen it and takes it on. Null version: no check. */
	@Authorized(RetentionPrivileges.MANAGE_ESCALATIONS)
	Escalation acknowledgeEscalation(Escalation escalation, Integer version);

	/** It is dealt with. Null version: no check. */
	@Authorized(RetentionPrivileges.MANAGE_ESCALATIONS)
	Escalation closeEscalation(Escalation escalation, Integer version, String resolution);

	/**
	 * Moves what nobody acknowledged in time one step up, to the duty role and then to the managers, and alerts them.
	 *
	 * @return how many were moved
	 */
	@Authorized(RetentionPrivileges.MANAGE_ESCALATIONS)
	int raiseUnacknowledged();

	/**
	 * Gives what belongs to somebody who is away to the deputy, else to the duty role, or to the managers where it is about
	 * service, and alerts them. So what is nobody's, and whose owner may not see to escalations (any longer): that waits for
	 * acknowledgement again.
	 *
	 * @return how many were given on
	 */
	@Authorized(RetentionPrivileges.MANAGE_ESCALATIONS)
	int passOnOfAbsent();

	/**
	 * Holds what was planned or made for a patient since a complaint about service was opened, and lets go what none holds any
	 * more.
	 *
	 * @return how many tasks were changed
	 */
	@Authorized(RetentionPrivileges.MANAGE_ESCALATIONS)
	int settleServicePauses();
}
