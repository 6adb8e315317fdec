/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.sheet;

import java.util.List;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.retention.contact.ContactDetail;
import org.openmrs.module.retention.followup.task.CallScript;
import org.openmrs.module.retention.followup.task.Worklist;
import org.openmrs.module.retention.followup.task.WorklistRow;

/** A sheet with what is printed on it and stored nowhere: names, numbers, scripts. */
@Value
public class PrintedSheet {

	CallSheet sheet;

	/** As it was at that moment. */
	Worklist list;

	/** Persons on the whole of it. */
	long rowsOnList;

	List<Row> rows;

	/** Expected seconds of all that is on the sheet. */
	public long getExpectedSeconds() {
		return rows.stream().mapToLong(row -> row.getListed().getExpectedSeconds()).sum();
	}

	/** One person to ring. */
	@Value
	@Builder
	public static class Row {

		CallSheetRow row;

		WorklistRow listed;

		CallScript script;

		/** To be dialled, in the order in which they are tried; the letter by each is that of its place. */
		List<ContactDetail> numbers;

		/** Numbered through the row. */
		List<SheetQuestion> questions;
	}
}
