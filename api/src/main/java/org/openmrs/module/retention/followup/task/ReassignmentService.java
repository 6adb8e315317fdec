/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.util.List;
import org.openmrs.User;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.retention.shared.RetentionPrivileges;

/** Gives the work of one to another, many tasks at once. */
public interface ReassignmentService extends OpenmrsService {

	/** Those that close soonest first, at most 500 in one call; what somebody is at stays. */
	@Authorized(RetentionPrivileges.SUPERVISE_FOLLOW_UPS)
	Reassignment.Outcome reassignTasks(Reassignment request);

	/** Who can be given work: accounts in use that may read tasks and record contacts, by name. */
	@Authorized(RetentionPrivileges.SUPERVISE_FOLLOW_UPS)
	List<User> findWorkers();
}
