/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The README's first command on H2, and the scenario on the clinic that it leaves behind. */
class DemoIT {

	private static final ByteArrayOutputStream TOLD = new ByteArrayOutputStream();

	private static DemoServer server;

	@BeforeAll
	static void start() throws Exception {
		server = new Demo(DemoOptions.parse("--patients", "300", "--port", "0", "--rehearse", "90"),
			new PrintStream(TOLD, true, StandardCharsets.UTF_8)).show();
	}

	@AfterAll
	static void stop() {
		if (server != null) {
			server.close();
		}
	}

	@Test
	void demo_shouldTellWhatHappenedAndWhereToLook() {
		assertThat(TOLD.toString(StandardCharsets.UTF_8)).contains("300 patients", "Hygiene recall",
			"Today's list of nurse1", server.url() + "/ws/rest/v1/retention/worklist", "manager1")
			.containsPattern("/ws/retention/\\R.*" + DemoStaff.PASSWORD
				+ " as\\R *desk1 .*\\R *nurse1 .*\\R *dentist1 .*\\R *manager1 .*\\R"
				+ " *configurer1 .*\\R.*nurse2.*admin")
			.contains("failures: 0").containsPattern("\\| Hygiene recall \\| [1-9]").containsPattern("\\| all \\| [1-9]")
			.containsPattern("\\| Missed booking \\| [1-9]");
	}

	@Test
	void demo_shouldHavePlannedTheLastWeeks() throws Exception {
		try (java.sql.Connection connection = server.database().connect()) {
			Sql sql = new Sql(connection);
			assertThat(sql.number("SELECT COUNT(*) FROM retention_task WHERE status = 'OPEN'")).isPositive();
			assertThat(sql.number("SELECT COUNT(*) FROM retention_plan p JOIN encounter e ON e.encounter_id = p.encounter_id"
				+ " JOIN retention_protocol x ON x.protocol_id = p.protocol_id WHERE x.trigger_type = 'ENCOUNTER'"
				+ " AND e.encounter_datetime < DATEADD('DAY', -23, CURRENT_TIMESTAMP)")).isZero();
		}
	}

	@Test
	void demo_shouldStayAsItIs_whenTheNightReadsEverythingAgain() throws Exception {
		try (java.sql.Connection connection = server.database().connect()) {
			Sql sql = new Sql(connection);
			ModuleJobs.sweep();
			long plans = sql.number("SELECT COUNT(*) FROM retention_plan");
			long changes = sql.number("SELECT COUNT(*) FROM retention_task_change");
			assertThat(sql.run("UPDATE retention_watermark SET position = position - 1 WHERE name = 'night/encounter.day'"))
				.isEqualTo(1);

			ModuleJobs.Sweep night = ModuleJobs.sweep();

			assertThat(night.encountersRead()).isGreaterThanOrEqualTo(sql.number("SELECT COUNT(*) FROM encounter"));
			assertThat(night.plansMade()).isZero();
			assertThat(sql.number("SELECT COUNT(*) FROM retention_plan")).isEqualTo(plans);
			assertThat(sql.number("SELECT COUNT(*) FROM retention_task_change")).isEqualTo(changes);
		}
	}

	@Test
	void demo_shouldShowWhatThePackagesRecall() throws Exception {
		try (java.sql.Connection connection = server.database().connect()) {
			Sql sql = new Sql(connection);
			for (String trigger : new String[]{ "RECALL", "LAPSE", "ABSENCE_OF" }) {
				assertThat(sql.number("SELECT COUNT(*) FROM retention_plan p JOIN retention_protocol x"
					+ " ON x.protocol_id = p.protocol_id WHERE x.trigger_type = ?",
					trigger)).as(trigger).isPositive();
			}
		}
	}

