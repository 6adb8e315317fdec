/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import javax.persistence.Column;
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
import javax.persistence.UniqueConstraint;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.Setter;
import org.openmrs.module.retention.followup.task.FollowUpTask;

/** A task that an attempt answers. */
@Entity(name = "retention.AttemptTask")
@Table(name = "retention_attempt_task", uniqueConstraints = @UniqueConstraint(name = "retention_attempt_task_uk", columnNames = {
	"attempt_id", "task_id" }))
@Getter
@Setter(AccessLevel.PACKAGE)
public class AttemptTask {

	/** What the contact was to the task. */
	public enum Role {
		/** The contact was about it. */
		ANSWERED,
		/** Another task of the same people, which the contact held or ended. */
		AFFECTED
	}

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "attempt_task_id")
	private Integer id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "attempt_id", nullable = false)
	private ContactAttempt attempt;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "task_id", nullable = false)
	private FollowUpTask task;

	@Enumerated(EnumType.STRING)
	@Column(name = "role", nullable = false, length = 10)
	private Role role;

	/** The encounter in the chart of the task's patient; null: none was written. */
	@Column(name = "encounter_uuid", length = 38)
	private String encounterUuid;

	/** LANGUAGE: what the profile of the task's patient said before, where another patient's task leads the contact. */
	@Column(name = "language_before", length = 20)
	private String languageBefore;

	/** The survey that the task asks was answered in the contact. */
	@Column(name = "survey_answered", nullable = false)
	private boolean surveyAnswered;
}
