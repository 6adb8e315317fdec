/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openmrs.Patient;
import org.openmrs.module.retention.contact.booking.Booking;
import org.openmrs.module.retention.contact.booking.BookingStatus;
import org.openmrs.module.retention.followup.protocol.SkipRule;
import org.openmrs.module.retention.followup.task.Cause;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.HoldReason;
import org.openmrs.module.retention.followup.task.PlanStatus;
import org.openmrs.module.retention.shared.RetentionSettings;
import org.springframework.beans.factory.annotation.Autowired;

/** What hangs on a booking: reminders before it, calls after a missed one, and what waits for it. */
class BookingPlanIT extends BookedIT {

	@Autowired
	private PatientMerge merge;

	@Test
	void before_shouldRemind_onOpenDaysUpToTheBooking() {
		load(reminders());

		book(BOOKED_FOR.atTime(14, 0), DAY.atTime(12, 0));

		assertThat(lines(onlyPlan())).containsExactly("week OPEN", "day OPEN");
		assertThat(tasksOf(onlyPlan())).extracting(FollowUpTask::getDueDate).containsExactly(BOOKED_FOR.minusDays(7),
			BOOKED_FOR.minusDays(1));
		assertThat(tasksOf(onlyPlan())).allMatch(t -> !t.getExpiresAt().isAfter(at(BOOKED_FOR.atTime(14, 0))));
		assertThat(onlyPlan().getAnchorKey()).startsWith("booking:").endsWith(BOOKED_FOR.toString());
	}

	@Test
	void before_shouldNotRemindOnTheDayTheTimeWasAgreed_norLaterThanWasMeant() {
		load(reminders());

		book(DAY.plusDays(1).atTime(14, 0), DAY.atTime(12, 0));
		assertThat(allPlans()).as("tomorrow").isEmpty();
		book(DAY.plusDays(5).atTime(14, 0), DAY.plusDays(3).atTime(12, 0));
		assertThat(allPlans()).as("agreed on Saturday for Monday: Friday is over").isEmpty();
	}

	@Test
	void before_shouldRemindOfEachBooking() {
		load(reminders());

		book(BOOKED_FOR.atTime(9, 0), DAY.atTime(12, 0));
		book(BOOKED_FOR.plusDays(14).atTime(9, 0), DAY.atTime(12, 0));

		assertThat(allPlans()).hasSize(2).allMatch(FollowUpPlan::isActive);
	}

	@Test
	void before_shouldFollowTheBooking_whenItIsMoved() {
		load(reminders());
		Booking booking = book(BOOKED_FOR.atTime(14, 0), DAY.atTime(12, 0));

		when(DAY.plusDays(1).atTime(9, 0), (s, b) -> s.changeBooking(b, null, on(BOOKED_FOR.plusDays(4))), booking);

		assertThat(onlyPlan().getAnchorKey()).endsWith(BOOKED_FOR.plusDays(4).toString());
		assertThat(onlyPlan().getAnchorDate()).isEqualTo(BOOKED_FOR.plusDays(4));
		assertThat(tasksOf(onlyPlan())).extracting(FollowUpTask::getDueDate).containsExactly(BOOKED_FOR.minusDays(3),
			BOOKED_FOR.plusDays(3));
	}

	@Test
	void before_shouldEnd_whenItIsCalledOff_andGoOn_whenThatIsTakenBack() {
		load(reminders());
		Booking booking = book(BOOKED_FOR.atTime(14, 0), DAY.atTime(12, 0));

		become(booking, BookingStatus.CANCELLED, DAY.plusDays(1).atTime(9, 0));
		assertThat(lines(onlyPlan())).containsExactly("week CANCELLED booking-cancelled", "day CANCELLED booking-cancelled");
		assertThat(onlyPlan().getStatus()).isEqualTo(PlanStatus.CANCELLED);

		become(booking, BookingStatus.BOOKED, DAY.plusDays(1).atTime(10, 0));
		assertThat(onlyPlan().isActive()).isTrue();
		assertThat(tasksOf(onlyPlan())).allMatch(FollowUpTask::isOpen);
	}

	@Test
	void before_shouldEnd_whenItIsVoided_orThePatientCame() {
		load(reminders());
		Booking booking = book(BOOKED_FOR.atTime(14, 0), DAY.atTime(12, 0));
		when(DAY.plusDays(1).atTime(9, 0), (s, b) -> s.annulBooking(b, "error"), booking);
		assertThat(lines(onlyPlan())).containsExactly("week CANCELLED booking-voided", "day CANCELLED booking-voided");

		book(DAY.plusDays(12).atTime(9, 0), DAY.atTime(12, 0));
		plan(encounter(restoration, DAY.plusDays(12)));
		assertThat(allPlans().get(1).getStatus()).isEqualTo(PlanStatus.FULFILLED);
		assertThat(allPlans().get(1).getStatusReason()).isEqualTo(Reasons.BOOKING_KEPT);
	}

