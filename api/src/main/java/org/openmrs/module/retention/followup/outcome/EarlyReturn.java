/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.outcome;

import java.time.Instant;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.retention.followup.task.FollowUpPlan;

/** A visit soon after what a plan follows up, that nobody had planned. */
@Value
@Builder
public class EarlyReturn {

	FollowUpPlan plan;

	String encounterUuid;

	Instant at;

	/** Local days after the anchor. */
	long daysAfter;

	/** What a clinician said of it; null: nobody has. */
	ReturnVerdict verdict;
}
