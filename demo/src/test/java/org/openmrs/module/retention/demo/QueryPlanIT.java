/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whatever the database is asked by a list or by a sweep is explained by the database itself, on a MariaDB with many thousand rows: an
 * index serves it, and no table that grows with the clinic is read through.
 */
class QueryPlanIT {

	private static final int ENCOUNTERS = 6000;

	/** Smaller tables are read through because that is faster. */
	private static final long MANY = 1500;

	private static final Pattern TABLE = Pattern.compile("\\b(?:from|join|update|into)\\s+(\\w+)(?:\\s+(?:as\\s+)?(\\w+))?");

	private static DemoServer server;

	private static Connection connection;

	private static Rest nurse;

	@BeforeAll
	static void fill() throws Exception {
		server = MeasuredServer.start("mariadb");
		connection = server.database().connect();
		connection.setAutoCommit(false);
		LargeClinic.write(connection, ENCOUNTERS, 0);
		connection.setAutoCommit(true);
		history();
		surveys();
		ModuleJobs.resolveAssignees();
		for (String table : tables()) {
			run("ANALYZE TABLE " + table);
		}
		run("SET GLOBAL log_output = 'TABLE'");
		nurse = new Rest(server.url(), "nurse1", DemoStaff.PASSWORD);
		nurse.get("retention/worklist").ok();
		assertThat(new Sql(connection).number("SELECT COUNT(*) FROM person_attribute WHERE value = 'ru'"))
			.isGreaterThan(MANY / 3);
	}

	@AfterAll
	static void stop() throws Exception {
		if (connection != null) {
			connection.close();
			server.close();
		}
	}

	@Test
	void worklist_shouldBeServedByIndexes_withEveryFilter() throws Exception {
		String location = new Sql(connection).text("SELECT uuid FROM location WHERE name = 'North Clinic'");
		for (String filter : List.of("", "&callable=now", "&role=mine", "&assignee=me", "&purpose=CARE",
			"&language=mine", "&language=ru", "&location=" + location,
			"&callable=now&role=mine&purpose=CARE&language=mine&location=" + location)) {
			explained("worklist?limit=50" + filter, () -> nurse.get("retention/worklist?limit=50" + filter).ok());
		}
	}

	@Test
	void followuptask_shouldBeServedByIndexes_withEveryFilter() throws Exception {
		Sql sql = new Sql(connection);
		String patient = sql.text("SELECT patient_uuid FROM retention_task ORDER BY task_id DESC LIMIT 1");
		String protocol = sql.text("SELECT uuid FROM retention_protocol ORDER BY protocol_id LIMIT 1");
		// a room: of a site with half of all tasks the database rightly reads all people at once
		String location = sql
			.text("SELECT uuid FROM location WHERE parent_location IS NOT NULL ORDER BY location_id LIMIT 1");
		for (String filter : List.of("", "status=open", "status=open&callable=now", "status=overdue", "status=expired",
			"status=done", "status=open&sort=-due", "status=open&sort=list", "status=open&sort=wake",
			"status=open&dueOnOrBefore=2027-01-01", "status=open&assignee=me", "status=open&role=mine",
			"status=open&location=" + location, "patient=" + patient, "status=open&protocol=" + protocol,
			"status=open&purpose=CARE", "hold=VERIFY")) {
			explained("followuptask?" + filter,
				() -> nurse.get("retention/followuptask?limit=50&v=default" + total(filter) + "&" + filter).ok());
		}
	}

