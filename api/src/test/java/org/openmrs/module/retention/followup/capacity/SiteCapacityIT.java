/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Location;
import org.openmrs.Role;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.calendar.CalendarDefinition;
import org.openmrs.module.retention.calendar.CalendarService;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.HoldReason;
import org.openmrs.module.retention.followup.task.WorklistSearch;
import org.openmrs.module.retention.shared.Page;

/** Two sites with the same opening hours, each with people of its own: one clinic's full day is not the other's. */
class SiteCapacityIT extends FullDeskIT {

	private Location town;

	private Location townRoom;

	private Location village;

	@BeforeEach
	void twoSites() {
		town = clinic.aLocation("Town", null);
		townRoom = clinic.aLocation("Town, room 1", town);
		village = clinic.aLocation("Village", null);
		flush();
		Context.getService(CalendarService.class).saveCalendar(calendar().toBuilder()
			.sites(Collections.singletonList(CalendarDefinition.SiteCapacity.builder().location(town.getUuid())
				.capacity(Collections.singletonMap(ROLE, week(10))).build()))
			.build());
		flush();
	}

	private static Map<String, Integer> week(int minutes) {
		return Arrays.asList("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY").stream()
			.collect(Collectors.toMap(day -> day, day -> minutes));
	}

	@Test
	void spread_shouldGoByTheSitesOwnTime_itsRoomsIncluded() {
		at(town, Purpose.CARE, 300, "Ada");
		FollowUpTask fits = at(townRoom, Purpose.RECALL, 300, "Bo");
		FollowUpTask tooMuch = at(townRoom, Purpose.RECALL, 60, "Cy");
		at(village, Purpose.CARE, 240, "Di");
		FollowUpTask others = at(village, Purpose.RECALL, 120, "Eva");

		assertThat(spread(TUESDAY)).isEqualTo(2);

		assertThat(fits.getHoldReason()).as("ten minutes in town").isNull();
		assertThat(tooMuch.getHoldReason()).isEqualTo(HoldReason.CAPACITY);
		assertThat(tooMuch.getHoldUntil()).as("the town has Wednesdays too").isEqualTo(THURSDAY.minusSeconds(86_400));
		assertThat(others.getHoldReason()).as("five in the village").isEqualTo(HoldReason.CAPACITY);
		assertThat(others.getHoldUntil()).isEqualTo(THURSDAY);
	}

	@Test
	void spread_shouldNotTakeTheOneSitesTimeForTheOther() {
		at(village, Purpose.CARE, 300, "Ada");
		FollowUpTask inTown = at(town, Purpose.RECALL, 300, "Bo");

		assertThat(spread(TUESDAY)).isZero();

		assertThat(inTown.getHoldReason()).isNull();
	}

	@Test
	void loads_shouldBeOfEachSite() {
		at(townRoom, Purpose.CARE, 240, "Ada");
		at(village, Purpose.CARE, 60, "Bo");
		task(Purpose.CARE, 30, "Cy");
		flush();

		List<DayLoad> today = loads().ahead(1, TUESDAY).stream().filter(load -> load.getRole().equals(ROLE))
			.collect(Collectors.toList());

		assertThat(today).extracting(DayLoad::getSite, DayLoad::getSeconds, DayLoad::getLimitSeconds)
			.containsExactlyInAnyOrder(tuple(town.getUuid(), 240L, 600L), tuple(null, 90L, 300L));
		assertThat(today).extracting(DayLoad::getDay).containsOnly(LocalDate.of(2026, 3, 10));
	}

