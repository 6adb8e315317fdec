/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
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
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What the patients of the demo clinic have answered in the last sixteen months, with what they have written, half of it read
 * by the manager: the same for the same seed, moment and clinic. Invitations after visits, in every state; a confidential and an
 * anonymous survey, whose answers can be read in batches as the module releases them; some ideas, and a device at the desk.
 */
final class ClinicSurveys {

	/** What was written, and the latest visits, the last one first, whose patients were not asked. */
	record Summary(long invitations, long responses, long comments, List<Unasked> unasked) {
	}

	/** Uuids. */
	record Unasked(String patient, String encounter) {
	}

	static final String AFTER_A_VISIT = "6561849a-5b52-48ed-9dde-26f7c318f6e2";

	private static final String DENTAL_EXPERIENCE = "86a3395c-ddb9-4626-82f4-80122538a995";

	private static final String FRIENDS_AND_FAMILY = "6033a76d-8b08-45db-a0fc-86097c37d27a";

	private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");

	private static final int DAYS = 480;

	/** Of a large clinic the latest. */
	private static final int MOST_VISITS = 20_000;

	private static final int COOL_DOWN_DAYS = 60;

	private static final int INVITED_PERCENT = 18;

	/** Of the visits of the last days, so that much is under way. */
	private static final int LATELY_INVITED_PERCENT = 40;

	private static final int LATELY_DAYS = 12;

	private static final int UNASKED = 12;

	private static final int CONFIDENTIAL_PERCENT = 25;

	private static final int ANSWERED_PERCENT = 55;

	private static final int READ_PERCENT = 55;

	/** So long comments wait until the manager reads some of them. */
	private static final int UNREAD_DAYS = 10;

	private static final int ADULT = 18;

	private static final int EXPIRES_DAYS = 14;

	/** Answers that are not identified are released together from so many on. */
	private static final int FEWEST = 5;

	private static final int CARD_WEEKS = 30;

	private static final int PROMOTER = 9;

	private static final int PASSIVE = 7;

	private static final String DAEMON = "A4F30A1B-5EB9-11DF-A648-37A07F9C90FB";

	private final Sql sql;

	private final Connection connection;

	private final SplittableRandom random;

	private final ClinicVoices voices;

	private final Instant now;

	private final LocalDate today;

	private final Map<String, Long> themes = new HashMap<>();

	/** Days on which patients were invited last. */
	private final Map<Long, LocalDate> invited = new HashMap<>();

	/** What is not identified. */
	private final List<Reply> unidentified = new ArrayList<>();

	private SurveyTables tables;

	private Long desk;

	private Long nurse;

	private Long manager;

	private Long daemon;

	private long nextInvitation;

	/** @param now nothing happens after it */
	ClinicSurveys(Connection connection, long seed, Instant now) {
		this.connection = connection;
		this.sql = new Sql(connection);
		this.random = new SplittableRandom(seed);
		this.voices = new ClinicVoices(random.split());
		this.now = now;
		this.today = dayOf(now);
	}

	/** A visit that somebody may be asked about. @param where as {@link ClinicVoices} has it */
	private record Visit(long encounter, String uuid, long type, Long location, Instant at, long patient, String patientUuid,
		String where, Long provider, String language) {
	}

	private record Survey(long id, int version, String uuid) {
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

	/** In one transaction. */
	Summary generate() throws SQLException {
		Survey visits = survey(AFTER_A_VISIT);
		Survey dental = survey(DENTAL_EXPERIENCE);
		Survey cards = survey(FRIENDS_AND_FAMILY);
		desk = user("desk1");
		nurse = user("nurse1");
		manager = user("manager1");
		daemon = sql.number("SELECT user_id FROM users WHERE UPPER(uuid) = ?", DAEMON);
		for (String code : sql.texts("SELECT code FROM retention_theme")) {
			themes.put(code, sql.number("SELECT theme_id FROM retention_theme WHERE code = ?", code));
		}
		Long north = sql.number("SELECT location_id FROM location WHERE name = 'North Clinic'");
		nextInvitation = sql.next("retention_survey_invitation", "survey_invitation_id");
		connection.setAutoCommit(false);
		try (SurveyTables batches = new SurveyTables(connection)) {
			tables = batches;
			List<Visit> all = visits();
			for (Visit visit : all) {
				if (mayBeAsked(visit)) {
					boolean confidential = visit.where().equals("dental") && random.nextInt(100) < CONFIDENTIAL_PERCENT;
					invite(confidential ? dental : visits, visit, confidential);
				}
			}
			cards(cards, north);
			release();
			tables.flush();
			ideas();
			device(cards, north);
			connection.commit();
			return new Summary(tables.invitations.written(), tables.responses.written(), tables.comments.written(),
				unasked(all));
		}
		finally {
			connection.setAutoCommit(true);
		}
	}

