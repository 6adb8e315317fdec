/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Instant;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.FetchType;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.openmrs.User;
import org.openmrs.module.retention.shared.InstantConverter;

/** One step in the life of a task; append-only. A row from a state to itself is a change that left the state alone. */
@Entity(name = "retention.TaskStatusChange")
@Table(name = "retention_task_change")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class TaskStatusChange {

	private static final int REASON_LENGTH = 255;

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "task_change_id")
	private Integer id;

	@Column(name = "uuid", nullable = false, unique = true, length = 38)
	private String uuid;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "task_id", nullable = false)
	private FollowUpTask task;

	/** Null for the row that the task began with. */
	@Enumerated(EnumType.STRING)
	@Column(name = "from_status", length = 12)
	private TaskStatus fromStatus;

	@Enumerated(EnumType.STRING)
	@Column(name = "to_status", nullable = false, length = 12)
	private TaskStatus toStatus;

	@Convert(converter = InstantConverter.class)
	@Column(name = "changed_at", nullable = false)
	private Instant changedAt;

	/** The daemon user when a job did it. */
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "actor")
	private User actor;

	@Column(name = "reason", length = REASON_LENGTH)
	private String reason;

	/** The attempt that brought it about; null: none did. */
	@Column(name = "attempt_id")
	private Integer attemptId;

	/** It decided who works the task: {@link #assignedUser}, else {@link #assignedRole}, else whom the rule names. */
	@Column(name = "assigns", nullable = false)
	private boolean assignment;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "assigned_user_id")
	private User assignedUser;

	@Column(name = "assigned_role", length = 50)
	private String assignedRole;

	TaskStatusChange(FollowUpTask task, TaskStatus from, TaskStatus to, Cause cause) {
		this.uuid = UUID.randomUUID().toString();
		this.task = task;
		this.fromStatus = from;
		this.toStatus = to;
		this.changedAt = cause.getAt();
		this.actor = cause.getActor();
		this.reason = cut(cause.reason());
		this.attemptId = cause.getAttemptId();
	}

	/** As the task has it now. */
	TaskStatusChange assigns() {
		this.assignment = true;
		if (task.isAssignedByHand()) {
			this.assignedUser = task.getChosenUser();
			this.assignedRole = task.getChosenUser() == null ? task.getAssigneeRole() : null;
		}
		return this;
	}

	private static String cut(String text) {
		return text == null || text.length() <= REASON_LENGTH ? text : text.substring(0, REASON_LENGTH);
	}
}
