/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.time.DayOfWeek;
import java.util.stream.Collectors;
import org.openmrs.module.retention.shared.RetentionException;
import org.junit.jupiter.api.Test;
import org.openmrs.Patient;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.calendar.CalendarDefinition;
import org.openmrs.module.retention.calendar.CalendarService;
import org.openmrs.module.retention.followup.protocol.AssignmentLink;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.FollowUpTaskService;
import org.openmrs.module.retention.followup.task.HoldReason;
import org.openmrs.module.retention.followup.task.TaskStatusChange;
import org.openmrs.module.retention.followup.task.WorklistRow;

/** What does not fit into a day. */
class CapacityIT extends FullDeskIT {

	@Test
	void spread_shouldMoveWhatDoesNotFitToTheNextDayWithRoom_careFirst() {
		FollowUpTask recall = task(Purpose.RECALL, 120, "Ada");
		FollowUpTask care = task(Purpose.CARE, 240, "Bo");
		FollowUpTask critical = task("Cy", draft -> draft.critical(true).targetSeconds(60));

		assertThat(spread(TUESDAY)).isEqualTo(1);

		assertThat(care.getHoldReason()).isNull();
		assertThat(critical.getHoldReason()).isNull();
		assertThat(recall.getHoldReason()).isEqualTo(HoldReason.CAPACITY);
		assertThat(recall.getHoldUntil()).as("not on Wednesday").isEqualTo(THURSDAY);
		assertThat(recall.getWakeAt()).isEqualTo(THURSDAY);
		assertThat(Context.getService(FollowUpTaskService.class).getTaskHistory(recall))
			.extracting(TaskStatusChange::getReason).endsWith("day-is-full");
		assertThat(spread(TUESDAY.plusSeconds(60))).as("again").isZero();
	}

	@Test
	void spread_shouldCountWhatIsDueOnTheLaterDayAlready() {
		task(Purpose.CARE, 300, "Ada");
		FollowUpTask moved = task(Purpose.RECALL, 200, "Bo");
		task("Cy", draft -> draft.from(THURSDAY).by(THURSDAY.plusSeconds(3600)).expiresAt(THURSDAY.plusSeconds(90_000))
			.targetSeconds(150).assignment(Collections.singletonList(AssignmentLink.builder().role(ROLE).build())));
		task("Di", draft -> draft.from(THURSDAY).by(THURSDAY.plusSeconds(3600)).expiresAt(THURSDAY.plusSeconds(90_000))
			.targetSeconds(300)
			.assignment(Collections.singletonList(AssignmentLink.builder().role("Somebody else").build())));

		assertThat(spread(TUESDAY)).isEqualTo(1);

		assertThat(moved.getHoldUntil()).as("150 s are left on Thursday").isEqualTo(THURSDAY.plus(Duration.ofDays(1)));
	}

	@Test
	void loads_shouldTellWhatIsDueOnEachOpenDay() {
		task(Purpose.CARE, 240, "Ada");
		task("Cy", draft -> draft.from(THURSDAY).by(THURSDAY.plusSeconds(3600)).expiresAt(THURSDAY.plusSeconds(90_000))
			.targetSeconds(400).assignment(Collections.singletonList(AssignmentLink.builder().role(ROLE).build())));
		flush();

		List<DayLoad> loads = loads().ahead(7, TUESDAY).stream().filter(load -> load.getRole().equals(ROLE))
			.collect(Collectors.toList());

		assertThat(loads).extracting(load -> load.getDay().getDayOfWeek()).containsExactly(DayOfWeek.TUESDAY,
			DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY, DayOfWeek.MONDAY);
		assertThat(loads).extracting(DayLoad::getSeconds).containsExactly(240L, 0L, 400L, 0L, 0L);
		assertThat(loads).extracting(DayLoad::getLimitSeconds).containsExactly(300L, 0L, 300L, 300L, 300L);
		assertThat(loads).extracting(DayLoad::isOver).containsExactly(false, false, true, false, false);
		assertThatThrownBy(() -> Context.getService(CapacityService.class).getLoads(32))
			.isInstanceOf(RetentionException.class).hasMessage("retention.followup.error.out-of-range");
	}

