/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A clinic with very many open tasks, some of which are due now, and a telephone number of everybody. */
final class LargeClinic {

	/** A task of the first day is four days late, one of the last is due in two years less a week. */
	private static final int DAYS = 728;

	private static final int LATE_DAYS = 4;

	private static final int OPEN_HOURS = 22;

	private static final int HOURS_APART = 1000;

	private static final int OCCURRENCES_APART = 1000;

	private static final List<String> TIMES = List.of("due_from", "due_by", "expires_at", "wake_at", "planned_from",
		"planned_by", "planned_expires_at", "ring_until", "assignment_until");

	private LargeClinic() {
	}

	/**
	 * Each encounter is another patient's; swept, and what that makes spread over two years.
	 *
	 * @param tasks open tasks wanted: those of the sweep are doubled until there are as many, the encounters as often
	 * @return how long the sweep took, in ns
	 */
	static long write(Connection connection, int encounters, int tasks) throws SQLException {
		Sql sql = new Sql(connection);
		BusyDay.write(connection, encounters, Instant.now());
		aroundTheClock(sql);
		connection.commit();
		long begin = System.nanoTime();
		ModuleJobs.sweep();
		long swept = System.nanoTime() - begin;
		spread(sql);
		connection.commit();
		long copies = 1;
		while (sql.number("SELECT COUNT(*) FROM retention_task WHERE status = 'OPEN'") < tasks) {
			twice(sql, "retention_task", "task_id", laterTask(copies));
			twice(sql, "encounter", "encounter_id", Map.of("encounter_datetime", "DATE_SUB(encounter_datetime, INTERVAL "
				+ copies * HOURS_APART + " HOUR)"));
			copies *= 2;
			connection.commit();
		}
		numbers(sql);
		connection.commit();
		return swept;
	}

	/** Of so many copies that are there the next ones: as far from the others as two years allow. */
	private static Map<String, String> laterTask(long copies) {
		Map<String, String> values = new LinkedHashMap<>();
		values.put("occurrence", "occurrence + " + copies * OCCURRENCES_APART);
		long later = Duration.ofDays(DAYS).toMillis() / (2 * copies);
		String wraps = "IF(due_by + " + later + " > " + end() + ", " + (later - Duration.ofDays(DAYS).toMillis()) + ", "
			+ later
			+ ")";
		TIMES.forEach(time -> values.put(time, time + " + " + wraps));
		return values;
	}

	/** Every row once more, with another key and another value in some columns. */
	private static void twice(Sql sql, String table, String key, Map<String, String> changed) throws SQLException {
		List<String> same = sql.texts("SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE()"
			+ " AND table_name = ? AND column_name NOT IN (?, 'uuid')", table, key);
		same.removeAll(changed.keySet());
		Stream<String> names = Stream.concat(Stream.of("uuid"), Stream.concat(changed.keySet().stream(), same.stream()));
		Stream<String> values = Stream.concat(Stream.of("UUID()"), Stream.concat(changed.values().stream(), same.stream()));
		sql.run("INSERT INTO " + table + " (" + names.collect(Collectors.joining(", ")) + ") SELECT "
			+ values.collect(Collectors.joining(", ")) + " FROM " + table);
	}

	/** Whatever time it is, the list is not empty. */
	private static void aroundTheClock(Sql sql) throws SQLException {
		sql.run(
			"UPDATE global_property SET property_value = '00:00-23:59' WHERE property = 'retention.contact.callingHours'");
	}

	/** So many each day, from the small hours to the night: whatever time it is, some are due. */
	private static void spread(Sql sql) throws SQLException {
		String from = begin() + " + MOD(task_id, " + DAYS + ") * " + Duration.ofDays(1).toMillis();
		String by = from + " + " + Duration.ofHours(OPEN_HOURS).toMillis();
		String expires = by + " + " + Duration.ofDays(LATE_DAYS).toMillis();
		sql.run("UPDATE retention_task SET due_from = " + from + ", due_by = " + by + ", expires_at = " + expires
			+ ", wake_at = "
			+ from + ", planned_from = " + from + ", planned_by = " + by + ", planned_expires_at = " + expires
			+ ", ring_until = " + from + ", assignment_until = " + from + " WHERE status = 'OPEN' AND hold_until IS NULL");
	}

	private static long begin() {
		return Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(1)).minus(Duration.ofDays(LATE_DAYS))
			.toEpochMilli();
	}

	private static long end() {
		return begin() + Duration.ofDays(DAYS - 1).plusHours(OPEN_HOURS).toMillis();
	}

	/** Everybody has a telephone, and it has been read. */
	private static void numbers(Sql sql) throws SQLException {
		sql.run(
			"INSERT INTO person_attribute (person_id, value, person_attribute_type_id, creator, date_created, voided, uuid)"
				+ " SELECT p.patient_id, CONCAT('+47', 40000000 + p.patient_id), t.person_attribute_type_id, 1, p.date_created, false,"
				+ " UUID() FROM patient p JOIN person_attribute_type t ON t.uuid = (SELECT SUBSTRING_INDEX(property_value, ',', 1) FROM global_property"
				+ " WHERE property = 'retention.contact.phoneAttributeTypes')");
		sql.run("INSERT INTO retention_contact_point (kind, point_key, tail, state, state_at, version, uuid, creator,"
			+ " date_created, voided) SELECT 'PHONE', SHA2(a.value, 256), RIGHT(a.value, 4), 'OK', 0, 0, UUID(), 1,"
			+ " a.date_created, false FROM person_attribute a WHERE a.value LIKE '+474%'");
		sql.run("INSERT INTO retention_contact_point_owner (contact_point_id, person_id, attribute_uuid, position)"
			+ " SELECT c.contact_point_id, a.person_id, a.uuid, 0 FROM person_attribute a JOIN retention_contact_point c"
			+ " ON c.point_key = SHA2(a.value, 256)");
	}
}
