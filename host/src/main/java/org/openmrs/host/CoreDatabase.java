/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import lombok.AccessLevel;
import lombok.NoArgsConstructor;
import org.openmrs.util.Security;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** The schema of a fresh platform and the rows it begins with. */
@NoArgsConstructor(access = AccessLevel.PRIVATE)
public final class CoreDatabase {

	public static void update(Connection connection, String changeLog, ClassLoader classLoader) {
		try {
			Database database = DatabaseFactory.getInstance()
				.findCorrectDatabaseImplementation(new JdbcConnection(connection));
			database.setDatabaseChangeLogTableName("liquibasechangelog");
			database.setDatabaseChangeLogLockTableName("liquibasechangeloglock");
			Liquibase liquibase = new Liquibase(changeLog, new ClassLoaderResourceAccessor(classLoader), database);
			liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
			liquibase.update(new Contexts());
		}
		catch (LiquibaseException e) {
			throw new IllegalStateException("Cannot bring the database up to date with " + changeLog, e);
		}
	}

	public static void seed(Connection connection, String password) throws SQLException {
		ScriptUtils.executeSqlScript(connection,
			new EncodedResource(new ClassPathResource("org/openmrs/host/seeds.sql"), StandardCharsets.UTF_8));
		setPassword(connection, password);
	}

	private static void setPassword(Connection connection, String password) throws SQLException {
		String salt = Security.getRandomToken();
		try (PreparedStatement update = connection
			.prepareStatement("update users set password = ?, salt = ? where user_id = 1")) {
			update.setString(1, Security.encodeString(password + salt));
			update.setString(2, salt);
			update.executeUpdate();
		}
	}
}
