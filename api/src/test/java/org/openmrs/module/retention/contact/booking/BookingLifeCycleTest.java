/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openmrs.Patient;
import org.openmrs.User;
import org.openmrs.module.retention.shared.Occasion;
import org.openmrs.module.retention.shared.RetentionException;

/** The whole table, over every pair of states, told a second time and by hand; and what another time does to each. */
class BookingLifeCycleTest {

	private static final List<String> LEGAL = Arrays.asList("BOOKED-CANCELLED", "BOOKED-KEPT", "BOOKED-MISSED",
		"CANCELLED-BOOKED", "KEPT-BOOKED", "MISSED-BOOKED", "MISSED-KEPT", "MISSED-CANCELLED");

	private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

	private static final LocalDate DAY = LocalDate.of(2026, 11, 18);

	private static final Map<BookingStatus, BiConsumer<Booking, Occasion>> VERBS = new EnumMap<>(BookingStatus.class);

	static {
		VERBS.put(BookingStatus.BOOKED, Booking::reinstate);
		VERBS.put(BookingStatus.CANCELLED, Booking::cancel);
		VERBS.put(BookingStatus.KEPT, (booking, occasion) -> booking.keep(7, "seven", occasion));
		VERBS.put(BookingStatus.MISSED, Booking::miss);
	}

	static Stream<Arguments> pairs() {
		List<Arguments> pairs = new ArrayList<>();
		for (BookingStatus from : BookingStatus.values()) {
			for (BookingStatus to : BookingStatus.values()) {
				pairs.add(Arguments.of(from, to));
			}
		}
		return pairs.stream();
	}

	@ParameterizedTest
	@MethodSource("pairs")
	void verb_shouldFollowTheTable_whenBookingIsInAnyState(BookingStatus from, BookingStatus to) {
		Booking booking = aBookingThatIs(from);
		int rows = booking.getChanges().size();

		if (LEGAL.contains(from + "-" + to)) {
			VERBS.get(to).accept(booking, occasion("test"));

			assertThat(booking.getStatus()).isEqualTo(to);
			assertThat(booking.getEncounterId()).isEqualTo(to == BookingStatus.KEPT ? 7 : null);
			BookingChange row = booking.getChanges().get(rows);
			assertThat(row.getFromStatus()).isEqualTo(from);
			assertThat(row.getToStatus()).isEqualTo(to);
			assertThat(row.getReason()).isEqualTo("test");
			assertThat(row.getActor()).isEqualTo(occasion("test").getActor());
			assertThat(booking.getChanges()).hasSize(rows + 1);
		} else {
			assertThatThrownBy(() -> VERBS.get(to).accept(booking, occasion("test"))).isInstanceOfSatisfying(
				RetentionException.class,
				e -> assertThat(e.getCode()).isEqualTo("retention.contact.error.booking-transition-not-allowed"));
			assertThat(booking.getStatus()).isEqualTo(from);
			assertThat(booking.getChanges()).hasSize(rows);
		}
	}

	@ParameterizedTest
	@EnumSource(BookingStatus.class)
	void change_shouldBookAnew_whenAnotherDayIsAgreed(BookingStatus from) {
		Booking booking = aBookingThatIs(from);

		assertThat(booking.change(draft(null), BookingTime.on(DAY.plusDays(1), OSLO), occasion("changed"))).isTrue();

		assertThat(booking.getStatus()).isEqualTo(BookingStatus.BOOKED);
		assertThat(booking.getEncounterId()).isNull();
		assertThat(booking.getAgreedAt()).isEqualTo(occasion("changed").getAt());
		BookingChange row = booking.getChanges().get(booking.getChanges().size() - 1);
		assertThat(row.getDay()).isEqualTo(DAY.plusDays(1));
		assertThat(row.getFromStatus()).isEqualTo(from);
	}

	@ParameterizedTest
	@EnumSource(BookingStatus.class)
	void change_shouldBookAnew_whenAnotherHourIsAgreed_unlessItWasKept(BookingStatus from) {
		Booking booking = aBookingThatIs(from);

		booking.change(draft(null), BookingTime.at(DAY.atTime(15, 0).atZone(OSLO).toInstant(), OSLO), occasion("changed"));

		assertThat(booking.getStatus()).isEqualTo(from == BookingStatus.KEPT ? from : BookingStatus.BOOKED);
		assertThat(booking.getEncounterId()).isEqualTo(from == BookingStatus.KEPT ? 7 : null);
	}

	@ParameterizedTest
	@EnumSource(BookingStatus.class)
	void change_shouldLeaveTheStateAlone_whenTheTimeIsTheSame(BookingStatus from) {
		Booking booking = aBookingThatIs(from);
		int rows = booking.getChanges().size();

		assertThat(booking.change(draft(null), BookingTime.on(DAY, OSLO), occasion("changed"))).isFalse();
		assertThat(booking.getChanges()).hasSize(rows);

		assertThat(booking.change(draft("Crown"), BookingTime.on(DAY, OSLO), occasion("changed"))).isTrue();
		assertThat(booking.getStatus()).isEqualTo(from);
		assertThat(booking.getReason()).isEqualTo("Crown");
		assertThat(booking.getAgreedAt()).isEqualTo(occasion("before").getAt());
	}

	@ParameterizedTest
	@EnumSource(BookingStatus.class)
	void revive_shouldBookAnew_whatWasVoided(BookingStatus from) {
		Booking booking = aBookingThatIs(from);
		booking.annul(occasion("error"));
		assertThat(booking.isBooked()).isFalse();
		assertThat(booking.getVoidReason()).isEqualTo("error");

		booking.revive(occasion("posted again"));

		assertThat(booking.isBooked()).isTrue();
		assertThat(booking.getVoidReason()).isNull();
	}

	@Test
	void day_shouldBeOver_whenItIsThere() {
		BookingTime time = BookingTime.on(DAY, OSLO);

		assertThat(time.isDayOver(DAY.atTime(23, 59).atZone(OSLO).toInstant())).isFalse();
		assertThat(time.isDayOver(DAY.plusDays(1).atStartOfDay(OSLO).toInstant())).isTrue();
	}

	@Test
	void key_shouldTellSystemsAndCaseApart() {
		assertThat(new ExternalKey("a", "b").hash()).hasSize(64).isEqualTo(new ExternalKey("a", "b").hash())
			.isNotEqualTo(new ExternalKey("a", "B").hash()).isNotEqualTo(new ExternalKey("A", "b").hash());
	}

	private static Booking aBookingThatIs(BookingStatus status) {
		Booking booking = Booking.make(draft(null), BookingTime.on(DAY, OSLO), null, occasion("before"));
		if (status != BookingStatus.BOOKED) {
			VERBS.get(status).accept(booking, occasion("before"));
		}
		return booking;
	}

	private static BookingDraft draft(String reason) {
		Patient patient = new Patient();
		patient.setUuid("patient");
		return BookingDraft.builder().patient(patient).reason(reason).build();
	}

	private static Occasion occasion(String reason) {
		User user = new User(1);
		user.setUuid("user");
		return new Occasion(user, Instant.parse("before".equals(reason) ? "2026-11-01T08:00:00Z" : "2026-11-10T08:00:00Z"),
			reason);
	}
}
