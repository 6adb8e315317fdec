/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** One of the servers of {@link FaultRun}, in a process of its own: sweeps and merges patients all the time, until its input ends or it is killed. */
public final class FaultNode {

	private FaultNode() {
	}

	/** Arguments: the database's address, a data directory. Says {@code READY} and its address when it serves. */
	public static void main(String[] arguments) throws Exception {
		PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
		Demo.quieten();
		DemoOptions options = DemoOptions.parse("--database", arguments[0], "--data", arguments[1], "--port", "0");
		DemoServer server = DemoServer.start(options, LocalDate.now().minusDays(4));
		server.awaitPackages();
		out.println("READY " + server.url());
		Thread sweeper = new Thread(FaultNode::sweep, "sweeper");
		sweeper.setDaemon(true);
		sweeper.start();
		Thread merger = new Thread(new FaultMerges(server.database())::work, "merger");
		merger.setDaemon(true);
		merger.start();
		while (System.in.read() >= 0) {
			// until nobody holds the other end
		}
		System.exit(0);
	}

	private static void sweep() {
		while (!Thread.currentThread().isInterrupted()) {
			try {
				ModuleJobs.sweep();
				ModuleJobs.resolveAssignees();
				Thread.sleep(500);
			}
			catch (InterruptedException e) {
				Thread.currentThread().interrupt();
			}
			catch (RuntimeException e) {
				System.err.println("sweep: " + e);
			}
		}
	}
}
