/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.contact.ContactProfile;
import org.openmrs.module.retention.contact.ContactService;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.HoldReason;

/** What nobody may be called for takes no room from what may be. */
class ForbiddenLoadIT extends FullDeskIT {

	@Test
	void spread_shouldKeepACallToday_thoughManyStandBeforeItThatMayNotBeMade() {
		for (int i = 0; i < 3; i++) {
			forbid(task("Silent " + i, draft -> draft.purpose(Purpose.RECALL).targetSeconds(180)
				.by(TUESDAY.plusSeconds(600))));
		}
		FollowUpTask gone = task("Gone",
			draft -> draft.purpose(Purpose.RECALL).targetSeconds(180).by(TUESDAY.plusSeconds(600)));
		profile(gone).endRelationship("MOVED", LocalDate.of(2026, 1, 1));
		FollowUpTask resting = task("Resting",
			draft -> draft.purpose(Purpose.RECALL).targetSeconds(180).by(TUESDAY.plusSeconds(600)));
		desk.conversation(resting.getPatient(), TUESDAY.minus(Duration.ofDays(1)), null);
		FollowUpTask ordinary = task(Purpose.RECALL, 180, "Ordinary");

		assertThat(desk.callable(TUESDAY)).containsExactly(ordinary);
		assertThat(spread(TUESDAY)).isZero();
		assertThat(ordinary.getHoldReason()).isNull();
		assertThat(secondsOn(LocalDate.of(2026, 3, 10))).isEqualTo(180);

		FollowUpTask second = task(Purpose.RECALL, 180, "Second");
		assertThat(spread(TUESDAY)).as("that one is too much").isEqualTo(1);
		assertThat(second.getHoldReason()).isEqualTo(HoldReason.CAPACITY);
	}

	@Test
	void loads_shouldLeaveOutWhatMayNeverBeCalledFor_onLaterDaysToo() {
		forbid(coming("Silent"));
		FollowUpTask resting = coming("Resting");
		desk.conversation(resting.getPatient(), TUESDAY.minus(Duration.ofDays(1)), null);

		assertThat(secondsOn(LocalDate.of(2026, 3, 12))).as("who rests today will not then").isEqualTo(180);
	}

	private FollowUpTask coming(String patient) {
		Instant from = THURSDAY.plusSeconds(3600);
		return task(patient, draft -> draft.purpose(Purpose.RECALL).targetSeconds(180).from(from)
			.by(from.plusSeconds(3600)).expiresAt(from.plus(Duration.ofDays(3))));
	}

	private void forbid(FollowUpTask task) {
		profile(task).setDoNotCall(true);
	}

	private static ContactProfile profile(FollowUpTask task) {
		ContactService contacts = Context.getService(ContactService.class);
		return contacts.saveContactProfile(contacts.getProfile(task.getPatient()));
	}

	private long secondsOn(LocalDate day) {
		flush();
		return loads().ahead(7, TUESDAY).stream().filter(load -> load.getRole().equals(ROLE) && load.getDay().equals(day))
			.mapToLong(DayLoad::getSeconds).sum();
	}
}
