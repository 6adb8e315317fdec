/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.opentest4j.TestAbortedException;

/**
 * The embedded host with the packed .omod, started once per JVM. It is started by name, so that the tests also compile
 * against the real artifacts, and in a class loader that sees the class path without our own classes: the module's come
 * from the .omod alone, as on a clinic's server.
 */
final class EmbeddedServer {

	private static final String HOST = "org.openmrs.host.EmbeddedHost";

	private static final String DATABASE = "org.openmrs.host.HostDatabase";

	private static final String OPTIONS = "org.openmrs.host.HostOptions";

	private static Object host;

	private EmbeddedServer() {
	}

	/**
	 * The base address, up to the context path. With -Popenmrs there is no embedded host: then the tests are skipped,
	 * unless a server is named.
	 */
	static synchronized String start() {
		ClassLoader callers = Thread.currentThread().getContextClassLoader();
		try {
			ClassLoader loader = platform();
			Thread.currentThread().setContextClassLoader(loader);
			host = loader.loadClass(HOST).getMethod("start", loader.loadClass(OPTIONS)).invoke(null, options(loader));
			return (String) call(host, "getUrl");
		}
		catch (ClassNotFoundException e) {
			throw new TestAbortedException("no embedded host on this class path: name a server by -Dretention.server.url",
				e);
		}
		catch (ReflectiveOperationException | IOException e) {
			throw new IllegalStateException(HOST, e instanceof InvocationTargetException ? e.getCause() : e);
		}
		finally {
			Thread.currentThread().setContextClassLoader(callers);
		}
	}

	/** The host's Hibernate session factory. */
	static Object sessionFactory() {
		try {
			Object application = call(host, "getApplicationContext");
			return application.getClass().getMethod("getBean", String.class).invoke(application, "sessionFactory");
		}
		catch (ReflectiveOperationException e) {
			throw new IllegalStateException(HOST, e);
		}
	}

	/** Straight into the database, as an import does. */
	static void sql(String statement, String... values) {
		try {
			Object session = call(sessionFactory(), "openSession");
			try {
				Connection connection = (Connection) call(session, "connection");
				try (PreparedStatement prepared = connection.prepareStatement(statement)) {
					for (int i = 0; i < values.length; i++) {
						prepared.setString(i + 1, values[i]);
					}
					prepared.executeUpdate();
				}
				if (!connection.getAutoCommit()) {
					connection.commit();
				}
			}
			finally {
				call(session, "close");
			}
		}
		catch (ReflectiveOperationException | SQLException e) {
			throw new IllegalStateException(statement, e);
		}
	}

	/** Sessions that are alive. */
	static long sessions() {
		try {
			return ((Number) call(call(host, "getWebServer"), "getActiveSessions")).longValue();
		}
		catch (ReflectiveOperationException e) {
			throw new IllegalStateException(HOST, e);
		}
	}

	/** The number that a query finds. */
	static long count(String query, String... values) {
		try {
			Object session = call(sessionFactory(), "openSession");
			try (PreparedStatement prepared = ((Connection) call(session, "connection")).prepareStatement(query)) {
				for (int i = 0; i < values.length; i++) {
					prepared.setString(i + 1, values[i]);
				}
				try (ResultSet found = prepared.executeQuery()) {
					found.next();
					return found.getLong(1);
				}
			}
			finally {
				call(session, "close");
			}
		}
		catch (ReflectiveOperationException | SQLException e) {
			throw new IllegalStateException(query, e);
		}
	}

	static Object call(Object target, String method) throws ReflectiveOperationException {
		return target.getClass().getMethod(method).invoke(target);
	}

	private static Object options(ClassLoader loader) throws ReflectiveOperationException, IOException {
		Object builder = loader.loadClass(OPTIONS).getMethod("builder").invoke(null);
		Class<?> type = builder.getClass();
		type.getMethod("port", int.class).invoke(builder, 0);
		type.getMethod("dataDirectory", File.class).invoke(builder, Files.createTempDirectory("retention-it").toFile());
		type.getMethod("modules", List.class).invoke(builder,
			Collections.singletonList(new File(System.getProperty("retention.omod"))));
		Object database = loader.loadClass(DATABASE).getMethod("open", String.class, Path.class).invoke(null,
			System.getProperty("host.database", "h2"), null);
		type.getMethod("databaseUrl", String.class).invoke(builder, call(database, "url"));
		type.getMethod("databaseUser", String.class).invoke(builder, call(database, "user"));
		return type.getMethod("build").invoke(builder);
	}

	private static ClassLoader platform() throws MalformedURLException {
		List<URL> urls = new ArrayList<>();
		for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
			String path = entry.replace(File.separatorChar, '/');
			boolean ours = path.matches(".*/(api|omod)/target/.*") || path.matches(".*/retention-(api|omod)-[^/]*\\.jar");
			if (!ours) {
				urls.add(new File(entry).toURI().toURL());
			}
		}
		return new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
	}
}