	private List<Unasked> unasked(List<Visit> visits) {
		List<Unasked> unasked = new ArrayList<>();
		for (int i = visits.size() - 1; i >= 0 && unasked.size() < UNASKED; i--) {
			Visit visit = visits.get(i);
			if (!invited.containsKey(visit.patient())) {
				unasked.add(new Unasked(visit.patientUuid(), visit.uuid()));
			}
		}
		return unasked;
	}

	private Survey survey(String uuid) throws SQLException {
		return new Survey(sql.number("SELECT survey_id FROM retention_survey WHERE uuid = ?", uuid),
			sql.number("SELECT survey_version FROM retention_survey WHERE uuid = ?", uuid).intValue(), uuid);
	}

	private Long user(String username) throws SQLException {
		return sql.number("SELECT user_id FROM users WHERE username = ?", username);
	}

	private static LocalDate dayOf(Instant instant) {
		return instant.atZone(ZONE).toLocalDate();
	}

	/** Of living adults, in their order. */
	private List<Visit> visits() throws SQLException {
		List<Visit> visits = new ArrayList<>();
		String query = "SELECT e.encounter_id, e.uuid, e.encounter_type, e.location_id, e.encounter_datetime, e.patient_id,"
			+ " p.uuid, t.name, (SELECT MIN(x.provider_id) FROM encounter_provider x WHERE x.encounter_id = e.encounter_id),"
			+ " a.value FROM encounter e JOIN encounter_type t ON t.encounter_type_id = e.encounter_type"
			+ " JOIN person p ON p.person_id = e.patient_id"
			+ " LEFT JOIN person_attribute a ON a.person_id = e.patient_id AND a.voided = false AND a.person_attribute_type_id ="
			+ " (SELECT y.person_attribute_type_id FROM person_attribute_type y JOIN global_property g"
			+ " ON g.property_value = y.uuid AND g.property = 'retention.contact.languageAttributeType')"
			+ " WHERE e.voided = false AND p.voided = false AND p.dead = false AND p.birthdate < ? AND e.visit_id IS NOT NULL"
			+ " AND e.encounter_datetime >= ? AND e.encounter_datetime < ?"
			+ " ORDER BY e.encounter_datetime DESC, e.encounter_id DESC LIMIT " + MOST_VISITS;
		try (PreparedStatement statement = connection.prepareStatement(query)) {
			statement.setObject(1, Date.valueOf(today.minusYears(ADULT)));
			statement.setObject(2, Timestamp.from(now.minus(DAYS, ChronoUnit.DAYS)));
			statement.setObject(3, Timestamp.from(now.minus(1, ChronoUnit.DAYS)));
			try (ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					visits.add(new Visit(row.getLong(1), row.getString(2), row.getLong(3), (Long) nullable(row, 4),
						row.getTimestamp(5).toInstant(), row.getLong(6), row.getString(7), where(row.getString(8)),
						(Long) nullable(row, 9), row.getString(10)));
				}
			}
		}
		java.util.Collections.reverse(visits);
		return visits;
	}

	private static Object nullable(ResultSet row, int column) throws SQLException {
		long value = row.getLong(column);
		return row.wasNull() ? null : value;
	}

	private static String where(String type) {
		if (type.contains("lens") || type.contains("Glasses") || type.contains("Eye")) {
			return "optical";
		}
		return type.startsWith("General") || type.startsWith("Check") ? "any" : "dental";
	}

	private boolean mayBeAsked(Visit visit) {
		LocalDate last = invited.get(visit.patient());
		LocalDate day = dayOf(visit.at());
		int percent = day.isBefore(today.minusDays(LATELY_DAYS)) ? INVITED_PERCENT : LATELY_INVITED_PERCENT;
		if (random.nextInt(100) >= percent || last != null && last.isAfter(day.minusDays(COOL_DOWN_DAYS))) {
			return false;
		}
		invited.put(visit.patient(), day);
		return true;
	}