	@Test
	void loads_shouldKeepARoleThatTheSiteDoesNotNameWithTheCalendars() {
		CalendarDefinition.SiteCapacity nurses = CalendarDefinition.SiteCapacity.builder().location(town.getUuid())
			.capacity(Collections.singletonMap("Retention: Nurse", week(10))).build();
		Context.getService(CalendarService.class)
			.saveCalendar(calendar().toBuilder().sites(Collections.singletonList(nurses)).build());
		at(town, Purpose.CARE, 240, "Ada");
		at(village, Purpose.CARE, 60, "Bo");
		flush();

		assertThat(loads().ahead(1, TUESDAY)).filteredOn(load -> load.getRole().equals(ROLE))
			.extracting(DayLoad::getSite, DayLoad::getSeconds).containsExactly(tuple(null, 300L));
		assertThat(loads().ahead(1, TUESDAY)).filteredOn(load -> load.getRole().equals("Retention: Nurse"))
			.extracting(DayLoad::getSite, DayLoad::getLimitSeconds).containsExactly(tuple(town.getUuid(), 600L));
	}

	/** In town the nurses have time of their own, in the village they are at the desk with the others. */
	@Test
	void loads_shouldCountWhatAPersonHas_forTheRoleThatHasTimeAtTheTasksOwnSite() {
		Role nurses = clinic.aRoleThatInherits("Test nurses", role());
		Context.getService(CalendarService.class).saveCalendar(calendar().toBuilder()
			.sites(Collections.singletonList(CalendarDefinition.SiteCapacity.builder().location(town.getUuid())
				.capacity(Collections.singletonMap(nurses.getRole(), week(10))).build()))
			.build());
		User nurse = clinic.aUser("nurse", nurses);
		at(town, Purpose.CARE, 240, "Ada").assignByHand(nurse, null, cause());
		at(village, Purpose.CARE, 60, "Bo").assignByHand(nurse, null, cause());
		FollowUpTask called = at(village, Purpose.CARE, 30, "Cy");
		called.assignByHand(nurse, null, cause());
		called(called);
		flush();

		List<DayLoad> today = loads().ahead(1, TUESDAY);

		assertThat(today).filteredOn(load -> load.getRole().equals(nurses.getRole()))
			.extracting(DayLoad::getSite, DayLoad::getSeconds)
			.containsExactly(tuple(town.getUuid(), 240L));
		assertThat(today).filteredOn(load -> load.getRole().equals(ROLE)).extracting(DayLoad::getSite, DayLoad::getSeconds)
			.containsExactly(tuple(null, 90L));
	}

	@Test
	void shortfalls_shouldBeOfEachSite() {
		notCalled("NO_TIME", TUESDAY.minusSeconds(600), at(townRoom, Purpose.CARE, 60, "Ada"));
		notCalled("NO_TIME", TUESDAY.minusSeconds(500), at(village, Purpose.CARE, 60, "Bo"));

		assertThat(loads().shortfalls(7, TUESDAY)).filteredOn(day -> day.getRole().equals(ROLE))
			.extracting(DayShortfall::getSite, DayShortfall::getContacts)
			.containsExactlyInAnyOrder(tuple(town.getUuid(), 1L), tuple(null, 1L));
	}

	@Test
	void isFull_shouldBeSoOfTheSiteAlone() {
		FollowUpTask inVillage = at(village, Purpose.CARE, 300, "Ada");
		FollowUpTask inTown = at(townRoom, Purpose.CARE, 300, "Bo");

		assertThat(loads().isFull(inVillage, ROLE, TUESDAY, TUESDAY)).isTrue();
		assertThat(loads().isFull(inTown, ROLE, TUESDAY, TUESDAY)).isFalse();
	}

	@Test
	void list_shouldShowWhatTheSitesTogether_orOneOfThem_canBear() {
		assertThat(desk.list(TUESDAY).getCapacitySeconds()).isEqualTo(900);
		assertThat(at(townRoom)).isEqualTo(600);
		assertThat(at(village)).isEqualTo(300);
	}

	private Long at(Location place) {
		return desk.at(TUESDAY).getWorklist(WorklistSearch.builder().location(place.getUuid()).build(), new Page(0, 10))
			.getCapacitySeconds();
	}

	private FollowUpTask at(Location place, Purpose purpose, int seconds, String patient) {
		return task(patient, draft -> draft.location(place).purpose(purpose).targetSeconds(seconds));
	}
}
