/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A site that a scenario sets up for itself, so that it finds the same time of day whenever it runs: in a zone where it is
 * the wanted hour now, open from eight until an hour from now on every day of the week but one.
 */
final class ScenarioSite {

	/** So many days from today the site is closed. */
	static final int CLOSED_IN_DAYS = 7;

	private static final int HOURS_A_DAY = 24;

	/** The zones of the database that are whole hours from UTC go this far east. */
	private static final int EASTERNMOST = 12;

	private static final int MINUTES_LEFT = 60;

	final ZoneId zone;

	final ZonedDateTime now;

	final LocalTime opens = LocalTime.of(8, 0);

	final LocalTime closes;

	final LocalDate closedOn;

	private String uuid;

	private String room;

	/** @param hour that it is there now */
	ScenarioSite(int hour) {
		ZonedDateTime utc = ZonedDateTime.now(ZoneId.of("UTC"));
		int east = hour - utc.getHour();
		east = east > EASTERNMOST ? east - HOURS_A_DAY : east < -11 ? east + HOURS_A_DAY : east;
		zone = ZoneId.of("Etc/GMT" + (east > 0 ? "-" + east : "+" + -east));
		now = utc.withZoneSameInstant(zone);
		closes = now.toLocalTime().truncatedTo(ChronoUnit.MINUTES).plusMinutes(MINUTES_LEFT);
		closedOn = now.toLocalDate().plusDays(CLOSED_IN_DAYS);
	}

	/** Makes it on the server: a calendar, a location with the module's two attributes, and a room below it. */
	void create(Rest admin, String name, String zoneAttribute, String calendarAttribute) {
		Map<String, List<String>> hours = new TreeMap<>();
		for (DayOfWeek day : DayOfWeek.values()) {
			hours.put(day.name(), List.of(opens + "-" + closes));
		}
		String calendar = admin.post("retention/calendar", Map.of("name", name, "hours", hours, "exceptions",
			List.of(Map.of("date", closedOn.toString(), "name", "closed for the scenario")))).uuid();
		uuid = admin.post("location", Map.of("name", name)).uuid();
		admin.post("location/" + uuid + "/attribute", Map.of("attributeType", zoneAttribute, "value", zone.getId())).ok();
		admin.post("location/" + uuid + "/attribute", Map.of("attributeType", calendarAttribute, "value", calendar)).ok();
		room = admin.post("location", Map.of("name", name + ", room 1", "parentLocation", uuid)).uuid();
	}

	String uuid() {
		return uuid;
	}

	/** A location below the site, where the encounters are. */
	String room() {
		return room;
	}

	LocalDate today() {
		return now.toLocalDate();
	}

	boolean isOpen(LocalDate day) {
		return !day.equals(closedOn);
	}

	/** Date and time as the platform reads them. */
	static String text(ZonedDateTime time) {
		return java.time.format.DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ").format(time);
	}

	/** A time that the server wrote, in the site's zone. */
	ZonedDateTime time(JsonNode written) {
		return java.time.OffsetDateTime.parse(written.asText()).atZoneSameInstant(zone);
	}
}