	private void invite(Survey survey, Visit visit, boolean confidential) throws SQLException {
		Instant made = visit.at().plus(random.nextInt(20, 2 * 24 * 60), ChronoUnit.MINUTES);
		if (made.isAfter(now)) {
			return;
		}
		int way = random.nextInt(100);
		String mode = way < 60 ? "LINK" : way < 75 || confidential ? "PAPER"
			: way < 95 ? "INTERVIEW_OTHER" : "INTERVIEW_TREATING";
		Instant told = made.plus(random.nextInt(1, 10), ChronoUnit.MINUTES);
		Instant opened = told.plus(random.nextInt(10, 7 * 24 * 60), ChronoUnit.MINUTES);
		Instant answered = opened.plusSeconds(random.nextInt(50, 400));
		int lot = random.nextInt(100);
		boolean answers = lot < ANSWERED_PERCENT;
		List<Object[]> history = new ArrayList<>();
		history.add(new Object[]{ "CREATED", made, desk, null });
		if (!answers && lot >= 97) {
			history.add(new Object[]{ "WITHDRAWN", told, desk, "Made for the wrong patient" });
		} else if (!answers && lot >= 91) {
			history.add(new Object[]{ "DECLINED", told, desk, "Does not want to be asked" });
		} else if (answers || lot < 87) {
			boolean byLink = mode.equals("LINK");
			if (!mode.startsWith("INTERVIEW")) {
				history.add(new Object[]{ "HANDED_OVER", told, desk, null });
			}
			if (byLink && (answers || lot >= 70)) {
				history.add(new Object[]{ "OPENED", opened, daemon, null });
			}
			if (answers) {
				Long by = byLink ? daemon : mode.equals("PAPER") ? desk : nurse;
				history.add(new Object[]{ "ANSWERED", answered, by, null });
			}
		}
		history.removeIf(step -> ((Instant) step[1]).isAfter(now));
		long id = nextInvitation++;
		write(id, survey, visit, made, history, confidential);
		if (history.get(history.size() - 1)[0].equals("ANSWERED")) {
			Reply reply = new Reply(survey, mode, answered);
			reply.visit = visit;
			reply.invitation = id;
			fill(reply, visit, confidential);
			if (confidential) {
				unidentified.add(reply);
			} else {
				write(reply, dayOf(answered), true, true);
			}
		}
	}

