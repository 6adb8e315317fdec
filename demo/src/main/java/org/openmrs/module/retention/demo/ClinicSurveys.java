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
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.openmrs.module.retention.demo.SurveyReplies.Survey;
import org.openmrs.module.retention.demo.SurveyReplies.Visit;

/**
 * Whom the demo clinic has asked in the last sixteen months: invitations after visits, in every state, to a survey that says who
 * answers and to a confidential one. With what came back, some ideas and a device at the desk it is the same for the same
 * seed, moment and clinic.
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

	private static final int ADULT = 18;

	private static final int EXPIRES_DAYS = 14;

	private static final String DAEMON = "A4F30A1B-5EB9-11DF-A648-37A07F9C90FB";

	private final Sql sql;

	private final Connection connection;

	private final SplittableRandom random;

	private final RandomKeys keys;

	private final Instant now;

	private final LocalDate today;

	/** Days on which patients were invited last. */
	private final Map<Long, LocalDate> invited = new HashMap<>();

	private SurveyTables tables;

	private SurveyReplies replies;

	private Long desk;

	private Long nurse;

	private Long daemon;

	private long nextInvitation;

	/** @param now nothing happens after it */
	ClinicSurveys(Connection connection, long seed, Instant now) {
		this.connection = connection;
		this.sql = new Sql(connection);
		this.random = new SplittableRandom(seed);
		this.keys = new RandomKeys(random);
		this.now = now;
		this.today = SurveyReplies.dayOf(now);
	}

	/** In one transaction. */
	Summary generate() throws SQLException {
		Survey visits = survey(AFTER_A_VISIT);
		Survey dental = survey(DENTAL_EXPERIENCE);
		Survey cards = survey(FRIENDS_AND_FAMILY);
		desk = DemoStaff.idOf(sql, "desk1");
		nurse = DemoStaff.idOf(sql, "nurse1");
		daemon = sql.number("SELECT user_id FROM users WHERE UPPER(uuid) = ?", DAEMON);
		Long north = sql.number("SELECT location_id FROM location WHERE name = 'North Clinic'");
		nextInvitation = sql.next("retention_survey_invitation", "survey_invitation_id");
		connection.setAutoCommit(false);
		try (SurveyTables batches = new SurveyTables(connection)) {
			tables = batches;
			replies = new SurveyReplies(sql, tables, random, now);
			List<Visit> all = visits();
			for (Visit visit : all) {
				if (mayBeAsked(visit)) {
					boolean confidential = visit.where().equals("dental") && random.nextInt(100) < CONFIDENTIAL_PERCENT;
					invite(confidential ? dental : visits, visit, confidential);
				}
			}
			replies.cards(cards, north);
			replies.release();
			tables.flush();
			new ClinicIdeas(sql, random, now).write();
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
		Collections.reverse(visits);
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
		LocalDate day = SurveyReplies.dayOf(visit.at());
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
			replies.answer(survey, mode, answered, visit, id, confidential);
		}
	}

	private void write(long id, Survey survey, Visit visit, Instant made, List<Object[]> history, boolean confidential)
		throws SQLException {
		List<Object> reached = history.stream().map(step -> step[0]).toList();
		boolean had = reached.stream().anyMatch(step -> !step.equals("CREATED") && !step.equals("WITHDRAWN"));
		Instant expires = SurveyReplies.dayOf(made).plusDays(EXPIRES_DAYS + 1L).atStartOfDay(SurveyReplies.ZONE).toInstant();
		tables.invitations.add(id, keys.uuid(), survey.id(), survey.version(), visit.patient(), visit.patientUuid(),
			visit.patient(), "IN_PERSON", visit.language(), visit.encounter(), visit.uuid(), visit.type(), visit.location(),
			visit.provider(), keys.hash(), keys.hash(), desk, made.toEpochMilli(), expires.toEpochMilli(),
			reached.get(reached.size() - 1), had, reached.contains("OPENED"), reached.contains("ANSWERED"),
			history.size() - 1);
		String from = null;
		for (Object[] step : history) {
			boolean ofStaff = !step[0].equals("OPENED") && !step[0].equals("ANSWERED");
			if (ofStaff || !confidential) {
				tables.changes.add(keys.uuid(), id, from, step[0], ((Instant) step[1]).toEpochMilli(), step[2], step[3]);
			}
			from = (String) step[0];
		}
	}

	/** Nobody has its link any more: a new one is made on the page. */
	private void device(Survey survey, Long north) throws SQLException {
		sql.run("INSERT INTO retention_survey_kiosk (uuid, survey_id, location_id, token_hash, creator, created_at,"
			+ " expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
			keys.uuid(), survey.id(), north, keys.hash(), desk, now.minus(20, ChronoUnit.DAYS).toEpochMilli(),
			now.plus(40, ChronoUnit.DAYS).toEpochMilli());
	}
}
