/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import java.sql.Connection;
import java.sql.SQLException;

/** What a MariaDB was busy with between two looks, by its own count; another database keeps none. */
final class DatabaseWork {

	private static final double MICROS_A_MILLI = 1000;

	private final Connection connection;

	private final Sql sql;

	private final boolean counts;

	private long busy;

	private long statements;

	DatabaseWork(Connection connection) throws SQLException {
		this.connection = connection;
		this.sql = new Sql(connection);
		this.counts = connection.getMetaData().getDatabaseProductName().equals("MariaDB");
		if (counts) {
			sql.run("SET GLOBAL userstat = 1");
		}
	}

	boolean isCounted() {
		return counts;
	}

	/** From now on. */
	void begin() throws SQLException {
		busy = busy();
		statements = statements();
	}

	/** Of all statements since, in milliseconds. */
	double millis() throws SQLException {
		return (busy() - busy) / MICROS_A_MILLI;
	}

	/** Reads since, without those of {@link #millis()} and of this. */
	long reads() throws SQLException {
		return statements() - statements - 2;
	}

	private long busy() throws SQLException {
		return number("SELECT ROUND(SUM(busy_time) * 1000000) FROM information_schema.user_statistics");
	}

	private long statements() throws SQLException {
		return number("SELECT variable_value FROM information_schema.global_status WHERE variable_name = 'COM_SELECT'");
	}

	private long number(String query) throws SQLException {
		Long number = sql.number(query);
		connection.commit();
		return number == null ? 0 : number;
	}
}
