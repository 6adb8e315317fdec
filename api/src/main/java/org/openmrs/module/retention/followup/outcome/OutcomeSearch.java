/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.outcome;

import java.time.YearMonth;
import lombok.Builder;
import lombok.Value;
import org.openmrs.Location;
import org.openmrs.Person;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;

/** Whose outcomes, and of which anchors. */
@Value
@Builder(toBuilder = true)
public class OutcomeSearch {

	/** Whoever treated: a provider of the anchor's encounter. Null: everybody's. */
	Person clinician;

	/** With what lies below it; null: everywhere. */
	Location location;

	/** Null: all. */
	FollowUpProtocol protocol;

	/** First month of the anchors, in the zone of their sites; null: two months before the last. */
	YearMonth from;

	/** Last month; null: the present one. */
	YearMonth to;
}
