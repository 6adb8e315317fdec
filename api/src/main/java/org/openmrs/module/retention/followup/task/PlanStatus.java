/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

/** Where a plan stands. */
public enum PlanStatus {
	/** Has open tasks, or steps still to come. */
	ACTIVE,
	/** Every step has ended by itself. */
	COMPLETED,
	/** What it was for has happened ({@code fulfilledBy}). */
	FULFILLED,
	/** Ended by a person, or because its anchor or patient is gone. */
	CANCELLED,
	/** A newer plan of the same protocol took over. */
	SUPERSEDED,
	/** Its patient was merged into one who has the same plan. */
	MERGED
}
