/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.patient;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.web.Clinic;
import org.openmrs.module.retention.web.RestServer;
import org.openmrs.module.retention.web.page.PageReader;

/** What the page of a patient shows and changes. */
class PatientPageIT {

	private static final String HOSTILE = "<script>alert(1)</script>\"'";

	private static final String CHART = "retention.page.chartAddress";

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	private final String patient = clinic
		.patient(Map.of(clinic.phoneType(), "9" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999)));

	private final String address = "/patient/" + patient;

	private final PageReader nurse = clinic.pagesOf("Retention: Nurse");

	@Test
	void profile_shouldBeSaved_andRefusedWhenItIsOlderThanAnothers() {
		nurse.get(address);
		PageReader.Answer saved = nurse.post(address + "/profile", "salutation", HOSTILE, "language", "ru", "staffNote",
			HOSTILE, "doNotCall", "true");
		assertThat(saved.page()).contains("notice done").doesNotContain("<script>alert");
		RestServer.Answer profile = server.get("retention/contactpreference?patient=" + patient + "&v=full").expect(200);
		assertThat(profile.at("/results/0/staffNote")).isEqualTo(HOSTILE);
		assertThat(profile.at("/results/0/doNotCall")).isEqualTo("true");
		assertThat(saved.find("name=\"version\" value=\"([0-9]+)\"")).contains(profile.at("/results/0/version"));
		PageReader.Answer stale = nurse.post(address + "/profile", "salutation", "x", "version", "77");
		assertThat(stale.status()).isEqualTo(409);
		assertThat(nurse.post(address + "/profile", "zone", "Nowhere/Never", "version", profile.at("/results/0/version"))
			.status()).isEqualTo(400);
	}

	@Test
	void task_shouldBeAddedByHand_andStopped() {
		nurse.get(address);
		String day = LocalDate.now().plusDays(3).toString();
		PageReader.Answer added = nurse.post(address + "/task", "title", HOSTILE, "purpose", "CARE", "day", day, "from",
			"09:00", "by", "12:00");
		assertThat(added.page()).contains("notice done").contains("&lt;script&gt;").doesNotContain("<script>alert");
		List<String> tasks = added.find("name=\"task\" value=\"([^\"]+)\"");
		assertThat(tasks).hasSize(1);
		assertThat(nurse.post(address + "/stop", "task", tasks.get(0), "reason", "not needed").page())
			.contains("notice done");
		assertThat(server.get("retention/followuptask/" + tasks.get(0)).at("/status")).isEqualTo("CANCELLED");
		assertThat(nurse.post("/patient/" + clinic.patient() + "/stop", "task", tasks.get(0), "reason", "x").status())
			.isEqualTo(404);
		assertThat(nurse.post(address + "/task", "title", "x", "purpose", "NONE").status()).isEqualTo(400);
		for (String odd : new String[]{ "+999999999-12-31", "-999999999-01-01", "0000-01-01", "2026-02-30" }) {
			assertThat(
				nurse.post(address + "/task", "title", "x", "purpose", "CARE", "day", odd, "from", "09:00", "by", "10:00")
					.status())
				.isEqualTo(400);
			assertThat(nurse.post(address + "/profile", "sadNewsUntil", odd).status()).isEqualTo(400);
		}
		assertThat(nurse.post(address + "/task", "title", "x", "purpose", "CARE", "day", "tomorrow", "from", "9").status())
			.isEqualTo(400);
	}

	@Test
	void bestTimes_shouldBeChosenInTheReadersLanguage() {
		nurse.get("/today");
		nurse.post("/language", "language", "ru", "next", "today");
		assertThat(nurse.get(address).find("<option value=\"(MONDAY|SUNDAY)\">([^<]+)<")).isNotEmpty();
		assertThat(nurse.get(address).page()).contains("<option value=\"MONDAY\">пн</option>")
			.doesNotContain("MONDAY 17:00");
		PageReader.Answer saved = nurse.post(address + "/profile", "bestday.0", "MONDAY", "bestfrom.0", "17:00",
			"bestuntil.0", "19:00", "bestday.1", "", "bestfrom.1", "", "bestuntil.1", "", "bestday.2", "FRIDAY",
			"bestfrom.2",
			"09:00", "bestuntil.2", "11:30");
		assertThat(saved.page())
			.contains("notice done", "<option value=\"MONDAY\" selected>", "<option value=\"FRIDAY\" selected>")
			.contains("id=\"bestday3\"").doesNotContain("id=\"bestday4\"");
		RestServer.Answer profile = server.get("retention/contactpreference?patient=" + patient + "&v=full").expect(200);
		assertThat(profile.at("/results/0/bestWindows")).isEqualTo("MONDAY 17:00-19:00; FRIDAY 09:00-11:30");
		String version = profile.at("/results/0/version");
		String[][] wrong = { { "MONDAY", "19:00", "17:00", "bestuntil" }, { "MONDAY", "", "17:00", "bestfrom" },
			{ "MONDAY", "09:00", "", "bestuntil" }, { "", "09:00", "10:00", "bestday" },
			{ "понедельник", "09:00", "10:00", "bestday" },
			{ "MONDAY", "9", "10:00", "bestfrom" }, { "MONDAY", "09:00", "09:00", "bestuntil" },
			{ "MONDAY", HOSTILE, "10:00", "bestfrom" } };
		for (String[] line : wrong) {
			PageReader.Answer refused = nurse.post(address + "/profile", "version", version, "staffNote", "typed before",
				"bestday.5", line[0], "bestfrom.5", line[1], "bestuntil.5", line[2]);
			assertThat(refused.status()).isEqualTo(400);
			assertThat(refused.page()).contains("typed before").doesNotContain("<script>alert");
			assertThat(refused.find("(<(?:select|input) id=\"" + line[3] + "5\"[^>]*>)").get(0))
				.contains("aria-invalid=\"true\"");
			String until = refused.find("(<input id=\"bestuntil5\"[^>]*>)").get(0);
			assertThat(until).contains("value=\"" + line[2] + "\"");
		}
		assertThat(nurse.post(address + "/profile", "version", version, "bestday.9999", "MONDAY").status()).isEqualTo(400);
		assertThat(server.get("retention/contactpreference?patient=" + patient + "&v=full").at("/results/0/bestWindows"))
			.isEqualTo("MONDAY 17:00-19:00; FRIDAY 09:00-11:30");
		assertThat(nurse.post(address + "/profile", "version", version).page()).contains("notice done");
		assertThat(server.get("retention/contactpreference?patient=" + patient + "&v=full").at("/results/0/bestWindows"))
			.isNull();
	}

	/** In the zone of the task, whatever the time is now. */
	@Test
	void task_shouldTakeTheWholeDay_whenNoTimeIsSaid() {
		nurse.get(address);
		String day = LocalDate.now().plusDays(40).toString();
		window(day, "", "", day + "T00:00:00", day + "T23:59:59");
		window(day, "10:00", "", day + "T10:00:00", day + "T23:59:59");
		window(day, "", "12:00", day + "T00:00:00", day + "T12:00:00");
		for (String time : new String[]{ "from", "by" }) {
			PageReader.Answer without = nurse.post(address + "/task", "title", "Without a day", "purpose", "CARE", "day", "",
				time, "11:00");
			assertThat(without.status()).isEqualTo(400);
			assertThat(without.find("(<input id=\"day\"[^>]*>)").get(0)).contains("aria-invalid=\"true\"");
			assertThat(without.find("(<input id=\"" + time + "\"[^>]*>)").get(0)).contains("value=\"11:00\"");
		}
		assertThat(server.get("retention/followuptask?patient=" + patient).text()).doesNotContain("Without a day");
	}

	private void window(String day, String from, String by, String dueFrom, String dueBy) {
		String title = Clinic.unique("Ask");
		assertThat(nurse.post(address + "/task", "title", title, "purpose", "CARE", "day", day, "from", from, "by", by)
			.page()).contains("notice done");
		for (JsonNode task : server.get("retention/followuptask?patient=" + patient + "&v=full&limit=50").expect(200).body()
			.get("results")) {
			if (task.get("title").asText().equals(title)) {
				assertThat(task.get("dueFrom").asText()).startsWith(dueFrom);
				assertThat(task.get("dueBy").asText()).startsWith(dueBy);
				return;
			}
		}
		throw new AssertionError("no task " + title);
	}

	@Test
	void task_shouldBeSilencedByOneClick_andGoOnByAnother() {
		nurse.get("/today");
		nurse.post("/language", "language", "en", "next", "today");
		String task = clinic.task(patient);
		assertThat(nurse.get(address).find("(<input id=\"stop0\"[^>]*>)")).singleElement().asString()
			.contains("name=\"reason\"")
			.doesNotContain("required");
		PageReader.Answer stopped = nurse.post(address + "/stop", "task", task);
		assertThat(stopped.status()).isEqualTo(200);
		assertThat(server.get("retention/followuptask/" + task).at("/status")).isEqualTo("CANCELLED");
		assertThat(server.get("retention/followuptask/" + task + "/transition?v=full").expect(200).body().toString())
			.contains("Silenced on the patient’s page");
		String undo = stopped.find("action=\"[^\"]*/ws/retention(/patient/[^\"]*/undo)\"").get(0);
		assertThat(nurse.post(undo).page()).contains("It goes on as planned.");
		assertThat(server.get("retention/followuptask/" + task).at("/status")).isEqualTo("OPEN");
		assertThat(nurse.post(undo).status()).isEqualTo(409);
		assertThat(nurse.post(undo.replace(task, "none")).status()).isEqualTo(404);
		assertThat(nurse.post(address + "/stop", "task", task, "reason", "moved to Bergen").page()).contains("notice done");
		assertThat(server.get("retention/followuptask/" + task + "/transition?v=full").body().toString())
			.contains("moved to Bergen");
	}

	@Test
	void plan_shouldBeSilencedWhole_andGoOnWhole() {
		String type = clinic.ownEncounterType();
		Map<String, Object> definition = clinic.protocol(UUID.randomUUID().toString());
		definition.put("trigger", Map.of("type", "ENCOUNTER", "filter", Map.of("encounterTypes", List.of(type))));
		server.post("retention/followupprotocol", definition).expect(201);
		clinic.encounter(patient, type);
		String task = clinic.await("retention/followuptask?status=open&patient=" + patient).get(0).get("uuid").asText();
		nurse.get(address);
		PageReader.Answer stopped = nurse.post(address + "/stop", "task", task);
		assertThat(server.get("retention/followupplan?patient=" + patient).at("/results/0/status")).isEqualTo("CANCELLED");
		PageReader.Answer again = nurse.post(stopped.find("action=\"[^\"]*/ws/retention(/patient/[^\"]*/undo)\"").get(0));
		assertThat(again.find("name=\"task\" value=\"([^\"]+)\"")).contains(task);
		assertThat(server.get("retention/followupplan?patient=" + patient).at("/results/0/status")).isEqualTo("ACTIVE");
	}

	@Test
	void silence_shouldBeRefused_withoutThePrivilege() {
		String task = clinic.task(patient);
		PageReader reader = PageReader.begunBy(clinic.userWith("Get Retention Follow-ups", "Get Retention Contacts",
			"Get Patients", "Get People"));
		assertThat(reader.get(address).page()).contains("Kari").doesNotContain("/stop\"");
		assertThat(reader.post(address + "/stop", "task", task).status()).isEqualTo(403);
		assertThat(server.get("retention/followuptask/" + task).at("/status")).isEqualTo("OPEN");
	}

	@Test
	void form_shouldStayWithWhatWasTyped_whenItIsRefused() {
		nurse.get(address);
		nurse.post("/language", "language", "en", "next", "today");
		nurse.get(address);
		PageReader.Answer profile = nurse.post(address + "/profile", "salutation", "Dr. " + HOSTILE, "doNotCall", "yes",
			"zone", "Nowhere/Never");
		assertThat(profile.status()).isEqualTo(400);
		assertThat(profile.find("(<input id=\"zone\"[^>]*>)").get(0)).contains("value=\"Nowhere/Never\"");
		assertThat(profile.find("(<input id=\"salutation\"[^>]*>)").get(0)).contains("Dr. &lt;script&gt;");
		assertThat(profile.find("(<input type=\"checkbox\" name=\"doNotCall\"[^>]*>)").get(0)).contains(" checked");
		assertThat(profile.find("(role=\"alert\")")).hasSize(1);
		PageReader.Answer task = nurse.post(address + "/task", "title", "Ask about it", "purpose", "RECALL", "day",
			"tomorrow",
			"from", "11:11", "by", "12:00");
		assertThat(task.status()).isEqualTo(400);
		String form = task.page().substring(task.page().indexOf(address + "/task\""));
		assertThat(form.substring(0, form.indexOf("</form>"))).contains("role=\"alert\"", "value=\"Ask about it\"",
			"value=\"tomorrow\" aria-invalid=\"true\"", "value=\"11:11\"", "<option value=\"RECALL\" selected>");
		PageReader.Answer point = nurse.post(address + "/point", "point",
			nurse.get(address).find("name=\"point\" value=\"([^\"]+)\"").get(0), "state", "NONE");
		assertThat(point.status()).isEqualTo(400);
		assertThat(point.find("(role=\"alert\")")).hasSize(1);
		assertThat(server.get("retention/contactpreference?patient=" + patient).body().at("/results/0/uuid").isNull())
			.as("nothing is kept").isTrue();
	}

	@Test
	void planned_shouldBeTheNextThirtyDays_andTheRestOnRequest() {
		nurse.get(address);
		for (int days : new int[]{ 29, 31 }) {
			nurse.post(address + "/task", "title", "In " + days + " days", "purpose", "CARE", "day",
				LocalDate.now().plusDays(days).toString(), "from", "00:00", "by", "00:30");
		}
		String page = nurse.get(address).page();
		int later = page.indexOf("<details class=\"later\">");
		assertThat(page.substring(0, later)).contains("In 29 days").doesNotContain("In 31 days");
		assertThat(page.substring(later, page.indexOf("</details>", later))).contains("In 31 days")
			.doesNotContain("In 29 days");
		assertThat(page).contains("id=\"stop0\"").contains("id=\"later0\"");
	}

	@Test
	void chart_shouldBeLedTo_whenASettingSaysWhereItIs() {
		String task = clinic.task(patient);
		assertThat(nurse.get(address).page()).doesNotContain("target=\"_blank\"");
		try {
			clinic.set(CHART, "/openmrs/spa/patient/{uuid}/chart?from=calls&x=1");
			String link = "href=\"/openmrs/spa/patient/" + patient + "/chart?from=calls&amp;x=1\" target=\"_blank\"";
			assertThat(nurse.get(address).page()).contains(link);
			assertThat(nurse.get("/call/" + patient).page()).contains(task).contains(link);
			for (String hostile : new String[]{ "javascript:alert('{uuid}')", "//elsewhere.example/{uuid}",
				"/x/{uuid}\"><script>alert(1)</script>" }) {
				clinic.set(CHART, hostile);
				assertThat(nurse.get(address).page()).contains("name=\"salutation\"").doesNotContain("target=\"_blank\"",
					"javascript:", "elsewhere.example", "<script>");
			}
		}
		finally {
			clinic.set(CHART, "");
		}
	}

	@Test
	void page_shouldBeReachedFromAChart_byWhoIsNotSignedIn() {
		PageReader stranger = new PageReader();
		PageReader.Answer asked = stranger.get(address);
		assertThat(asked.status()).isEqualTo(401);
		PageReader.Answer page = stranger.post("/login", "username", "admin", "password", "Admin123", "next",
			asked.find("name=\"next\" value=\"([^\"]+)\"").get(0));
		assertThat(page.address()).isEqualTo(address);
		assertThat(page.page()).contains("name=\"salutation\"");
	}

	@Test
	void number_shouldBeMarkedWrong_andWorkAgain() {
		PageReader.Answer page = nurse.get(address);
		String point = page.find("name=\"point\" value=\"([^\"]+)\"").get(0);
		assertThat(nurse.post(address + "/point", "point", point, "state", "WRONG").page()).contains("notice done");
		assertThat(server.get("retention/contactpoint/" + point).at("/state")).isEqualTo("WRONG");
		nurse.post(address + "/point", "point", point, "state", "OK");
		assertThat(server.get("retention/contactpoint/" + point).at("/state")).isEqualTo("OK");
		assertThat(nurse.post(address + "/point", "point", "none", "state", "OK").status()).isEqualTo(404);
	}

	@Test
	void page_shouldTellOfContacts_andBeFoundByName() {
		String task = clinic.task(patient);
		nurse.get("/call/" + patient);
		nurse.post("/call/" + patient, "task", task, "outcome", "DONE", "note", "all well");
		assertThat(nurse.get(address).page()).contains("all well");
		String name = server.get("patient/" + patient + "?v=full").at("/person/preferredName/familyName");
		PageReader.Answer found = nurse.post("/patient", "q", name);
		assertThat(found.address()).startsWith("/patient?search=").doesNotContain(name);
		assertThat(found.page()).contains("value=\"" + name + "\"").contains("<ul class=\"card plain\">");
		assertThat(nurse.get("/patient/nobody").status()).isEqualTo(404);
		assertThat(clinic.pagesOf("Retention: Configurer").get(address).status()).isEqualTo(403);
	}

	@Test
	void past_shouldTellOfAContactOnce_andLeadToTheWholeOfIt() {
		for (int i = 0; i < 61; i++) {
			String task = clinic.task(patient);
			server.post("retention/contactattempt", Map.of("tasks", List.of(task), "result", "SPOKE", "disposition", "DONE",
				"note", "contact number " + i + ".")).expect(201);
		}
		PageReader.Answer page = nurse.get(address);
		assertThat(page.page()).contains("contact number 60.").doesNotContain("Retention contact")
			.doesNotContain("contact number 0.").contains("href=\"/openmrs/ws/retention" + address + "?all=true\"");
		PageReader.Answer all = nurse.get(address + "?all=true");
		assertThat(all.page()).contains("contact number 0.").contains("contact number 60.")
			.doesNotContain("href=\"/openmrs/ws/retention" + address + "?all=true\"");
	}

	@Test
	void planned_shouldSayHowManyAreLeftOut() {
		for (int i = 0; i < 102; i++) {
			clinic.task(patient);
		}
		nurse.post("/language", "language", "en", "next", "today");
		assertThat(nurse.get(address).page()).contains("<p class=\"quiet\">and 2 more</p>");
	}
}
