/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.retention.followup.attempt.Contacts.at;
import static org.openmrs.module.retention.followup.attempt.Contacts.clinicHours;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.calendar.OpeningHours;
import org.openmrs.module.retention.contact.BestWindows;

class CallTimesTest {

	private static final Instant FAR = at(300, "12:00");

	private final CallTimes times = clinicHours();

	@Test
	void nextTry_shouldTakeTheNextPartOfTheSameDay() {
		assertThat(times.nextTry(at("09:00"), 1, null, false, FAR)).isEqualTo(at("12:00"));
		assertThat(times.nextTry(at("13:00"), 1, null, false, FAR)).isEqualTo(at("17:00"));
	}

	@Test
	void nextTry_shouldTakeAnotherPartOfTheNextOpenDay_whenThisOneHasNoneLeft() {
		assertThat(times.nextTry(at("17:30"), 1, null, false, FAR)).isEqualTo(at(1, "08:00"));
		assertThat(times.nextTry(at("09:00"), 2, null, false, FAR)).as("not the morning again").isEqualTo(at(1, "12:00"));
		assertThat(times.nextTry(at(4, "17:30"), 1, null, false, FAR)).as("over the weekend").isEqualTo(at(7, "08:00"));
	}

	@Test
	void nextTry_shouldUseClosedDays_whenTheStepIsCritical() {
		assertThat(times.nextTry(at(4, "17:30"), 2, null, true, FAR)).isEqualTo(at(5, "08:00"));
	}

	@Test
	void nextTry_shouldStayInTheSamePart_whenItWouldExpireOtherwise() {
		assertThat(times.nextTry(at("09:00"), 1, null, false, at("11:00"))).isEqualTo(at("09:30"));
	}

	@Test
	void nextTry_shouldKeepToTwiceADay_evenIfItExpires() {
		assertThat(times.nextTry(at("09:00"), 2, null, false, at("18:00"))).isEqualTo(at(1, "12:00"));
	}

	@Test
	void whenBestReached_shouldBeTheFirstMomentThatSuitsBoth() {
		assertThat(best("MONDAY 16:00-17:00", at("12:00"), FAR)).isEqualTo(at("16:00"));
		assertThat(best("MONDAY 11:00-14:00", at("12:00"), FAR)).as("it does already").isEqualTo(at("12:00"));
		assertThat(best("WEDNESDAY 06:00-09:00; TUESDAY 17:30-21:00", at("12:00"), FAR)).isEqualTo(at(1, "17:30"));
		assertThat(best("WEDNESDAY 06:00-09:00", at("12:00"), FAR)).as("not before it opens").isEqualTo(at(2, "08:00"));
	}

	@Test
	void whenBestReached_shouldBeTheNextTry_whenThereIsNoSuchMomentInTime() {
		assertThat(best("TUESDAY 10:00-11:00", at("12:00"), at("17:00"))).isEqualTo(at("12:00"));
		assertThat(best("SUNDAY 10:00-11:00", at("12:00"), FAR)).as("closed").isEqualTo(at("12:00"));
	}

	@Test
	void whenBestReached_shouldGoByThePersonsClock() {
		assertThat(times.whenBestReached(at("09:00"), BestWindows.parse("MONDAY 08:00-10:00"), ZoneId.of("America/New_York"),
			FAR)).isEqualTo(at("14:00"));
	}

	private Instant best(String windows, Instant next, Instant before) {
		return times.whenBestReached(next, BestWindows.parse(windows), Contacts.OSLO, before);
	}

	@Test
	void nextTry_shouldCountOpenDays_whenTheStepSpacesItsTries() {
		assertThat(times.nextTry(at(4, "10:00"), 1, Duration.ofDays(1), false, FAR)).isEqualTo(at(7, "10:00"));
		assertThat(times.nextTry(at("10:00"), 1, Duration.ofHours(2), false, FAR)).isEqualTo(at("12:00"));
		assertThat(times.nextTry(at("10:00"), 2, Duration.ofHours(2), false, FAR)).isEqualTo(at(1, "08:00"));
	}

	@Test
	void nextTry_shouldStayOutsideQuietHours_whenTheClinicNeverCloses() {
		CallTimes always = new CallTimes(ZoneId.of("Europe/Oslo"), OpeningHours.always(), LocalTime.of(9, 0),
			LocalTime.of(20, 0));
		assertThat(always.nextTry(at("19:00"), 1, null, false, FAR)).isEqualTo(at(1, "09:00"));
	}

	@Property
	void nextTry_shouldBeLaterInsideHoursAndAtMostTwiceADay(@ForAll @IntRange(max = 20 * 24 * 60) int minute,
		@ForAll @IntRange(min = 1, max = 2) int triesThatDay, @ForAll boolean critical) {
		CallTimes clinic = clinicHours();
		Instant last = at("00:00").plus(Duration.ofMinutes(minute));
		Instant next = clinic.nextTry(last, triesThatDay, null, critical, FAR);
		assertThat(next).isAfter(last);
		assertThat(clinic.isCallingHour(next)).isTrue();
		assertThat(critical || clinic.isOpenAt(next)).isTrue();
		assertThat(triesThatDay < 2 || !clinic.dayOf(next).equals(clinic.dayOf(last))).isTrue();
	}
}
