/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.web.Clinic;
import org.openmrs.module.retention.web.RestServer;
import org.openmrs.module.retention.web.page.PageReader;

/** A sheet off the printer and back. */
class PaperPageIT {

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	private final String number = "9" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);

	private final String patient = clinic.patient(Map.of(clinic.phoneType(), number));

	private final PageReader nurse = clinic.pagesOf("Retention: Nurse");

	@Test
	void sheet_shouldHaveACodeForEachRow_andBeTypedBack() {
		String task = clinic.task(patient);
		nurse.get("/paper");
		PageReader.Answer sheet = nurse.post("/paper");
		assertThat(sheet.status()).as(sheet.page()).isEqualTo(200);
		List<String> codes = sheet.find("class=\"code\">([^<]+)<");
		assertThat(codes).isNotEmpty().doesNotHaveDuplicates();
		String code = sheet
			.find("class=\"code\">([^<]+)</span>(?:(?!class=\"code\").)*?\\+47" + number.replaceAll("(.)", " ?$1")).get(0);
		nurse.get("/paper/entry");
		String zone = server.get("retention/followuptask/" + task + "?v=full").at("/zone");
		String now = LocalTime.now(ZoneId.of(zone)).truncatedTo(ChronoUnit.MINUTES).toString();
		PageReader.Answer entered = nurse.post("/paper/entry", "row.0", code, "box.0", "14", "time.0", now, "note.0",
			"rang long",
			"row.1", "NO-SUCH", "box.1", "1", "note.1", "<b>kept</b>");
		assertThat(entered.page()).contains("notice problem").contains("&lt;b&gt;kept&lt;/b&gt;")
			.doesNotContain("rang long");
		assertThat(server.get("retention/contactattempt?patient=" + patient + "&v=full").at("/results/0/note"))
			.isEqualTo("rang long");
		assertThat(nurse.post("/paper/entry", "row.0", code, "box.0", "14", "time.0", now, "note.0", "rang long").page())
			.contains("notice done");
	}

	@Test
	void entry_shouldBeRefused_whenTheBoxOrTheNumberIsNone() {
		nurse.get("/paper/entry");
		for (String[] wrong : new String[][]{ { "box.0", "99" }, { "box.0", "x" }, { "try.0", "0" },
			{ "time.0", "25:00" } }) {
			assertThat(nurse.post("/paper/entry", "row.0", "NO-SUCH", wrong[0], wrong[1]).page()).contains("notice problem");
		}
		assertThat(nurse.post("/paper/entry", "note.3", "whose was it?").page()).contains("notice problem")
			.contains("whose was it?");
		assertThat(nurse.post("/paper/entry").status()).isEqualTo(200);
	}
}
