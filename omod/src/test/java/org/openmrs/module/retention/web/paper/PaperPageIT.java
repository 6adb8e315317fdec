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
import java.util.UUID;
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

	private final RestServer staff = clinic.staff("Retention: Nurse");

	private final PageReader nurse = PageReader.begunBy(staff);

	@Test
	void sheet_shouldHaveACodeForEachRow_andBeTypedBack() {
		String task = assigned(clinic.task(patient));
		nurse.get("/paper");
		PageReader.Answer sheet = nurse.post("/paper", "assignee", "me");
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

	/** A red flag on paper is a red flag when it comes back, or the line comes back. */
	@Test
	void answer_shouldBeRecordedOrRefused_andNeverLost() {
		nurse.get("/today");
		nurse.post("/language", "language", "en", "next", "today");
		String task = assigned(taskWithAScript());
		PageReader.Answer sheet = nurse.post("/paper", "assignee", "me");
		String code = sheet.find("class=\"code\">([^<]+)<").get(0);
		String zone = server.get("retention/followuptask/" + task + "?v=full").at("/zone");
		String[] line = { "row.0", code, "box.0", "1", "time.0",
			LocalTime.now(ZoneId.of(zone)).truncatedTo(ChronoUnit.MINUTES).toString(), "note.0", "as said", "answers.0",
			"" };
		for (String wrong : new String[]{ "y", "1y, <b>", "12" }) {
			line[line.length - 1] = wrong;
			PageReader.Answer refused = nurse.post("/paper/entry", line);
			String typed = wrong.replace("<b>", "&lt;b&gt;");
			assertThat(refused.page()).contains("notice problem", "“" + typed.replace("1y, ", "") + "” cannot be read");
			assertThat(refused.find("<input name=\"answers.0\"([^>]*)>").get(0)).contains("value=\"" + typed + "\"",
				"aria-invalid=\"true\"");
			assertThat(refused.page()).contains("value=\"as said\"");
		}
		line[line.length - 1] = "1x";
		PageReader.Answer unfit = nurse.post("/paper/entry", line);
		assertThat(unfit.find("<span class=\"problem\">([^<]*)<").get(0))
			.isEqualTo("The answer does not fit the question: x.");
		assertThat(unfit.find("<input name=\"answers.0\"([^>]*)>").get(0)).contains("aria-invalid=\"true\"");
		assertThat(server.get("retention/contactattempt?patient=" + patient).body().get("results")).isEmpty();
		line[line.length - 1] = "1y";
		assertThat(nurse.post("/paper/entry", line).page()).contains("notice done");
		assertThat(server.get("retention/contactattempt?patient=" + patient + "&v=full").body()
			.at("/results/0/answers/" + task + "/bleeding/redFlag").asText()).isEqualTo("URGENT");
		assertThat(server.get("retention/escalation?patient=" + patient).body().get("results")).isNotEmpty();
	}

	/** Due since a while, so that it is on the list at every hour of the week. */
	private String taskWithAScript() {
		String type = clinic.ownEncounterType();
		Map<String, Object> definition = clinic.protocol(UUID.randomUUID().toString());
		definition.put("trigger", Map.of("type", "ENCOUNTER", "filter", Map.of("encounterTypes", List.of(type))));
		server.post("retention/followupprotocol", definition).expect(201);
		clinic.encounter(patient, type);
		String task = clinic.await("retention/followuptask?status=open&patient=" + patient).get(0).get("uuid").asText();
		clinic.overdue(task);
		return task;
	}

	private String assigned(String task) {
		String version = server.get("retention/followuptask/" + task + "?v=full").at("/version");
		server.post("retention/followuptask/" + task + "/assignment", Map.of("assignee", Clinic.uuidOf(staff), "version",
			Integer.valueOf(version))).expect(201);
		return task;
	}

	/** What does not stand on the sheet is said to exist; of a role whose queue is empty, whatever else the server has. */
	@Test
	void sheet_shouldSayThatTheListGoesOn_whenItIsLongerThanASheet() {
		RestServer clinician = clinic.staff("Retention: Clinician");
		PageReader reader = PageReader.begunBy(clinician);
		reader.get("/today");
		reader.post("/language", "language", "en", "next", "today");
		String owner = Clinic.uuidOf(clinician);
		for (int i = 0; i < 101; i++) {
			server.post("retention/followuptask",
				Map.of("patient", clinic.patient(), "title", "Ask how it went", "assignee", owner)).expect(201);
			if (i == 99) {
				assertThat(reader.post("/paper", "assignee", "me").page()).contains("100 persons on this sheet")
					.doesNotContain("The list goes on");
			}
		}
		assertThat(reader.post("/paper", "assignee", "me").page()).contains("100 persons on this sheet",
			"The list goes on: these are the first 100 of 101 persons.");
	}
}
