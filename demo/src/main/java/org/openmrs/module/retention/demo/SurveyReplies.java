/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import java.sql.Date;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * What comes back from the patients of the demo clinic: scores, choices and words, of which the manager has read half. What is
 * not identified waits, and can be read in batches as the module releases them.
 */
final class SurveyReplies {

	static final ZoneId ZONE = ZoneId.of("Europe/Oslo");

	private static final int READ_PERCENT = 55;

	/** So long comments wait until the manager reads some of them. */
	private static final int UNREAD_DAYS = 10;

	/** Answers that are not identified are released together from so many on. */
	private static final int FEWEST = 5;

	private static final int CARD_WEEKS = 30;

	private static final int PROMOTER = 9;

	private static final int PASSIVE = 7;

	private final SurveyTables tables;

	private final SplittableRandom random;

	private final RandomKeys keys;

	private final ClinicVoices voices;

	private final Instant now;

	private final Long desk;

	private final Long nurse;

	private final Long manager;

	private final Map<String, Long> themes = new HashMap<>();

	/** What is not identified. */
	private final List<Reply> unidentified = new ArrayList<>();

	/** @param now nothing happens after it */
	SurveyReplies(Sql sql, SurveyTables tables, SplittableRandom random, Instant now) throws SQLException {
		this.tables = tables;
		this.random = random;
		this.keys = new RandomKeys(random);
		this.voices = new ClinicVoices(random.split());
		this.now = now;
		this.desk = DemoStaff.idOf(sql, "desk1");
		this.nurse = DemoStaff.idOf(sql, "nurse1");
		this.manager = DemoStaff.idOf(sql, "manager1");
		for (String code : sql.texts("SELECT code FROM retention_theme")) {
			themes.put(code, sql.number("SELECT theme_id FROM retention_theme WHERE code = ?", code));
		}
	}

	/** A visit that somebody may be asked about. @param where as {@link ClinicVoices} has it */
	record Visit(long encounter, String uuid, long type, Long location, Instant at, long patient, String patientUuid,
		String where, Long provider, String language) {
	}

	record Survey(long id, int version, String uuid) {
	}

	private record Answer(String question, String value, Integer number) {
	}

	private record Comment(String question, String kind, ClinicVoices.Words words) {
	}

	/** One form. */
	private static final class Reply {

		private final Survey survey;

		private final String mode;

		private final Instant at;

		/** Null: nobody was invited. */
		private Visit visit;

		private Long invitation;

		/** Where no visit tells it; null: not known. */
		private Long place;

		private final List<Answer> answers = new ArrayList<>();

		private final List<Comment> comments = new ArrayList<>();

		Reply(Survey survey, String mode, Instant at) {
			this.survey = survey;
			this.mode = mode;
			this.at = at;
		}

		void number(String question, int value) {
			answers.add(new Answer(question, Integer.toString(value), value));
		}

		void choice(String question, String value) {
			answers.add(new Answer(question, value, null));
		}

		void words(String question, String kind, ClinicVoices.Words words) {
			comments.add(new Comment(question, kind, words));
		}

		LocalDate week() {
			return dayOf(at).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
		}
	}

	static LocalDate dayOf(Instant instant) {
		return instant.atZone(ZONE).toLocalDate();
	}

	/** To an invitation; one of a confidential survey waits. */
	void answer(Survey survey, String mode, Instant at, Visit visit, long invitation, boolean confidential)
		throws SQLException {
		Reply reply = new Reply(survey, mode, at);
		reply.visit = visit;
		reply.invitation = invitation;
		fill(reply, visit, confidential);
		if (confidential) {
			unidentified.add(reply);
		} else {
			write(reply, dayOf(at), true, true);
		}
	}

	/** Some are better liked than others, and who is asked by the one who treated is kinder. */
	private void fill(Reply reply, Visit visit, boolean confidential) {
		long liked = visit.provider() == null ? 0 : visit.provider() % 3 * 9;
		int score = score(45 + liked + (reply.mode.equals("INTERVIEW_TREATING") ? 25 : 0) - (confidential ? 8 : 0));
		reply.number("recommend", score);
		if (confidential) {
			reply.number("comfort", Math.min(5, Math.max(1, score / 2 + random.nextInt(2))));
			reply.number("explained", Math.min(5, Math.max(1, score / 2 + random.nextInt(-1, 2))));
			String[] waited = { "not-at-all", "up-to-15", "up-to-45", "longer" };
			reply.choice("waiting", waited[score >= PROMOTER ? random.nextInt(2) : random.nextInt(4)]);
			reply.choice("cost", random.nextInt(10) < (score >= PASSIVE ? 8 : 5) ? "yes" : "no");
		} else {
			reply.number("satisfied", score >= PROMOTER ? 5 - random.nextInt(6) / 5
				: score >= PASSIVE ? 4 - random.nextInt(4) / 3 : Math.max(1, score / 2 - random.nextInt(2) + 1));
		}
		if ((confidential || score >= PASSIVE) && random.nextInt(100) < 45) {
			reply.words("good", "WHAT_WAS_GOOD", voices.praise(visit.where(), visit.language()));
		}
		if (random.nextInt(100) < (score < PASSIVE ? 80 : score < PROMOTER ? 50 : 25)) {
			reply.words("better", "COULD_BE_BETTER",
				voices.wish(visit.where(), visit.language(), score >= PROMOTER));
		}
		if (confidential || score < PROMOTER) {
			reply.choice("call-me", "no");
		}
	}

