/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.shared;

import java.time.Instant;
import lombok.Value;
import org.openmrs.User;

/** Who changes something, when and why; it becomes a row of its history. */
@Value
public class Occasion {

	/** The daemon user when a patient or a job does it. */
	User actor;

	Instant at;

	/** A code in lower case and dashes, or what the person said; null: not said. */
	String reason;

	public Occasion because(String otherReason) {
		return new Occasion(actor, at, otherReason);
	}
}
