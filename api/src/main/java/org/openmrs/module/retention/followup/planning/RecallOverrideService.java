/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.util.List;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionPrivileges;

/** Intervals that were agreed with single patients in place of a recall protocol's own. */
public interface RecallOverrideService extends OpenmrsService {

	/** Null when there is none; a voided one is found. */
	@Authorized(RetentionPrivileges.GET_FOLLOW_UPS)
	RecallOverride getOverrideByUuid(String uuid);

	/** The newest first. */
	@Authorized(RetentionPrivileges.GET_FOLLOW_UPS)
	List<RecallOverride> findOverrides(RecallOverrideSearch search, Page page);

	@Authorized(RetentionPrivileges.GET_FOLLOW_UPS)
	long countOverrides(RecallOverrideSearch search);

	/** Writes it, in place of what was agreed before, and plans the open recall anew. */
	@Authorized(RetentionPrivileges.MANAGE_FOLLOW_UPS)
	RecallOverride agreeInterval(RecallOverride override);

	/** The protocol's interval holds again, and the open recall is planned anew. */
	@Authorized(RetentionPrivileges.MANAGE_FOLLOW_UPS)
	void withdrawInterval(RecallOverride override, String reason);
}
