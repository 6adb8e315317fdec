/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.paper;

import org.openmrs.module.retention.followup.sheet.PrintedSheet;
import org.openmrs.module.retention.followup.sheet.SheetQuestion;
import org.openmrs.module.retention.web.today.CallView;

/** What a printed row says beside the person: letters of numbers and answers, scripts in both languages. */
public final class SheetText {

	public String letter(int place) {
		return SheetQuestion.letter(place);
	}

	public CallView call(PrintedSheet.Row row) {
		return new CallView(row.getScript());
	}
}