	@Test
	void otherLists_shouldBeServedByIndexes() throws Exception {
		String patient = new Sql(connection)
			.text("SELECT patient_uuid FROM retention_task ORDER BY task_id DESC LIMIT 1");
		for (String list : List.of("followupplan?patient=" + patient, "followupplan?status=active",
			"promise?status=open", "promise?patient=" + patient, "escalation?status=open", "escalation?patient=" + patient,
			"booking?status=booked&from=2027-06-01", "booking?patient=" + patient, "absence",
			"contactpoint?patient=" + patient,
			"contactpoint?number=40000123", "contactattempt?patient=" + patient, "recalloverride?patient=" + patient,
			"callsheet", "callsheet?printedBy=me", "qualitysample", "qualityreview",
			"qualityreview?caller=me", "qualityfigure?from=2027-06-01T00:00:00Z&before=2027-06-02T00:00:00Z",
			"qualityfigure?caller=me&from=2025-01-01T00:00:00Z&before=2025-03-01T00:00:00Z",
			"outcome?from=2020-01&to=2020-02",
			"outcome?clinician=me&from=2020-01&to=2020-02", "earlyreturn?from=2020-01&to=2020-02",
			"earlyreturn?clinician=me&from=2020-01&to=2020-02",
			"completionfigure?from=2025-01-01T00:00:00Z&before=2025-01-02T00:00:00Z",
			"completionfigure?user=me&from=2025-01-01T00:00:00Z&before=2025-01-02T00:00:00Z",
			"contactpreference?patient=" + patient)) {
			String page = (list.contains("?") ? "&" : "?") + "limit=50&v=default" + total(list);
			explained(list, () -> server.admin().get("retention/" + list + page).ok());
		}
	}

	@Test
	void surveys_shouldBeServedByIndexes() throws Exception {
		Sql sql = new Sql(connection);
		String patient = sql
			.text("SELECT patient_uuid FROM retention_survey_invitation ORDER BY survey_invitation_id LIMIT 1");
		String survey = sql.text("SELECT uuid FROM retention_survey ORDER BY survey_id DESC LIMIT 1");
		for (String list : List.of("surveyinvitation?patient=" + patient, "surveyinvitation?survey=" + survey,
			"surveyresponse?patient=" + patient, "surveyresponse?survey=" + survey,
			"surveyfigure?from=2025-01-01T00:00:00Z&before=2025-01-03T00:00:00Z")) {
			String total = list.contains("?survey=") ? "" : "&totalCount=true";
			explained(list, () -> server.admin().get("retention/" + list + "&limit=50&v=default" + total).ok());
		}
	}

	/** Half of those who may be called are in the house, with a visit or without. */
	@Test
	void worklist_shouldBeServedByIndexes_whenManyAreHere() throws Exception {
		String here = " FROM (SELECT DISTINCT patient_id FROM retention_task WHERE status = 'OPEN') p WHERE p.patient_id MOD 4 = ";
		run("INSERT INTO visit (patient_id, visit_type_id, date_started, creator, date_created, voided, uuid)"
			+ " SELECT patient_id, (SELECT MIN(visit_type_id) FROM visit_type), NOW(), 1, NOW(), false, UUID()" + here + 0);
		run("INSERT INTO encounter (encounter_type, patient_id, encounter_datetime, creator, date_created, voided, uuid)"
			+ " SELECT (SELECT MAX(encounter_type_id) FROM encounter_type), patient_id, NOW(), 1, NOW(), false, UUID()"
			+ here + 1);
		run("ANALYZE TABLE visit, encounter");
		assertThat(new Sql(connection).number("SELECT COUNT(*) FROM visit")).isGreaterThan(MANY / 2);
		for (String filter : List.of("", "&callable=now", "&role=mine")) {
			explained("worklist?limit=50" + filter, () -> nurse.get("retention/worklist?limit=50" + filter).ok());
		}
	}

