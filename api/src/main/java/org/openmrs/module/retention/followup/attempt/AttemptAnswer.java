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
import org.openmrs.module.retention.followup.protocol.RedFlag;
import org.openmrs.module.retention.followup.task.FollowUpTask;

/** The answer to one question of a task's script; MULTI_CHOICE answers are option keys, comma-separated. */
@Entity(name = "retention.AttemptAnswer")
@Table(name = "retention_attempt_answer", uniqueConstraints = @UniqueConstraint(name = "retention_attempt_answer_uk", columnNames = {
	"attempt_id", "task_id", "question_key" }))
@Getter
@Setter(AccessLevel.PACKAGE)
public class AttemptAnswer {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "attempt_answer_id")
	private Integer id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "attempt_id", nullable = false)
	private ContactAttempt attempt;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "task_id", nullable = false)
	private FollowUpTask task;

	@Column(name = "question_key", nullable = false, length = 60)
	private String questionKey;

	@Column(name = "answer", nullable = false, columnDefinition = "LONGTEXT")
	private String answer;

	/** The worst red flag that the answer raised; null: none. */
	@Enumerated(EnumType.STRING)
	@Column(name = "red_flag", length = 12)
	private RedFlag.Severity redFlag;
}
