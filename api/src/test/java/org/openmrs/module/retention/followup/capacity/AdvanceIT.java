/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.calendar.CalendarService;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.FollowUpTaskService;
import org.openmrs.module.retention.followup.task.HoldReason;
import org.openmrs.module.retention.followup.task.TaskStatusChange;

/** What was moved to a later day, and room that appears before. */
class AdvanceIT extends FullDeskIT {

	private static final Instant FRIDAY = THURSDAY.plus(Duration.ofDays(1));

	@Test
	void spread_shouldBringBack_whenOthersAreCancelled() {
		FollowUpTask care = task(Purpose.CARE, 240, "Ada");
		FollowUpTask recall = task(Purpose.RECALL, 120, "Bo");
		spread(TUESDAY);
		assertThat(recall.getHoldUntil()).isEqualTo(THURSDAY);

		care.cancel(cause());

		assertThat(spread(TUESDAY.plusSeconds(60))).isEqualTo(1);
		assertThat(recall.getHoldReason()).isNull();
		assertThat(recall.getWakeAt()).isEqualTo(recall.getDueFrom());
		assertThat(Context.getService(FollowUpTaskService.class).getTaskHistory(recall))
			.extracting(TaskStatusChange::getReason).endsWith("day-is-full", "room-again");
		assertThat(desk.list(TUESDAY.plusSeconds(60)).getCallableRows()).isEqualTo(1);
		assertThat(spread(TUESDAY.plusSeconds(120))).as("again").isZero();
	}

	@Test
	void spread_shouldBringBack_whenTheLimitIsRaisedOrTakenAway() {
		task(Purpose.CARE, 300, "Ada");
		FollowUpTask recall = task(Purpose.RECALL, 120, "Bo");
		FollowUpTask longer = task(Purpose.RECALL, 170, "Cy");
		assertThat(spread(TUESDAY)).isEqualTo(2);
		assertThat(spread(TUESDAY)).as("again").isZero();

		limit(10);
		assertThat(spread(TUESDAY)).isEqualTo(1);
		assertThat(recall.getHoldReason()).isNull();
		assertThat(longer.getHoldUntil()).as("room for one").isEqualTo(THURSDAY);

		Context.getService(CalendarService.class).saveCalendar(calendar().toBuilder().capacity(null).build());
		assertThat(spread(TUESDAY)).isEqualTo(1);
		assertThat(longer.getHoldReason()).isNull();
	}

	@Test
	void spread_shouldBringForward_toALaterDayThatHasRoomAgain() {
		task(Purpose.CARE, 300, "Ada");
		FollowUpTask planned = task("Cy", draft -> draft.from(THURSDAY).by(THURSDAY.plusSeconds(3600))
			.expiresAt(THURSDAY.plusSeconds(90_000)).targetSeconds(200));
		FollowUpTask recall = task(Purpose.RECALL, 120, "Bo");
		spread(TUESDAY);
		assertThat(recall.getHoldUntil()).isEqualTo(FRIDAY);

		planned.cancel(cause());

		assertThat(spread(TUESDAY)).isEqualTo(1);
		assertThat(recall.getHoldReason()).isEqualTo(HoldReason.CAPACITY);
		assertThat(recall.getHoldUntil()).isEqualTo(THURSDAY);
		assertThat(recall.getWakeAt()).isEqualTo(THURSDAY);
	}

	@Test
	void spread_shouldBringBackCareFirst_andLetNobodyOvertake() {
		FollowUpTask first = task("Ada", draft -> draft.critical(true).targetSeconds(300));
		FollowUpTask recall = task(Purpose.RECALL, 60, "Bo");
		FollowUpTask care = task(Purpose.CARE, 200, "Cy");
		assertThat(spread(TUESDAY)).isEqualTo(2);
		first.cancel(cause());
		FollowUpTask other = task("Di", draft -> draft.critical(true).targetSeconds(150));

		assertThat(spread(TUESDAY)).as("room for the recall, not for the care before it").isZero();
		other.cancel(cause());

		assertThat(spread(TUESDAY)).isEqualTo(1);
		assertThat(care.getHoldReason()).isNull();
		assertThat(recall.getHoldReason()).isEqualTo(HoldReason.CAPACITY);
	}

	@Test
	void spread_shouldNotBringBackBeforeTheNextTry() {
		FollowUpTask care = task(Purpose.CARE, 300, "Ada");
		FollowUpTask recall = task(Purpose.RECALL, 60, "Bo");
		FollowUpTask planned = task("Cy", draft -> draft.from(THURSDAY).by(THURSDAY.plusSeconds(3600))
			.expiresAt(THURSDAY.plusSeconds(90_000)).targetSeconds(300));
		spread(TUESDAY);
		assertThat(recall.getHoldUntil()).isEqualTo(FRIDAY);
		recall.useTry(THURSDAY.plusSeconds(7200));
		care.cancel(cause());
		planned.cancel(cause());

		assertThat(spread(TUESDAY)).isEqualTo(1);
		assertThat(recall.getHoldUntil()).isEqualTo(THURSDAY);
		assertThat(recall.getWakeAt()).isEqualTo(THURSDAY.plusSeconds(7200));
	}

	@Test
	void spread_shouldNotBringBack_whatTheHoursThatAreLeftCannotBear() {
		FollowUpTask care = task(Purpose.CARE, 240, "Ada");
		FollowUpTask recall = task(Purpose.RECALL, 120, "Bo");
		spread(TUESDAY);
		care.cancel(cause());

		assertThat(spread(Instant.parse("2026-03-10T14:00:00Z"))).as("two of nine hours are left").isZero();
		assertThat(spread(Instant.parse("2026-03-10T20:00:00Z"))).as("closed").isZero();
		assertThat(recall.getHoldUntil()).isEqualTo(THURSDAY);
	}

	@Test
	void spread_shouldLeaveWhatWaitsForSomethingElse_orIsNoLongerTheDesks() {
		FollowUpTask care = task(Purpose.CARE, 300, "Ada");
		FollowUpTask booked = task(Purpose.RECALL, 60, "Bo");
		FollowUpTask given = task(Purpose.RECALL, 60, "Cy");
		assertThat(spread(TUESDAY)).isEqualTo(2);
		booked.hold(HoldReason.BOOKED, FRIDAY);
		given.assignByHand(Context.getAuthenticatedUser(), null, cause());
		care.cancel(cause());

		assertThat(spread(TUESDAY)).isZero();
		assertThat(booked.getHoldUntil()).isEqualTo(FRIDAY);
		assertThat(given.getHoldUntil()).isEqualTo(THURSDAY);
	}

	private static void limit(int minutes) {
		Map<String, Integer> week = new HashMap<>(calendar().getCapacity().get(ROLE));
		week.put("TUESDAY", minutes);
		Context.getService(CalendarService.class)
			.saveCalendar(calendar().toBuilder().capacity(Collections.singletonMap(ROLE, week)).build());
	}
}
