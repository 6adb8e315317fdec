/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Gives the test database the schema that a clinic gets. The platform's test base lets Hibernate derive our tables from
 * the entities and never runs a change set; so those tables are dropped and {@code liquibase.xml} is run instead, once
 * for each application context. Not before a test instance exists: the platform's base sets its database in its
 * constructor.
 */
class RetentionSchema implements TestInstancePostProcessor {

	private static ApplicationContext migrated;

	@Override
	public void postProcessTestInstance(Object instance, ExtensionContext test) {
		ApplicationContext context = SpringExtension.getApplicationContext(test);
		if (context == migrated) {
			return;
		}
		try (Session session = context.getBean("sessionFactory", SessionFactory.class).openSession()) {
			session.doWork(RetentionSchema::migrate);
		}
		migrated = context;
	}

	private static void migrate(Connection connection) throws SQLException {
		dropDerivedTables(connection);
		try {
			Database database = DatabaseFactory.getInstance()
				.findCorrectDatabaseImplementation(new JdbcConnection(connection));
			new Liquibase("liquibase.xml", new ClassLoaderResourceAccessor(RetentionSchema.class.getClassLoader()), database)
				.update(new Contexts());
		}
		catch (LiquibaseException e) {
			throw new SQLException(e);
		}
		connection.commit();
	}

	private static void dropDerivedTables(Connection connection) throws SQLException {
		List<String> tables = new ArrayList<>();
		try (ResultSet found = connection.getMetaData().getTables(connection.getCatalog(), null, "%",
			new String[]{ "TABLE" })) {
			while (found.next()) {
				String name = found.getString("TABLE_NAME");
				if (name.toLowerCase(Locale.ROOT).startsWith("retention_")) {
					tables.add(name);
				}
			}
		}
		boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
		String keys = h2 ? "SET REFERENTIAL_INTEGRITY " : "SET FOREIGN_KEY_CHECKS=";
		try (Statement statement = connection.createStatement()) {
			statement.execute(keys + (h2 ? "FALSE" : "0"));
			for (String table : tables) {
				statement.execute("DROP TABLE " + table + (h2 ? " CASCADE" : ""));
			}
			statement.execute(keys + (h2 ? "TRUE" : "1"));
		}
	}
}
