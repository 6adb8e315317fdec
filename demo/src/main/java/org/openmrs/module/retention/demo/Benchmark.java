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
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * How fast the sweep makes plans and tasks of encounters, beside plain JDBC batches that write the same rows into the same
 * tables in the same run. Prints a table in Markdown.
 */
public final class Benchmark {

	private static final double NANOS = 1e9;

	/** So many encounters are enough for the JVM to be at work as it will be. */
	private static final int WARM_UP = 100_000;

	private final PrintStream out;

	private final int encounters;

	private final int repetitions;

	private final List<Double> sweeps = new ArrayList<>();

	private final List<Double> batches = new ArrayList<>();

	private final List<Double> ratios = new ArrayList<>();

	private final List<Double> idle = new ArrayList<>();

	private Benchmark(PrintStream out, int encounters, int repetitions) {
		this.out = out;
		this.encounters = encounters;
		this.repetitions = repetitions;
	}

	/** Arguments: how many encounters (100000), how many repetitions (5), database (mariadb). */
	public static void main(String[] arguments) throws Exception {
		PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
		Demo.quieten();
		int encounters = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
		int repetitions = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
		try (DemoServer server = MeasuredServer.start(arguments.length > 2 ? arguments[2] : "mariadb")) {
			new Benchmark(out, encounters, repetitions).run(server);
		}
		System.exit(0);
	}

	private void run(DemoServer server) throws SQLException {
		try (Connection connection = server.database().connect()) {
			connection.setAutoCommit(false);
			Sql sql = new Sql(connection);
			long first = sql.next("encounter", "encounter_id");
			int warmUp = Math.min(encounters, WARM_UP);
			Instant now = Instant.now();
			BusyDay.write(connection, warmUp, now);
			PlainBatches plain = new PlainBatches(connection);
			Map<String, Long> rows = repeat(sql, connection, plain, first - 1, warmUp, false);
			out.println("warm-up done");
			if (encounters > warmUp) {
				BusyDay.write(connection, encounters - warmUp, now);
			}
			for (int i = 1; i <= repetitions; i++) {
				rows = repeat(sql, connection, plain, first - 1 - i, encounters, true);
				out.println("repetition " + i + " done");
			}
			report(sql, rows);
		}
	}

	/** One sweep over all the encounters, one that finds nothing to do, and the same rows by plain batches. */
	private Map<String, Long> repeat(Sql sql, Connection connection, PlainBatches plain, long before, int atLeast,
		boolean counts) throws SQLException {
		plain.delete();
		// The reading mark stands before the first encounter; another place each time, so that what is remembered is forgotten.
		sql.run("DELETE FROM retention_watermark WHERE name IN ('encounter', 'encounter.seen')");
		sql.run("INSERT INTO retention_watermark (name, position, updated_at) VALUES ('encounter', ?, ?)", before,
			System.currentTimeMillis());
		connection.commit();
		long begin = System.nanoTime();
		ModuleJobs.Sweep sweep = ModuleJobs.sweep();
		long swept = System.nanoTime() - begin;
		if (sweep.failures() > 0 || sweep.encountersRead() < atLeast) {
			throw new IllegalStateException("The sweep did not read all: " + sweep);
		}
		begin = System.nanoTime();
		ModuleJobs.sweep();
		long nothing = System.nanoTime() - begin;
		connection.commit();
		Map<String, Long> rows = plain.count();
		plain.keep();
		plain.delete();
		long inserted = plain.insert();
		if (!rows.equals(plain.count())) {
			throw new IllegalStateException("Not the same rows: " + rows + ", " + plain.count());
		}
		if (counts) {
			long all = rows.values().stream().mapToLong(Long::longValue).sum();
			sweeps.add(all / (swept / NANOS));
			batches.add(all / (inserted / NANOS));
			ratios.add((double) inserted / swept);
			idle.add(nothing / NANOS);
		}
		return rows;
	}

	private void report(Sql sql, Map<String, Long> rows) throws SQLException {
		out.println();
		out.printf("%d encounters, rows written %s, %d repetitions after a warm-up with %d%n", encounters, rows, repetitions,
			Math.min(encounters, WARM_UP));
		MeasuredServer.describe(out);
		out.println("| what | median | lowest | highest |");
		out.println("|---|---|---|---|");
		line("sweep, rows/s", "%,.0f", sweeps);
		line("plain JDBC batches, rows/s", "%,.0f", batches);
		line("ratio (to reach: 0.5)", "%.2f", ratios);
		line("sweep with nothing new, s", "%.2f", idle);
	}

	private void line(String what, String format, List<Double> values) {
		List<Double> sorted = new ArrayList<>(values);
		Collections.sort(sorted);
		out.printf("| %s | " + format + " | " + format + " | " + format + " |%n", what, sorted.get(sorted.size() / 2),
			sorted.get(0), sorted.get(sorted.size() - 1));
	}
}