	/** Of the last weeks the scheduler has said nothing: the module has found out. */
	@Test
	void demo_shouldHaveBookings_ofWhichTheModuleKnowsWhatBecame() throws Exception {
		try (java.sql.Connection connection = server.database().connect()) {
			Sql sql = new Sql(connection);
			for (String status : new String[]{ "BOOKED", "KEPT", "MISSED", "CANCELLED" }) {
				assertThat(sql.number("SELECT COUNT(*) FROM retention_booking WHERE status = ?", status)).as(status)
					.isPositive();
			}
			assertThat(sql.number("SELECT COUNT(*) FROM retention_booking WHERE status = 'BOOKED' AND booked_day < ?",
				java.sql.Date.valueOf(LocalDate.now().minusDays(1)))).as("left undecided").isZero();
			assertThat(sql.number("SELECT COUNT(*) FROM retention_booking b JOIN retention_booking_change c"
				+ " ON c.booking_id = b.booking_id WHERE b.booked_day > ? AND c.to_status = 'KEPT' AND c.reason = 'came'",
				java.sql.Date.valueOf(LocalDate.now().minusDays(20)))).as("found by the module").isPositive();
		}
	}

	/** Every query counts something that a living clinic has. */
	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
		answers by link | SELECT COUNT(*) FROM retention_survey_response WHERE mode = 'LINK' AND released = TRUE
		answers on paper | SELECT COUNT(*) FROM retention_survey_response WHERE mode = 'PAPER' AND entered_by IS NOT NULL
		interviews | SELECT COUNT(*) FROM retention_survey_response WHERE mode = 'INTERVIEW_OTHER'
		interviews by who treated | SELECT COUNT(*) FROM retention_survey_response WHERE mode = 'INTERVIEW_TREATING'
		answers at the desk | SELECT COUNT(*) FROM retention_survey_response WHERE mode = 'KIOSK' AND location_id IS NOT NULL
		answers that wait | SELECT COUNT(*) FROM retention_survey_response WHERE released = FALSE
		confidential answers that can be read | SELECT COUNT(*) FROM retention_survey_response r JOIN retention_survey s ON s.survey_id = r.survey_id WHERE s.privacy = 'CONFIDENTIAL' AND r.released = TRUE
		months with answers | SELECT CASE WHEN COUNT(DISTINCT YEAR(answered_on) * 12 + MONTH(answered_on)) > 12 THEN 1 ELSE 0 END FROM retention_survey_response
		clinicians who were spoken of | SELECT CASE WHEN COUNT(DISTINCT provider_id) > 3 THEN 1 ELSE 0 END FROM retention_survey_response
		places | SELECT CASE WHEN COUNT(DISTINCT location_id) > 4 THEN 1 ELSE 0 END FROM retention_survey_response
		invitations to hand over | SELECT COUNT(*) FROM retention_survey_invitation WHERE status = 'CREATED'
		invitations handed over | SELECT COUNT(*) FROM retention_survey_invitation WHERE status = 'HANDED_OVER'
		invitations opened | SELECT COUNT(*) FROM retention_survey_invitation WHERE status = 'OPENED'
		invitations declined | SELECT COUNT(*) FROM retention_survey_invitation WHERE status = 'DECLINED'
		invitations withdrawn | SELECT COUNT(*) FROM retention_survey_invitation WHERE status = 'WITHDRAWN'
		invitations to be asked in a call | SELECT COUNT(*) FROM retention_survey_invitation i JOIN retention_task t ON t.task_id = i.task_id WHERE t.status = 'OPEN'
		comments in four languages | SELECT CASE WHEN COUNT(DISTINCT language) = 4 THEN 1 ELSE 0 END FROM retention_comment
		themes that a person has confirmed | SELECT COUNT(*) FROM retention_comment_theme WHERE status = 'CONFIRMED'
		themes that are proposed | SELECT COUNT(*) FROM retention_comment_theme WHERE status = 'PROPOSED'
		comments that no theme explains | SELECT COUNT(*) FROM retention_comment_reading WHERE explained = FALSE
		ideas that are asked about | SELECT COUNT(*) FROM retention_idea WHERE status = 'ASKING'
		ideas that were adopted | SELECT COUNT(*) FROM retention_idea WHERE status = 'ADOPTED'
		a device at the desk | SELECT COUNT(*) FROM retention_survey_kiosk
		a measure that is planned | SELECT COUNT(*) FROM retention_measure WHERE status = 'PLANNED'
		calls that tell what was done | SELECT COUNT(*) FROM retention_measure_telling t JOIN retention_measure m ON m.measure_id = t.measure_id JOIN retention_plan p ON p.plan_id = t.plan_id JOIN retention_protocol x ON x.protocol_id = p.protocol_id JOIN retention_task k ON k.plan_id = p.plan_id WHERE m.status = 'DONE' AND k.status = 'OPEN' AND x.uuid = '5d0a2c1b-9a36-4b3c-8f57-2c8b0e6a41d7'
		a call after a low score | SELECT COUNT(*) FROM retention_plan p JOIN retention_protocol x ON x.protocol_id = p.protocol_id WHERE x.uuid = '4fc6df7e-d306-49c5-bc73-3a7c5d8c49af'
		a call that was wished for | SELECT COUNT(*) FROM retention_plan p JOIN retention_protocol x ON x.protocol_id = p.protocol_id WHERE x.uuid = 'e3c1c165-6d4c-435f-90b3-98625dba4f04'
		""")
	void demo_shouldHaveAnswersAndComments(String what, String query) throws Exception {
		try (java.sql.Connection connection = server.database().connect()) {
			assertThat(new Sql(connection).number(query)).as(what).isPositive();
		}
	}

	/** Every query counts what the module would not have written. */
	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
		answers after now | SELECT COUNT(*) FROM retention_survey_response WHERE answered_on > CURRENT_DATE
		answers of somebody who is not identified that say who treated | SELECT COUNT(*) FROM retention_survey_response r JOIN retention_survey s ON s.survey_id = r.survey_id WHERE s.privacy <> 'IDENTIFIED' AND (r.provider_id IS NOT NULL OR r.answered_at IS NOT NULL OR r.entered_by IS NOT NULL OR r.language IS NOT NULL)
		anonymous answers that lead back | SELECT COUNT(*) FROM retention_survey_response r JOIN retention_survey s ON s.survey_id = r.survey_id WHERE s.privacy = 'ANONYMOUS' AND (r.patient_uuid IS NOT NULL OR r.survey_invitation_id IS NOT NULL)
		batches of fewer than five | SELECT COUNT(*) FROM (SELECT r.survey_id FROM retention_survey_response r JOIN retention_survey s ON s.survey_id = r.survey_id WHERE s.privacy <> 'IDENTIFIED' AND r.released = TRUE GROUP BY r.survey_id, r.mode, r.answered_on, r.location_id HAVING COUNT(*) < 5) b
		a day within a week where only the week is said | SELECT COUNT(*) FROM retention_survey_response r JOIN retention_survey s ON s.survey_id = r.survey_id WHERE s.privacy <> 'IDENTIFIED' AND DAY_OF_WEEK(r.answered_on) <> 2
		answered invitations without answers | SELECT COUNT(*) FROM retention_survey_invitation i JOIN retention_survey s ON s.survey_id = i.survey_id WHERE s.privacy <> 'ANONYMOUS' AND i.status = 'ANSWERED' AND NOT EXISTS (SELECT 1 FROM retention_survey_response r WHERE r.survey_invitation_id = i.survey_invitation_id)
		answers before the visit | SELECT COUNT(*) FROM retention_survey_response r JOIN retention_survey_invitation i ON i.survey_invitation_id = r.survey_invitation_id WHERE r.answered_at < i.created_at
		steps of invitations after now | SELECT COUNT(*) FROM retention_survey_invitation_change WHERE changed_at > DATEDIFF('MILLISECOND', DATE '1970-01-01', CURRENT_TIMESTAMP) + 86400000
		confirmed themes of what nobody has read | SELECT COUNT(*) FROM retention_comment_theme t JOIN retention_comment_reading r ON r.comment_id = t.comment_id WHERE t.status = 'CONFIRMED' AND r.status <> 'READ'
		readings of what waits | SELECT COUNT(*) FROM retention_comment_reading r JOIN retention_comment c ON c.comment_id = r.comment_id WHERE c.released = FALSE
		children who were invited | SELECT COUNT(*) FROM retention_survey_invitation i JOIN person p ON p.person_id = i.reached_id WHERE p.birthdate > DATEADD('YEAR', -18, CURRENT_DATE)
		the dead who were invited | SELECT COUNT(*) FROM retention_survey_invitation i JOIN person p ON p.person_id = i.patient_id WHERE p.dead = TRUE
		""")
	void demo_shouldNotHaveWhatSurveysDoNotAllow(String what, String query) throws Exception {
		try (java.sql.Connection connection = server.database().connect()) {
			assertThat(new Sql(connection).number(query)).as(what).isZero();
		}
	}

	@Test
	void demo_shouldTellWhatThePatientsThink() {
		JsonNode link = server.admin()
			.get("retention/surveyresult?mode=link&v=default&survey=" + ClinicSurveys.AFTER_A_VISIT).rows().get(0);
		assertThat(link.path("responses").asInt()).isGreaterThan(20);
		assertThat(link.at("/questions/0/nps/low").asDouble()).isLessThan(link.at("/questions/0/nps/high").asDouble());
		assertThat(server.admin().get("retention/surveydriver?mode=link&v=default&survey=" + ClinicSurveys.AFTER_A_VISIT)
			.rows()).isNotEmpty();
		assertThat(server.admin().get("retention/surveyresult?v=default&survey=6033a76d-8b08-45db-a0fc-86097c37d27a").rows())
			.anyMatch(row -> row.path("mode").asText().equals("KIOSK") && row.path("responses").asInt() > 20);
	}

	@Test
	void demo_shouldTellWhatWasDone_onceHoweverOftenItStarts() {
		List<JsonNode> before = server.admin().get("retention/measure?v=default").rows();
		assertThat(new DemoMeasures(server).take()).isZero();
		assertThat(server.admin().get("retention/measure?v=default").rows()).isEqualTo(before);

		List<JsonNode> done = server.admin().get("retention/measure?v=default&status=done").rows();
		assertThat(done).hasSize(1);
		assertThat(done.get(0).at("/progress/waiting").asInt()).isPositive();
		LocalDate today = LocalDate.now();
		assertThat(server.admin()
			.get("retention/measurenotice?v=default&language=nb&from=" + today.minusDays(30) + "&to=" + today).rows())
			.singleElement().satisfies(notice -> {
				assertThat(notice.path("text").asText()).contains("Dere sa");
				assertThat(notice.path("did").asText()).isNotEqualTo(done.get(0).path("did").asText());
			});
	}

	@Test
	void demo_shouldHaveSomebodyAway_whoseDeputyWorks() {
		assertThat(server.admin().get("retention/absence?v=default").rows())
			.anyMatch(away -> "Holiday".equals(away.path("reason").asText())
				&& away.at("/deputy/uuid").asText().length() == 36)
			.anyMatch(away -> "Ill".equals(away.path("reason").asText()) && away.path("deputy").isNull());
	}

	@Test
	void scenario_shouldHold() {
		ByteArrayOutputStream told = new ByteArrayOutputStream();
		int differed = Scenario.run(server.url(), DemoServer.ADMIN, DemoServer.ADMIN_PASSWORD,
			new PrintStream(told, true, StandardCharsets.UTF_8));
		assertThat(differed).as(told.toString(StandardCharsets.UTF_8)).isZero();
	}
}
