/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.openmrs.host.HostDatabase;

/**
 * Several servers on one MariaDB sweep, merge patients and are worked on by nurses and an office, and in the midst of it one after the other is killed and started
 * again, loses its connections to the database, or stands still until others have taken its leases, or the database itself is
 * killed. Afterwards everything is read once more, and {@link Invariants} are checked: nothing lost, nothing twice, nothing open
 * that is nobody's. Ends with 1 when one is broken.
 */
public final class FaultRun {

	private static final int NURSES_PER_NODE = 2;

	private static final Duration STARTING = Duration.ofMinutes(6);

	private static final int HOURS_AGO = 30;

	/** Plans are looked at again in slices. */
	private static final int SWEEPS = 8;

	private static final int STILL_MILLIS = 8000;

	private static final int DOWN_MILLIS = 3000;

	/** What can happen, by the name that the arguments call it. */
	private enum Fault {
		KILL, STALL, DATABASE, CONNECTIONS
	}

	/** Lost connections cost the least. */
	private static final List<Fault> ALL = List.of(Fault.KILL, Fault.STALL, Fault.DATABASE, Fault.CONNECTIONS,
		Fault.CONNECTIONS);

	private final PrintStream out;

	private final HostDatabase database;

	private final List<Node> nodes = new ArrayList<>();

	private final Random random;

	private final List<Fault> faults;

	private final FaultTally tally;

	private int killed;

	private int databaseKilled;

	private int disconnected;

	private int stalled;

	private FaultRun(PrintStream out, HostDatabase database, int count, long seed, List<Fault> faults) throws IOException {
		this.out = out;
		this.database = database;
		this.random = new Random(seed);
		this.faults = faults;
		this.tally = new FaultTally(() -> nodes.get(FaultTally.chance(nodes.size())).url);
		for (int i = 0; i < count; i++) {
			nodes.add(new Node(i));
		}
	}

	/**
	 * Arguments: how many servers (2), for how many seconds they are disturbed (120), how many encounters (20000), seed (1), and by
	 * what (all): any of {@code kill}, {@code stall}, {@code database}, {@code connections}.
	 */
	public static void main(String[] arguments) throws Exception {
		PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
		Demo.quieten();
		int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2;
		int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 120;
		int encounters = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 20_000;
		long seed = arguments.length > 3 ? Long.parseLong(arguments[3]) : 1;
		List<Fault> faults = arguments.length > 4 ? Stream.of(arguments).skip(4)
			.map(fault -> Fault.valueOf(fault.toUpperCase(Locale.ROOT))).toList() : ALL;
		int broken;
		try (HostDatabase database = HostDatabase.open("mariadb", null)) {
			broken = new FaultRun(out, database, count, seed, faults).run(seconds, encounters);
		}
		System.exit(broken == 0 ? 0 : 1);
	}

	private int run(int seconds, int encounters) throws Exception {
		out.printf("%d servers on one MariaDB, %d encounters, disturbed for %d s%n", nodes.size(), encounters, seconds);
		nodes.get(0).start();
		Rest admin = new Rest(nodes.get(0).url, DemoServer.ADMIN, DemoServer.ADMIN_PASSWORD);
		DemoStaff.create(admin);
		try (Connection connection = database.connect()) {
			connection.setAutoCommit(false);
			BusyDay.write(connection, encounters, Instant.now().minus(Duration.ofHours(HOURS_AGO)));
			register(new Sql(connection));
			connection.commit();
		}
		for (Node node : nodes.subList(1, nodes.size())) {
			node.start();
		}
		List<Thread> people = new ArrayList<>();
		for (int i = 0; i < NURSES_PER_NODE * nodes.size(); i++) {
			people.add(new Thread(new FaultNurse("nurse" + (1 + i % 3), tally)::work, "nurse-" + i));
		}
		people.add(new Thread(new FaultOffice(tally, roleOf(admin, "Retention: Nurse"))::work, "office"));
		people.forEach(Thread::start);
		Instant end = Instant.now().plusSeconds(seconds);
		while (Instant.now().isBefore(end)) {
			Thread.sleep(5000 + random.nextInt(10_000));
			fault(nodes.get(random.nextInt(nodes.size())));
		}
		tally.working = false;
		for (Thread one : people) {
			one.join();
		}
		out.printf("%d servers killed, %d times the database, %d times every connection, %d stalls;"
			+ " %d contacts recorded, %d rows of the list opened, %d encounters and patients voided, %d people left;"
			+ " %d refused, %d cut off%n", killed, databaseKilled, disconnected, stalled,
			tally.acknowledged.size(), tally.rowsOpened.get(), tally.voided.get(), tally.retired.get(),
			tally.refused.get(), tally.cut.get());
		settle();
		nodes.forEach(Node::kill);
		return judge();
	}

