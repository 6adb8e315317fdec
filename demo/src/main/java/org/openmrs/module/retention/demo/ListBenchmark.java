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
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openmrs.host.HostDatabase;

/**
 * How fast a large clinic's lists are read over HTTP, beside the bare SQL that reads the same rows and, for requests per
 * second, beside the platform's own list of encounters, in the same run on the same server; the page of the day's list beside
 * what the database counts for its queries; how long a sweep takes that finds nothing to do; and at the end, how long starts take on that database. The tasks are made by a sweep over so many encounters, and spread over two years. Prints a table in
 * Markdown.
 */
public final class ListBenchmark {

	private static final double NANOS = 1e9;

	private static final double MILLIS = 1e6;

	private static final int PAGE = 50;

	private static final int WARM_UP = 15;

	private static final String TODAY = "page of the day's list";

	/** The page that the day's list shows, and its totals, as far as one index serves them. */
	private static final String BARE_PAGE = "SELECT t.* FROM retention_task t WHERE t.status = 'OPEN' AND t.list_class IN"
		+ " (0, 1, 2, 3, 4, 5) AND t.due_by BETWEEN ? AND ? AND t.wake_at <= ? AND t.expires_at >= ? AND t.voided = false"
		+ " ORDER BY t.list_class, t.due_by, t.list_order, t.task_id LIMIT " + PAGE;

	private static final String BARE_TOTALS = "SELECT COUNT(DISTINCT t.ring_id), SUM(t.target_seconds) FROM retention_task t"
		+ " WHERE t.status = 'OPEN' AND t.wake_at <= ? AND t.expires_at >= ? AND t.voided = false";

	/** The same totals of those alone whom the policy lets call: no statement can tell them without these tables. */
	private static final String BARE_CALLABLE = "SELECT COUNT(DISTINCT t.ring_id), SUM(t.target_seconds) FROM retention_task t"
		+ " JOIN patient p ON p.patient_id = t.patient_id AND p.voided = false"
		+ " JOIN person e ON e.person_id = t.patient_id AND e.dead = false"
		+ " LEFT JOIN retention_contact_profile f ON f.patient_id = t.patient_id AND f.voided = false"
		+ " AND (f.do_not_call = true OR f.death_reported = true)"
		+ " LEFT JOIN retention_consent c ON c.patient_id = t.patient_id AND c.purpose = t.purpose AND c.granted = false"
		+ " AND c.withdrawn = false LEFT JOIN visit v ON v.patient_id = t.ring_id AND v.voided = false"
		+ " AND v.date_stopped IS NULL AND v.date_started >= CURRENT_DATE WHERE t.status = 'OPEN' AND t.wake_at <= ?"
		+ " AND t.expires_at >= ? AND t.voided = false AND f.contact_profile_id IS NULL AND c.consent_id IS NULL"
		+ " AND v.visit_id IS NULL AND EXISTS (SELECT 1 FROM retention_contact_point_owner o JOIN retention_contact_point n"
		+ " ON n.contact_point_id = o.contact_point_id WHERE o.person_id = t.ring_id AND n.kind = 'PHONE'"
		+ " AND n.state <> 'WRONG')";

	private static final int STARTS = 3;

	private final PrintStream out;

	private final DemoServer server;

	private final int requests;

	private final Map<String, List<Double>> rows = new LinkedHashMap<>();

	/** Bytes of the page of the day's list with its files. */
	private long firstLoad;

	/** Statements that read, of the page once its files are there. */
	private long reads;

	private ListBenchmark(PrintStream out, DemoServer server, int requests) {
		this.out = out;
		this.server = server;
		this.requests = requests;
	}

	/**
	 * Arguments: how many encounters (100000; each gives about 2.4 tasks), how many requests per list (100), database (mariadb, or the
	 * JDBC address of one, which is written once and measured again as it is), how many open tasks at least (as many as the encounters
	 * give).
	 */
	public static void main(String[] arguments) throws Exception {
		PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
		Demo.quieten();
		int encounters = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
		int requests = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
		try (HostDatabase database = HostDatabase.open(arguments.length > 2 ? arguments[2] : "mariadb", null)) {
			ListBenchmark benchmark;
			try (DemoServer server = MeasuredServer.start(database.url())) {
				benchmark = new ListBenchmark(out, server, requests);
				benchmark.run(encounters, arguments.length > 3 ? Integer.parseInt(arguments[3]) : 0);
			}
			for (int i = 0; i < STARTS; i++) {
				new Starts(database, (what, millis) -> benchmark.row(what).add(millis)).measure();
			}
			benchmark.report();
		}
		System.exit(0);
	}

	private void run(int encounters, int tasks) throws SQLException {
		try (Connection connection = server.database().connect()) {
			connection.setAutoCommit(false);
			Sql sql = new Sql(connection);
			Instant begun = Instant.now();
			boolean isWritten = sql.number("SELECT COUNT(*) FROM retention_plan") > 0;
			long swept = isWritten ? 0 : LargeClinic.write(connection, encounters, tasks);
			String busiest = manyEncountersOfOne(sql);
			connection.commit();
			ModuleJobs.resolveAssignees();
			out.printf("written after %s%n", Duration.between(begun, Instant.now()));
			long open = sql.number("SELECT COUNT(*) FROM retention_task WHERE status = 'OPEN'");
			long now = sql.number(
				"SELECT COUNT(*) FROM retention_task WHERE status = 'OPEN' AND wake_at <= ? AND expires_at >= ?",
				begun.toEpochMilli(), begun.toEpochMilli());
			connection.commit();
			long all = sql.number("SELECT COUNT(*) FROM encounter");
			out.printf(
				"%d encounters, of which %d swept, %d open tasks of which %d are due, ready after %s (sweep %.0f s)%n", all,
				encounters, open,
				now, Duration.between(begun, Instant.now()), swept / NANOS);
			for (int i = 0; i < 5; i++) {
				long idle = System.nanoTime();
				ModuleJobs.sweep();
				row("sweep with nothing to do").add((System.nanoTime() - idle) / MILLIS);
			}
			lists(connection, busiest);
		}
	}

