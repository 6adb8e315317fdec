/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;

import lombok.extern.slf4j.Slf4j;
import org.apache.catalina.LifecycleException;
import org.openmrs.api.context.Context;
import org.openmrs.api.context.HostDaemon;
import org.openmrs.api.context.ServiceContext;
import org.openmrs.host.web.WebServer;
import org.openmrs.module.HostModules;
import org.openmrs.module.Module;
import org.openmrs.module.ModuleClassLoader;
import org.openmrs.module.ModuleException;
import org.openmrs.module.ModuleFactory;
import org.openmrs.util.OpenmrsClassLoader;
import org.openmrs.util.OpenmrsConstants;
import org.openmrs.util.OpenmrsUtil;
import org.springframework.context.ApplicationContext;
import org.springframework.context.support.ClassPathXmlApplicationContext;

/**
 * A server in this process: the platform's context on a database, the given module files loaded as the platform loads
 * them, and the web half at {@code /openmrs}. One at a time, because services and modules are static on the platform.
 */
@Slf4j
public final class EmbeddedHost implements Closeable {

	private static final String[] CONTEXTS = { "classpath:applicationContext-service.xml", "classpath*:openmrs-servlet.xml",
		"classpath*:moduleApplicationContext.xml", "classpath*:webModuleApplicationContext.xml" };

	private final HostOptions options;

	private ClassPathXmlApplicationContext application;

	private WebServer web;

	private EmbeddedHost(HostOptions options) {
		this.options = options;
	}

	public static EmbeddedHost start(HostOptions options) {
		EmbeddedHost host = new EmbeddedHost(options);
		try {
			host.start();
			return host;
		}
		catch (Exception e) {
			try {
				host.close();
			}
			catch (IOException | RuntimeException suppressed) {
				e.addSuppressed(suppressed);
			}
			throw e instanceof RuntimeException ? (RuntimeException) e
				: new IllegalStateException("The host cannot start", e);
		}
	}

	private void start() throws Exception {
		OpenmrsUtil.setApplicationDataDirectory(options.getDataDirectory().getPath());
		Context.setRuntimeProperties(runtimeProperties());
		Map<Module, ModuleClassLoader> modules = new LinkedHashMap<>();
		for (File file : options.getModules()) {
			Module module = HostModules.load(file);
			modules.put(module, HostModules.newClassLoader(module));
		}
		CompletableFuture<Void> schema = CompletableFuture.runAsync(() -> createSchema(modules), EmbeddedHost::meanwhile);
		try {
			refresh();
		}
		finally {
			schema.join();
		}
		if (!modules.isEmpty()) {
			HostDaemon.run(() -> {
				modules.forEach((module, loader) -> {
					HostModules.use(module, loader);
					HostModules.declare(module);
				});
				return null;
			});
			HostModules.willRefreshContext();
			refresh();
		}
		HostDaemon.run(() -> {
			Context.getSchedulerService().onStartup();
			HostModules.contextRefreshed();
			return null;
		});
		if (options.getPort() >= 0) {
			startWeb();
		}
	}

	/** In a thread that finds what this one finds: the drivers of databases are not in the class loader of the common pool's. */
	private static void meanwhile(Runnable work) {
		new Thread(work, "openmrs-schema").start();
	}

	/** While the core's own beans are made, which ask the database for nothing yet. */
	private void createSchema(Map<Module, ModuleClassLoader> modules) {
		try (Connection connection = connect()) {
			CoreDatabase.update(connection, "org/openmrs/host/core-database.xml", EmbeddedHost.class.getClassLoader());
			seed(connection);
		}
		catch (SQLException e) {
			throw new IllegalStateException("Cannot create the core's tables", e);
		}
		modules.forEach((module, loader) -> {
			if (loader.findResource("liquibase.xml") != null) {
				try (Connection connection = connect()) {
					CoreDatabase.update(connection, "liquibase.xml", loader);
				}
				catch (SQLException e) {
					throw new ModuleException("Cannot create its tables", module.getModuleId(), e);
				}
			}
		});
	}

	/** Everything anew, as the platform does it for each module that starts. */
	private void refresh() {
		if (application != null) {
			application.close();
		}
		ServiceContext.destroyInstance();
		OpenmrsClassLoader.destroyInstance();
		ClassLoader loader = OpenmrsClassLoader.getInstance();
		Thread.currentThread().setContextClassLoader(loader);
		application = new ClassPathXmlApplicationContext(CONTEXTS, false);
		application.setClassLoader(loader);
		ServiceContext.getInstance().startRefreshingContext();
		try {
			application.refresh();
		}
		finally {
			ServiceContext.getInstance().doneRefreshingContext();
		}
	}

	private void startWeb() throws IOException, LifecycleException {
		web = new WebServer(options.getPort(), application, ModuleFactory.getStartedModules());
		web.start();
		log.info("Listening on {}", getUrl());
	}

	private Properties runtimeProperties() {
		Properties properties = new Properties();
		properties.setProperty("connection.url", options.getDatabaseUrl());
		properties.setProperty("connection.username", options.getDatabaseUser());
		properties.setProperty("connection.password", options.getDatabasePassword());
		properties.setProperty("connection.driver_class",
			options.getDatabaseUrl().startsWith("jdbc:h2:") ? "org.h2.Driver" : "org.mariadb.jdbc.Driver");
		properties.setProperty(OpenmrsConstants.APPLICATION_DATA_DIRECTORY_RUNTIME_PROPERTY,
			options.getDataDirectory().getPath());
		return properties;
	}

	private Connection connect() throws SQLException {
		return DriverManager.getConnection(options.getDatabaseUrl(), options.getDatabaseUser(),
			options.getDatabasePassword());
	}

	private void seed(Connection connection) throws SQLException {
		try (ResultSet users = connection.createStatement().executeQuery("select count(*) from users")) {
			users.next();
			if (users.getInt(1) == 0) {
				connection.setAutoCommit(false);
				CoreDatabase.seed(connection, options.getAdminPassword());
				connection.commit();
			}
		}
	}

	public ApplicationContext getApplicationContext() {
		return application;
	}

	public WebServer getWebServer() {
		return web;
	}

	public String getUrl() {
		return "http://localhost:" + web.getPort() + "/openmrs";
	}

	@Override
	public void close() throws IOException {
		try {
			if (web != null) {
				web.close();
			}
			if (application != null && application.isActive()) {
				try {
					HostDaemon.run(() -> {
						HostModules.stop();
						Context.getSchedulerService().onShutdown();
						return null;
					});
				}
				catch (Exception e) {
					log.error("A module did not stop well", e);
				}
				application.close();
			}
		}
		finally {
			HostModules.forget();
			ServiceContext.destroyInstance();
			OpenmrsClassLoader.destroyInstance();
			Thread.currentThread().setContextClassLoader(EmbeddedHost.class.getClassLoader());
		}
	}
}
