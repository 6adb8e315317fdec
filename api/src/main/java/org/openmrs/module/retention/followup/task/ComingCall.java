/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Instant;
import lombok.Value;

/** A call that is planned for later, to be announced to the patient. */
@Value
public class ComingCall {

	/** Uuid of the task. */
	String task;

	/** In the caller's language. */
	String title;

	Instant dueFrom;

	Instant dueBy;
}
