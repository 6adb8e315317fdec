/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.test.jupiter;

import java.io.File;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;

import org.hibernate.SessionFactory;
import org.hibernate.cfg.Environment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openmrs.api.context.Context;
import org.openmrs.api.context.Credentials;
import org.openmrs.api.context.UsernamePasswordCredentials;
import org.openmrs.host.CoreDatabase;
import org.openmrs.host.HostDatabase;
import org.openmrs.util.OpenmrsClassLoader;
import org.openmrs.util.OpenmrsConstants;
import org.openmrs.util.OpenmrsUtil;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.Rollback;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.transaction.annotation.Transactional;

/**
 * Each test in a transaction that is rolled back, on a database in memory whose schema Hibernate makes: no change sets, no
 * modules' advice, activators or settings. With {@code -Dhost.database=mariadb} on a MariaDB of its own. Logged in as the
 * administrator.
 */
@ContextConfiguration(locations = { "classpath:applicationContext-service.xml", "classpath*:moduleApplicationContext.xml",
	"classpath*:TestingApplicationContext.xml" })
@Transactional
@Rollback
@ExtendWith(SpringExtension.class)
public abstract class BaseContextSensitiveTest {

	protected static Properties runtimeProperties;

	@Autowired
	protected ApplicationContext applicationContext;

	public BaseContextSensitiveTest() {
		Thread.currentThread().setContextClassLoader(OpenmrsClassLoader.getInstance());
		Context.setRuntimeProperties(getRuntimeProperties());
	}

	public Properties getRuntimeProperties() {
		if (runtimeProperties == null) {
			runtimeProperties = new Properties();
			HostDatabase database = database();
			runtimeProperties.setProperty(Environment.URL, database.url());
			runtimeProperties.setProperty(Environment.DRIVER, database.driver());
			runtimeProperties.setProperty(Environment.USER, database.user());
			runtimeProperties.setProperty(Environment.PASS, "");
			if (useInMemoryDatabase()) {
				runtimeProperties.setProperty(Environment.HBM2DDL_AUTO, "create-drop");
			}
			File data = new File(System.getProperty("java.io.tmpdir"), "openmrs-test-" + System.nanoTime());
			runtimeProperties.setProperty(OpenmrsConstants.APPLICATION_DATA_DIRECTORY_RUNTIME_PROPERTY, data.getPath());
			OpenmrsUtil.setApplicationDataDirectory(data.getPath());
			data.deleteOnExit();
		}
		return runtimeProperties;
	}

	/** What is not in memory gets the schema of a clinic's database. */
	private HostDatabase database() {
		if (useInMemoryDatabase()) {
			return HostDatabase.open("h2", null);
		}
		HostDatabase database = HostDatabase.open("mariadb", null);
		try (Connection connection = database.connect()) {
			CoreDatabase.update(connection, "org/openmrs/host/core-database.xml", getClass().getClassLoader());
		}
		catch (SQLException e) {
			throw new IllegalStateException(e);
		}
		return database;
	}

	public Boolean useInMemoryDatabase() {
		return !"mariadb".equals(System.getProperty("host.database"));
	}

	@BeforeEach
	public void baseSetupWithStandardDataAndAuthentication() throws SQLException {
		if (!Context.isSessionOpen()) {
			Context.openSession();
		}
		seedOnce();
		authenticate();
	}

	/** The rows are there once and for all tests on this database; only an empty one is filled. */
	private void seedOnce() throws SQLException {
		Connection connection = getConnection();
		try (ResultSet users = connection.createStatement().executeQuery("select count(*) from users")) {
			users.next();
			if (users.getInt(1) > 0) {
				return;
			}
		}
		if (useInMemoryDatabase()) {
			connection.createStatement().execute("ALTER TABLE person ALTER COLUMN creator SET NULL");
		}
		CoreDatabase.seed(connection, "test");
		connection.commit();
	}

	protected Credentials getCredentials() {
		return new UsernamePasswordCredentials("admin", "test");
	}

	/** Whoever the test before left logged in. */
	public void authenticate() {
		Context.authenticate(getCredentials());
	}

	public Connection getConnection() {
		SessionFactory sessionFactory = applicationContext.getBean(SessionFactory.class);
		return sessionFactory.getCurrentSession().doReturningWork(connection -> connection);
	}
}
