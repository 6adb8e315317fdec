/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.sheet;

import javax.persistence.Column;
import javax.persistence.Entity;
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
import org.openmrs.module.retention.followup.task.FollowUpTask;

/** A task in a row of a sheet, with the version of its protocol whose questions were printed. */
@Entity(name = "retention.CallSheetTask")
@Table(name = "retention_call_sheet_task")
@Getter(AccessLevel.PACKAGE)
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class CallSheetTask {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "call_sheet_task_id")
	@Getter(AccessLevel.NONE)
	private Integer id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "call_sheet_row_id", nullable = false)
	private CallSheetRow row;

	/** From 0. */
	@Column(name = "position", nullable = false)
	private int position;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "task_id", nullable = false)
	private FollowUpTask task;

	/** Null: the task has no protocol. */
	@Column(name = "protocol_version")
	private Integer protocolVersion;

	CallSheetTask(CallSheetRow row, int position, FollowUpTask task) {
		this.row = row;
		this.position = position;
		this.task = task;
		this.protocolVersion = task.getProtocolVersion();
	}
}