	@Test
	void shortfalls_shouldCountWhatThereWasNoTimeOrLineFor_byRoleAndDay() {
		FollowUpTask one = task(Purpose.CARE, 60, "Ada");
		FollowUpTask two = task(Purpose.CARE, 60, "Bo");
		FollowUpTask others = task("Cy", draft -> draft.targetSeconds(60));
		others.assignByHand(null, "Retention: Nurse", cause());
		notCalled("NO_TIME", TUESDAY.minusSeconds(86_400), one);
		notCalled("NO_LINE", TUESDAY.minusSeconds(600), one, two);
		notCalled("NO_TIME", TUESDAY.minusSeconds(300), two);
		notCalled("UNNECESSARY", TUESDAY.minusSeconds(200), two);
		notCalled("NO_TIME", TUESDAY.minusSeconds(100), others);
		notCalled("NO_TIME", TUESDAY.minusSeconds(14 * 86_400), one);

		assertThat(loads().shortfalls(7, TUESDAY)).filteredOn(day -> day.getRole().equals(ROLE))
			.extracting(day -> day.getDay().getDayOfWeek(), DayShortfall::getContacts)
			.containsExactly(tuple(DayOfWeek.MONDAY, 1L), tuple(DayOfWeek.TUESDAY, 2L));
	}

	@Test
	void spread_shouldGiveAHalfDayItsShare() {
		CalendarService calendars = Context.getService(CalendarService.class);
		calendars.saveCalendar(calendar().toBuilder().exceptions(Arrays.asList(
			CalendarDefinition.Exception.builder().date("2026-03-10").name("Staff day")
				.hours(Collections.singletonList("08:00-12:30")).build(),
			CalendarDefinition.Exception.builder().date("2026-03-12").name("Again")
				.hours(Collections.singletonList("13:15-15:30")).build()))
			.build());
		task(Purpose.CARE, 150, "Ada");
		FollowUpTask recall = task(Purpose.RECALL, 80, "Bo");

		assertThat(desk.list(TUESDAY).getCapacitySeconds()).as("half of five minutes").isEqualTo(150);
		assertThat(spread(TUESDAY)).isEqualTo(1);
		assertThat(recall.getHoldUntil()).as("a quarter on Thursday is 75 s").isEqualTo(THURSDAY.plus(Duration.ofDays(1)));
	}

	@Test
	void spread_shouldNeverPassTheExpiry_norTakeWhatSomebodyIsAtOrOwns() {
		task(Purpose.CARE, 300, "Ada");
		FollowUpTask expires = task("Bo", draft -> draft.purpose(Purpose.RECALL).targetSeconds(60)
			.by(TUESDAY.plusSeconds(3600)).expiresAt(THURSDAY.plusSeconds(30)));
		FollowUpTask owned = task(Purpose.RECALL, 60, "Cy");
		owned.assignByHand(Context.getAuthenticatedUser(), null, cause());

		assertThat(spread(TUESDAY)).isZero();

		assertThat(expires.getHoldReason()).isNull();
		assertThat(owned.getHoldReason()).isNull();
	}

	@Test
	void spread_shouldCountWhatPeopleOfTheRoleHaveAsTheirOwn() {
		User receptionist = clinic.aUser("receptionist", clinic.aRoleThatInherits("Test receptionist", role()));
		FollowUpTask owned = task(Purpose.CARE, 150, "Ada");
		owned.assignByHand(receptionist, null, cause());
		FollowUpTask others = task(Purpose.CARE, 900, "Bo");
		others.assignByHand(clinic.aUser("dentist"), null, cause());
		FollowUpTask later = task("Cy", draft -> draft.from(THURSDAY).by(THURSDAY.plusSeconds(3600))
			.expiresAt(THURSDAY.plusSeconds(90_000)).targetSeconds(150));
		later.assignByHand(receptionist, null, cause());
		FollowUpTask stays = task(Purpose.CARE, 100, "Di");
		FollowUpTask moved = task(Purpose.RECALL, 160, "Eva");

		assertThat(spread(TUESDAY)).isEqualTo(1);

		assertThat(owned.getHoldReason()).as("what is somebody's own is not moved").isNull();
		assertThat(others.getHoldReason()).isNull();
		assertThat(stays.getHoldReason()).isNull();
		assertThat(moved.getHoldUntil()).as("150 s are left on Thursday").isEqualTo(THURSDAY.plus(Duration.ofDays(1)));
	}

	@Test
	void spread_shouldCountWhatPeopleOfTheRoleHaveDoneToday() {
		FollowUpTask done = task(Purpose.CARE, 250, "Ada");
		done.assignByHand(clinic.aUser("receptionist", role()), null, cause());
		called(done);
		FollowUpTask recall = task(Purpose.RECALL, 100, "Bo");

		assertThat(spread(TUESDAY)).isEqualTo(1);
		assertThat(recall.getHoldReason()).isEqualTo(HoldReason.CAPACITY);
	}

