/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Single statements with values, beside the batches of {@link Rows}. */
final class Sql {

	private final Connection connection;

	Sql(Connection connection) {
		this.connection = connection;
	}

	/** @return how many rows it changed */
	int run(String sql, Object... values) throws SQLException {
		try (PreparedStatement statement = prepare(sql, values)) {
			return statement.executeUpdate();
		}
	}

	/** The first column of the first row; null without one. */
	Long number(String sql, Object... values) throws SQLException {
		List<Long> numbers = numbers(sql, values);
		return numbers.isEmpty() ? null : numbers.get(0);
	}

	/** The first column of the first row as a text; null without one. */
	String text(String sql, Object... values) throws SQLException {
		try (PreparedStatement statement = prepare(sql, values); ResultSet found = statement.executeQuery()) {
			return found.next() ? found.getString(1) : null;
		}
	}

	/** The first column of every row as a text. */
	List<String> texts(String sql, Object... values) throws SQLException {
		List<String> texts = new ArrayList<>();
		try (PreparedStatement statement = prepare(sql, values); ResultSet found = statement.executeQuery()) {
			while (found.next()) {
				texts.add(found.getString(1));
			}
		}
		return texts;
	}

	/** The first column of every row; a NULL is left out. */
	List<Long> numbers(String sql, Object... values) throws SQLException {
		List<Long> numbers = new ArrayList<>();
		try (PreparedStatement statement = prepare(sql, values); ResultSet found = statement.executeQuery()) {
			while (found.next()) {
				long number = found.getLong(1);
				if (!found.wasNull()) {
					numbers.add(number);
				}
			}
		}
		return numbers;
	}

	/** The key that a table's next row gets when nobody else writes. */
	long next(String table, String key) throws SQLException {
		Long last = number("SELECT MAX(" + key + ") FROM " + table);
		return last == null ? 1 : last + 1;
	}

	private PreparedStatement prepare(String sql, Object... values) throws SQLException {
		PreparedStatement statement = connection.prepareStatement(sql);
		for (int i = 0; i < values.length; i++) {
			statement.setObject(i + 1, values[i]);
		}
		return statement;
	}
}
