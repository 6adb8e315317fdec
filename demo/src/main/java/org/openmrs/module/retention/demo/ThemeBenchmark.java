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
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * What the job of the themes takes where very many comments wait: how long it learns from what people have read, how many comments a second get their
 * proposals with all that is written for them. How little memory does is tried by the JVM's own limit. The comments are of made-up words, some of them more frequent in
 * one theme than in the others.
 */
public final class ThemeBenchmark {

	private static final int BATCH = 1000;

	private static final int DAYS = 730;

	private static final int THEMES = 9;

	private static final int COMMON_WORDS = 3000;

	private static final int WORDS_OF_A_THEME = 200;

	/** One word in seven is the theme's. */
	private static final double OWN = 0.15;

	private static final int SHORTEST = 5;

	private static final int LONGEST = 60;

	/** As many as one run of the job looks at. */
	private static final int SLICES = 500;

	private static final double NANOS = 1e9;

	private final PrintStream out;

	private final Random random = new Random(1);

	private ThemeBenchmark(PrintStream out) {
		this.out = out;
	}

	/** Arguments: how many comments (1000000), how many of them people have read (20000), database (mariadb). */
	public static void main(String[] arguments) throws Exception {
		PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
		Demo.quieten();
		int comments = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
		int read = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20_000;
		try (DemoServer server = MeasuredServer.start(arguments.length > 2 ? arguments[2] : "mariadb")) {
			new ThemeBenchmark(out).run(server, comments, read);
		}
		System.exit(0);
	}

	private void run(DemoServer server, int comments, int read) throws SQLException {
		try (Connection connection = server.database().connect()) {
			connection.setAutoCommit(false);
			write(connection, comments, read);
		}
		long begin = System.nanoTime();
		if (!ModuleJobs.learnThemes()) {
			throw new IllegalStateException("Nothing was learnt");
		}
		double learning = (System.nanoTime() - begin) / NANOS;
		begin = System.nanoTime();
		int looked = 0;
		int slice = 1;
		for (int i = 0; i < SLICES && slice > 0; i++) {
			slice = ModuleJobs.proposeThemes();
			looked += slice;
		}
		double proposing = (System.nanoTime() - begin) / NANOS;
		out.printf("%n%d comments, of which %d were read by people%n", comments, read);
		MeasuredServer.describe(out);
		out.println("| part of the job | comments | s | comments/s |");
		out.println("|---|---|---|---|");
		out.printf("| learns from the latest of them, with its cross validation | %d | %.1f | |%n", read, learning);
		out.printf("| proposes | %d | %.1f | %.0f |%n", looked, proposing, looked / proposing);
	}

	private void write(Connection connection, int comments, int read) throws SQLException {
		List<Long> themes = new Sql(connection).numbers("SELECT theme_id FROM retention_theme ORDER BY theme_id");
		long now = Instant.now().toEpochMilli();
		LocalDate today = LocalDate.now();
		try (Rows comment = new Rows(connection, "retention_comment", "comment_id", "source", "source_uuid",
			"questionnaire_uuid", "question_key", "text_kind", "text", "language", "said_on", "released", "voided");
			Rows reading = new Rows(connection, "retention_comment_reading", "comment_id", "status", "explained", "margin",
				"generation", "read_at", "read_by", "version");
			Rows assignment = new Rows(connection, "retention_comment_theme", "assignment_id", "comment_id", "theme_id",
				"status", "decided_at", "decided_by", "version")) {
			for (int i = 0; i < comments; i++) {
				String id = uuid();
				int theme = random.nextInt(THEMES);
				boolean isRead = i < read;
				comment.add(id, "SURVEY", uuid(), uuid(), "good", "UNSPECIFIC", words(theme), "en",
					Date.valueOf(today.minusDays(random.nextInt(DAYS))), true, false);
				reading.add(id, isRead ? "READ" : "UNREAD", isRead, 0, 0, isRead ? now - i : null, isRead ? 1 : null, 0);
				if (isRead) {
					assignment.add(uuid(), id, themes.get(theme), "CONFIRMED", now - i, 1, 0);
				}
				if (i % BATCH == BATCH - 1 || i == comments - 1) {
					comment.flush();
					reading.flush();
					assignment.flush();
					connection.commit();
				}
			}
		}
	}

	private String words(int theme) {
		StringBuilder text = new StringBuilder();
		int length = SHORTEST + random.nextInt(LONGEST - SHORTEST);
		for (int i = 0; i < length; i++) {
			boolean own = random.nextDouble() < OWN;
			int word = own ? COMMON_WORDS + theme * WORDS_OF_A_THEME + random.nextInt(WORDS_OF_A_THEME) : common();
			text.append(i == 0 ? "" : " ").append(word(word));
		}
		return text.toString();
	}

	/** The first words are much more frequent than the last. */
	private int common() {
		double share = random.nextDouble();
		return (int) (share * share * share * COMMON_WORDS);
	}

	/** Syllables, other ones for each number. */
	private static String word(int number) {
		StringBuilder word = new StringBuilder();
		for (int rest = number + 1; rest > 0; rest /= 25) {
			word.append("bdgklmnprstv".charAt(rest % 25 % 12)).append("aeiou".charAt(rest % 25 / 5));
		}
		return word.toString();
	}

	private String uuid() {
		return new UUID(random.nextLong(), random.nextLong()).toString();
	}
}