	private void fault(Node victim) throws Exception {
		switch (faults.get(random.nextInt(faults.size()))) {
			case KILL -> {
				victim.kill();
				killed++;
				out.println("killed server " + victim.number + ", " + tally.acknowledged.size() + " contacts so far");
				victim.start();
			}
			case STALL -> {
				victim.signal("STOP");
				expireLeases();
				Thread.sleep(STILL_MILLIS);
				victim.signal("CONT");
				stalled++;
				out.println("server " + victim.number + " stood still, and its leases ran out");
			}
			case DATABASE -> {
				killDatabase();
				databaseKilled++;
				out.println("killed the database, and started it again");
			}
			default -> {
				disconnect();
				disconnected++;
				out.println("the database dropped every connection");
			}
		}
	}

	/** With SIGKILL: what it had not made durable is gone. */
	private void killDatabase() throws InterruptedException {
		tally.disconnected(STARTING);
		for (ProcessHandle process : ProcessHandle.current().descendants().toList()) {
			if (process.info().command().orElse("").contains("mariadbd")) {
				process.destroyForcibly();
				process.onExit().join();
			}
		}
		Thread.sleep(DOWN_MILLIS);
		database.restart();
		tally.disconnected(Duration.ZERO);
	}

	/** As if it had been away and come back. */
	private void disconnect() throws SQLException {
		tally.disconnected(STARTING);
		try (Connection connection = database.connect()) {
			Sql sql = new Sql(connection);
			for (long other : sql.numbers("SELECT id FROM information_schema.processlist WHERE id <> CONNECTION_ID()"
				+ " AND user = 'root'")) {
				try {
					sql.run("KILL " + other);
				}
				catch (SQLException e) {
					// it has gone by itself
				}
			}
		}
		tally.disconnected(Duration.ZERO);
	}

	private void expireLeases() throws SQLException {
		try (Connection connection = database.connect()) {
			new Sql(connection).run("UPDATE retention_watermark SET lease_until = 0 WHERE lease_owner IS NOT NULL");
		}
	}

	/** Everybody has a number, two share one, and an identifier, without which nobody is merged. */
	private static void register(Sql sql) throws SQLException {
		sql.run(
			"INSERT INTO person_attribute (person_id, value, person_attribute_type_id, creator, date_created, voided, uuid)"
				+ " SELECT p.patient_id, CONCAT('+47', 40000000 + FLOOR(p.patient_id / 2)), t.person_attribute_type_id, 1,"
				+ " p.date_created, false, UUID() FROM patient p JOIN person_attribute_type t ON t.uuid = (SELECT"
				+ " SUBSTRING_INDEX(property_value, ',', 1) FROM global_property"
				+ " WHERE property = 'retention.contact.phoneAttributeTypes')");
		sql.run("INSERT INTO patient_identifier (patient_id, identifier, identifier_type, preferred, location_id, creator,"
			+ " date_created, voided, uuid) SELECT p.patient_id, CONCAT('F', p.patient_id), t.patient_identifier_type_id, true,"
			+ " 1, 1, p.date_created, false, UUID() FROM patient p JOIN patient_identifier_type t"
			+ " ON t.uuid = '8d79403a-c2cc-11de-8d13-0010c6dffd0f'");
	}

