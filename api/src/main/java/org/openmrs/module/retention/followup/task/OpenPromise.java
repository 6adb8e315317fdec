/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Instant;
import lombok.Value;
import org.openmrs.User;

/** What the clinic has promised a person and not kept yet, as far as the next caller must know it. */
@Value
public class OpenPromise {

	String uuid;

	String promised;

	Instant dueBy;

	/** Who is to keep it; null: a role, or whoever works the task. */
	User owner;

	String ownerRole;

	/** Its time is over. */
	boolean broken;

	/** A call keeps it. */
	boolean callBack;
}
