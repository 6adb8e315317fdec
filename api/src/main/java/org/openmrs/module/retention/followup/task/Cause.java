/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Instant;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Value;
import lombok.With;
import org.openmrs.User;

/** Who changes a task or plan, when and why; it becomes a row of the history. */
@Value
@With
@AllArgsConstructor(access = AccessLevel.PRIVATE)
public class Cause {

	/** The daemon user when a job does it. */
	User actor;

	Instant at;

	/** Lower case and dashes, for example {@code anchor-voided}; at most 60 characters. */
	String code;

	/** What the person said; null: nothing beyond the code. */
	String note;

	/** The attempt that brings it about; null: none does. */
	Integer attemptId;

	public static Cause of(User actor, Instant at, String code) {
		return new Cause(actor, at, code, null, null);
	}

	String reason() {
		return note == null ? code : note;
	}
}