	@Test
	void before_shouldBePlannedBySweep_whenTheProtocolComesLater() {
		book(BOOKED_FOR.atTime(14, 0), DAY.atTime(12, 0));
		load(reminders());

		sweep(DAY.plusDays(1).atTime(8, 0));
		sweep(DAY.plusDays(1).atTime(9, 0));

		assertThat(lines(onlyPlan())).containsExactly("week OPEN", "day OPEN");
	}

	@Test
	void before_shouldBePlannedAnew_whenTheZoneOfTheSiteIsChanged() {
		load(reminders());
		book(BOOKED_FOR.atTime(14, 0), DAY.atTime(12, 0));
		List<Instant> before = tasksOf(onlyPlan()).stream().map(FollowUpTask::getDueFrom).collect(Collectors.toList());

		setting(RetentionSettings.TIMEZONE, "Europe/Moscow");
		sweep(DAY.plusDays(1).atTime(8, 0));

		assertThat(tasksOf(onlyPlan())).extracting(FollowUpTask::getZone).containsOnly("Europe/Moscow");
		assertThat(tasksOf(onlyPlan())).extracting(FollowUpTask::getDueFrom).containsExactlyElementsOf(
			before.stream().map(from -> from.minus(Duration.ofHours(2))).collect(Collectors.toList()));
	}

	@Test
	void before_shouldGoOn_whenADeathIsTakenBack_unlessItWasCalledOffMeanwhile() {
		load(reminders());
		book(BOOKED_FOR.atTime(14, 0), DAY.atTime(12, 0));
		Booking other = book(BOOKED_FOR.plusDays(7).atTime(14, 0), DAY.atTime(12, 0));
		again(patient).setDead(true);
		sweep(DAY.atTime(13, 0));
		assertThat(allPlans()).extracting(FollowUpPlan::getStatusReason).containsOnly(Reasons.PATIENT_DEAD);
		become(other, BookingStatus.CANCELLED, DAY.atTime(14, 0));

		again(patient).setDead(false);
		sweep(DAY.atTime(15, 0));

		assertThat(allPlans()).extracting(FollowUpPlan::isActive).containsExactly(true, false);
		assertThat(tasksOf(allPlans().get(0))).allMatch(FollowUpTask::isOpen);
	}

	@Test
	void missed_shouldBeCalledOnTheNextOpenDay_andKept_whenTheVisitIsEnteredLate() {
		load(noShow());
		Booking booking = book(BOOKED_FOR, DAY.atTime(12, 0));

		sweep(BOOKED_FOR.plusDays(1).atTime(1, 0));
		assertThat(lines(onlyPlan())).containsExactly("call OPEN");
		assertThat(tasksOf(onlyPlan()).get(0).getDueDate()).as("missed on a Friday").isEqualTo(BOOKED_FOR.plusDays(3));
		sweep(BOOKED_FOR.plusDays(1).atTime(2, 0));
		assertThat(allPlans()).as("once").hasSize(1);

		plan(encounter(restoration, BOOKED_FOR), BOOKED_FOR.plusDays(2).atTime(9, 0));
		assertThat(again(booking).getStatus()).isEqualTo(BookingStatus.KEPT);
		assertThat(lines(onlyPlan())).containsExactly("call CANCELLED booking-kept");
		assertThat(onlyPlan().getStatus()).isEqualTo(PlanStatus.FULFILLED);
	}

	@Test
	void missed_shouldNotBeCalled_whoHasAnotherBooking_untilThatIsCalledOff() {
		load(noShow());
		book(BOOKED_FOR, DAY.atTime(12, 0));
		sweep(BOOKED_FOR.plusDays(1).atTime(1, 0));

		Booking other = book(BOOKED_FOR.plusDays(10), BOOKED_FOR.plusDays(1).atTime(9, 0));
		assertThat(lines(onlyPlan())).containsExactly("call CANCELLED booked-again");
		assertThat(onlyPlan().getStatus()).isEqualTo(PlanStatus.FULFILLED);

		become(other, BookingStatus.CANCELLED, BOOKED_FOR.plusDays(1).atTime(10, 0));
		assertThat(tasksOf(onlyPlan())).allMatch(FollowUpTask::isOpen);
		assertThat(onlyPlan().isActive()).isTrue();
	}