	@Test
	void sweep_shouldAskForGroupsByTheirMembers() throws Exception {
		ModuleJobs.sweep();
		String cohort = UUID.randomUUID().toString();
		run("INSERT INTO cohort (name, description, creator, date_created, voided, uuid) VALUES ('Watched', '', 1, NOW(), false, '"
			+ cohort + "')");
		run("INSERT INTO cohort_member (cohort_id, patient_id, start_date, creator, date_created, voided, uuid)"
			+ " SELECT (SELECT MAX(cohort_id) FROM cohort), patient_id, '2020-01-01', 1, NOW(), false, UUID() FROM patient");
		run("ANALYZE TABLE cohort_member");
		Sql sql = new Sql(connection);
		String type = sql
			.text("SELECT t.uuid FROM encounter_type t JOIN encounter e ON e.encounter_type = t.encounter_type_id"
				+ " ORDER BY e.encounter_id DESC LIMIT 1");
		server.admin().post("retention/followupprotocol", Map.of("uuid", UUID.randomUUID().toString(), "name", "Watched",
			"why", Map.of("en", "Watched"), "purpose", "CARE", "priority", 40, "trigger",
			Map.of("type", "ENCOUNTER", "filter", Map.of("encounterTypes", List.of(type))), "patients",
			Map.of("groups", List.of(cohort)), "steps",
			List.of(Map.of("key", "call", "title", Map.of("en", "Call"), "offset", "P1D", "grace", 2, "script",
				Map.of("opening", Map.of("en", "Good day"), "closing", Map.of("en", "Thank you"), "questions",
					List.of(Map.of("key", "well", "type", "YES_NO", "text", Map.of("en", "Are you well?"))))))))
			.ok();
		run("INSERT INTO encounter (encounter_type, patient_id, encounter_datetime, creator, date_created, voided, uuid)"
			+ " SELECT encounter_type, patient_id, NOW(), 1, NOW(), false, UUID() FROM encounter ORDER BY encounter_id DESC LIMIT 1");
		long before = sql.number("SELECT COUNT(*) FROM retention_plan");
		explained("sweep with groups", ModuleJobs::sweep);
		assertThat(sql.number("SELECT COUNT(*) FROM retention_plan")).isGreaterThan(before);
	}

	@Test
	void sweep_shouldReadAgainByKeys_atNight() throws Exception {
		ModuleJobs.sweep();
		String days = "SELECT SUM(position) FROM retention_watermark WHERE name LIKE 'night/%.day'";
		Sql sql = new Sql(connection);
		long today = sql.number(days);
		run("UPDATE retention_watermark SET position = position - 1 WHERE name LIKE 'night/%.day'");
		explained("sweep of the night", ModuleJobs::sweep);
		assertThat(sql.number(days)).as("all was read again").isEqualTo(today);
	}

	/** The caller has treated as many as each of some hundred others. */
	@Test
	void outcome_shouldReadTheCliniciansOwnPlansAlone_howeverWideThePeriod() throws Exception {
		run("INSERT INTO provider (person_id, identifier, creator, date_created, retired, uuid) SELECT person_id, 'treats', 1,"
			+ " NOW(), false, UUID() FROM person WHERE person_id = (SELECT person_id FROM users WHERE system_id = 'admin')"
			+ " OR person_id <= (SELECT MIN(patient_id) + 100 FROM patient)");
		run("INSERT INTO encounter_provider (encounter_id, provider_id, encounter_role_id, creator, date_created, voided, uuid)"
			+ " SELECT e.encounter_id, p.provider_id, (SELECT MIN(encounter_role_id) FROM encounter_role), 1, NOW(), false, UUID()"
			+ " FROM encounter e JOIN (SELECT provider_id, ROW_NUMBER() OVER (ORDER BY provider_id) AS n FROM provider"
			+ " WHERE identifier = 'treats') p ON p.n = 1 + e.encounter_id MOD 100");
		run("ANALYZE TABLE provider, encounter_provider");
		Sql sql = new Sql(connection);
		String year = "&from=" + YearMonth.now().minusMonths(11) + "&to=" + YearMonth.now();
		assertThat(sql.number("SELECT COUNT(*) FROM retention_plan WHERE anchor_date > CURRENT_DATE - INTERVAL 300 DAY"))
			.isGreaterThan(MANY);
		Rest admin = server.admin();
		assertThat(admin.get("retention/outcome?clinician=me" + year).rows()).isNotEmpty();
		for (String list : List.of("outcome?clinician=me", "earlyreturn?clinician=me")) {
			explained(list + year, rows -> rows.getLong("rows") > MANY,
				() -> admin.get("retention/" + list + year + "&limit=50&v=default&totalCount=true").ok());
		}
	}

