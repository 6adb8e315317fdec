/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.retention.calendar.Calendars.office;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.GlobalProperty;
import org.openmrs.Location;
import org.openmrs.LocationAttribute;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.RetentionMetadata;
import org.openmrs.module.retention.shared.RetentionSettings;
import org.springframework.beans.factory.annotation.Autowired;

class SitesIT extends RetentionIT {

	private static final String STANDARD = "5a1cbd7e-6a37-4a9e-a5f5-0ab5a26e6b8b";

	private static final String BRANCH = "0b5b7b55-6c27-4a0b-8b36-4d1e5c1d2a10";

	@Autowired
	private Sites sites;

	private Location clinic;

	private Location floor;

	private Location room;

	@BeforeEach
	void locations() {
		clinic = location("Clinic", null);
		floor = location("Floor", clinic);
		room = location("Room", floor);
	}

	@Test
	void siteOf_shouldTakeZoneAndCalendarFromTheNearestAncestorThatHasThem() {
		calendars();
		attribute(clinic, RetentionMetadata.TIME_ZONE_ATTRIBUTE_TYPE, "Europe/Oslo");
		attribute(clinic, RetentionMetadata.CALENDAR_ATTRIBUTE_TYPE, BRANCH);
		attribute(floor, RetentionMetadata.TIME_ZONE_ATTRIBUTE_TYPE, "Asia/Shanghai");
		flushAndClear();

		Site site = sites.siteOf(Context.getLocationService().getLocation(room.getLocationId()));
		assertThat(site.getZone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
		assertThat(site.getCalendarUuid()).isEqualTo(BRANCH);
		assertThat(site.getLocationId()).isEqualTo(room.getLocationId());
		assertThat(site.dayOf(Instant.parse("2026-11-20T17:00:00Z"))).isEqualTo(LocalDate.of(2026, 11, 21));
		assertThat(sites.siteOf(clinic).getZone()).isEqualTo(ZoneId.of("Europe/Oslo"));
	}

	@Test
	void siteOf_shouldTakeTheSettingAndTheStandardCalendar_whenNoLocationNamesAny() {
		calendars();
		setting(RetentionSettings.TIMEZONE, "Europe/Moscow");
		flushAndClear();

		assertThat(sites.siteOf(room).getZone()).isEqualTo(ZoneId.of("Europe/Moscow"));
		assertThat(sites.siteOf(room).getCalendarUuid()).isEqualTo(STANDARD);
		assertThat(sites.siteOf(null).getZone()).as("without a location").isEqualTo(ZoneId.of("Europe/Moscow"));
		assertThat(sites.siteOf(null).getCalendarUuid()).isEqualTo(STANDARD);
	}

	@Test
	void siteOf_shouldBeTheServersZoneAndAlwaysOpen_whenNothingIsSet() {
		Site site = sites.siteOf(room);

		assertThat(site.getZone()).isEqualTo(ZoneId.systemDefault());
		assertThat(site.getCalendarUuid()).isNull();
		assertThat(site.isOpenAt(Instant.parse("2026-11-21T03:00:00Z"))).isTrue();
	}

	@Test
	void siteOf_shouldGoOnUpwards_whenAZoneOrCalendarDoesNotExist() {
		calendars();
		setting(RetentionSettings.TIMEZONE, "Mars/Olympus");
		attribute(clinic, RetentionMetadata.TIME_ZONE_ATTRIBUTE_TYPE, "Europe/Oslo");
		attribute(room, RetentionMetadata.TIME_ZONE_ATTRIBUTE_TYPE, "Europe/Olso");
		attribute(room, RetentionMetadata.CALENDAR_ATTRIBUTE_TYPE, "no-such-calendar");
		Context.getService(CalendarService.class).retireCalendar(
			Context.getService(CalendarService.class).getCalendarByUuid(BRANCH), "Closed down");
		attribute(floor, RetentionMetadata.CALENDAR_ATTRIBUTE_TYPE, BRANCH);
		flushAndClear();

		assertThat(sites.siteOf(room).getZone()).isEqualTo(ZoneId.of("Europe/Oslo"));
		assertThat(sites.siteOf(room).getCalendarUuid()).isEqualTo(STANDARD);
		assertThat(sites.siteOf(null).getZone()).isEqualTo(ZoneId.systemDefault());
	}

	@Test
	void siteOf_shouldFollowLongChainsAndLeaveCircles() {
		Location deep = room;
		for (int i = 0; i < 8; i++) {
			deep = location("Level " + i, deep);
		}
		attribute(clinic, RetentionMetadata.TIME_ZONE_ATTRIBUTE_TYPE, "Europe/Oslo");
		flushAndClear();
		assertThat(sites.siteOf(deep).getZone()).isEqualTo(ZoneId.of("Europe/Oslo"));

		sessionFactory.getCurrentSession().createQuery("update Location l set l.parentLocation.locationId = :room"
			+ " where l.locationId = :clinic").setParameter("room", room.getLocationId())
			.setParameter("clinic", clinic.getLocationId()).executeUpdate();
		flushAndClear();
		assertThat(sites.siteOf(deep).getZone()).isEqualTo(ZoneId.of("Europe/Oslo"));
	}

	@Test
	void forRun_shouldLookUpEachLocationOnce() {
		calendars();
		attribute(clinic, RetentionMetadata.TIME_ZONE_ATTRIBUTE_TYPE, "Europe/Oslo");
		flushAndClear();
		SitesOfRun run = sites.forRun();
		Statistics statistics = sessionFactory.getStatistics();
		statistics.setStatisticsEnabled(true);
		statistics.clear();

		run.siteOf(room.getLocationId());
		assertThat(statistics.getPrepareStatementCount()).as("chain, attributes, calendars").isEqualTo(3);
		for (int i = 0; i < 100; i++) {
			run.siteOf(room.getLocationId());
		}
		assertThat(statistics.getPrepareStatementCount()).isEqualTo(3);
	}

	private static void calendars() {
		CalendarService service = Context.getService(CalendarService.class);
		service.saveCalendar(office(STANDARD).standard(true).build());
		service.saveCalendar(office(BRANCH).name("Branch").build());
	}

	private static Location location(String name, Location parent) {
		Location location = new Location();
		location.setName(name);
		location.setDescription(name);
		location.setParentLocation(parent);
		return Context.getLocationService().saveLocation(location);
	}

	private static void attribute(Location location, String type, String value) {
		LocationAttribute attribute = new LocationAttribute();
		attribute.setAttributeType(Context.getLocationService().getLocationAttributeTypeByUuid(type));
		attribute.setValue(value);
		location.addAttribute(attribute);
		Context.getLocationService().saveLocation(location);
	}

	private static void setting(String name, String value) {
		Context.getAdministrationService().saveGlobalProperty(new GlobalProperty(name, value));
	}
}
