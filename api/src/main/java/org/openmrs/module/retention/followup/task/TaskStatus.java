/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

/** The stored states of a task; due, overdue and expired are derived from its dates, a claim is a lease. */
public enum TaskStatus {
	OPEN,
	/** The contact was made. */
	COMPLETED,
	/** The tries ran out. */
	MISSED,
	/** Ended by a person or by what happened (declined, anchor voided, fulfilled). */
	CANCELLED,
	/** Another task stands in its place. */
	SUPERSEDED
}
