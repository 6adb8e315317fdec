/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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
				java.sql.Date.valueOf(java.time.LocalDate.now().minusDays(1)))).as("left undecided").isZero();
			assertThat(sql.number("SELECT COUNT(*) FROM retention_booking b JOIN retention_booking_change c"
				+ " ON c.booking_id = b.booking_id WHERE b.booked_day > ? AND c.to_status = 'KEPT' AND c.reason = 'came'",
				java.sql.Date.valueOf(java.time.LocalDate.now().minusDays(20)))).as("found by the module").isPositive();
		}
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
