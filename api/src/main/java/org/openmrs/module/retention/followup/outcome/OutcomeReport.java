/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.outcome;

import java.time.YearMonth;
import java.util.List;
import lombok.Value;

/** A page of outcomes. */
@Value
public class OutcomeReport {

	YearMonth from;

	YearMonth to;

	/** Days after an anchor in which a visit is a return soon after it. */
	int returnDays;

	/** The latest month first, then by name of the protocol. */
	List<OutcomeRow> rows;

	long totalRows;
}
