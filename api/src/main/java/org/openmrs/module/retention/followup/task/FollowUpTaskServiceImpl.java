/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.retention.calendar.Sites;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.springframework.transaction.annotation.Transactional;

/** See {@link FollowUpTaskService}. */
@Transactional
public class FollowUpTaskServiceImpl extends BaseOpenmrsService implements FollowUpTaskService {

	private static final int REASON_LENGTH = 255;

	private final TaskDao dao;

	private final TaskQueries queries;

	private final WorklistFilters filters;

	private final Sites sites;

	private final ManualTasks manualTasks;

	private final AssignmentRun assignmentRun;

	private final Ringing ringing;

	private final Lease lease;

	FollowUpTaskServiceImpl(TaskDao dao, TaskQueries queries, WorklistFilters filters, Sites sites,
		ManualTasks manualTasks, AssignmentRun assignmentRun, Ringing ringing, Lease lease) {
		this.dao = dao;
		this.queries = queries;
		this.filters = filters;
		this.sites = sites;
		this.manualTasks = manualTasks;
		this.assignmentRun = assignmentRun;
		this.ringing = ringing;
		this.lease = lease;
	}

	@Override
	@Transactional(readOnly = true)
	public FollowUpTask getTaskByUuid(String uuid) {
		return dao.byUuid(uuid);
	}

	@Override
	@Transactional(readOnly = true)
	public List<FollowUpTask> findTasks(TaskSearch search, Page page) {
		return dao.find(query(search), page, search.isBrief());
	}

	@Override
	@Transactional(readOnly = true)
	public long countTasks(TaskSearch search) {
		return dao.count(query(search));
	}

	@Override
	@Transactional(readOnly = true)
	public List<OverdueCount> countOverdue() {
		return dao.countOverdue(queries.of(TaskSearch.builder().status("overdue").build(), caller()));
	}

	/** What may be called now is what the day's list says may be. */
	private TaskQuery query(TaskSearch search) {
		TaskQuery query = queries.of(search, caller());
		if (!TaskQueries.isCallable(search.getCallable())) {
			return query;
		}
		WorklistSearch now = WorklistSearch.builder().callable(search.getCallable()).build();
		return query.withCallable(filters.of(now, caller(), query.getNow(), sites.forRun()));
	}

	@Override
	public FollowUpTask createManualTask(ManualTask request) {
		FollowUpTask task = dao.save(manualTasks.open(request, caller()));
		ringing.settle(Collections.singleton(task), Cause.of(caller(), lease.now(), "created-by-hand"));
		return task;
	}

	@Override
	public FollowUpTask transitionTask(String uuid, TaskStatus to, Integer version, String reason) {
		FollowUpTask task = require(uuid);
		task.expectVersion(version);
		String said = reason(reason);
		if (to == TaskStatus.CANCELLED && task.isOpen()) {
			if (said == null) {
				throw RetentionException.invalid("retention.followup.error.required", "reason");
			}
			task.cancel(byHand("cancelled-by-hand", said));
		} else if (to == TaskStatus.OPEN && task.getStatus() == TaskStatus.CANCELLED) {
			reopen(task, said);
		} else {
			throw RetentionException.conflict("retention.followup.error.transition-not-by-hand", "to", task.getStatus(), to);
		}
		dao.flush();
		return task;
	}

	private void reopen(FollowUpTask task, String said) {
		if (lease.now().isAfter(task.getExpiresAt())) {
			throw RetentionException.conflict("retention.followup.error.task-expired", "to");
		}
		FollowUpPlan plan = task.getPlan();
		if (plan != null && !plan.isActive()) {
			if (plan.getStatus() != PlanStatus.COMPLETED && plan.getStatus() != PlanStatus.CANCELLED) {
				throw RetentionException.conflict("retention.followup.error.plan-ended", "to", plan.getStatus());
			}
			plan.resume(byHand("task-reopened", said));
		}
		task.reopen(byHand("reopened-by-hand", said));
	}

	@Override
	public FollowUpTask claimTask(String uuid) {
		FollowUpTask task = require(uuid);
		if (!task.isOpen()) {
			throw RetentionException.conflict("retention.followup.error.task-not-open", "status", task.getStatus());
		}
		Instant now = lease.now();
		if (!dao.claim(task, caller(), now, lease.until(now))) {
			throw RetentionException.conflict("retention.followup.error.claimed-by-another", "claim");
		}
		return task;
	}

	@Override
	public FollowUpTask releaseTask(String uuid) {
		FollowUpTask task = require(uuid);
		dao.release(task, caller());
		return task;
	}

	@Override
	public FollowUpTask reassignTask(String uuid, User user, String role, Integer version, String reason) {
		FollowUpTask task = require(uuid);
		task.expectVersion(version);
		Cause cause = byHand(user == null && role == null ? "back-to-rule" : "assigned-by-hand", reason(reason));
		if (user != null && role != null) {
			throw RetentionException.invalid("retention.followup.error.user-or-role", "assignee");
		}
		if (user == null && role == null) {
			task.assignByRuleAgain(cause);
		} else {
			manualTasks.requireWorker(user);
			task.assignByHand(user, manualTasks.role(role), cause);
		}
		dao.flush();
		return task;
	}

	@Override
	@Transactional(readOnly = true)
	public List<TaskStatusChange> getTaskHistory(FollowUpTask task) {
		return dao.history(task);
	}

	@Override
	public int resolveAssignees() {
		return assignmentRun.batch(caller());
	}

	@Override
	public int resolvePersonsToRing() {
		return ringing.batch(caller(), lease.now());
	}

	private FollowUpTask require(String uuid) {
		FollowUpTask task = dao.byUuid(uuid);
		if (task == null || Boolean.TRUE.equals(task.getVoided())) {
			throw RetentionException.notFound("retention.followup.error.task-not-found", "task", uuid);
		}
		return task;
	}

	private Cause byHand(String code, String said) {
		return Cause.of(caller(), lease.now(), code).withNote(said);
	}

	private static String reason(String text) {
		if (text == null || text.trim().isEmpty()) {
			return null;
		}
		if (text.trim().length() > REASON_LENGTH) {
			throw RetentionException.invalid("retention.followup.error.too-long", "reason", REASON_LENGTH);
		}
		return text.trim();
	}

	private static User caller() {
		return Context.getAuthenticatedUser();
	}
}