	@Test
	void spread_shouldCountWhatHasBeenDoneToday() {
		FollowUpTask done = task(Purpose.CARE, 200, "Ada");
		FollowUpTask recall = task(Purpose.RECALL, 200, "Bo");
		called(done);

		assertThat(spread(TUESDAY)).isEqualTo(1);
		assertThat(recall.getHoldReason()).isEqualTo(HoldReason.CAPACITY);
	}

	@Test
	void spread_shouldMoveNothing_onClosedDaysAndWhereNoLimitIsSet() {
		FollowUpTask task = task(Purpose.RECALL, 900, "Ada");
		assertThat(spread(Instant.parse("2026-03-14T09:00:00Z"))).as("a Saturday").isZero();
		task.assignByHand(null, "Retention: Nurse", cause());
		assertThat(spread(TUESDAY)).as("nurses have no limit").isZero();
	}

	@Test
	void list_shouldShowWhatTheDayCanBear_andWhyARowWaits() {
		Patient patient = task(Purpose.CARE, 300, "Ada").getPatient();
		FollowUpTask moved = task("Bo", draft -> draft.purpose(Purpose.RECALL).targetSeconds(60)
			.from(TUESDAY.minusSeconds(3600)).by(TUESDAY.plusSeconds(3600)));
		assertThat(desk.list(TUESDAY).getCapacitySeconds()).isEqualTo(300);
		spread(TUESDAY);

		List<WorklistRow> rows = desk.list(THURSDAY.minusSeconds(3600)).getRows();

		assertThat(rows).filteredOn(row -> row.getPerson().getId().equals(moved.getPatient().getId())).singleElement()
			.satisfies(row -> {
				assertThat(row.isCallableNow()).isFalse();
				assertThat(row.getNotCallableReason()).isEqualTo("retention.followup.reason.hold-capacity");
				assertThat(row.getWakeAt()).isEqualTo(THURSDAY);
			});
		assertThat(rows).anyMatch(row -> row.getPerson().getId().equals(patient.getId()));
	}

	@Test
	void isFull_shouldBeSo_onceTheDayBearsNoMore() {
		DayLoads loads = loads();
		FollowUpTask task = task(Purpose.CARE, 200, "Ada");
		assertThat(loads.isFull(task, ROLE, TUESDAY, TUESDAY)).isFalse();
		assertThat(loads.isFull(task, ROLE, THURSDAY.minus(Duration.ofHours(12)), TUESDAY)).as("no minutes on Wednesdays")
			.isTrue();
		task(Purpose.RECALL, 100, "Bo");
		assertThat(loads.isFull(task, ROLE, TUESDAY, TUESDAY)).isTrue();
		assertThat(loads.isFull(task, "Retention: Nurse", TUESDAY, TUESDAY)).isFalse();
	}

	@Test
	void isFull_shouldCountAllOfADayThatIsMonthsAhead() {
		Instant june = Instant.parse("2026-06-10T22:00:00Z");
		FollowUpTask early = task("Ada", draft -> draft.from(june).by(june.plusSeconds(36_000)).targetSeconds(120)
			.expiresAt(june.plusSeconds(90_000))
			.assignment(Collections.singletonList(AssignmentLink.builder().role(ROLE).build())));
		FollowUpTask waits = task(Purpose.RECALL, 180, "Bo");
		assertThat(loads().isFull(early, ROLE, june.plusSeconds(40_000), TUESDAY)).isFalse();

		waits.hold(HoldReason.CAPACITY, june);
		flush();

		assertThat(loads().isFull(early, ROLE, june.plusSeconds(40_000), TUESDAY)).isTrue();
		assertThat(loads().isFull(early, ROLE, june.plusSeconds(126_400), TUESDAY)).as("the day after").isFalse();
	}

	@Test
	void isFull_shouldCountWhatPeopleOfTheRoleHaveAsTheirOwn() {
		FollowUpTask task = task(Purpose.CARE, 200, "Ada");
		assertThat(loads().isFull(task, ROLE, TUESDAY, TUESDAY)).isFalse();

		task(Purpose.RECALL, 100, "Bo").assignByHand(clinic.aUser("receptionist", role()), null, cause());
		flush();

		assertThat(loads().isFull(task, ROLE, TUESDAY, TUESDAY)).isTrue();
	}
}
