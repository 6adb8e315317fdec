/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows that a sweep has written, kept aside so that the same can be written again by plain JDBC batches: same tables,
 * same indexes, same driver, same size of batch and commit.
 */
final class PlainBatches {

	private static final int BATCH = 1000;

	/** In the order in which they refer to each other. */
	private static final List<String> TABLES = List.of("retention_plan", "retention_task", "retention_task_change");

	private final Connection connection;

	private final Sql sql;

	PlainBatches(Connection connection) {
		this.connection = connection;
		this.sql = new Sql(connection);
	}

	/** How many rows are in each table. */
	Map<String, Long> count() throws SQLException {
		Map<String, Long> rows = new LinkedHashMap<>();
		for (String table : TABLES) {
			rows.put(table, sql.number("SELECT COUNT(*) FROM " + table));
		}
		return rows;
	}

	/** Empties the tables. */
	void delete() throws SQLException {
		List<String> backwards = new ArrayList<>(TABLES);
		Collections.reverse(backwards);
		for (String table : backwards) {
			sql.run("DELETE FROM " + table);
		}
		connection.commit();
	}

	/** Copies the rows aside. */
	void keep() throws SQLException {
		for (String table : TABLES) {
			sql.run("DROP TABLE IF EXISTS kept_" + table);
			sql.run("CREATE TABLE kept_" + table + " AS SELECT * FROM " + table);
			sql.run("ALTER TABLE kept_" + table + " ADD PRIMARY KEY (" + key(table) + ")");
		}
		connection.commit();
	}

	/** Writes the kept rows; reading them is not in the time. @return nanoseconds */
	long insert() throws SQLException {
		long time = 0;
		for (String table : TABLES) {
			time += insert(table);
		}
		return time;
	}

	private long insert(String table) throws SQLException {
		long time = 0;
		long after = 0;
		String read = "SELECT * FROM kept_" + table + " WHERE " + key(table) + " > ? ORDER BY " + key(table) + " LIMIT "
			+ BATCH;
		while (true) {
			List<Object[]> rows = new ArrayList<>(BATCH);
			String insert = null;
			try (PreparedStatement query = connection.prepareStatement(read)) {
				query.setLong(1, after);
				try (ResultSet found = query.executeQuery()) {
					ResultSetMetaData columns = found.getMetaData();
					insert = insertInto(table, columns);
					while (found.next()) {
						Object[] row = new Object[columns.getColumnCount()];
						for (int i = 0; i < row.length; i++) {
							row[i] = found.getObject(i + 1);
						}
						rows.add(row);
						after = found.getLong(key(table));
					}
				}
			}
			if (rows.isEmpty()) {
				return time;
			}
			time += write(insert, rows);
		}
	}

	private long write(String insert, List<Object[]> rows) throws SQLException {
		long begin = System.nanoTime();
		try (PreparedStatement statement = connection.prepareStatement(insert)) {
			for (Object[] row : rows) {
				for (int i = 0; i < row.length; i++) {
					statement.setObject(i + 1, row[i]);
				}
				statement.addBatch();
			}
			statement.executeBatch();
		}
		connection.commit();
		return System.nanoTime() - begin;
	}

	private static String insertInto(String table, ResultSetMetaData columns) throws SQLException {
		List<String> names = new ArrayList<>();
		for (int i = 1; i <= columns.getColumnCount(); i++) {
			names.add(columns.getColumnName(i));
		}
		return "INSERT INTO " + table + " (" + String.join(", ", names) + ") VALUES ("
			+ String.join(", ", Collections.nCopies(names.size(), "?")) + ")";
	}

	private static String key(String table) {
		return table.substring("retention_".length()) + "_id";
	}
}
