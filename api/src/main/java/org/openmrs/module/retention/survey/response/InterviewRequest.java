/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.response;

import java.time.Instant;
import java.util.Map;
import lombok.Value;
import org.openmrs.User;

/** What somebody has answered in a contact about a task. */
@Value
public class InterviewRequest {

	Integer taskId;

	/** Who made the contact; whoever records it may be another. */
	User asker;

	/** When it was. */
	Instant at;

	/** By question. */
	Map<String, Object> answers;
}