	@Test
	void sweep_shouldReadNoTableThrough_whenThereIsNothingToDo() throws Exception {
		ModuleJobs.sweep();
		explained("sweep", ModuleJobs::sweep);
		explained("resolveAssignees", ModuleJobs::resolveAssignees);
	}

	@Test
	void sweep_shouldReadNoTableThrough_forOneNewEncounter() throws Exception {
		ModuleJobs.sweep();
		run("INSERT INTO encounter (encounter_type, patient_id, location_id, encounter_datetime, creator, date_created, voided,"
			+ " uuid) SELECT encounter_type, patient_id, location_id, NOW(), 1, NOW(), false, UUID() FROM encounter"
			+ " ORDER BY encounter_id DESC LIMIT 1");
		explained("sweep of one encounter", ModuleJobs::sweep);
	}

	@Test
	void capacity_shouldReadNoTableThrough_whereDaysAreFullAndWhenThereIsRoomAgain() throws Exception {
		withOtherCapacity(() -> {
			String hours = week("[\"00:00-24:00\"]");
			capacity(hours, week("30"));
			explained("too much for today", () -> assertThat(ModuleJobs.spreadDueCalls()).isPositive());
			capacity(hours, week("144000"));
			explained("room again", () -> assertThat(ModuleJobs.spreadDueCalls()).isPositive());
		});
	}

	@Test
	void callBack_shouldReadTheCallsOfItsDayAlone_howeverFarAhead() throws Exception {
		OffsetDateTime from = OffsetDateTime.now().plusDays(200).truncatedTo(ChronoUnit.HOURS);
		Sql sql = new Sql(connection);
		assertThat(sql.number("SELECT COUNT(*) FROM retention_task WHERE status = 'OPEN' AND hold_until IS NULL"
			+ " AND wake_at > " + System.currentTimeMillis() + " AND wake_at < " + from.toInstant().toEpochMilli()))
			.isGreaterThan(MANY);
		String task = sql.text("SELECT uuid FROM retention_task WHERE status = 'OPEN' AND assignee_role IS NOT NULL"
			+ " AND assignee_user_id IS NULL ORDER BY task_id LIMIT 1");
		withOtherCapacity(() -> {
			capacity(week("[\"00:00-24:00\"]"), week("1"));
			explained("call-back for a day far ahead",
				rows -> String.valueOf(rows.getString("table")).startsWith("followupta") && rows.getLong("rows") > MANY,
				() -> nurse
					.post("retention/followuptask/" + task + "/attempt", Map.of("result", "SPOKE", "spokeWith", "PATIENT",
						"disposition", "CALL_BACK", "windowFrom", from.toString()))
					.ok());
		});
	}

	private static void withOtherCapacity(Act act) throws Exception {
		run("CREATE TEMPORARY TABLE calendar_before SELECT calendar_id, definition FROM retention_calendar");
		try {
			act.run();
		}
		finally {
			run("UPDATE retention_calendar c JOIN calendar_before b ON b.calendar_id = c.calendar_id"
				+ " SET c.definition = b.definition");
			run("DROP TEMPORARY TABLE calendar_before");
		}
	}

	private static String week(String value) {
		return Stream.of(DayOfWeek.values()).map(day -> "\"" + day + "\": " + value)
			.collect(Collectors.joining(", ", "{", "}"));
	}

	/** For all roles that have a queue, in all calendars. */
	private static void capacity(String hours, String minutes) throws SQLException {
		run("UPDATE retention_calendar SET definition = JSON_SET(JSON_REMOVE(definition, '$.exceptions'), '$.hours', JSON_EXTRACT('"
			+ hours
			+ "', '$'), '$.capacity', JSON_EXTRACT((SELECT CONCAT('{', GROUP_CONCAT(DISTINCT JSON_QUOTE(assignee_role),"
			+ " ': " + minutes + "'), '}') FROM retention_task WHERE assignee_role IS NOT NULL), '$'))");
	}

