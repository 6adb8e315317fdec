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
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionPrivileges;

/** Reads tasks, and changes them by hand; what a contact does to them is the attempt's. */
public interface FollowUpTaskService extends OpenmrsService {

	/** Null when there is none; a voided one is found. */
	@Authorized(RetentionPrivileges.GET_FOLLOW_UPS)
	FollowUpTask getTaskByUuid(String uuid);

	/** Each with patient, names, identifiers, protocol, location and assignee at hand: no statement follows per task. */
	@Authorized(RetentionPrivileges.GET_FOLLOW_UPS)
	List<FollowUpTask> findTasks(TaskSearch search, Page page);

	@Authorized(RetentionPrivileges.GET_FOLLOW_UPS)
	long countTasks(TaskSearch search);

	/** What is overdue, by owner and place, the most first. */
	@Authorized(RetentionPrivileges.SUPERVISE_FOLLOW_UPS)
	List<OverdueCount> countOverdue();

	@Authorized(RetentionPrivileges.MANAGE_FOLLOW_UPS)
	FollowUpTask createManualTask(ManualTask request);

	/**
	 * By hand, an open task can be cancelled and a cancelled one reopened while it has not expired.
	 *
	 * @param version what the caller saw; null: whatever it is
	 * @param reason required to cancel
	 */
	@Authorized(RetentionPrivileges.MANAGE_FOLLOW_UPS)
	FollowUpTask transitionTask(String uuid, TaskStatus to, Integer version, String reason);

	/** Leases the task to the caller for the minutes that the setting names; again to extend the lease. */
	@Authorized(RetentionPrivileges.MANAGE_FOLLOW_UPS)
	FollowUpTask claimTask(String uuid);

	/** Ends the caller's lease; nothing when it is not theirs. */
	@Authorized(RetentionPrivileges.MANAGE_FOLLOW_UPS)
	FollowUpTask releaseTask(String uuid);

	/** To a user, else to a role's queue; both null: back to the rule. */
	@Authorized(RetentionPrivileges.SUPERVISE_FOLLOW_UPS)
	FollowUpTask reassignTask(String uuid, User user, String role, Integer version, String reason);

	/** In order, the oldest first. */
	@Authorized(RetentionPrivileges.GET_FOLLOW_UPS)
	List<TaskStatusChange> getTaskHistory(FollowUpTask task);

	/**
	 * For the job: gives tasks to somebody who can work them, when they become due, when the time of their link is over and
	 * when their assignee can work no longer. One bounded batch; the job asks again until nothing is left.
	 *
	 * @return how many tasks were looked at
	 */
	@Authorized(RetentionPrivileges.SUPERVISE_FOLLOW_UPS)
	int resolveAssignees();

	/**
	 * For the job: whom to ring for tasks that were made, become due or are due, as relationships, ages and numbers are now.
	 * One bounded batch; the job asks again until nothing is left.
	 *
	 * @return how many tasks were looked at
	 */
	@Authorized(RetentionPrivileges.SUPERVISE_FOLLOW_UPS)
	int resolvePersonsToRing();
}
