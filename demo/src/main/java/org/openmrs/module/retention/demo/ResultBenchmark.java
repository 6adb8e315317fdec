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
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * How fast the results of a survey are read over HTTP, whole and told apart by month, beside the bare SQL that counts the same answers, in the
 * same run on the same server. Prints a table in Markdown.
 */
public final class ResultBenchmark {

	private static final String SURVEY = "6561849a-5b52-48ed-9dde-26f7c318f6e2";

	private static final double MILLIS = 1e6;

	private static final int BATCH = 1000;

	private static final int DAYS = 730;

	private static final int WARM_UP = 2;

	private static final String[] MODES = { "LINK", "PAPER", "KIOSK", "INTERVIEW_TREATING", "INTERVIEW_OTHER" };

	private static final String BARE = "SELECT r.mode, r.survey_version, a.question_key, a.number_answer,"
		+ " CASE WHEN a.number_answer IS NULL THEN LEFT(a.answer, 60) END AS given, COUNT(*) FROM retention_survey_response r"
		+ " JOIN retention_survey_answer a ON a.response_id = r.response_id WHERE r.survey_id = ? AND r.released = TRUE"
		+ " AND r.voided = FALSE GROUP BY r.mode, r.survey_version, a.question_key, a.number_answer, given";

	private final PrintStream out;

	private final DemoServer server;

	private final Map<String, List<Double>> rows = new LinkedHashMap<>();

	private ResultBenchmark(PrintStream out, DemoServer server) {
		this.out = out;
		this.server = server;
	}

	/** Arguments: how many answers (1000000; three to a response), how many repetitions (5), database (mariadb). */
	public static void main(String[] arguments) throws Exception {
		PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
		Demo.quieten();
		int answers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
		int repetitions = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
		try (DemoServer server = MeasuredServer.start(arguments.length > 2 ? arguments[2] : "mariadb")) {
			new ResultBenchmark(out, server).run(answers, repetitions);
		}
		System.exit(0);
	}

	private void run(int answers, int repetitions) throws SQLException {
		try (Connection connection = server.database().connect()) {
			connection.setAutoCommit(false);
			Sql sql = new Sql(connection);
			long survey = sql.number("SELECT survey_id FROM retention_survey WHERE uuid = ?", SURVEY);
			write(connection, survey, answers / 3);
			out.println("written");
			for (int i = -WARM_UP; i < repetitions; i++) {
				long begin = System.nanoTime();
				read(connection, survey);
				double bare = keep(i, "bare SQL", begin);
				begin = System.nanoTime();
				server.admin().get("retention/surveyresult?v=default&survey=" + SURVEY).ok();
				keep(i, "ratio: surveyresult", bare, keep(i, "surveyresult", begin));
				begin = System.nanoTime();
				server.admin().get("retention/surveyresult?v=default&by=month&limit=100&survey=" + SURVEY).ok();
				keep(i, "ratio: surveyresult by month", bare, keep(i, "surveyresult by month", begin));
			}
			report(sql, repetitions);
		}
	}

	private void keep(int i, String name, double bare, double ours) {
		if (i >= 0) {
			rows.computeIfAbsent(name, key -> new ArrayList<>()).add(ours / bare);
		}
	}

	private double keep(int i, String name, long begin) {
		double millis = (System.nanoTime() - begin) / MILLIS;
		if (i >= 0) {
			rows.computeIfAbsent(name + ", ms", key -> new ArrayList<>()).add(millis);
		}
		return millis;
	}

	/** A score, the satisfaction and the wish to be called of each response, over two years. */
	private static void write(Connection connection, long survey, int responses) throws SQLException {
		Random random = new Random(1);
		LocalDate today = LocalDate.now();
		try (PreparedStatement response = connection.prepareStatement("INSERT INTO retention_survey_response (response_id,"
			+ " survey_id, survey_version, mode, answered_on, released, voided) VALUES (?, ?, 1, ?, ?, TRUE, FALSE)");
			PreparedStatement answer = connection.prepareStatement("INSERT INTO retention_survey_answer (answer_id,"
				+ " response_id, question_key, position, answer, number_answer) VALUES (?, ?, ?, ?, ?, ?)")) {
			for (int i = 1; i <= responses; i++) {
				String id = new UUID(random.nextLong(), random.nextLong()).toString();
				response.setString(1, id);
				response.setLong(2, survey);
				response.setString(3, MODES[random.nextInt(MODES.length)]);
				response.setDate(4, Date.valueOf(today.minusDays(random.nextInt(DAYS))));
				response.addBatch();
				answer(answer, random, id, "recommend", random.nextInt(11));
				answer(answer, random, id, "satisfied", 1 + random.nextInt(5));
				answer(answer, random, id, "call-me", null);
				if (i % BATCH == 0 || i == responses) {
					response.executeBatch();
					answer.executeBatch();
					connection.commit();
				}
			}
		}
	}

	private static void answer(PreparedStatement answer, Random random, String response, String question, Integer number)
		throws SQLException {
		answer.setString(1, new UUID(random.nextLong(), random.nextLong()).toString());
		answer.setString(2, response);
		answer.setString(3, question);
		answer.setInt(4, 0);
		answer.setString(5, number == null ? random.nextBoolean() ? "yes" : "no" : number.toString());
		answer.setObject(6, number);
		answer.addBatch();
	}

	private static void read(Connection connection, long survey) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(BARE)) {
			statement.setLong(1, survey);
			try (ResultSet found = statement.executeQuery()) {
				while (found.next()) {
					found.getLong(6);
				}
			}
		}
		connection.commit();
	}

	private void report(Sql sql, int repetitions) throws SQLException {
		out.printf("%n%d answers to %d responses, %d repetitions after %d to warm up%n",
			sql.number("SELECT COUNT(*) FROM retention_survey_answer"),
			sql.number("SELECT COUNT(*) FROM retention_survey_response"), repetitions, WARM_UP);
		MeasuredServer.describe(out);
		out.println("| what | median | lowest | highest |");
		out.println("|---|---|---|---|");
		rows.forEach((name, values) -> {
			List<Double> sorted = new ArrayList<>(values);
			Collections.sort(sorted);
			out.printf("| %s | %.2f | %.2f | %.2f |%n", name, sorted.get(sorted.size() / 2), sorted.get(0),
				sorted.get(sorted.size() - 1));
		});
	}
}