	private static String roleOf(Rest admin, String name) {
		return admin.get("role?v=full&limit=100").rows().stream()
			.filter(role -> role.path("name").asText(role.path("display").asText()).equals(name)).findFirst().orElseThrow()
			.path("uuid").asText();
	}

	/** Until the servers have nothing left to plan. */
	private void settle() throws SQLException, InterruptedException {
		try (Connection connection = database.connect()) {
			Sql sql = new Sql(connection);
			long before = -1;
			long plans = sql.number("SELECT COUNT(*) FROM retention_plan");
			while (plans != before) {
				Thread.sleep(20_000);
				before = plans;
				plans = sql.number("SELECT COUNT(*) FROM retention_plan");
			}
			out.println(plans + " plans, " + sql.number("SELECT COUNT(*) FROM retention_task") + " tasks");
		}
	}

	/** Reads everything again, on one server that nobody disturbs. */
	private int judge() throws Exception {
		DemoOptions options = DemoOptions.parse("--database", database.url(), "--port", "0");
		int broken = 0;
		try (DemoServer server = DemoServer.start(options, LocalDate.now().minusDays(4));
			Connection connection = database.connect()) {
			server.awaitPackages();
			Sql sql = new Sql(connection);
			sql.run("DELETE FROM retention_watermark");
			ModuleJobs.Sweep again = ModuleJobs.Sweep.NOTHING;
			for (int i = 0; i < SWEEPS; i++) {
				again = again.plus(ModuleJobs.sweep());
			}
			ModuleJobs.resolveAssignees();
			out.printf("Everything read again: %d encounters, %d plans made, %d tasks made, %d failures%n",
				again.encountersRead(), again.plansMade(), again.tasksMade(), again.failures());
			broken += said("nothing was left to plan", again.plansMade() + again.failures());
			long missing = 0;
			for (String uuid : tally.acknowledged) {
				missing += sql.number("SELECT COUNT(*) FROM retention_attempt WHERE uuid = ?", uuid) == 1 ? 0 : 1;
			}
			broken += said("every contact that a server confirmed is there", missing);
			broken += said("no server said that it failed", tally.failures.size());
			broken += said("a task is given to one at a time", tally.shared.size());
			out.println(sql.number("SELECT COUNT(*) FROM person_merge_log") + " merges, " + tally.wrongNumbers.size()
				+ " wrong numbers");
			broken += Invariants.check(sql, out);
		}
		tally.failures.stream().distinct().limit(5).forEach(out::println);
		tally.shared.stream().limit(5).forEach(out::println);
		out.println(broken == 0 ? "Nothing lost, nothing twice, nothing nobody's." : broken + " broken");
		return broken;
	}

	private int said(String what, long exceptions) {
		out.printf("  %s %s%s%n", exceptions == 0 ? "OK" : "BROKEN", what, exceptions == 0 ? "" : ": " + exceptions);
		return exceptions == 0 ? 0 : 1;
	}

	/** A server in a process of its own. */
	private final class Node {

		private final int number;

		private final Path data;

		private Process process;

		private volatile String url;

		Node(int number) throws IOException {
			this.number = number;
			this.data = Files.createTempDirectory("retention-fault");
		}

		void start() throws IOException {
			Path log = data.resolve("err.log");
			process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
				FaultNode.class.getName(), database.url(), data.toString())
				.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
			BufferedReader lines = new BufferedReader(
				new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
			Instant end = Instant.now().plus(STARTING);
			String line = lines.readLine();
			while (line != null && !line.startsWith("READY ") && Instant.now().isBefore(end)) {
				line = lines.readLine();
			}
			if (line == null) {
				throw new IllegalStateException("Server " + number + " did not start: " + new File(log.toString()));
			}
			url = line.substring("READY ".length());
		}

		/** By its name without SIG. */
		void signal(String name) throws Exception {
			new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).inheritIO().start().waitFor();
		}

		/** As the power fails. */
		void kill() {
			url = null;
			process.destroyForcibly();
			try {
				process.waitFor();
			}
			catch (InterruptedException e) {
				Thread.currentThread().interrupt();
			}
		}
	}
}
