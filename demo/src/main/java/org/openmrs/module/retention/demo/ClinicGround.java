/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/** What the demo clinic's patients stand on: types and sites. Takes what the host or a package has, and adds the rest. */
final class ClinicGround {

	/** Calendars of the two sites, in the demo's own package. */
	static final String NORTH_CALENDAR = "9b0e5b36-6a0f-4a52-8fd8-5f6c3f4d7a01";

	static final String WEST_CALENDAR = "9b0e5b36-6a0f-4a52-8fd8-5f6c3f4d7a02";

	/** The type of the encounters in which the front desk registers a patient: no visit. */
	static final String REGISTRATION = "Registration";

	private static final String ADMINISTRATIVE = "retention.visit.administrativeEncounterTypes";

	private static final String OLD_IDENTIFICATION_NUMBER = "8d79403a-c2cc-11de-8d13-0010c6dffd0f";

	private static final String UNKNOWN_ENCOUNTER_ROLE = "a0b03050-c99b-11e0-9572-0800200c9a66";

	private static final String PARENT_CHILD = "8d91a210-c2cc-11de-8d13-0010c6dffd0f";

	private static final String DECISION = "f55c359b-6cf5-4fbe-b37a-c0cf0e5ac1f3";

	private static final String GOES_AHEAD = "93a88ee8-3168-4828-b418-127c4a579882";

	private static final String THINKING = "6b394dee-5157-4180-809e-881d7d36e200";

	private static final String NOT_NOW = "589c2d3b-4b29-48f3-ae3d-57f24b75d266";

	final List<ClinicSite> sites = new ArrayList<>();

	final long phoneType;

	final long languageType;

	final long visitType;

	final long identifierType;

	final long encounterRole;

	/** Null where the host has no such relationship type. */
	final Long parentOfChild;

	/** The question of the dental package on the treatment proposed, and its answers; null without the package. */
	final Long decision;

	final Long goesAhead;

	final Long thinking;

	final Long notNow;

	private final Map<String, Long> encounterTypes = new LinkedHashMap<>();

	private final Sql sql;

	private final SplittableRandom random;

	private final Timestamp created;

	ClinicGround(Sql sql, SplittableRandom random, Instant created) throws SQLException {
		this.sql = sql;
		this.random = random;
		this.created = Timestamp.from(created);
		phoneType = attributeType("retention.contact.phoneAttributeTypes", "Telephone Number");
		languageType = attributeType("retention.contact.languageAttributeType", "Language");
		visitType = named("visit_type", "Clinic visit");
		identifierType = sql.number(
			"SELECT patient_identifier_type_id FROM patient_identifier_type WHERE uuid = ?", OLD_IDENTIFICATION_NUMBER);
		encounterRole = sql.number("SELECT encounter_role_id FROM encounter_role WHERE uuid = ?", UNKNOWN_ENCOUNTER_ROLE);
		parentOfChild = sql.number("SELECT relationship_type_id FROM relationship_type WHERE uuid = ?", PARENT_CHILD);
		decision = concept(DECISION);
		goesAhead = concept(GOES_AHEAD);
		thinking = concept(THINKING);
		notNow = concept(NOT_NOW);
		markAsAdministrative(encounterType(REGISTRATION));
		sites.add(site("North Clinic", ZoneId.of("Europe/Oslo"), NORTH_CALENDAR, 4));
		sites.add(site("West Clinic", ZoneId.of("Europe/London"), WEST_CALENDAR, 2));
	}

	long encounterType(String name) throws SQLException {
		Long known = encounterTypes.get(name);
		if (known == null) {
			known = named("encounter_type", name);
			encounterTypes.put(name, known);
		}
		return known;
	}

	String uuid() {
		return new UUID(random.nextLong(), random.nextLong()).toString();
	}

	private ClinicSite site(String name, ZoneId zone, String calendar, int rooms) throws SQLException {
		long id = location(name, null);
		locationAttribute(id, "Time zone", zone.getId());
		locationAttribute(id, "Opening hours", calendar);
		List<Long> roomIds = new ArrayList<>();
		for (int i = 1; i <= rooms; i++) {
			roomIds.add(location(name + ", room " + i, id));
		}
		return new ClinicSite(id, zone, roomIds);
	}

	private long location(String name, Long parent) throws SQLException {
		sql.run("INSERT INTO location (name, parent_location, creator, date_created, retired, uuid)"
			+ " VALUES (?, ?, 1, ?, false, ?)",
			name, parent, created, uuid());
		return sql.number("SELECT MAX(location_id) FROM location WHERE name = ?", name);
	}

	private void locationAttribute(long location, String type, String value) throws SQLException {
		sql.run("INSERT INTO location_attribute (location_id, attribute_type_id, value_reference, uuid, creator,"
			+ " date_created, voided) SELECT ?, location_attribute_type_id, ?, ?, 1, ?, false"
			+ " FROM location_attribute_type WHERE name = ?",
			location, value, uuid(), created, type);
	}

	/** Adds the type to those of the setting, where the module is. */
	private void markAsAdministrative(long type) throws SQLException {
		sql.run("UPDATE global_property SET property_value = CONCAT(COALESCE(CONCAT(NULLIF(property_value, ''), ','), ''),"
			+ " (SELECT uuid FROM encounter_type WHERE encounter_type_id = ?)) WHERE property = ?",
			type, ADMINISTRATIVE);
	}

	private Long concept(String uuid) throws SQLException {
		return sql.number("SELECT concept_id FROM concept WHERE uuid = ?", uuid);
	}

	/** The row of that name, made when absent. */
	private long named(String table, String name) throws SQLException {
		String find = "SELECT " + table + "_id FROM " + table + " WHERE name = ?";
		Long known = sql.number(find, name);
		if (known != null) {
			return known;
		}
		sql.run("INSERT INTO " + table + " (name, description, creator, date_created, retired, uuid)"
			+ " VALUES (?, ?, 1, ?, false, ?)",
			name, name, created, uuid());
		return sql.number(find, name);
	}

	/** The attribute type that the setting names; without one a type of that name, which the setting then names. */
	private long attributeType(String setting, String name) throws SQLException {
		Long set = sql.number("SELECT person_attribute_type_id FROM person_attribute_type t JOIN global_property g"
			+ " ON g.property = ? AND g.property_value LIKE CONCAT('%', t.uuid, '%')",
			setting);
		if (set != null) {
			return set;
		}
		String uuid = uuid();
		sql.run("INSERT INTO person_attribute_type (name, format, searchable, creator, date_created, retired, uuid)"
			+ " VALUES (?, 'java.lang.String', false, 1, ?, false, ?)",
			name, created, uuid);
		sql.run("UPDATE global_property SET property_value = ? WHERE property = ?", uuid, setting);
		return sql.number("SELECT person_attribute_type_id FROM person_attribute_type WHERE uuid = ?", uuid);
	}
}
