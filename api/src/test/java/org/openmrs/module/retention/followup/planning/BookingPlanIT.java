/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.retention.followup.protocol.ProtocolFixture.text;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Encounter;
import org.openmrs.Patient;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.contact.booking.Booking;
import org.openmrs.module.retention.contact.booking.BookingDraft;
import org.openmrs.module.retention.contact.booking.BookingDesk;
import org.openmrs.module.retention.contact.booking.BookingService;
import org.openmrs.module.retention.contact.booking.BookingServiceImpl;
import org.openmrs.module.retention.contact.booking.BookingStatus;
import org.openmrs.module.retention.contact.booking.Bookings;
import org.openmrs.module.retention.followup.protocol.BookingMoment;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition.ProtocolDefinitionBuilder;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.protocol.RepeatMode;
import org.openmrs.module.retention.followup.protocol.Roll;
import org.openmrs.module.retention.followup.protocol.SkipRule;
import org.openmrs.module.retention.followup.protocol.Trigger;
import org.openmrs.module.retention.followup.protocol.TriggerType;
import org.openmrs.module.retention.followup.task.Cause;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.HoldReason;
import org.openmrs.module.retention.followup.task.PlanStatus;
import org.openmrs.module.retention.shared.RetentionSettings;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody will come to: reminded before, kept or missed after, and waited for in between. */
class BookingPlanIT extends PlanningIT {

	/** A Friday. */
	private static final LocalDate BOOKED_FOR = DAY.plusDays(9);

	@Autowired
	private Sweep sweep;

	@Autowired
	private Bookings bookings;

	@Autowired
	private BookingDesk desk;

	@Autowired
	private PatientMerge merge;

	private User actor;

	@BeforeEach
	void who() {
		actor = Context.getAuthenticatedUser();
	}

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
	void encounter_shouldKeepTheBookingOfItsDay_whereThePlaceIs() {
		Booking booking = book(BOOKED_FOR, DAY.atTime(12, 0));
		Booking next = book(BOOKED_FOR.plusDays(1), DAY.atTime(12, 0));

		Encounter late = encounter(patient, restoration, BOOKED_FOR.atTime(23, 30));
		plan(late);

		assertThat(again(booking).getStatus()).isEqualTo(BookingStatus.KEPT);
		assertThat(again(booking).getEncounterUuid()).isEqualTo(late.getUuid());
		assertThat(again(next).getStatus()).isEqualTo(BookingStatus.BOOKED);
	}

	@Test
	void encounter_shouldKeepNothing_whenItIsNoVisit() {
		setting(RetentionSettings.VISIT_ENCOUNTER_TYPES, extraction.getUuid());
		Booking booking = book(BOOKED_FOR, DAY.atTime(12, 0));

		plan(encounter(restoration, BOOKED_FOR));
		assertThat(again(booking).getStatus()).isEqualTo(BookingStatus.BOOKED);
		sweep(BOOKED_FOR.plusDays(1).atTime(0, 30));
		assertThat(again(booking).getStatus()).isEqualTo(BookingStatus.MISSED);
	}

	@Test
	void sweep_shouldSayThatItWasMissed_whenTheDayIsOver_notBefore() {
		Booking booking = book(BOOKED_FOR.atTime(9, 0), DAY.atTime(12, 0));

		sweep(BOOKED_FOR.atTime(23, 59));
		assertThat(again(booking).getStatus()).isEqualTo(BookingStatus.BOOKED);
		sweep(BOOKED_FOR.plusDays(1).atTime(0, 0));
		assertThat(again(booking).getStatus()).isEqualTo(BookingStatus.MISSED);
	}

	@Test
	void sweep_shouldSayThatItWasKept_whenTheVisitWasOnlyOpened() {
		Booking booking = book(BOOKED_FOR, DAY.atTime(12, 0));
		visit(BOOKED_FOR);

		sweep(BOOKED_FOR.plusDays(1).atTime(1, 0));

		assertThat(again(booking).getStatus()).isEqualTo(BookingStatus.KEPT);
	}

