/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Location;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.Clinic;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.calendar.Sites;
import org.openmrs.module.retention.shared.Occasion;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionSettings;
import org.springframework.beans.factory.annotation.Autowired;

class BookingIT extends RetentionIT {

	private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

	@Autowired
	private Bookings bookings;

	@Autowired
	private Sites sites;

	private final List<String> told = new ArrayList<>();

	private Clinic clinic;

	private Patient patient;

	private BookingDesk desk;

	private BookingServiceImpl service;

	@BeforeEach
	void aDesk() {
		clinic = new Clinic(sessionFactory);
		clinic.setting(RetentionSettings.TIMEZONE, "Europe/Oslo");
		patient = clinic.aPatient("Anna");
		flush();
		desk = new BookingDesk(bookings, new BookingRules(sites), Collections.singletonList((booking, occasion) -> told
			.add(booking.getStatus() + " " + booking.getDay() + " " + occasion.getReason())));
		service = new BookingServiceImpl(bookings, desk, Clock.fixed(NOW, ZoneOffset.UTC));
	}

	@Test
	void book_shouldTakeTheDayOfTheMoment_whereThePlaceIs() {
		Booking booking = service.book(draft().day(null).startsAt(Instant.parse("2026-11-30T23:30:00Z")).build());

		assertThat(booking.getDay()).isEqualTo(DAY);
		assertThat(booking.getZone()).isEqualTo("Europe/Oslo");
		assertThat(booking.getAgreedAt()).isEqualTo(NOW);
		assertThat(told).containsExactly("BOOKED 2026-12-01 by-hand");
	}

	@Test
	void book_shouldTellNobody_whenItSaysNothingNew() {
		Booking first = service.book(keyed("7").build());
		flushAndClear();
		told.clear();

		Booking again = service.book(keyed("7").build());

		assertThat(again.getId()).isEqualTo(first.getId());
		assertThat(again.getChanges()).hasSize(1);
		assertThat(told).isEmpty();
	}

	@Test
	void book_shouldTakeOverWhatAContactHasAgreedForTheDay() {
		desk.bookByContact("attempt", Collections.singleton(patient), DAY, null, occasion());
		Booking agreed = all().get(0);

		Booking posted = service.book(keyed("7").day(null).startsAt(Instant.parse("2026-12-01T09:00:00Z")).build());

		assertThat(posted.getId()).isEqualTo(agreed.getId());
		assertThat(posted.getKey()).isEqualTo(new ExternalKey("Planner", "7"));
		assertThat(posted.getStartsAt()).isNotNull();
		desk.withdrawContact("attempt", Collections.singleton(patient), occasion());
		assertThat(again(posted).isBooked()).as("it is the other system's now").isTrue();
	}

	@Test
	void change_shouldEndWhatAContactHasAgreed_whenTheOtherSystemMovesItsOwnThere() {
		Booking posted = service.book(keyed("7").day(DAY.minusDays(4)).build());
		desk.bookByContact("attempt", Collections.singleton(patient), DAY, null, occasion());

		service.book(keyed("7").build());

		assertThat(all()).extracting(Booking::getStatus).containsExactly(BookingStatus.BOOKED, BookingStatus.CANCELLED);
		assertThat(again(posted).getDay()).isEqualTo(DAY);
	}

	@Test
	void bookByContact_shouldMakeOneForEach_andNoneForWhomThereIsOne() {
		Patient other = clinic.aPatient("Berit");
		flush();
		service.book(draft().build());
		List<Patient> both = new ArrayList<>();
		both.add(patient);
		both.add(other);

		desk.bookByContact("attempt", both, DAY, null, occasion());

		assertThat(all()).extracting(Booking::getPatient).containsExactlyInAnyOrder(patient, other);
		desk.withdrawContact("attempt", Collections.singleton(patient), occasion());
		assertThat(service.findBookings(BookingSearch.builder().status(BookingStatus.BOOKED).build(), new Page(0, 9)))
			.extracting(Booking::getPatient).containsExactly(patient);
	}

	@Test
	void moveByContact_shouldMoveTheBookingThatAPlanHangsOn_andWithdrawPutItBack() {
		Booking booking = service.book(keyed("7").day(null).startsAt(Instant.parse("2026-12-01T09:00:00Z")).build());
		String planKey = "booking:" + booking.getUuid() + ":" + DAY;

		desk.moveByContact(planKey, DAY.plusDays(3), occasion());
		desk.bookByContact("attempt", Collections.singleton(patient), DAY.plusDays(3), null, occasion());

		assertThat(all()).as("the same booking").hasSize(1);
		assertThat(again(booking).getDay()).isEqualTo(DAY.plusDays(3));
		assertThat(again(booking).getStartsAt()).as("the hour is not known").isNull();
		desk.withdrawContact("attempt", Collections.singleton(patient), occasion());
		assertThat(again(booking).getDay()).isEqualTo(DAY);
		assertThat(again(booking).getStartsAt()).isEqualTo(Instant.parse("2026-12-01T09:00:00Z"));
		desk.moveByContact("visit:1", DAY.plusDays(9), occasion());
		assertThat(again(booking).getDay()).isEqualTo(DAY);
	}

