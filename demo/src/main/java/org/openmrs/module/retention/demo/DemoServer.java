/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.openmrs.host.EmbeddedHost;
import org.openmrs.host.HostDatabase;
import org.openmrs.host.HostOptions;

/** The embedded host with the module and its content packages, on a database of its own. */
final class DemoServer implements AutoCloseable {

	static final String ADMIN = "admin";

	static final String ADMIN_PASSWORD = "Admin123";

	private static final Duration LOADING = Duration.ofMinutes(2);

	private final HostDatabase database;

	private final EmbeddedHost host;

	private final Rest admin;

	private final int packageFiles;

	private final Path temporary;

	private DemoServer(HostDatabase database, EmbeddedHost host, int packageFiles, Path temporary) {
		this.database = database;
		this.packageFiles = packageFiles;
		this.host = host;
		this.temporary = temporary;
		this.admin = new Rest(host.getUrl(), ADMIN, ADMIN_PASSWORD);
	}

	/** @param activeFrom from when on encounters make plans */
	static DemoServer start(DemoOptions options, LocalDate activeFrom) throws IOException {
		Path root = projectRoot();
		Path omod = options.omod != null ? options.omod : module();
		Path temporary = options.data == null ? Files.createTempDirectory("retention-demo") : null;
		Path data = options.data == null ? temporary : Files.createDirectories(options.data);
		int packageFiles = new DemoPackages(data, activeFrom)
			.install(options.packages != null ? options.packages : root.resolve("metadata/target"));
		HostDatabase database = HostDatabase.open(options.database, data);
		try {
			EmbeddedHost host = EmbeddedHost.start(HostOptions.builder().databaseUrl(database.url())
				.databaseUser(database.user()).databasePassword("").dataDirectory(data.toFile()).port(options.port)
				.adminPassword(ADMIN_PASSWORD).modules(List.of(omod.toFile())).build());
			return new DemoServer(database, host, packageFiles, temporary);
		}
		catch (RuntimeException e) {
			database.close();
			throw e;
		}
	}

	/** The folder that holds the project's modules: above the jar or the classes that run. */
	private static Path projectRoot() throws IOException {
		try {
			Path at = Path.of(DemoServer.class.getProtectionDomain().getCodeSource().getLocation().toURI());
			while (at != null && !Files.isDirectory(at.resolve("metadata"))) {
				at = at.getParent();
			}
			return at == null ? Path.of("").toAbsolutePath() : at;
		}
		catch (URISyntaxException e) {
			throw new IOException(e);
		}
	}

	/** The file that the build has made. */
	static Path module() throws IOException {
		return omodIn(projectRoot().resolve("omod/target"));
	}

	private static Path omodIn(Path folder) throws IOException {
		if (Files.isDirectory(folder)) {
			try (Stream<Path> files = Files.list(folder)) {
				Path found = files.filter(file -> file.toString().endsWith(".omod")).findFirst().orElse(null);
				if (found != null) {
					return found;
				}
			}
		}
		throw new IOException("No .omod in " + folder + ": build the project first, or name the file with --omod");
	}

	/** Packages are loaded by a thread of the module after its start: waits until each file has been looked at. */
	void awaitPackages() throws SQLException {
		Instant end = Instant.now().plus(LOADING);
		try (Connection connection = database.connect()) {
			Sql sql = new Sql(connection);
			while (sql.number("SELECT COUNT(*) FROM retention_package_file") < packageFiles) {
				if (Instant.now().isAfter(end)) {
					throw new IllegalStateException("The packages were not loaded within " + LOADING);
				}
				pause();
			}
		}
	}

	private static void pause() {
		try {
			Thread.sleep(100);
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		}
	}

	Rest admin() {
		return admin;
	}

	String url() {
		return host.getUrl();
	}

	HostDatabase database() {
		return database;
	}

	@Override
	public void close() {
		try {
			host.close();
			database.close();
			if (temporary != null) {
				delete(temporary);
			}
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	static void delete(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(file);
			}
		}
	}
}