	@Test
	void sweep_shouldCallOffWhatTheDeadHadBooked() {
		load(noShow());
		Booking booking = book(BOOKED_FOR, DAY.atTime(12, 0));
		again(patient).setDead(true);
		flush();

		sweep(BOOKED_FOR.plusDays(1).atTime(1, 0));

		assertThat(again(booking).getStatus()).isEqualTo(BookingStatus.CANCELLED);
		assertThat(allPlans()).isEmpty();
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
	void missed_shouldBeSoAgain_whenTheVisitIsVoided() {
		load(noShow());
		Booking booking = book(BOOKED_FOR, DAY.atTime(12, 0));
		Encounter visit = encounter(restoration, BOOKED_FOR);
		plan(visit);
		Encounter voided = again(visit);
		voided.setVoided(true);
		plan(voided, BOOKED_FOR.plusDays(1).atTime(9, 0));
		assertThat(again(booking).getStatus()).isEqualTo(BookingStatus.BOOKED);

		sweep(BOOKED_FOR.plusDays(1).atTime(9, 5));

		assertThat(again(booking).getStatus()).isEqualTo(BookingStatus.MISSED);
		assertThat(lines(onlyPlan())).containsExactly("call OPEN");
	}

	@Test
	void kept_shouldStayKept_whenAnotherVisitOfTheDayShowsIt() {
		Booking booking = book(BOOKED_FOR, DAY.atTime(12, 0));
		Encounter visit = encounter(restoration, BOOKED_FOR);
		plan(visit);
		Encounter other = encounter(extraction, BOOKED_FOR);
		Encounter voided = again(visit);
		voided.setVoided(true);

		plan(voided);

		assertThat(again(booking).getStatus()).isEqualTo(BookingStatus.KEPT);
		assertThat(again(booking).getEncounterUuid()).isEqualTo(other.getUuid());
	}

	@Test
	void sweep_shouldFindWhatWasTakenBackUnnoticed() {
		Booking booking = book(BOOKED_FOR, DAY.atTime(12, 0));
		Encounter visit = encounter(restoration, BOOKED_FOR);
		plan(visit);
		again(visit).setVoided(true);
		flush();

		sweep(BOOKED_FOR.plusDays(1).atTime(9, 0));
		sweep(BOOKED_FOR.plusDays(1).atTime(9, 5));

		assertThat(again(booking).getStatus()).isEqualTo(BookingStatus.MISSED);
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

	private ProtocolDefinitionBuilder reminders() {
		return protocol(BookingMoment.BEFORE).onRepeat(RepeatMode.SEPARATE)
			.step(step("week", "P-7D").roll(Roll.PREVIOUS).build()).step(step("day", "P-1D").roll(Roll.PREVIOUS).build());
	}

	private ProtocolDefinitionBuilder noShow() {
		return protocol(BookingMoment.MISSED).step(step("call", "P1D").grace(3).build());
	}

	private static ProtocolDefinitionBuilder protocol(BookingMoment moment) {
		return ProtocolDefinition.builder().uuid(UUID.randomUUID().toString()).name("Booking " + moment)
			.why(text("Booked on {date}")).purpose(Purpose.CARE).activeFrom("2026-01-01")
			.trigger(Trigger.builder().type(TriggerType.BOOKING).when(moment).build());
	}

	private ProtocolDefinitionBuilder recall() {
		return ProtocolDefinition.builder().uuid(UUID.randomUUID().toString()).name("Recall")
			.why(text("Last here on {date}")).purpose(Purpose.RECALL).activeFrom("2026-01-01")
			.trigger(Trigger.builder().type(TriggerType.RECALL).filter(filter(extraction).build()).interval("P6M").build())
			.step(step("due", "P0D").build());
	}

	private Booking book(LocalDate day, LocalDateTime now) {
		return book(now, BookingDraft.builder().patient(again(patient)).day(day).location(place).build());
	}

	private Booking book(LocalDateTime time, LocalDateTime now) {
		return book(now, BookingDraft.builder().patient(again(patient)).startsAt(at(time)).location(place).build());
	}

	private Booking book(LocalDateTime now, BookingDraft draft) {
		Booking booked = service(now).book(draft);
		flushAndClear();
		return booked;
	}

	private void when(LocalDateTime now, BiConsumer<BookingService, Booking> verb, Booking booking) {
		verb.accept(service(now), again(booking));
		flushAndClear();
	}

	private BookingService service(LocalDateTime now) {
		return new BookingServiceImpl(bookings, desk, Clock.fixed(at(now), OSLO));
	}

	private BookingDraft on(LocalDate day) {
		return BookingDraft.builder().day(day).location(place).build();
	}

	private void become(Booking booking, BookingStatus to, LocalDateTime now) {
		when(now, (s, b) -> s.transitionBooking(b, to, null, "said so"), booking);
	}

	private SweepReport sweep(LocalDateTime now) {
		flush();
		SweepReport report = sweep.sweep(() -> runs.begin(at(now), actor));
		assertThat(report.getFailures()).isZero();
		flushAndClear();
		return report;
	}
}
