/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import lombok.Builder;
import lombok.Value;

/**
 * What a list of tasks is narrowed to, as the caller wrote it. Null: not narrowed; blank or unknown: refused, never a
 * wider answer. Tasks of voided or dead patients and of those who must not be called are left out of open lists.
 */
@Value
@Builder(toBuilder = true)
public class TaskSearch {

	/** {@code open}, {@code overdue}, {@code expired}, {@code done} (all that ended), or the name of a closed state. */
	String status;

	/** {@code now}: open, awake and claimed by nobody else. */
	String callable;

	/** ISO date (to the end of that day in each task's zone), or date and time with offset. */
	String dueOnOrBefore;

	/** {@code me}, or a user's uuid. */
	String assignee;

	/** Name of a role: its queue and those of the roles it inherits; {@code mine}: those of the caller. */
	String role;

	/** Location uuid; its descendants included. */
	String location;

	/** Patient uuid; patients who must not be called are then shown too. */
	String patient;

	/** Protocol uuid. */
	String protocol;

	/** Name of a {@code Purpose}. */
	String purpose;

	/** Name of a {@code HoldReason}: open, and held for it now. */
	String hold;

	/** {@code due} (default), {@code -due}, {@code list} (class, then due) or {@code wake}. */
	String sort;

	/** What the tasks name (patient, plan, place, users) is left to be read when it is asked for. */
	boolean brief;
}
