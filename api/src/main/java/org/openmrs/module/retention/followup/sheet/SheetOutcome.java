/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.sheet;

import java.util.List;
import lombok.Value;
import org.openmrs.module.retention.followup.attempt.ContactAttempt;
import org.openmrs.module.retention.followup.task.FollowUpTask;

/** What came of entering a row. */
@Value
public class SheetOutcome {

	ContactAttempt attempt;

	/** The same had been entered before; nothing was done now. */
	boolean repeated;

	/** Tasks of the row that the contact is not about, for they had ended before it. */
	List<FollowUpTask> leftOut;
}
