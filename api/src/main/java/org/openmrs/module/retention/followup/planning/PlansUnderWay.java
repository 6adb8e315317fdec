/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import org.openmrs.module.retention.followup.task.Cause;
import org.openmrs.module.retention.followup.task.PlanStatus;

/** What an encounter can mean for plans that exist, be they stored or rehearsed. */
interface PlansUnderWay {

	/** Ends an active plan and all that is open of it; one that has ended already stays as it is. */
	boolean end(Integer planId, PlanStatus to, Cause cause);

	/** Ends an active plan, for what it was for has happened, as the encounter shows. */
	boolean fulfil(Integer planId, Integer encounterId, Cause cause);

	/** The patient has come again: steps that are left out then are cancelled. */
	boolean skipAfterNewerVisit(Integer planId, ProtocolRule rule, Cause cause);

	/** A plan whose anchor is gone has another: what would be planned for it now is open again, with its windows. */
	boolean adopt(Integer planId, Anchor anchor, ProtocolRule rule, Cause cause);
}
