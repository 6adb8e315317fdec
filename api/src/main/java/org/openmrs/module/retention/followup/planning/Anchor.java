/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Instant;
import java.time.LocalDate;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.retention.calendar.Site;

/** What a plan hangs on: whose it is, its key, when it happened, and the day its steps are counted from. */
@Value
@Builder(toBuilder = true)
class Anchor {

	Integer patientId;

	String patientUuid;

	String key;

	/** When it happened; what comes later may fulfil the plan. */
	Instant at;

	/** The local day by which the plan is known. */
	LocalDate day;

	/** The local day that the steps' offsets are counted from. */
	LocalDate countedFrom;

	Site site;

	/** Nobody is called from then on; null: no end. */
	Instant until;

	/** Null: the default site. */
	Integer locationId;

	/** Null: it is no encounter. */
	Integer encounterId;

	String encounterUuid;

	/** What else the plan is about, one line each; null: nothing. */
	String context;

	Schedule schedule() {
		return new Schedule(at, site, countedFrom, until);
	}
}