	/** How many there are of all, or of most, is known by counting them. */
	private static String total(String filter) {
		return filter.isEmpty() || "followupplan?status=active".equals(filter) ? "" : "&totalCount=true";
	}

	/** What everybody speaks; contacts, promises, escalations and bookings of two years. */
	private static void history() throws SQLException {
		run("INSERT INTO person_attribute (person_id, value, person_attribute_type_id, creator, date_created, voided, uuid)"
			+ " SELECT p.patient_id, IF(p.patient_id MOD 3 = 0, 'ru', 'nb'), t.person_attribute_type_id, 1, NOW(), false, UUID()"
			+ " FROM patient p JOIN person_attribute_type t JOIN global_property g ON g.property_value = t.uuid"
			+ " WHERE g.property = 'retention.contact.languageAttributeType'");
		String people = " FROM retention_task WHERE status = 'OPEN' GROUP BY patient_id, patient_uuid";
		run("INSERT INTO retention_attempt (uuid, creator, date_created, voided, patient_id, patient_uuid, direction, channel,"
			+ " result, started_at) SELECT UUID(), 1, NOW(), false, patient_id, patient_uuid, 'OUTBOUND', 'PHONE', 'NO_ANSWER',"
			+ " MIN(due_from) - 63072000000" + people);
		run("INSERT INTO retention_booking (uuid, creator, date_created, voided, patient_id, patient_uuid, booked_day, zone,"
			+ " agreed_at, status, version, encounter_id) SELECT UUID(), 1, NOW(), false, patient_id, patient_uuid,"
			+ " DATE_ADD('2025-01-01', INTERVAL MIN(task_id) MOD 900 DAY), 'Europe/Oslo', 0, IF(MIN(task_id) MOD 900 > 720,"
			+ " 'BOOKED', 'KEPT'), 0, IF(MIN(task_id) MOD 900 > 720, NULL, (SELECT MIN(e.encounter_id) FROM encounter e"
			+ " WHERE e.patient_id = retention_task.patient_id))" + people);
		run("INSERT INTO retention_promise (uuid, creator, date_created, voided, patient_id, patient_uuid, attempt_id, promised,"
			+ " due_from, due_by, status, version) SELECT UUID(), 1, NOW(), false, patient_id, patient_uuid, attempt_id, 'x',"
			+ " started_at, started_at, IF(attempt_id MOD 20 = 0, 'OPEN', 'KEPT'), 0 FROM retention_attempt");
		run("INSERT INTO retention_escalation (uuid, creator, date_created, voided, kind, severity, patient_id, patient_uuid,"
			+ " attempt_id, reason, acknowledge_by, status, version) SELECT UUID(), 1, NOW(), false, 'CLINICAL', 'URGENT', patient_id,"
			+ " patient_uuid, attempt_id, 'x', started_at, IF(attempt_id MOD 50 = 0, 'OPEN', 'CLOSED'), 0 FROM retention_attempt");
	}

	/** Answers of three years, most of which may be read; a few wait for others. */
	private static void surveys() throws SQLException {
		run("INSERT INTO retention_survey_invitation (uuid, survey_id, survey_version, patient_id, patient_uuid, reached_id,"
			+ " channel, invitation_key, token_hash, creator, created_at, expires_at, status, handed_over, opened, started, version)"
			+ " SELECT UUID(), (SELECT MIN(survey_id) FROM retention_survey) + p.patient_id MOD 5, 1, p.patient_id, n.uuid,"
			+ " p.patient_id, 'IN_PERSON', SHA2(UUID(), 256), SHA2(UUID(), 256), 1, 1700000000000 + p.patient_id * 10000000, "
			+ " 1800000000000, 'ANSWERED', true, true, true, 3 FROM patient p JOIN person n ON n.person_id = p.patient_id");
		run("INSERT INTO retention_survey_response (response_id, survey_id, survey_version, survey_invitation_id, patient_id,"
			+ " patient_uuid, mode, answered_at, answered_on, released, voided) SELECT UUID(), survey_id, 1, survey_invitation_id,"
			+ " patient_id, patient_uuid, 'LINK', created_at, FROM_UNIXTIME(created_at / 1000), survey_invitation_id MOD 1000 > 0,"
			+ " false FROM retention_survey_invitation");
		run("INSERT INTO retention_survey_answer (answer_id, response_id, question_key, position, answer, number_answer) SELECT UUID(),"
			+ " response_id, 'recommend', 0, '9', 9"
			+ " FROM retention_survey_response");
	}

