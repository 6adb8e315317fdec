/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.time.Instant;
import lombok.Builder;
import lombok.Value;

/** Which attempts; an empty search means all. A reference to something unknown is refused. */
@Value
@Builder(toBuilder = true)
public class AttemptSearch {

	/** Uuid of a patient: attempts about the patient first, or with a task of the patient. */
	String patient;

	/** Uuid of a task that the contact answered. */
	String task;

	/** Uuid of the user who recorded it. */
	String recordedBy;

	/** Uuid of the user who made it. */
	String calledBy;

	AttemptResult result;

	Disposition disposition;

	/** Whether somebody was told that we cannot; null: either way. */
	Boolean toldCannot;

	/** Started at or after. */
	Instant from;

	/** Started before. */
	Instant before;

	boolean includeVoided;
}