	private int score(long promoters) {
		int lot = random.nextInt(100);
		if (lot < promoters) {
			return lot % 3 == 0 ? 9 : 10;
		}
		return lot < promoters + 25 ? 7 + lot % 2 : Math.max(0, 6 - random.nextInt(4) * random.nextInt(3));
	}

	/** Cards from the box, and what was typed at the desk, on the days of each week. */
	void cards(Survey survey, Long north) {
		String[] experiences = { "very-good", "very-good", "very-good", "good", "good", "neither", "poor", "very-poor",
			"dont-know" };
		for (int week = CARD_WEEKS; week >= 0; week--) {
			int count = random.nextInt(3, 7);
			for (int i = 0; i < count; i++) {
				boolean kiosk = random.nextInt(3) > 0;
				Instant at = now.minus(7L * week, ChronoUnit.DAYS).minus(random.nextInt(8 * 60), ChronoUnit.MINUTES);
				Reply reply = new Reply(survey, kiosk ? "KIOSK" : "PAPER", at);
				reply.place = kiosk ? north : null;
				int lot = random.nextInt(experiences.length);
				reply.choice("experience", experiences[lot]);
				String language = List.of("en", "nb", "nb", "ru", "zh").get(random.nextInt(5));
				if (random.nextInt(100) < 40) {
					reply.words("why", "UNSPECIFIC",
						lot < 5 ? voices.praise("any", language) : voices.wish("any", language, false));
				}
				if (random.nextInt(100) < 30) {
					reply.words("better", "COULD_BE_BETTER", voices.wish("any", language, lot < 3));
				}
				unidentified.add(reply);
			}
		}
	}

	/** As the module does it: once a week is over and enough wait, with the date of the last week among them. */
	void release() throws SQLException {
		unidentified.sort(Comparator.comparing(Reply::week));
		Map<String, List<Reply>> waiting = new TreeMap<>();
		for (Reply reply : unidentified) {
			List<Reply> others = waiting.computeIfAbsent(reply.survey.uuid() + reply.mode, key -> new ArrayList<>());
			releaseBefore(reply.week(), others);
			others.add(reply);
		}
		for (List<Reply> others : waiting.values()) {
			releaseBefore(dayOf(now).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), others);
			for (Reply reply : others) {
				write(reply, reply.week(), false, false);
			}
		}
	}

	private void releaseBefore(LocalDate week, List<Reply> waiting) throws SQLException {
		if (waiting.size() < FEWEST || !waiting.get(waiting.size() - 1).week().isBefore(week)) {
			return;
		}
		LocalDate last = waiting.get(waiting.size() - 1).week();
		for (Reply reply : waiting) {
			write(reply, last, true, false);
		}
		waiting.clear();
	}

	/** What is not identified says nothing of the visit. */
	private void write(Reply reply, LocalDate on, boolean released, boolean identified) throws SQLException {
		String id = keys.uuid();
		Visit visit = reply.visit;
		Visit told = identified ? visit : null;
		Long location = told == null ? reply.place : told.location();
		Long by = reply.mode.equals("PAPER") ? desk : nurse;
		tables.responses.add(id, reply.survey.id(), reply.survey.version(), reply.invitation,
			visit == null ? null : visit.patient(), visit == null ? null : visit.patientUuid(), reply.mode,
			told == null ? null : told.language(), told == null ? null : reply.at.toEpochMilli(), Date.valueOf(on), location,
			told == null ? null : told.provider(), told == null ? null : told.type(),
			told == null || reply.mode.equals("LINK") ? null : by, released, false);
		int position = 0;
		for (Answer answer : reply.answers) {
			tables.answers.add(keys.uuid(), id, answer.question(), position++, answer.value(), answer.number());
		}
		for (Comment comment : reply.comments) {
			write(reply, comment, id, on, location, released);
		}
	}

	private void write(Reply reply, Comment said, String response, LocalDate on, Long location, boolean released)
		throws SQLException {
		String comment = keys.uuid();
		tables.comments.add(comment, "SURVEY", response, reply.survey.uuid(), said.question(), said.kind(),
			said.words().text(), said.words().language(), Date.valueOf(on), location, released, false);
		Instant read = on.atStartOfDay(ZONE).toInstant()
			.plus(Duration.ofMinutes(random.nextInt(UNREAD_DAYS * 24 * 60, 2 * UNREAD_DAYS * 24 * 60)));
		boolean isRead = released && random.nextInt(100) < READ_PERCENT && read.isBefore(now);
		if (!released) {
			return;
		}
		boolean explained = isRead && !said.words().themes().isEmpty();
		tables.readings.add(comment, isRead ? "READ" : "UNREAD", explained, 0, 0, isRead ? read.toEpochMilli() : null,
			isRead ? manager : null, isRead ? 1 : 0);
		for (String code : isRead ? said.words().themes() : Set.<String>of()) {
			Long theme = themes.get(code);
			String assignment = keys.uuid();
			tables.themes.add(assignment, comment, theme, "CONFIRMED", read.toEpochMilli(), manager, 0);
			tables.themeChanges.add(assignment, null, "CONFIRMED", theme, theme, read.toEpochMilli(), manager);
		}
	}
}
