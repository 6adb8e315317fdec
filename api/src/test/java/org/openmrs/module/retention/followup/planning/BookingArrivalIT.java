/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openmrs.Encounter;
import org.openmrs.module.retention.contact.booking.Booking;
import org.openmrs.module.retention.contact.booking.BookingStatus;
import org.openmrs.module.retention.shared.RetentionSettings;

/** Who came to what was booked, and who did not. */
class BookingArrivalIT extends BookedIT {

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
}
