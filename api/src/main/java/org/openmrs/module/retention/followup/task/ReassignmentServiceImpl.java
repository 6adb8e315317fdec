/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Clock;
import java.util.List;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.springframework.transaction.annotation.Transactional;

/** See {@link ReassignmentService}. */
public class ReassignmentServiceImpl extends BaseOpenmrsService implements ReassignmentService {

	private final Reassignments reassignments;

	private final Clock clock;

	public ReassignmentServiceImpl(Reassignments reassignments, Clock clock) {
		this.reassignments = reassignments;
		this.clock = clock;
	}

	@Override
	@Transactional
	public Reassignment.Outcome reassignTasks(Reassignment request) {
		return reassignments.carryOut(request,
			Cause.of(Context.getAuthenticatedUser(), clock.instant(), "reassigned").withNote(request.getReason()));
	}

	@Override
	@Transactional(readOnly = true)
	public List<User> findWorkers() {
		return reassignments.workers();
	}
}