	private void write(long id, Survey survey, Visit visit, Instant made, List<Object[]> history, boolean confidential)
		throws SQLException {
		List<Object> reached = history.stream().map(step -> step[0]).toList();
		boolean had = reached.stream().anyMatch(step -> !step.equals("CREATED") && !step.equals("WITHDRAWN"));
		Instant expires = dayOf(made).plusDays(EXPIRES_DAYS + 1L).atStartOfDay(ZONE).toInstant();
		tables.invitations.add(id, uuid(), survey.id(), survey.version(), visit.patient(), visit.patientUuid(),
			visit.patient(), "IN_PERSON", visit.language(), visit.encounter(), visit.uuid(), visit.type(), visit.location(),
			visit.provider(), hash(), hash(), desk, made.toEpochMilli(), expires.toEpochMilli(),
			reached.get(reached.size() - 1), had, reached.contains("OPENED"), reached.contains("ANSWERED"),
			history.size() - 1);
		String from = null;
		for (Object[] step : history) {
			boolean ofStaff = !step[0].equals("OPENED") && !step[0].equals("ANSWERED");
			if (ofStaff || !confidential) {
				tables.changes.add(uuid(), id, from, step[0], ((Instant) step[1]).toEpochMilli(), step[2], step[3]);
			}
			from = (String) step[0];
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
	private void cards(Survey survey, Long north) {
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
	private void release() throws SQLException {
		unidentified.sort(Comparator.comparing(Reply::week));
		Map<String, List<Reply>> waiting = new TreeMap<>();
		for (Reply reply : unidentified) {
			List<Reply> others = waiting.computeIfAbsent(reply.survey.uuid() + reply.mode, key -> new ArrayList<>());
			releaseBefore(reply.week(), others);
			others.add(reply);
		}
		for (List<Reply> others : waiting.values()) {
			releaseBefore(today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), others);
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
		String id = uuid();
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
			tables.answers.add(uuid(), id, answer.question(), position++, answer.value(), answer.number());
		}
		for (Comment comment : reply.comments) {
			write(reply, comment, id, on, location, released);
		}
	}

	private void write(Reply reply, Comment said, String response, LocalDate on, Long location, boolean released)
		throws SQLException {
		String comment = uuid();
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
		for (String code : isRead ? said.words().themes() : java.util.Set.<String>of()) {
			Long theme = themes.get(code);
			String assignment = uuid();
			tables.themes.add(assignment, comment, theme, "CONFIRMED", read.toEpochMilli(), manager, 0);
			tables.themeChanges.add(assignment, null, "CONFIRMED", theme, theme, read.toEpochMilli(), manager);
		}
	}

	private void ideas() throws SQLException {
		idea("Should there be a stand for bicycles at the door?", "ADOPTED", 75, "The stand is ordered", 14, 2, 4);
		idea("Would you like a message when the clinic runs late?", "ASKING", 30, null, 17, 1, 2);
		idea("Would you come for an appointment on a Saturday morning?", "ASKING", 20, null, 5, 4, 2);
		idea("Would you read about your treatment before you come?", "DROPPED", 60, "Hardly anybody would", 3, 11, 6);
		idea("Would you use a corner with toys for children?", "NOTED", 3, null, 0, 0, 0);
	}

	private void idea(String question, String status, int daysAgo, String reason, int... opinions) throws SQLException {
		Instant noted = now.minus(daysAgo, ChronoUnit.DAYS);
		String uuid = uuid();
		int steps = status.equals("NOTED") ? 0 : status.equals("ASKING") ? 1 : 2;
		sql.run("INSERT INTO retention_idea (uuid, question, wanted, status, creator, noted_at, version)"
			+ " VALUES (?, ?, 20, ?, ?, ?, ?)",
			uuid, question, status, nurse, noted.toEpochMilli(), steps);
		Long id = sql.number("SELECT idea_id FROM retention_idea WHERE uuid = ?", uuid);
		Instant asked = noted.plus(1, ChronoUnit.DAYS);
		if (steps > 0) {
			change(id, "NOTED", "ASKING", asked, null);
		}
		if (steps > 1) {
			change(id, "ASKING", status, now.minus(daysAgo / 4, ChronoUnit.DAYS), reason);
		}
		List<String> kinds = List.of("AGREE", "DISAGREE", "INDIFFERENT");
		for (int kind = 0; kind < opinions.length; kind++) {
			for (int i = 0; i < opinions[kind]; i++) {
				sql.run("INSERT INTO retention_idea_answer (idea_answer_id, idea_id, opinion, creator, answered_at)"
					+ " VALUES (?, ?, ?, ?, ?)",
					uuid(), id, kinds.get(kind), nurse,
					asked.plus(random.nextInt(1, daysAgo * 12), ChronoUnit.HOURS).toEpochMilli());
			}
		}
	}

	private void change(Long idea, String from, String to, Instant at, String reason) throws SQLException {
		sql.run("INSERT INTO retention_idea_change (idea_id, from_status, to_status, actor, changed_at, reason)"
			+ " VALUES (?, ?, ?, ?, ?, ?)",
			idea, from, to, manager, at.toEpochMilli(), reason);
	}

	/** Nobody has its link any more: a new one is made on the page. */
	private void device(Survey survey, Long north) throws SQLException {
		sql.run("INSERT INTO retention_survey_kiosk (uuid, survey_id, location_id, token_hash, creator, created_at,"
			+ " expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
			uuid(), survey.id(), north, hash(), desk, now.minus(20, ChronoUnit.DAYS).toEpochMilli(),
			now.plus(40, ChronoUnit.DAYS).toEpochMilli());
	}

	private String uuid() {
		return new UUID(random.nextLong(), random.nextLong()).toString();
	}

	/** Of nothing: neither a link nor another wish leads here. */
	private String hash() {
		StringBuilder digits = new StringBuilder();
		for (int i = 0; i < 4; i++) {
			digits.append(String.format("%016x", random.nextLong()));
		}
		return digits.toString();
	}
}
