/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.openmrs.module.retention.followup.absence.Accounts;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.TaskStatusChange;

/** With whom tasks were before a contact gave them to others. */
@RequiredArgsConstructor
class EarlierAssignments {

	private static final Comparator<TaskStatusChange> ORDER = Comparator.comparing(TaskStatusChange::getId,
		Comparator.nullsLast(Comparator.naturalOrder()));

	private final AttemptDao attempts;

	/**
	 * The last that people, or contacts that stand, have decided, without the contact that is taken back.
	 *
	 * @return null: nothing, or for somebody who cannot work any more
	 */
	TaskStatusChange without(ContactAttempt attempt, FollowUpTask task) {
		List<TaskStatusChange> decided = task.getChanges().stream()
			.filter(change -> change.isAssignment() && !attempt.getId().equals(change.getAttemptId())).sorted(ORDER)
			.collect(Collectors.toList());
		Set<Integer> voided = attempts.voided(decided.stream().map(TaskStatusChange::getAttemptId).filter(Objects::nonNull)
			.collect(Collectors.toSet()));
		TaskStatusChange last = decided.stream().filter(change -> !voided.contains(change.getAttemptId()))
			.reduce((earlier, later) -> later).orElse(null);
		boolean gone = last != null && last.getAssignedUser() != null && !Accounts.canWork(last.getAssignedUser());
		return gone ? null : last;
	}
}