	@Test
	void withdraw_shouldLeaveWhatTheOtherSystemHasMovedSince() {
		Booking booking = service.book(keyed("7").build());
		desk.moveByContact("booking:" + booking.getUuid() + ":" + DAY, DAY.plusDays(3), occasion());
		service.book(keyed("7").day(DAY.plusDays(4)).build());

		desk.withdrawContact("attempt", Collections.singleton(patient), occasion());

		assertThat(again(booking).getDay()).isEqualTo(DAY.plusDays(4));
	}

	@Test
	void book_shouldRefuseAVoidedPatient_andStayWithWhomItWasMergedInto() {
		Booking booking = service.book(keyed("7").build());
		Patient merged = clinic.aPatient("Anna again");
		merged.setVoided(true);
		flush();

		assertThat(service.book(keyed("7").patient(merged).reason("Crown").build()).getPatient()).isEqualTo(patient);
		assertThat(again(booking).getReason()).isEqualTo("Crown");
		assertRefused(() -> service.book(draft().patient(merged).build()), "booking-patient-voided", "patient");
	}

	@Test
	void transition_shouldRefuseWhatTheDayHasNotDecided() {
		Booking booking = service.book(draft().build());

		assertRefused(() -> service.transitionBooking(booking, BookingStatus.MISSED, 0, null), "booking-day-not-come", "to");
		assertRefused(() -> service.transitionBooking(booking, BookingStatus.CANCELLED, 0, " "), "booking-required",
			"reason");
		assertRefused(() -> service.transitionBooking(booking, BookingStatus.CANCELLED, 3, "ill"), "stale-version",
			"version");
		assertThat(booking.isBooked()).isTrue();
		Booking today = service.book(draft().day(LocalDate.of(2026, 11, 21)).build());
		assertThat(service.transitionBooking(today, BookingStatus.KEPT, 0, null).getStatus()).isEqualTo(BookingStatus.KEPT);
	}

	@Test
	void purge_shouldTellThatItIsGone_andLeaveNothing() {
		Booking booking = service.book(draft().build());
		told.clear();

		service.purgeBooking(booking);
		flushAndClear();

		assertThat(told).containsExactly("BOOKED 2026-12-01 purged");
		assertThat(bookings.getByUuid(booking.getUuid())).isNull();
		assertThat(
			sessionFactory.getCurrentSession().createQuery("select count(c) from retention.BookingChange c", Long.class)
				.uniqueResult())
			.isZero();
	}

	@Test
	void purgeOfThePatient_shouldLeaveTheBookingWithoutOne() {
		Booking booking = service.book(draft().build());
		flushAndClear();

		for (String table : new String[]{ "patient_identifier", "patient" }) {
			sessionFactory.getCurrentSession().createNativeQuery("delete from " + table + " where patient_id = :id")
				.setParameter("id", patient.getPatientId()).executeUpdate();
		}
		flushAndClear();

		assertThat(bookings.getByUuid(booking.getUuid()).getPatient()).isNull();
		assertThat(bookings.getByUuid(booking.getUuid()).getPatientUuid()).isEqualTo(patient.getUuid());
		assertThat(service.findBookings(BookingSearch.builder().build(), new Page(0, 9))).hasSize(1);
	}

	@Test
	void find_shouldCostTheSameNumberOfStatements() {
		for (Patient one : clinic.patients(12)) {
			service.book(draft().patient(one).location(clinic.place()).build());
		}
		assertThat(statements(12)).isEqualTo(statements(2));
	}

	@Test
	void find_shouldIncludeWhatLiesBelowThePlace() {
		Location below = clinic.aLocation("Surgery", clinic.place());
		flush();
		service.book(draft().location(below).build());
		service.book(draft().day(DAY.plusDays(1)).build());

		BookingSearch search = BookingSearch.builder().location(clinic.place()).build();
		assertThat(service.findBookings(search, new Page(0, 9))).hasSize(1);
		assertThat(service.countBookings(search)).isEqualTo(1);
	}

	private long statements(int size) {
		flushAndClear();
		sessionFactory.getStatistics().setStatisticsEnabled(true);
		sessionFactory.getStatistics().clear();
		assertThat(service.findBookings(BookingSearch.builder().build(), new Page(0, size))).hasSize(size)
			.allMatch(b -> b.getLocation().getName() != null && b.getPatient().getPatientIdentifier() != null);
		long count = sessionFactory.getStatistics().getPrepareStatementCount();
		sessionFactory.getStatistics().setStatisticsEnabled(false);
		return count;
	}

	private BookingDraft.BookingDraftBuilder draft() {
		return BookingDraft.builder().patient(patient).day(DAY);
	}

	private BookingDraft.BookingDraftBuilder keyed(String id) {
		return draft().externalSystem("Planner").externalId(id);
	}

	private List<Booking> all() {
		flushAndClear();
		return service.findBookings(BookingSearch.builder().build(), new Page(0, 99));
	}

	private Booking again(Booking booking) {
		flushAndClear();
		return bookings.getByUuid(booking.getUuid());
	}

	private static Occasion occasion() {
		return new Occasion(Context.getAuthenticatedUser(), NOW, "attempt:attempt");
	}

	private static void assertRefused(Runnable call, String code, String field) {
		assertThatThrownBy(call::run).isInstanceOfSatisfying(RetentionException.class, e -> {
			assertThat(e.getCode()).isEqualTo("retention.contact.error." + code);
			assertThat(e.getField()).isEqualTo(field);
		});
	}
}
