/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import static org.openmrs.module.retention.shared.RetentionPrivileges.SUPERVISE_FOLLOW_UPS;

import java.util.stream.Stream;
import org.openmrs.module.retention.ServiceAuthorizationIT;

class ReassignmentServiceAuthorizationIT extends ServiceAuthorizationIT {

	ReassignmentServiceAuthorizationIT() {
		super(ReassignmentService.class);
	}

	static Stream<Call> calls() {
		return Stream.of(call(ReassignmentService.class, "reassignTasks",
			s -> s.reassignTasks(Reassignment.builder().build()), SUPERVISE_FOLLOW_UPS),
			call(ReassignmentService.class, "findWorkers", ReassignmentService::findWorkers, SUPERVISE_FOLLOW_UPS));
	}
}
