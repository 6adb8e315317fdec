/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Instant;
import java.util.List;
import lombok.Builder;
import lombok.Value;

/** A page of the day's list, and what stands on top of it. */
@Value
@Builder
public class Worklist {

	Instant at;

	List<WorklistRow> rows;

	/** Whether another page follows. */
	boolean more;

	/** Persons on the whole list who may be called now; the line is drawn after them. */
	long callableRows;

	/** Expected seconds of everything that may be called now. */
	long expectedSeconds;

	/** What the people of the listed queues can bear today; null: nobody has set it. */
	Long capacitySeconds;
}
