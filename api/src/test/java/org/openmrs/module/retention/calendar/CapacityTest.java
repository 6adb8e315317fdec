/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.calendar.CalendarDefinition.SiteCapacity;

class CapacityTest {

	private static final String TOWN = "7a1cbd7e-0000-4000-8000-000000000001";

	private static final String FLOOR = "7a1cbd7e-0000-4000-8000-000000000002";

	private static final String ELSEWHERE = "7a1cbd7e-0000-4000-8000-000000000003";

	private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 10);

	private static final CalendarDefinition CALENDAR = Calendars.office("ca9ac17e-0000-4000-8000-000000000001")
		.capacity(minutes("Desk", 60)).sites(Arrays.asList(site(TOWN, "Desk", 20), site(FLOOR, "Nurse", 30))).build();

	@Test
	void of_shouldBeTheCalendars_wherePlacesAreNoSiteOfTheirOwn() {
		Capacity capacity = Capacity.of(CALENDAR, Collections.singletonList(ELSEWHERE));

		assertThat(on(capacity, "Desk")).isEqualTo(Duration.ofMinutes(60));
		assertThat(capacity.siteOf("Desk")).isNull();
		assertThat(on(capacity, "Nurse")).as("no limit").isNull();
		assertThat(capacity.roles()).containsExactly("Desk");
	}

	@Test
	void of_shouldBeTheSitesOwn_forWhatLiesBelowItToo() {
		Capacity capacity = Capacity.of(CALENDAR, Arrays.asList(ELSEWHERE, TOWN));

		assertThat(on(capacity, "Desk")).isEqualTo(Duration.ofMinutes(20));
		assertThat(capacity.siteOf("Desk")).isEqualTo(TOWN);
	}

	@Test
	void of_shouldLookForEachRoleByItself() {
		Capacity capacity = Capacity.of(CALENDAR, Arrays.asList(FLOOR, TOWN));

		assertThat(capacity.siteOf("Nurse")).isEqualTo(FLOOR);
		assertThat(on(capacity, "Nurse")).isEqualTo(Duration.ofMinutes(30));
		assertThat(capacity.siteOf("Desk")).as("of the next above").isEqualTo(TOWN);
		assertThat(Capacity.of(CALENDAR, Collections.singletonList(FLOOR)).siteOf("Desk")).as("the calendar's").isNull();
	}

	@Test
	void of_shouldTakeTheNearest() {
		CalendarDefinition calendar = CALENDAR.toBuilder()
			.sites(Arrays.asList(site(TOWN, "Desk", 20), site(FLOOR, "Desk", 5))).build();

		assertThat(on(Capacity.of(calendar, Arrays.asList(FLOOR, TOWN)), "Desk")).isEqualTo(Duration.ofMinutes(5));
		assertThat(on(Capacity.of(calendar, Arrays.asList(TOWN)), "Desk")).isEqualTo(Duration.ofMinutes(20));
	}

	@Test
	void on_shouldHaveNoLimit_onADayThatTheSiteDoesNotName() {
		SiteCapacity site = SiteCapacity.builder().location(TOWN)
			.capacity(Collections.singletonMap("Desk", Collections.singletonMap("MONDAY", 20))).build();
		Capacity capacity = Capacity.of(CALENDAR.toBuilder().sites(Collections.singletonList(site)).build(),
			Collections.singletonList(TOWN));

		assertThat(on(capacity, "Desk")).isNull();
	}

	@Test
	void of_shouldBeNone_withoutACalendar() {
		assertThat(Capacity.of(null, Collections.singletonList(TOWN)).roles()).isEmpty();
	}

	private static Duration on(Capacity capacity, String role) {
		return capacity.on(TUESDAY, role, OpeningHours.of(CALENDAR));
	}

	private static SiteCapacity site(String location, String role, int minutes) {
		return SiteCapacity.builder().location(location).capacity(minutes(role, minutes)).build();
	}

	private static Map<String, Map<String, Integer>> minutes(String role, int minutes) {
		return Collections.singletonMap(role, Collections.singletonMap("TUESDAY", minutes));
	}
}
