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
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.contact.booking.Booking;
import org.openmrs.module.retention.contact.booking.BookingDesk;
import org.openmrs.module.retention.contact.booking.BookingDraft;
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
import org.openmrs.module.retention.followup.protocol.Trigger;
import org.openmrs.module.retention.followup.protocol.TriggerType;
import org.springframework.beans.factory.annotation.Autowired;

/** A clinic whose patients have bookings. */
abstract class BookedIT extends PlanningIT {

	/** A Friday. */
	static final LocalDate BOOKED_FOR = DAY.plusDays(9);

	@Autowired
	Bookings bookings;

	@Autowired
	private Sweep sweep;

	@Autowired
	private BookingDesk desk;

	User actor;

	@BeforeEach
	void who() {
		actor = Context.getAuthenticatedUser();
	}

	ProtocolDefinitionBuilder reminders() {
		return protocol(BookingMoment.BEFORE).onRepeat(RepeatMode.SEPARATE)
			.step(step("week", "P-7D").roll(Roll.PREVIOUS).build()).step(step("day", "P-1D").roll(Roll.PREVIOUS).build());
	}

	ProtocolDefinitionBuilder noShow() {
		return protocol(BookingMoment.MISSED).step(step("call", "P1D").grace(3).build());
	}

	static ProtocolDefinitionBuilder protocol(BookingMoment moment) {
		return ProtocolDefinition.builder().uuid(UUID.randomUUID().toString()).name("Booking " + moment)
			.why(text("Booked on {date}")).purpose(Purpose.CARE).activeFrom("2026-01-01")
			.trigger(Trigger.builder().type(TriggerType.BOOKING).when(moment).build());
	}

	ProtocolDefinitionBuilder recall() {
		return ProtocolDefinition.builder().uuid(UUID.randomUUID().toString()).name("Recall")
			.why(text("Last here on {date}")).purpose(Purpose.RECALL).activeFrom("2026-01-01")
			.trigger(Trigger.builder().type(TriggerType.RECALL).filter(filter(extraction).build()).interval("P6M").build())
			.step(step("due", "P0D").build());
	}

	Booking book(LocalDate day, LocalDateTime now) {
		return book(now, BookingDraft.builder().patient(again(patient)).day(day).location(place).build());
	}

	Booking book(LocalDateTime time, LocalDateTime now) {
		return book(now, BookingDraft.builder().patient(again(patient)).startsAt(at(time)).location(place).build());
	}

	Booking book(LocalDateTime now, BookingDraft draft) {
		Booking booked = service(now).book(draft);
		flushAndClear();
		return booked;
	}

	void when(LocalDateTime now, BiConsumer<BookingService, Booking> verb, Booking booking) {
		verb.accept(service(now), again(booking));
		flushAndClear();
	}

	BookingService service(LocalDateTime now) {
		return new BookingServiceImpl(bookings, desk, Clock.fixed(at(now), OSLO));
	}

	BookingDraft on(LocalDate day) {
		return BookingDraft.builder().day(day).location(place).build();
	}

	void become(Booking booking, BookingStatus to, LocalDateTime now) {
		when(now, (s, b) -> s.transitionBooking(b, to, null, "said so"), booking);
	}

	SweepReport sweep(LocalDateTime now) {
		flush();
		SweepReport report = sweep.sweep(() -> runs.begin(at(now), actor));
		assertThat(report.getFailures()).isZero();
		flushAndClear();
		return report;
	}
}