	@Test
	void missed_shouldNotBegin_whenThereIsAnotherBookingAlready_norForAnOldOne() {
		load(noShow());
		book(BOOKED_FOR, DAY.atTime(12, 0));
		book(BOOKED_FOR.plusDays(10), DAY.atTime(12, 0));
		sweep(BOOKED_FOR.plusDays(1).atTime(1, 0));
		assertThat(allPlans()).as("has another").isEmpty();

		book(DAY.minusMonths(4), BOOKED_FOR.plusDays(20).atTime(9, 0));
		sweep(BOOKED_FOR.plusDays(20).atTime(10, 0));
		assertThat(allPlans()).as("history").noneMatch(p -> p.getAnchorDate().equals(DAY.minusMonths(4)));
	}

	@Test
	void missed_shouldEnd_whenItTurnsOutToHaveBeenCalledOff_orAnotherDayIsAgreed() {
		load(noShow());
		Booking booking = book(BOOKED_FOR, DAY.atTime(12, 0));
		sweep(BOOKED_FOR.plusDays(1).atTime(1, 0));
		become(booking, BookingStatus.CANCELLED, BOOKED_FOR.plusDays(1).atTime(9, 0));
		assertThat(lines(onlyPlan())).containsExactly("call CANCELLED booking-cancelled");

		when(BOOKED_FOR.plusDays(1).atTime(10, 0), (s, b) -> s.changeBooking(b, null, on(BOOKED_FOR.plusDays(4))), booking);
		sweep(BOOKED_FOR.plusDays(5).atTime(1, 0));
		assertThat(allPlans()).as("missed again, another day").hasSize(2);
		when(BOOKED_FOR.plusDays(5).atTime(9, 0), (s, b) -> s.changeBooking(b, null, on(BOOKED_FOR.plusDays(20))), booking);
		assertThat(allPlans().get(1).getStatusReason()).isEqualTo(Reasons.BOOKED_AGAIN);
	}

	@Test
	void recall_shouldWaitForTheOpenDayAfterTheBooking_andBeWorthDoingThen() {
		load(recall());
		plan(encounter(extraction, DAY.minusMonths(6).plusDays(1)), DAY.minusMonths(5).atTime(9, 0));
		FollowUpTask due = tasksOf(onlyPlan()).get(0);

		Booking booking = book(BOOKED_FOR, DAY.atTime(12, 0));
		assertThat(again(due).getHoldReason()).isEqualTo(HoldReason.BOOKED);
		assertThat(again(due).getWakeAt()).as("Monday at opening").isEqualTo(at(BOOKED_FOR.plusDays(3).atTime(9, 0)));
		assertThat(again(due).isDue(at(BOOKED_FOR.plusDays(3).atTime(10, 0)))).isTrue();

		when(DAY.atTime(13, 0), (s, b) -> s.changeBooking(b, null, on(DAY.plusDays(1))), booking);
		assertThat(again(due).getWakeAt()).as("moved").isEqualTo(at(DAY.plusDays(2).atTime(9, 0)));
		become(booking, BookingStatus.CANCELLED, DAY.atTime(14, 0));
		assertThat(again(due).getHoldReason()).as("called off").isNull();
	}

	@Test
	void recall_shouldWait_whenItIsPlannedAfterTheBooking() {
		load(recall());
		book(BOOKED_FOR, DAY.atTime(12, 0));

		plan(encounter(extraction, DAY.minusMonths(6).plusDays(1)), DAY.atTime(13, 0));

		assertThat(tasksOf(onlyPlan())).filteredOn(FollowUpTask::isOpen)
			.allMatch(t -> t.getHoldReason() == HoldReason.BOOKED);
	}

	@Test
	void step_shouldWait_whenItSaysSo_andCareDoesNot() {
		load(extractionProtocol().clearSteps().step(step("next-day", "P1D").build())
			.step(step("later", "P7D").skip(SkipRule.BOOKED).build()));
		plan(encounter(extraction, DAY));

		book(BOOKED_FOR, DAY.atTime(12, 0));

		assertThat(tasksOf(onlyPlan())).extracting(FollowUpTask::getHoldReason).containsExactly(null, HoldReason.BOOKED);
	}

	@Test
	void move_shouldTakeBookingsAlong() {
		Booking booking = book(BOOKED_FOR, DAY.atTime(12, 0));
		Patient other = clinic.aPatient("Anna again");
		flush();

		merge.move(patient.getPatientId(), other.getPatientId(), Cause.of(actor, at(DAY.atTime(13, 0)), Reasons.MERGED));
		flushAndClear();

		assertThat(again(booking).getPatient()).isEqualTo(other);
		assertThat(again(booking).getPatientUuid()).isEqualTo(other.getUuid());
		plan(encounter(other, restoration, BOOKED_FOR.atTime(9, 0)));
		assertThat(again(booking).getStatus()).isEqualTo(BookingStatus.KEPT);
	}
}
