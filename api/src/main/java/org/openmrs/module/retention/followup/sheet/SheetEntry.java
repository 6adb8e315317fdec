/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.sheet;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.retention.followup.attempt.AttemptRequest;

/** What somebody wrote in one row, and is now entering. Times are local, as on paper. */
@Value
@Builder
public class SheetEntry {

	/** The code of the row as typed. */
	String row;

	/** Which try of that row, from 1. */
	int tryNumber;

	/** Number of the {@link TickBox}. */
	Integer box;

	/** Null: the day on which the sheet was printed, at the row's place. */
	LocalDate day;

	LocalTime time;

	/** Username, system id or uuid of who made the contact; null: whoever enters it. */
	String by;

	/** Letter of the number that was dialled; null: not said. */
	String number;

	/** CALL_BACK: from when to when. */
	LocalDateTime windowFrom;

	LocalDateTime windowBy;

	/** By the number of the question. */
	Map<String, Object> answers;

	/** All else that was written. */
	AttemptRequest findings;
}