	private static void explained(String what, Act act) throws Exception {
		explained(what, QueryPlanIT::isThrough, act);
	}

	private static void explained(String what, Rows tooMuch, Act act) throws Exception {
		run("TRUNCATE TABLE mysql.general_log");
		run("SET GLOBAL general_log = ON");
		act.run();
		run("SET GLOBAL general_log = OFF");
		Map<String, String> asked = new LinkedHashMap<>();
		for (String statement : logged()) {
			asked.putIfAbsent(statement.replaceAll("'[^']*'|\\b\\d+\\b", "?").replaceAll("\\?(?:\\s*,\\s*\\?)+", "?"),
				statement);
		}
		assertThat(asked).as(what).hasSizeGreaterThan(3);
		List<String> through = new ArrayList<>();
		for (String statement : asked.values()) {
			through.addAll(read(statement, tooMuch));
		}
		assertThat(through).as(what).isEmpty();
	}

	private static List<String> logged() throws SQLException {
		List<String> statements = new ArrayList<>();
		try (Statement query = connection.createStatement();
			ResultSet rows = query
				.executeQuery("SELECT argument FROM mysql.general_log WHERE command_type IN ('Query', 'Execute')")) {
			while (rows.next()) {
				String statement = new String(rows.getBytes(1), StandardCharsets.UTF_8).trim();
				String lower = statement.toLowerCase(Locale.ROOT);
				if ((lower.startsWith("select") && lower.contains(" from ")) || lower.startsWith("update")
					|| lower.startsWith("delete")) {
					statements.add(statement);
				}
			}
		}
		return statements;
	}

	/** Many rows are read without an index that narrows them. */
	private static boolean isThrough(ResultSet explained) throws SQLException {
		String type = explained.getString("type");
		return ("ALL".equals(type) || "index".equals(type)) && explained.getLong("rows") > MANY;
	}

	/** The tables of the statement of which too much is read. */
	private static List<String> read(String statement, Rows tooMuch) throws SQLException {
		List<String> found = new ArrayList<>();
		Map<String, String> names = new HashMap<>();
		Matcher matcher = TABLE.matcher(statement.toLowerCase(Locale.ROOT));
		while (matcher.find()) {
			names.put(matcher.group(1), matcher.group(1));
			if (matcher.group(2) != null) {
				names.put(matcher.group(2), matcher.group(1));
			}
		}
		try (Statement explain = connection.createStatement();
			ResultSet rows = explain.executeQuery("EXPLAIN " + statement)) {
			while (rows.next()) {
				if (tooMuch.are(rows)) {
					found.add(names.getOrDefault(rows.getString("table"), rows.getString("table")) + " "
						+ rows.getString("type") + " " + rows.getString("key") + " " + rows.getLong("rows") + ": "
						+ statement);
				}
			}
		}
		return found;
	}

	private static Set<String> tables() throws SQLException {
		Set<String> tables = new TreeSet<>();
		try (Statement query = connection.createStatement(); ResultSet rows = query.executeQuery("SHOW TABLES")) {
			while (rows.next()) {
				tables.add(rows.getString(1));
			}
		}
		return tables;
	}

	private static void run(String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	/** What the database says that it reads of a table. */
	private interface Rows {

		boolean are(ResultSet explained) throws SQLException;
	}

	/** What the database is watched at. */
	private interface Act {

		void run() throws Exception;
	}
}
