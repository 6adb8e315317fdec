/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.contact.BestWindows;
import org.openmrs.module.retention.contact.ContactProfile;
import org.openmrs.module.retention.contact.ContactService;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.WorklistDesk;

/** Somebody who is best reached on Wednesday evenings. */
class BestReachedIT extends AttemptIT {

	private Patient ada;

	private WorklistDesk desk;

	@BeforeEach
	void aPatientWhoWorks() {
		desk = new WorklistDesk(applicationContext, sessionFactory);
		ada = clinic.aPatient("Ada");
		ContactService contacts = Context.getService(ContactService.class);
		ContactProfile profile = contacts.getProfile(ada);
		profile.setBestWindows("WEDNESDAY 17:00-19:00");
		contacts.saveContactProfile(profile);
	}

	@Test
	void nextTry_shouldWaitForIt_whileItIsWorthDoing() {
		FollowUpTask recall = task(ada, Purpose.RECALL);
		record(request(AttemptResult.NO_ANSWER, recall));
		assertThat(recall.getWakeAt()).isEqualTo(at(2, "17:00"));
	}

	@Test
	void nextTry_shouldGoByWhomOneRings() {
		Patient child = clinic.aPatient("Child");
		FollowUpTask recall = task(draft(child, Purpose.RECALL).personToRingId(ada.getPersonId()));
		record(request(AttemptResult.NO_ANSWER, recall));
		assertThat(recall.getWakeAt()).isEqualTo(at(2, "17:00"));
	}

	@Test
	void nextTry_shouldNotWait_whenTheWindowOfTheStepIsNotOver_orItIsCritical() {
		FollowUpTask lasting = task(draft(ada, Purpose.RECALL).by(at(1, "17:00")));
		FollowUpTask critical = task(draft(ada, Purpose.CARE).critical(true));
		record(request(AttemptResult.NO_ANSWER, lasting, critical));
		assertThat(lasting.getWakeAt()).isEqualTo(at("17:00"));
		assertThat(critical.getWakeAt()).isEqualTo(at("17:00"));
	}

	@Test
	void script_shouldSayWhenSomebodyIsBestReached() {
		task(ada, Purpose.RECALL);
		assertThat(desk.at(now).getScript(ada.getUuid()).getBestWindows()).containsExactly(
			new BestWindows.Window(DayOfWeek.WEDNESDAY, LocalTime.of(17, 0), LocalTime.of(19, 0)));
	}
}
