/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.openmrs.host.HostDatabase;

/**
 * Several servers on one MariaDB sweep and are worked on, and in the midst of it one after the other is killed and started
 * again, loses its connections to the database, or stands still until others have taken its leases, or the database itself is
 * killed. Afterwards everything is read once more, and {@link Invariants} are checked: nothing lost, nothing twice, nothing open
 * that is nobody's. Ends with 1 when one is broken.
 */
public final class FaultRun {

	private static final int NURSES_PER_NODE = 2;

	private static final Duration STARTING = Duration.ofMinutes(6);

	private static final int HOURS_AGO = 30;

	/** So long after its connections are gone a server may say that it failed. */
	private static final Duration RECOVERING = Duration.ofSeconds(10);

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

	/** Uuids of the contacts that a server has said it recorded. */
	private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

	private final Queue<String> failures = new ConcurrentLinkedQueue<>();

	private final AtomicInteger cut = new AtomicInteger();

	private final AtomicInteger refused = new AtomicInteger();

	private volatile boolean working = true;

	private volatile Instant disconnectedAt = Instant.EPOCH;

	private int killed;

	private int databaseKilled;

	private int disconnected;

	private int stalled;

	private FaultRun(PrintStream out, HostDatabase database, int count, long seed, List<Fault> faults) throws IOException {
		this.out = out;
		this.database = database;
		this.random = new Random(seed);
		this.faults = faults;
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
		DemoStaff.create(new Rest(nodes.get(0).url, DemoServer.ADMIN, DemoServer.ADMIN_PASSWORD));
		try (Connection connection = database.connect()) {
			connection.setAutoCommit(false);
			BusyDay.write(connection, encounters, Instant.now().minus(Duration.ofHours(HOURS_AGO)));
			connection.commit();
		}
		for (Node node : nodes.subList(1, nodes.size())) {
			node.start();
		}
		List<Thread> nurses = new ArrayList<>();
		for (int i = 0; i < NURSES_PER_NODE * nodes.size(); i++) {
			long seed = random.nextLong();
			String name = "nurse" + (1 + i % 3);
			Thread nurse = new Thread(() -> work(name, new Random(seed)), "nurse-" + i);
			nurse.start();
			nurses.add(nurse);
		}
		Instant end = Instant.now().plusSeconds(seconds);
		while (Instant.now().isBefore(end)) {
			Thread.sleep(5000 + random.nextInt(10_000));
			fault(nodes.get(random.nextInt(nodes.size())));
		}
		working = false;
		for (Thread nurse : nurses) {
			nurse.join();
		}
		out.printf("%d servers killed, %d times the database, %d times every connection, %d stalls;"
			+ " %d contacts recorded, %d refused, %d cut off%n", killed, databaseKilled, disconnected, stalled,
			acknowledged.size(), refused.get(), cut.get());
		settle();
		nodes.forEach(Node::kill);
		return judge();
	}

	private void fault(Node victim) throws Exception {
		switch (faults.get(random.nextInt(faults.size()))) {
			case KILL -> {
				victim.kill();
				killed++;
				out.println("killed server " + victim.number + ", " + acknowledged.size() + " contacts so far");
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
		disconnectedAt = Instant.now().plus(STARTING);
		for (ProcessHandle process : ProcessHandle.current().descendants().toList()) {
			if (process.info().command().orElse("").contains("mariadbd")) {
				process.destroyForcibly();
				process.onExit().join();
			}
		}
		Thread.sleep(DOWN_MILLIS);
		database.restart();
		disconnectedAt = Instant.now();
	}

	/** As if it had been away and come back. */
	private void disconnect() throws SQLException {
		disconnectedAt = Instant.now().plus(STARTING);
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
		disconnectedAt = Instant.now();
	}

	private void expireLeases() throws SQLException {
		try (Connection connection = database.connect()) {
			new Sql(connection).run("UPDATE retention_watermark SET lease_until = 0 WHERE lease_owner IS NOT NULL");
		}
	}

	/** One after the other, as a nurse does: take a task, call, write it down. */
	private void work(String name, Random chance) {
		while (working) {
			String url = nodes.get(chance.nextInt(nodes.size())).url;
			if (url == null) {
				continue;
			}
			try {
				call(new Rest(url, name, DemoStaff.PASSWORD), chance);
			}
			catch (IllegalStateException e) {
				cut.incrementAndGet();
			}
		}
	}

	private void call(Rest nurse, Random chance) {
		Rest.Answer list = nurse.get("retention/followuptask?status=open&sort=list&v=ref&limit=20&startIndex="
			+ chance.nextInt(100));
		if (!answered(list) || list.rows().isEmpty()) {
			return;
		}
		List<JsonNode> tasks = list.rows();
		String task = tasks.get(chance.nextInt(tasks.size())).path("uuid").asText();
		answered(nurse.post("retention/followuptask/" + task + "/claim", Map.of()));
		Rest.Answer recorded = nurse.post("retention/contactattempt", contact(task, chance));
		if (answered(recorded)) {
			acknowledged.add(recorded.uuid());
		}
	}

	private static Map<String, Object> contact(String task, Random chance) {
		Map<String, Object> contact = new LinkedHashMap<>(Map.of("tasks", List.of(task)));
		int what = chance.nextInt(10);
		contact.put("result", what < 6 ? "SPOKE" : "NO_ANSWER");
		if (what < 5) {
			contact.put("disposition", "DONE");
		} else if (what == 5) {
			contact.put("disposition", "CALL_BACK");
			contact.put("windowFrom", OffsetDateTime.now().plusHours(20).toString());
			contact.put("windowBy", OffsetDateTime.now().plusHours(22).toString());
		}
		return contact;
	}

	/** Two at one task is a conflict; what a server says of its own failure is a finding, unless it had no database. */
	private boolean answered(Rest.Answer answer) {
		if (answer.status() >= 500 && Instant.now().isBefore(disconnectedAt.plus(RECOVERING))) {
			cut.incrementAndGet();
		} else if (answer.status() >= 500) {
			failures.add(answer.status() + " " + answer.error());
		} else if (answer.status() >= 400) {
			refused.incrementAndGet();
		}
		return answer.status() / 100 == 2;
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
			ModuleJobs.Sweep again = ModuleJobs.sweep();
			ModuleJobs.resolveAssignees();
			out.printf("Everything read again: %d encounters, %d plans made, %d tasks made, %d failures%n",
				again.encountersRead(), again.plansMade(), again.tasksMade(), again.failures());
			broken += said("nothing was left to plan", again.plansMade() + again.failures());
			long missing = 0;
			for (String uuid : acknowledged) {
				missing += sql.number("SELECT COUNT(*) FROM retention_attempt WHERE uuid = ?", uuid) == 1 ? 0 : 1;
			}
			broken += said("every contact that a server confirmed is there", missing);
			broken += said("no server said that it failed", failures.size());
			broken += Invariants.check(sql, out);
		}
		failures.stream().distinct().limit(5).forEach(out::println);
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
