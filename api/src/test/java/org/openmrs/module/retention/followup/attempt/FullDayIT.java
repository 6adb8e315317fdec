/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.calendar.CalendarDefinition;
import org.openmrs.module.retention.calendar.CalendarService;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.task.FollowUpTask;

/** Promises for a day on which the desk has no time left. */
class FullDayIT extends AttemptIT {

	private static final String DESK = "Retention: Front Desk";

	@Test
	void callBack_shouldWarn_whenTheDayCanBearNoMore() {
		Context.getService(CalendarService.class).saveCalendar(CalendarDefinition.builder()
			.uuid("f0110da7-0000-4000-8000-000000100000").name("Full Tuesdays").standard(true)
			.hours(Collections.singletonMap("TUESDAY", Collections.singletonList("08:00-18:00")))
			.capacity(Collections.singletonMap(DESK, Collections.singletonMap("TUESDAY", 0))).build());
		FollowUpTask care = task(clinic.aPatient("Ada"), Purpose.CARE);

		assertThat(callBack(care, 1, null).getFlagCodes()).contains("promise-full");
		assertThat(callBack(care, 2, null).getFlagCodes()).as("no limit on Wednesdays").doesNotContain("promise-full");
		assertThat(callBack(care, 1, "Retention: Nurse").getFlagCodes()).as("the nurses have time")
			.doesNotContain("promise-full");
	}

	private ContactAttempt callBack(FollowUpTask task, int day, String role) {
		AttemptRequest.AttemptRequestBuilder request = spoke(Disposition.CALL_BACK, task).windowFrom(at(day, "10:00"))
			.windowBy(at(day, "11:00"));
		return record(role == null ? request : request.promise(AttemptRequest.Promise.builder().role(role).build()));
	}
}
