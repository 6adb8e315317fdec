/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.openmrs.module.retention.calendar.Calendars.closed;
import static org.openmrs.module.retention.calendar.Calendars.office;
import static org.openmrs.module.retention.calendar.Calendars.open;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.retention.shared.Problem;

class CalendarValidatorTest {

	private static final String PLACE = "7a1cbd7e-0000-4000-8000-000000000001";

	private static final String UUID = "5a1cbd7e-6a37-4a9e-a5f5-0ab5a26e6b8b";

	@Test
	void validate_shouldFindNothing_whenAllIsWell() {
		assertThat(problems(office(UUID).build())).isEmpty();
		assertThat(problems(office(UUID).exceptions(Arrays.asList(closed("2026-12-24", "2027-01-02"),
			open("--05-17", "00:00-24:00"), open("2026-11-28", "08:00-12:00", "12:00-16:00"))).build())).isEmpty();
	}

	@Test
	void validate_shouldNameWhatIsMissing() {
		assertThat(problems(CalendarDefinition.builder().name(" ").build())).extracting(Problem::getPath, Problem::getCode)
			.containsExactly(tuple("uuid", CalendarValidator.UUID_INVALID),
				tuple("name", CalendarValidator.NAME_INVALID),
				tuple("hours", CalendarValidator.NEVER_OPEN));
	}

	@Test
	void validate_shouldRefuseUnknownWeekdays() {
		assertThat(problems(week("FUNDAY", "09:00-17:00"))).extracting(Problem::getCode)
			.containsExactly(CalendarValidator.WEEKDAY_UNKNOWN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "9-17", "09:00", "17:00-09:00", "09:00-09:00", "22:00-00:00", "24:00-24:00", "09:00-25:00",
		"09:00-17:00-18:00", "" })
	void validate_shouldRefuseHoursThatAreNone(String hours) {
		assertThat(problems(week("MONDAY", hours))).extracting(Problem::getPath, Problem::getCode)
			.containsExactly(tuple("hours.MONDAY", CalendarValidator.HOURS_INVALID));
	}

	@Test
	void validate_shouldRefuseHoursThatOverlap() {
		CalendarDefinition calendar = office(UUID)
			.exceptions(Collections.singletonList(open("2026-11-28", "12:00-24:00", "08:00-12:30"))).build();

		assertThat(problems(calendar)).extracting(Problem::getPath, Problem::getCode)
			.containsExactly(tuple("exceptions[0].hours", CalendarValidator.HOURS_OVERLAP));
	}

	@ParameterizedTest
	@ValueSource(strings = { "24.12.2026", "2026-13-01", "--13-01", "12-24", "" })
	void validate_shouldRefuseDaysThatAreNone(String date) {
		CalendarDefinition calendar = office(UUID).exceptions(Collections.singletonList(closed(date, null))).build();

		assertThat(problems(calendar)).extracting(Problem::getPath, Problem::getCode)
			.containsExactly(tuple("exceptions[0].date", CalendarValidator.DATE_INVALID));
	}

	@Test
	void validate_shouldRefuseRunsThatEndBeforeTheyBeginOrMixTheForms() {
		CalendarDefinition calendar = office(UUID)
			.exceptions(Arrays.asList(closed("2026-12-24", "2026-12-23"), closed("--12-24", "2026-12-26"))).build();

		assertThat(problems(calendar)).extracting(Problem::getCode).containsExactly(CalendarValidator.DATE_INVALID,
			CalendarValidator.DATE_INVALID);
	}

	@Test
	void validate_shouldRefuseCapacitiesThatAreNone() {
		assertThat(capacity("Nurse", "MONDAY", 90)).isEmpty();
		assertThat(capacity("Nurse", "MONDAY", 0)).isEmpty();
		assertThat(capacity("Nurse", "FUNDAY", 90))
			.containsExactly(tuple("capacity.Nurse", CalendarValidator.WEEKDAY_UNKNOWN));
		assertThat(capacity("Nurse", "MONDAY", -1))
			.containsExactly(tuple("capacity.Nurse", CalendarValidator.CAPACITY_INVALID));
		assertThat(capacity("Nurse", "MONDAY", 200_000))
			.containsExactly(tuple("capacity.Nurse", CalendarValidator.CAPACITY_INVALID));
		assertThat(capacity("Nurse", "MONDAY", null))
			.containsExactly(tuple("capacity.Nurse", CalendarValidator.CAPACITY_INVALID));
		assertThat(capacity(" ", "MONDAY", 90)).containsExactly(tuple("capacity", CalendarValidator.CAPACITY_INVALID));
	}

	@Test
	void validate_shouldRefuseSitesThatAreNone() {
		assertThat(sites(site(PLACE, "MONDAY", 90))).isEmpty();
		assertThat(sites(site("Town", "MONDAY", 90)))
			.containsExactly(tuple("sites[0].location", CalendarValidator.UUID_INVALID));
		assertThat(sites(site(null, "MONDAY", 90)))
			.containsExactly(tuple("sites[0].location", CalendarValidator.UUID_INVALID));
		assertThat(sites(site(PLACE, "MONDAY", 90), site(PLACE, "MONDAY", 60)))
			.containsExactly(tuple("sites[1].location", CalendarValidator.SITE_TWICE));
		assertThat(sites(site(PLACE, "FUNDAY", 90)))
			.containsExactly(tuple("sites[0].capacity.Nurse", CalendarValidator.WEEKDAY_UNKNOWN));
		assertThat(sites(site(PLACE, "MONDAY", -1)))
			.containsExactly(tuple("sites[0].capacity.Nurse", CalendarValidator.CAPACITY_INVALID));
		assertThat(sites(CalendarDefinition.SiteCapacity.builder().location(PLACE).build()))
			.containsExactly(tuple("sites[0].capacity", CalendarValidator.CAPACITY_INVALID));
	}

	private static CalendarDefinition.SiteCapacity site(String location, String day, Integer minutes) {
		return CalendarDefinition.SiteCapacity.builder().location(location)
			.capacity(Collections.singletonMap("Nurse", Collections.singletonMap(day, minutes))).build();
	}

	private static List<Tuple> sites(CalendarDefinition.SiteCapacity... sites) {
		return problems(office(UUID).sites(Arrays.asList(sites)).build()).stream().map(p -> tuple(p.getPath(), p.getCode()))
			.collect(Collectors.toList());
	}

	private static List<Tuple> capacity(String role, String day, Integer minutes) {
		return problems(
			office(UUID).capacity(Collections.singletonMap(role, Collections.singletonMap(day, minutes))).build())
			.stream().map(p -> tuple(p.getPath(), p.getCode())).collect(Collectors.toList());
	}

	private static CalendarDefinition week(String day, String hours) {
		Map<String, List<String>> week = Collections.singletonMap(day, Collections.singletonList(hours));
		return office(UUID).hours(week).build();
	}

	private static List<Problem> problems(CalendarDefinition calendar) {
		return new CalendarValidator().validate(calendar);
	}
}
