/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import org.openmrs.api.context.Context;
import org.openmrs.api.context.HostDaemon;

/** What the benchmarks stand on: a server with staff whose jobs have ended and run only when they are told to, and what it ran on. */
final class MeasuredServer {

	/** The sweep, the upkeep and the themes. */
	private static final int JOBS = 3;

	private MeasuredServer() {
	}

	/** @param database as {@code --database} has it; one that was measured before stays as it is */
	static DemoServer start(String database) throws Exception {
		DemoServer server = begin(database);
		server.awaitPackages();
		awaitModule();
		endJobs();
		if (!hasStaff(server.admin())) {
			DemoStaff.create(server.admin());
		}
		return server;
	}

	/** Since the database was measured before. */
	private static boolean hasStaff(Rest admin) {
		return !admin.get("user?q=" + DemoStaff.ALL.get(0).username()).rows().isEmpty();
	}

	/** It serves; what the module does at its start goes on. */
	static DemoServer begin(String database) throws IOException {
		return DemoServer.start(DemoOptions.parse("--database", database, "--port", "0"), LocalDate.now().minusDays(3));
	}

	/** Until it has loaded its packages. */
	static void awaitModule() throws InterruptedException {
		while (!ModuleJobs.isModuleReady()) {
			Thread.sleep(20);
		}
	}

	/** The module starts them when it is ready; one that runs is waited for. */
	static void endJobs() throws Exception {
		while (jobs().size() < JOBS) {
			Thread.sleep(20);
		}
		HostDaemon.run(() -> {
			Context.getSchedulerService().onShutdown();
			return null;
		});
		for (Thread job : jobs()) {
			job.join();
		}
	}

	private static List<Thread> jobs() {
		return Thread.getAllStackTraces().keySet().stream()
			.filter(thread -> thread.getName().startsWith("openmrs-task-Patient Retention: ")).toList();
	}

	static void describe(PrintStream out) {
		out.printf("%s on %s %s, %d processors, Java %s, heap up to %d MB, %s%n%n", System.getProperty("java.vm.name"),
			System.getProperty("os.name"), System.getProperty("os.arch"), Runtime.getRuntime().availableProcessors(),
			System.getProperty("java.version"), Runtime.getRuntime().maxMemory() >> 20, LocalDate.now());
	}
}
