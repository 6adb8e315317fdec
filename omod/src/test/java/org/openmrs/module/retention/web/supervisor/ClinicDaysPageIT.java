/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.retention.web.Clinic;
import org.openmrs.module.retention.web.RestServer;
import org.openmrs.module.retention.web.page.PageReader;

/** Days that are typed on a page and belong to no site are the clinic's, wherever its server is. */
class ClinicDaysPageIT {

	private static final String SETTING = "retention.timezone";

	private static final LocalDate FIRST = LocalDate.now().plusDays(20);

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	private final PageReader manager = clinic.pagesOf("Retention: Manager");

	@AfterEach
	void forgetZone() {
		clinic.set(SETTING, "");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Pacific/Kiritimati", "Pacific/Pago_Pago" })
	void leave_shouldLastWholeDaysOfTheClinic(String zone) {
		clinic.set(SETTING, zone);
		String user = Clinic.uuidOf(clinic.staff("Retention: Nurse"));
		manager.get("/supervisor");
		manager.post("/language", "language", "en", "next", "supervisor");
		PageReader.Answer entered = manager.post("/supervisor/absence", "user", user, "firstDay", FIRST.toString(),
			"lastDay",
			FIRST.plusDays(2).toString());
		assertThat(entered.status()).as(entered.page()).isEqualTo(200);
		RestServer.Answer absence = server.get("retention/absence?user=" + user + "&v=full").expect(200);
		assertThat(instant(absence, "from")).isEqualTo(beginOf(FIRST, zone));
		assertThat(instant(absence, "to")).isEqualTo(beginOf(FIRST.plusDays(3), zone));
		assertThat(entered.page()).contains(shown(FIRST) + " – " + shown(FIRST.plusDays(2)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Pacific/Kiritimati", "Pacific/Pago_Pago" })
	void sample_shouldBeDrawnOfWholeDaysOfTheClinic(String zone) {
		clinic.set(SETTING, zone);
		RestServer nurse = clinic.staff("Retention: Nurse");
		nurse.post("retention/contactattempt",
			Map.of("tasks", List.of(clinic.task(clinic.patient())), "result", "SPOKE", "disposition", "DONE")).expect(201);
		LocalDate today = LocalDate.now(ZoneId.of(zone));
		manager.get("/quality");
		PageReader.Answer sample = manager.post("/quality", "firstDay", today.toString(), "lastDay", today.toString(),
			"each",
			"1", "caller", Clinic.uuidOf(nurse));
		assertThat(sample.status()).as(sample.page()).isEqualTo(200);
		RestServer.Answer drawn = server.get("retention/qualitysample" + sample.address().substring("/quality".length()));
		assertThat(OffsetDateTime.parse(drawn.at("/from")).toInstant()).isEqualTo(beginOf(today, zone));
		assertThat(OffsetDateTime.parse(drawn.at("/before")).toInstant()).isEqualTo(beginOf(today.plusDays(1), zone));
	}

	@Test
	void leave_shouldLastDaysOfTheServer_whenTheSettingNamesNoZone() {
		clinic.set(SETTING, "Mars/Olympus");
		String user = Clinic.uuidOf(clinic.staff("Retention: Nurse"));
		manager.get("/supervisor");
		assertThat(manager.post("/supervisor/absence", "user", user, "firstDay", FIRST.toString(), "lastDay",
			FIRST.toString()).status()).isEqualTo(200);
		assertThat(server.get("retention/absence?user=" + user + "&v=full").at("/results/0/from"))
			.startsWith(FIRST + "T00:00");
	}

	private static Instant instant(RestServer.Answer absence, String name) {
		return OffsetDateTime.parse(absence.at("/results/0/" + name)).toInstant();
	}

	private static Instant beginOf(LocalDate day, String zone) {
		return day.atStartOfDay(ZoneId.of(zone)).toInstant();
	}

	private static String shown(LocalDate day) {
		return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(Locale.ENGLISH).format(day);
	}
}
