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
import java.util.List;

/** A clinic with very many open tasks, some of which are due now, and a telephone number of everybody. */
final class LargeClinic {

	/** A task of the first day is four days late, one of the last is due in two years less a week. */
	private static final int DAYS = 728;

	private static final int LATE_DAYS = 4;

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
		long step = 1000;
		while (sql.number("SELECT COUNT(*) FROM retention_task WHERE status = 'OPEN'") < tasks) {
			twice(sql, "retention_task", "task_id", "occurrence", "occurrence + " + step);
			twice(sql, "encounter", "encounter_id", "encounter_datetime", "DATE_SUB(encounter_datetime, INTERVAL " + step
				+ " HOUR)");
			step *= 2;
			connection.commit();
		}
		spread(sql);
		numbers(sql);
		connection.commit();
		return swept;
	}

	/** Every row once more, with another key and another value in one column. */
	private static void twice(Sql sql, String table, String key, String column, String value) throws SQLException {
		List<String> same = sql.texts("SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE()"
			+ " AND table_name = ? AND column_name NOT IN (?, 'uuid', ?)",
			table, key, column);
		String columns = String.join(", ", same);
		sql.run("INSERT INTO " + table + " (uuid, " + column + ", " + columns + ") SELECT UUID(), " + value + ", " + columns
			+ " FROM " + table);
	}

	/** Whatever time it is, the list is not empty. */
	private static void aroundTheClock(Sql sql) throws SQLException {
		sql.run(
			"UPDATE global_property SET property_value = '00:00-23:59' WHERE property = 'retention.contact.callingHours'");
	}

	/** So many each day, from the small hours to the night: whatever time it is, some are due. */
	private static void spread(Sql sql) throws SQLException {
		long begins = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(1)).toEpochMilli();
		String from = begins + " + (MOD(task_id, " + DAYS + ") - " + LATE_DAYS + ") * " + Duration.ofDays(1).toMillis();
		String by = from + " + " + Duration.ofHours(22).toMillis();
		String expires = by + " + " + Duration.ofDays(LATE_DAYS).toMillis();
		sql.run("UPDATE retention_task SET due_from = " + from + ", due_by = " + by + ", expires_at = " + expires
			+ ", wake_at = "
			+ from + ", planned_from = " + from + ", planned_by = " + by + ", planned_expires_at = " + expires
			+ ", ring_until = " + from + ", assignment_until = " + from + " WHERE status = 'OPEN' AND hold_until IS NULL");
	}

	/** Everybody has a telephone, and it has been read. */
	private static void numbers(Sql sql) throws SQLException {
		sql.run(
			"INSERT INTO person_attribute (person_id, value, person_attribute_type_id, creator, date_created, voided, uuid)"
				+ " SELECT p.patient_id, CONCAT('+47', 40000000 + p.patient_id), t.person_attribute_type_id, 1, p.date_created, false,"
				+ " UUID() FROM patient p JOIN person_attribute_type t ON t.uuid = (SELECT property_value FROM global_property"
				+ " WHERE property = 'retention.contact.phoneAttributeTypes')");
		sql.run("INSERT INTO retention_contact_point (kind, point_key, tail, state, state_at, version, uuid, creator,"
			+ " date_created, voided) SELECT 'PHONE', SHA2(a.value, 256), RIGHT(a.value, 4), 'OK', 0, 0, UUID(), 1,"
			+ " a.date_created, false FROM person_attribute a WHERE a.value LIKE '+474%'");
		sql.run("INSERT INTO retention_contact_point_owner (contact_point_id, person_id, attribute_uuid, position)"
			+ " SELECT c.contact_point_id, a.person_id, a.uuid, 0 FROM person_attribute a JOIN retention_contact_point c"
			+ " ON c.point_key = SHA2(a.value, 256)");
	}
}
