/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.contact.ContactService;
import org.openmrs.module.retention.contact.booking.Booking;
import org.openmrs.module.retention.contact.booking.BookingDesk;
import org.openmrs.module.retention.contact.booking.BookingDraft;
import org.openmrs.module.retention.contact.booking.BookingSearch;
import org.openmrs.module.retention.contact.booking.BookingService;
import org.openmrs.module.retention.contact.booking.BookingServiceImpl;
import org.openmrs.module.retention.contact.booking.BookingStatus;
import org.openmrs.module.retention.contact.booking.Bookings;
import org.openmrs.module.retention.followup.protocol.Channel;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.HoldReason;
import org.openmrs.module.retention.followup.task.TaskStatus;
import org.openmrs.module.retention.shared.Page;

/** SPOKE, BOOKED: the contact makes the booking that everything else goes by. */
class AgreedBookingIT extends AttemptIT {

	private Patient patient;

	private BookingService bookings;

	@BeforeEach
	void aPatient() {
		patient = clinic.aPatient("Ada");
		bookings = new BookingServiceImpl(bean("bookings", Bookings.class), bean("bookingDesk", BookingDesk.class),
			Clock.fixed(now, OSLO));
	}

	@Test
	void booked_shouldMakeABooking_completeCare_holdTheRecall_andVoidingShouldTakeAllBack() {
		FollowUpTask care = task(patient, Purpose.CARE);
		FollowUpTask recall = task(patient, Purpose.RECALL);

		ContactAttempt attempt = record(spoke(Disposition.BOOKED, care, recall).until(MONDAY.plusDays(3)));

		Booking booking = only();
		assertThat(booking.getDay()).isEqualTo(MONDAY.plusDays(3));
		assertThat(booking.getStartsAt()).isNull();
		assertThat(booking.getChanges()).extracting(c -> c.getActor()).containsExactly(caller());
		assertThat(care.getStatus()).isEqualTo(TaskStatus.COMPLETED);
		assertThat(recall.getHoldReason()).isEqualTo(HoldReason.BOOKED);
		assertThat(recall.getWakeAt()).isEqualTo(at(4, "00:00"));
		assertThat(recall.isDue(at(5, "12:00"))).as("worth doing until the open day after").isTrue();

		service.voidAttempt(attempt, "Misheard");
		flush();
		assertThat(only().getStatus()).isEqualTo(BookingStatus.CANCELLED);
		assertThat(care.isOpen()).isTrue();
		assertThat(recall.getHoldReason()).isNull();
		assertThat(recall.getWakeAt()).isEqualTo(recall.getDueFrom());
	}

	@Test
	void booked_shouldMakeOneForEachPatientOfTheContact_alsoWithoutATask() {
		Patient sister = clinic.aPatient("Sister");
		record(spoke(Disposition.BOOKED, task(patient, Purpose.CARE), task(sister, Purpose.CARE))
			.patient(patient.getUuid()).until(MONDAY.plusDays(3)));
		assertThat(all()).extracting(Booking::getPatient).containsExactlyInAnyOrder(patient, sister);

		Patient caller = clinic.aPatient("Caller");
		record(spoke(Disposition.BOOKED).patient(caller.getUuid()).direction(Direction.INBOUND).until(MONDAY.plusDays(5)));
		assertThat(all()).extracting(Booking::getPatient).contains(caller);
	}

	@Test
	void booked_shouldMakeNoSecond_whenTheSchedulerHasItAlready() {
		bookings.book(BookingDraft.builder().patient(patient).day(MONDAY.plusDays(3)).externalSystem("Planner")
			.externalId("7").build());

		ContactAttempt attempt = record(spoke(Disposition.BOOKED, task(patient, Purpose.CARE)).until(MONDAY.plusDays(3)));

		assertThat(only().getExternalSystem()).isEqualTo("Planner");
		service.voidAttempt(attempt, "Misheard");
		assertThat(only().isBooked()).as("it is not the contact's").isTrue();
	}

	@Test
	void recall_shouldWaitForTheNewDay_whenTheSchedulerMovesWhatWasAgreed_alsoAfterAReplay() {
		FollowUpTask recall = task(patient, Purpose.RECALL);
		record(spoke(Disposition.BOOKED, recall).until(MONDAY.plusDays(3)));
		bookings.book(BookingDraft.builder().patient(patient).day(MONDAY.plusDays(3)).externalSystem("Planner")
			.externalId("7").build());
		bookings.book(BookingDraft.builder().patient(patient).day(MONDAY.plusDays(2)).externalSystem("Planner")
			.externalId("7").build());
		flush();
		assertThat(recall.getWakeAt()).isEqualTo(at(3, "00:00"));

		now = at("15:00");
		ContactAttempt other = record(request(AttemptResult.NO_ANSWER, recall));
		service.voidAttempt(other, "Wrong line");

		assertThat(recall.getHoldReason()).isEqualTo(HoldReason.BOOKED);
		assertThat(recall.getWakeAt()).as("of two days the one that stands").isEqualTo(at(3, "00:00"));
	}

	@Test
	void policy_shouldDeferInvitationsOfWhoHasABooking() {
		record(spoke(Disposition.BOOKED, task(patient, Purpose.CARE)).until(MONDAY.plusDays(10)));
		ContactService contacts = Context.getService(ContactService.class);

		assertThat(contacts.mayContact(patient, Purpose.RECALL, Channel.PHONE, null, at(5, "10:00")).getReason())
			.isEqualTo("retention.contact.reason.booked");
		assertThat(contacts.mayContact(patient, Purpose.CARE, Channel.PHONE, null, at(5, "10:00")).isAllowed()).isTrue();
		assertThat(contacts.mayContact(patient, Purpose.RECALL, Channel.PHONE, null, at(11, "10:00")).isAllowed()).isTrue();
	}

	private Booking only() {
		List<Booking> all = all();
		assertThat(all).hasSize(1);
		return all.get(0);
	}

	private List<Booking> all() {
		flush();
		return bookings.findBookings(BookingSearch.builder().build(), new Page(0, 9));
	}
}