	/** One patient with more encounters than a page has, for the platform's own list. */
	private static String manyEncountersOfOne(Sql sql) throws SQLException {
		long patient = sql.number("SELECT MAX(patient_id) FROM patient");
		sql.run("INSERT INTO encounter (encounter_type, patient_id, location_id, encounter_datetime, creator, date_created,"
			+ " voided, uuid) SELECT encounter_type, ?, location_id, '2020-01-01', 1, date_created, false, UUID()"
			+ " FROM encounter ORDER BY encounter_id LIMIT 200",
			patient);
		sql.run(
			"UPDATE retention_watermark SET position = (SELECT MAX(encounter_id) FROM encounter) WHERE name = 'encounter'");
		return sql.text("SELECT uuid FROM person WHERE person_id = ?", patient);
	}

	private void lists(Connection connection, String busiest) throws SQLException {
		Rest nurse = new Rest(server.url(), "nurse1", DemoStaff.PASSWORD);
		String location = new Sql(connection).text("SELECT uuid FROM location WHERE name = 'North Clinic'");
		PageVisit visit = new PageVisit(server.url(), "nurse1", DemoStaff.PASSWORD);
		DatabaseWork work = new DatabaseWork(connection);
		List<String> filters = List.of("", "&callable=now", "&role=mine", "&location=" + location, "&purpose=CARE",
			"&callable=now&role=mine&purpose=CARE&location=" + location);
		for (int i = -WARM_UP; i < requests; i++) {
			long at = Instant.now().toEpochMilli();
			long begin = System.nanoTime();
			read(connection, BARE_PAGE, at - Duration.ofDays(60).toMillis(), at + Duration.ofDays(60).toMillis(), at, at);
			keep(i, "bare SQL: page", begin);
			read(connection, BARE_TOTALS, at, at);
			keep(i, "bare SQL: page and totals of all that is due", begin);
			begin = System.nanoTime();
			read(connection, BARE_PAGE, at - Duration.ofDays(60).toMillis(), at + Duration.ofDays(60).toMillis(), at, at);
			read(connection, BARE_CALLABLE, at, at);
			keep(i, "bare SQL: page and totals of who may be called", begin);
			for (String filter : filters) {
				String shown = filter.replace(location, "{site}");
				time(i, nurse, "worklist?limit=" + PAGE + filter, "worklist" + shown);
				time(i, nurse, "followuptask?status=open&limit=" + PAGE + filter, "followuptask" + shown);
			}
			today(i, visit, work);
			time(i, server.admin(), "followuptask?status=open&v=ref&limit=" + PAGE, "followuptask, v=ref, as admin");
			begin = System.nanoTime();
			server.admin().get("encounter?patient=" + busiest + "&v=ref&limit=" + PAGE).ok();
			keep(i, "the platform's encounter, v=ref, as admin", begin);
			time(i, server.admin(), "followuptask?status=open&limit=" + PAGE, "followuptask, as admin");
			begin = System.nanoTime();
			server.admin().get("encounter?patient=" + busiest + "&v=default&limit=" + PAGE).ok();
			keep(i, "the platform's encounter, as admin", begin);
			if (i % 20 == 0) {
				out.println("request " + i);
			}
		}
	}

	/** The page of the day's list, and what the database says that its queries took. */
	private void today(int i, PageVisit visit, DatabaseWork work) throws SQLException {
		if (work.isCounted()) {
			work.begin();
		}
		long begin = System.nanoTime();
		visit.page("today");
		keep(i, TODAY, begin);
		if (work.isCounted() && i >= 0) {
			row(TODAY + ": its queries, by the database's count").add(work.millis());
			reads = work.reads();
		}
		firstLoad = i == 0 ? visit.bytesAtFirst("today") : firstLoad;
	}

	private void time(int i, Rest caller, String path, String name) {
		long begin = System.nanoTime();
		caller.get("retention/" + path).ok();
		keep(i, name, begin);
	}

	private void keep(int i, String name, long begin) {
		if (i >= 0) {
			row(name).add((System.nanoTime() - begin) / MILLIS);
		}
	}

	private List<Double> row(String name) {
		return rows.computeIfAbsent(name, key -> new ArrayList<>());
	}

	private static void read(Connection connection, String query, long... values) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(query)) {
			for (int i = 0; i < values.length; i++) {
				statement.setLong(i + 1, values[i]);
			}
			try (ResultSet found = statement.executeQuery()) {
				while (found.next()) {
					for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
						found.getObject(i);
					}
				}
			}
		}
		connection.commit();
	}

	private void report() {
		out.printf("%n%d requests each after %d to warm up; pages of %d%n", requests, WARM_UP, PAGE);
		MeasuredServer.describe(out);
		out.println("| what, ms | median | p95 | most |");
		out.println("|---|---|---|---|");
		rows.forEach((name, values) -> {
			List<Double> sorted = new ArrayList<>(values);
			Collections.sort(sorted);
			out.printf("| %s | %.1f | %.1f | %.1f |%n", name, sorted.get(sorted.size() / 2),
				sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1), sorted.get(sorted.size() - 1));
		});
		out.printf("%nThe page of the day's list: %,d bytes on the wire at first load; %d reading statements%n", firstLoad,
			reads);
	}
}
