/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;

/** Rows for one table, sent to the database when they are flushed: by their writer, after the rows that they refer to. */
final class Rows implements AutoCloseable {

	private final PreparedStatement insert;

	private int pending;

	private long written;

	Rows(Connection connection, String table, String... columns) throws SQLException {
		insert = connection.prepareStatement("INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES ("
			+ String.join(", ", Collections.nCopies(columns.length, "?")) + ")");
	}

	void add(Object... values) throws SQLException {
		for (int i = 0; i < values.length; i++) {
			insert.setObject(i + 1, values[i]);
		}
		insert.addBatch();
		written++;
		pending++;
	}

	void flush() throws SQLException {
		if (pending > 0) {
			insert.executeBatch();
			pending = 0;
		}
	}

	long written() {
		return written;
	}

	@Override
	public void close() throws SQLException {
		insert.close();
	}
}
