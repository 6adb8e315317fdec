/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.retention.calendar.Calendars.closed;
import static org.openmrs.module.retention.calendar.Calendars.office;
import static org.openmrs.module.retention.calendar.Calendars.open;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OpeningHoursTest {

	private static final String UUID = "5a1cbd7e-6a37-4a9e-a5f5-0ab5a26e6b8b";

	private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

	private static final LocalDate SATURDAY = FRIDAY.plusDays(1);

	private static final LocalDate MONDAY = FRIDAY.plusDays(3);

	private final OpeningHours office = OpeningHours.of(office(UUID).build());

	@Test
	void on_shouldGiveTheStretchesInTheirOrder_whenADayHasABreak() {
		OpeningHours hours = hours(open("2026-11-20", "14:00-18:00", "08:30-12:00"));

		assertThat(hours.on(FRIDAY)).containsExactly(
			new OpeningHours.Interval(FRIDAY.atTime(8, 30), FRIDAY.atTime(12, 0)),
			new OpeningHours.Interval(FRIDAY.atTime(14, 0), FRIDAY.atTime(18, 0)));
		assertThat(hours.opening(FRIDAY)).isEqualTo(FRIDAY.atTime(8, 30));
		assertThat(hours.closing(FRIDAY)).isEqualTo(FRIDAY.atTime(18, 0));
		assertThat(hours.isOpenAt(FRIDAY.atTime(12, 0))).isFalse();
		assertThat(hours.isOpenAt(FRIDAY.atTime(14, 0))).isTrue();
		assertThat(hours.isOpenAt(FRIDAY.atTime(18, 0))).isFalse();
	}

	@Test
	void opening_shouldBeNull_whenTheDayIsClosed() {
		assertThat(office.isOpen(SATURDAY)).isFalse();
		assertThat(office.opening(SATURDAY)).isNull();
		assertThat(office.closing(SATURDAY)).isNull();
		assertThat(office.on(SATURDAY)).isEmpty();
	}

	@Test
	void openDays_shouldSkipTheWeekend() {
		assertThat(office.openOnOrAfter(FRIDAY)).isEqualTo(FRIDAY);
		assertThat(office.openOnOrAfter(SATURDAY)).isEqualTo(MONDAY);
		assertThat(office.openOnOrBefore(SATURDAY)).isEqualTo(FRIDAY);
		assertThat(office.openAfter(FRIDAY)).isEqualTo(MONDAY);
		assertThat(office.openBefore(MONDAY)).isEqualTo(FRIDAY);
		assertThat(office.plusOpenDays(FRIDAY, 0)).isEqualTo(FRIDAY);
		assertThat(office.plusOpenDays(FRIDAY, 2)).isEqualTo(MONDAY.plusDays(1));
	}

	@Test
	void openDays_shouldSkipARunOfEveryYearAcrossNewYear() {
		OpeningHours hours = hours(closed("--12-24", "--01-02"));

		assertThat(hours.openAfter(LocalDate.of(2026, 12, 23))).isEqualTo(LocalDate.of(2027, 1, 4));
		assertThat(hours.isOpen(LocalDate.of(2027, 1, 1))).isFalse();
		assertThat(hours.isOpen(LocalDate.of(2027, 12, 23))).isTrue();
	}

	@Test
	void exceptions_shouldTakeADatedDayBeforeARunAndBothBeforeEveryYear() {
		OpeningHours hours = hours(closed("--12-24", "--12-26"), closed("2026-12-21", "2026-12-31"),
			open("--12-24", "09:00-10:00"), open("2026-12-23", "09:00-12:00"));

		assertThat(hours.closing(LocalDate.of(2026, 12, 23))).isEqualTo(LocalDateTime.of(2026, 12, 23, 12, 0));
		assertThat(hours.isOpen(LocalDate.of(2026, 12, 24))).as("the dated run goes before every year").isFalse();
		assertThat(hours.closing(LocalDate.of(2027, 12, 24))).as("the single day goes before the run")
			.isEqualTo(LocalDateTime.of(2027, 12, 24, 10, 0));
	}

	@Test
	void exceptions_shouldOpenAnExtraDay() {
		assertThat(hours(open("2026-11-21", "10:00-14:00")).openAfter(FRIDAY)).isEqualTo(SATURDAY);
	}

	@Test
	void exceptions_shouldHoldOnLeapDayOnly_whenOfEveryTwentyNinthOfFebruary() {
		OpeningHours hours = hours(closed("--02-29", null));

		assertThat(hours.isOpen(LocalDate.of(2028, 2, 29))).isFalse();
		assertThat(hours.isOpen(LocalDate.of(2027, 3, 1))).isTrue();
	}

	@Test
	void always_shouldBeOpenFromMidnightToMidnight() {
		OpeningHours always = OpeningHours.always();

		assertThat(always.opening(SATURDAY)).isEqualTo(SATURDAY.atStartOfDay());
		assertThat(always.closing(SATURDAY)).isEqualTo(SATURDAY.plusDays(1).atStartOfDay());
		assertThat(always.isOpenAt(SATURDAY.atTime(23, 59))).isTrue();
	}

	@Test
	void openOnOrAfter_shouldBeTheDayItself_whenItNeverOpens() {
		OpeningHours never = OpeningHours.of(CalendarDefinition.builder().uuid(UUID).name("Never").build());

		assertThat(never.openOnOrAfter(FRIDAY)).isEqualTo(FRIDAY);
		assertThat(never.plusOpenDays(FRIDAY, 2)).isEqualTo(FRIDAY.plusDays(2));
	}

	@Property
	void openDays_shouldBeOpenAndNextToOneAnother(@ForAll @IntRange(max = 4000) int offset) {
		LocalDate day = LocalDate.of(2024, 1, 1).plusDays(offset);
		LocalDate next = office.openAfter(day);

		assertThat(office.isOpen(next)).isTrue();
		assertThat(next).isAfter(day);
		for (LocalDate between = day.plusDays(1); between.isBefore(next); between = between.plusDays(1)) {
			assertThat(office.isOpen(between)).isFalse();
		}
		assertThat(office.openBefore(next)).isEqualTo(office.openOnOrBefore(day));
	}

	@Test
	void shareOn_shouldBeLess_onAShorterDayAlone() {
		Duration hour = Duration.ofHours(1);
		Duration usual = OpeningHours.of(office(UUID).build()).openFrom(FRIDAY.atStartOfDay());
		OpeningHours hours = hours(open("2026-11-20", "09:00-10:00", "11:00-13:00"), closed("2026-11-23", null),
			open("2026-11-21", "09:00-10:00"), open("2026-11-24", "06:00-22:00"));

		assertThat(hours.shareOn(FRIDAY, usual)).as("three hours").isEqualTo(hour.multipliedBy(3));
		assertThat(hours.shareOn(MONDAY, usual)).as("closed").isEqualTo(usual);
		assertThat(hours.shareOn(SATURDAY, usual)).as("usually closed").isEqualTo(usual);
		assertThat(hours.shareOn(MONDAY.plusDays(1), usual)).as("longer").isEqualTo(usual);
		assertThat(hours.shareOn(MONDAY.plusDays(2), usual)).as("as usual").isEqualTo(usual);
		assertThat(hours.shareOn(FRIDAY, Duration.ZERO)).isZero();
	}

	@Property
	void shareOn_shouldBeTheShareOfTheHours(@ForAll @IntRange(min = 1, max = 24) int usually,
		@ForAll @IntRange(min = 1, max = 24) int today, @ForAll @IntRange(max = 144_000) int minutes) {
		Duration limit = Duration.ofMinutes(minutes);
		OpeningHours hours = OpeningHours.of(CalendarDefinition.builder().uuid(UUID).name("x")
			.hours(Collections.singletonMap("FRIDAY", Collections.singletonList(until(usually))))
			.exceptions(Collections.singletonList(open("2026-11-20", until(today)))).build());

		Duration share = hours.shareOn(FRIDAY, limit);

		assertThat(share).isBetween(Duration.ZERO, limit);
		assertThat(Math.abs(share.getSeconds() - 60.0 * minutes * Math.min(today, usually) / usually)).isLessThan(1);
	}

	@Test
	void openFrom_shouldBeWhatIsLeftOfTheDay() {
		OpeningHours hours = hours(open("2026-11-20", "08:30-12:00", "14:00-18:00"));

		assertThat(hours.openFrom(FRIDAY.atStartOfDay())).isEqualTo(Duration.ofMinutes(450));
		assertThat(hours.openFrom(FRIDAY.atTime(11, 30))).isEqualTo(Duration.ofMinutes(270));
		assertThat(hours.openFrom(FRIDAY.atTime(13, 0))).isEqualTo(Duration.ofMinutes(240));
		assertThat(hours.openFrom(FRIDAY.atTime(18, 0))).isZero();
		assertThat(hours.openFrom(SATURDAY.atTime(9, 0))).isZero();
	}

	private static String until(int hour) {
		return String.format("00:00-%02d:00", hour);
	}

	private static OpeningHours hours(CalendarDefinition.Exception... exceptions) {
		return OpeningHours.of(office(UUID).exceptions(Arrays.asList(exceptions)).build());
	}
}
