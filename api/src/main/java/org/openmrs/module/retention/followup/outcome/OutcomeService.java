/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.outcome;

import java.util.List;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionPrivileges;

/** What came of follow-up. Everybody reads the outcomes of the own patients; others' only who supervises. */
public interface OutcomeService extends OpenmrsService {

	/** By protocol and month. */
	@Authorized(RetentionPrivileges.GET_FOLLOW_UPS)
	OutcomeReport getOutcomes(OutcomeSearch search, Page page);

	/** Unplanned ones, the latest first. */
	@Authorized(RetentionPrivileges.GET_FOLLOW_UPS)
	List<EarlyReturn> findReturns(OutcomeSearch search, Page page);

	@Authorized(RetentionPrivileges.GET_FOLLOW_UPS)
	long countReturns(OutcomeSearch search);

	/** Of who treated, or supervises. */
	@Authorized(RetentionPrivileges.MANAGE_FOLLOW_UPS)
	EarlyReturn judgeReturn(FollowUpPlan plan, String encounterUuid, ReturnVerdict.Verdict verdict, String note);
}
