/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.ObjDoubleConsumer;
import org.openmrs.host.CoreDatabase;
import org.openmrs.host.EmbeddedHost;
import org.openmrs.host.HostDatabase;
import org.openmrs.host.HostOptions;
import org.openmrs.module.HostModules;
import org.openmrs.module.ModuleClassLoader;

/**
 * How long a start takes on a database that has been worked with: the host's by itself, and with the module, until it serves
 * and until the module has done what it does at a start. What Liquibase takes of that, which has nothing to
 * change by then, is measured by itself.
 */
final class Starts {

	private static final double MILLIS = 1e6;

	private final HostDatabase database;

	private final ObjDoubleConsumer<String> times;

	/** @param times takes what was measured, and the milliseconds */
	Starts(HostDatabase database, ObjDoubleConsumer<String> times) {
		this.database = database;
		this.times = times;
	}

	void measure() throws Exception {
		Path data = Files.createTempDirectory("retention-start");
		try {
			long begin = System.nanoTime();
			EmbeddedHost host = EmbeddedHost.start(HostOptions.builder().databaseUrl(database.url())
				.databaseUser(database.user()).dataDirectory(data.toFile()).port(0).modules(List.of()).build());
			keep("start: the host without the module, until it serves", begin);
			host.close();
			liquibase();
			begin = System.nanoTime();
			try (DemoServer server = MeasuredServer.begin(database.url())) {
				keep("start: with the module, until it serves", begin);
				MeasuredServer.awaitModule();
				keep("start: with the module, until that is ready", begin);
				MeasuredServer.endJobs();
			}
		}
		finally {
			DemoServer.delete(data);
		}
	}

	private void liquibase() throws IOException, SQLException {
		try (ModuleClassLoader loader = HostModules.newClassLoader(HostModules.load(DemoServer.module().toFile()));
			Connection connection = database.connect()) {
			long begin = System.nanoTime();
			CoreDatabase.update(connection, "liquibase.xml", loader);
			keep("start: of that, the module's Liquibase", begin);
		}
		finally {
			HostModules.forget();
		}
	}

	private void keep(String what, long begin) {
		times.accept(what, (System.nanoTime() - begin) / MILLIS);
	}
}
