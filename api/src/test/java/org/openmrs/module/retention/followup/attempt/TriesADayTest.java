/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.retention.followup.attempt.Contacts.aCareTask;
import static org.openmrs.module.retention.followup.attempt.Contacts.anAttempt;
import static org.openmrs.module.retention.followup.attempt.Contacts.at;
import static org.openmrs.module.retention.followup.attempt.Contacts.play;
import static org.openmrs.module.retention.followup.attempt.Contacts.spoke;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.followup.task.FollowUpTask;

/** At most two tries a day, whatever they were. */
class TriesADayTest {

	private static final Instant NEXT_MORNING = at(1, "08:00");

	private final FollowUpTask task = aCareTask();

	@Test
	void tries_shouldBeTwoADay_whenThreeBusySignalsWereOneOfThem() {
		play(task, busy("09:00"), busy("09:20"), busy("09:40"), noAnswer("13:00"));
		assertThat(task.getTriesUsed()).isEqualTo(2);
		assertThat(task.getWakeAt()).isEqualTo(NEXT_MORNING);
	}

	@Test
	void tries_shouldBeTwoADay_whenTheSecondWasBusyThreeTimes() {
		play(task, noAnswer("09:00"), busy("13:00"), busy("13:20"), busy("13:40"));
		assertThat(task.getTriesUsed()).isEqualTo(2);
		assertThat(task.getWakeAt().isBefore(NEXT_MORNING)).isFalse();
	}

	@Test
	void tries_shouldBeTwoADay_alsoWhenSomebodyRingsOnceMoreAndTheLineIsBusy() {
		play(task, noAnswer("09:00"), noAnswer("13:00"), busy("15:00"));
		assertThat(task.getTriesUsed()).isEqualTo(2);
		assertThat(task.getBusySignals()).isEqualTo(1);
		assertThat(task.getWakeAt().isBefore(NEXT_MORNING)).isFalse();
	}

	@Test
	void tries_shouldNotCountWhatUsesNone() {
		play(task, busy("08:30"), spoke(Disposition.LANGUAGE, at("09:00"), task),
			anAttempt(AttemptResult.WRONG_NUMBER, at("09:10"), task), noAnswer("09:30"));
		assertThat(task.getTriesUsed()).isEqualTo(1);
		assertThat(task.getWakeAt()).as("another part of the same day").isEqualTo(at("12:00"));
	}

	private ContactAttempt busy(String time) {
		return anAttempt(AttemptResult.BUSY, at(time), task);
	}

	private ContactAttempt noAnswer(String time) {
		return anAttempt(AttemptResult.NO_ANSWER, at(time), task);
	}
}
