/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import lombok.Value;
import org.openmrs.module.retention.followup.protocol.Script;

/** A survey that is asked in the contact of a task, beside what the task's own script asks. */
@Value
public class TaskInterview {

	/** What the survey is called, for staff. */
	String name;

	/** Its introduction, questions and thanks, in the form of a script; null: this caller is not to ask it. */
	Script script;
}
