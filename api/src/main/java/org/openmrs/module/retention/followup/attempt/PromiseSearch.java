/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.time.Instant;
import lombok.Builder;
import lombok.Value;

/** Which promises; an empty search means all. A reference to something unknown is refused. */
@Value
@Builder(toBuilder = true)
public class PromiseSearch {

	/** Patient uuid. */
	String patient;

	/** Task uuid. */
	String task;

	/** Uuid of the user who is to keep it. */
	String owner;

	/** Name of the role that is to keep it. */
	String role;

	ContactPromise.Status status;

	/** True: open and past due; false: not so. */
	Boolean broken;

	/** Due no later than this. */
	Instant dueBy;
}
