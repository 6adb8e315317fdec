/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.web.Clinic;
import org.openmrs.module.retention.web.RestServer;
import org.openmrs.module.retention.web.page.PageReader;

/** What a supervisor sees and does on the page; nobody else. */
class SupervisorPageIT {

	private static final String HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	private final PageReader manager = clinic.pagesOf("Retention: Manager");

	@Test
	void page_shouldBeForbidden_withoutThePrivilege() {
		PageReader nurse = clinic.pagesOf("Retention: Nurse");
		assertThat(nurse.get("/supervisor").status()).isEqualTo(403);
		nurse.get("/today");
		assertThat(nurse.post("/supervisor/reassign", "fromWho", "role:Retention: Nurse", "reason", "x").status())
			.isEqualTo(403);
		assertThat(nurse.post("/supervisor/flood/none/release").status()).isIn(403, 404);
	}

	@Test
	void escalation_shouldBeAcknowledged_andClosedWithWhatWasDone() {
		String patient = clinic
			.patient(Map.of(clinic.phoneType(), "9" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999)));
		String task = clinic.task(patient);
		PageReader nurse = clinic.pagesOf("Retention: Nurse");
		nurse.get("/call/" + patient);
		nurse.post("/call/" + patient, "task", task, "outcome", "DONE", "escalate.kind", "SERVICE", "escalate.severity",
			"URGENT", "escalate.reason", "Angry <b>about</b> waiting");
		RestServer.Answer made = server.get("retention/escalation?patient=" + patient + "&v=full").expect(200);
		String uuid = made.at("/results/0/uuid");
		assertThat(manager.get("/supervisor").page()).contains("Angry &lt;b&gt;about&lt;/b&gt; waiting");
		assertThat(manager.post("/escalations/" + uuid + "/acknowledge", "version", "0").page())
			.contains("notice done");
		assertThat(server.get("retention/escalation/" + uuid).at("/status")).isEqualTo("ACKNOWLEDGED");
		String version = server.get("retention/escalation/" + uuid + "?v=full").at("/version");
		assertThat(manager.post("/escalations/" + uuid + "/close", "version", version).status()).isEqualTo(400);
		assertThat(manager.post("/escalations/" + uuid + "/close", "version", "77", "resolution", "x").status())
			.isEqualTo(409);
		assertThat(manager
			.post("/escalations/" + uuid + "/close", "version", version, "resolution", "Rang and apologised")
			.page()).contains("notice done");
		assertThat(server.get("retention/escalation/" + uuid).at("/status")).isEqualTo("CLOSED");
		assertThat(manager.post("/escalations/none/close", "version", "0", "resolution", "x").status())
			.isEqualTo(404);
	}

	@Test
	void leave_shouldBeEntered_andWithdrawn() {
		String user = Clinic.uuidOf(clinic.staff("Retention: Nurse"));
		manager.get("/supervisor");
		LocalDate first = LocalDate.now().plusDays(10);
		PageReader.Answer entered = manager.post("/supervisor/absence", "user", user, "firstDay", first.toString(),
			"lastDay", first.plusDays(2).toString(), "reason", "Holiday");
		assertThat(entered.page()).contains("notice done");
		RestServer.Answer absence = server.get("retention/absence?user=" + user + "&v=full").expect(200);
		assertThat(absence.at("/results/0/from")).startsWith(first.toString());
		assertThat(absence.at("/results/0/to")).startsWith(first.plusDays(3).toString());
		assertThat(manager.post("/supervisor/absence/" + absence.at("/results/0/uuid") + "/withdraw").page())
			.contains("notice done");
		assertThat(server.get("retention/absence?user=" + user).body().get("results")).isEmpty();
		assertThat(manager.post("/supervisor/absence", "user", user, "firstDay", first.toString(), "lastDay",
			first.minusDays(2).toString()).status()).isEqualTo(400);
		assertThat(manager.post("/supervisor/absence", "user", "none", "firstDay", first.toString(), "lastDay",
			first.toString()).status()).isEqualTo(400);
		assertThat(manager.post("/supervisor/absence", "user", user).status()).isEqualTo(400);
		for (String day : new String[]{ "+999999999-12-31", "-999999999-01-01", "0000-01-01", "2026-02-30",
			"10000-01-01" }) {
			assertThat(manager.post("/supervisor/absence", "user", user, "firstDay", day, "lastDay", day).status())
				.isEqualTo(400);
			assertThat(manager.post("/quality", "firstDay", day, "lastDay", day, "each", "3").status()).isEqualTo(400);
		}
	}

	@Test
	void plan_shouldBeReleased_whenItHasBeenLookedAt() {
		String type = clinic.ownEncounterType();
		Map<String, Object> definition = clinic.protocol(UUID.randomUUID().toString());
		definition.put("trigger", Map.of("type", "ENCOUNTER", "filter", Map.of("encounterTypes", List.of(type))));
		definition.put("verifyAfter", "PT240H");
		String protocol = server.post("retention/followupprotocol", definition).expect(201).at("/uuid");
		String patient = clinic.patient();
		clinic.encounter(patient, type);
		String plan = clinic.await("retention/followupplan?patient=" + patient + "&protocol=" + protocol).get(0)
			.get("uuid").asText();
		String waiting = "retention/followuptask?hold=VERIFY&patient=" + patient;
		assertThat(server.get(waiting).body().get("results")).hasSize(1);
		String shown = manager.get("/supervisor").find("name=\"plan\" value=\"(" + plan + ":[0-9]+)\"").get(0);
		assertThat(manager.post("/supervisor/verify").status()).isEqualTo(400);
		assertThat(manager.post("/supervisor/verify", "plan", plan).status()).isEqualTo(400);
		assertThat(manager.post("/supervisor/verify", "plan", "none:0").status()).isEqualTo(404);
		assertThat(manager.post("/supervisor/verify", "plan", plan + ":77").page())
			.contains("Released: 0. Changed meanwhile and left: 1.");
		assertThat(manager.post("/supervisor/verify", "plan", shown).page()).contains("Released: 1.")
			.doesNotContain(plan);
		assertThat(server.get(waiting).body().get("results")).isEmpty();
		PageReader nurse = clinic.pagesOf("Retention: Nurse");
		nurse.get("/today");
		assertThat(nurse.post("/supervisor/verify", "plan", shown).status()).isEqualTo(403);
	}

	@Test
	void flood_shouldBeReleased_byWhoSupervises() {
		String type = clinic.ownEncounterType();
		Map<String, Object> definition = clinic.protocol(UUID.randomUUID().toString());
		String name = Clinic.unique("Flood <b>");
		definition.put("name", name);
		definition.put("trigger", Map.of("type", "ENCOUNTER", "filter", Map.of("encounterTypes", List.of(type))));
		String protocol = server.post("retention/followupprotocol", definition).expect(201).at("/uuid");
		String patient = clinic.patient();
		clinic.encounter(patient, type);
		String task = clinic.await("retention/followuptask?status=open&patient=" + patient).get(0).get("uuid").asText();
		String release = "/supervisor/flood/" + protocol + "/release";
		assertThat(manager.get("/supervisor").page()).doesNotContain(release);
		clinic.holdAsFlood(task);
		PageReader.Answer page = manager.get("/supervisor");
		assertThat(page.page()).contains(release, name.replace("<b>", "&lt;b&gt;") + ": 1 tasks");
		PageReader nurse = clinic.pagesOf("Retention: Nurse");
		nurse.get("/today");
		assertThat(nurse.post(release).status()).isEqualTo(403);
		assertThat(server.get("retention/followuptask?hold=FLOOD&patient=" + patient).body().get("results")).hasSize(1);
		PageReader.Answer released = manager.post(release);
		assertThat(released.page()).contains("Released: 1 tasks.").doesNotContain(release);
		assertThat(server.get("retention/followuptask?hold=FLOOD&patient=" + patient).body().get("results")).isEmpty();
		assertThat(manager.post(release).page()).as("again").contains("Released: 0 tasks.");
		assertThat(manager.post("/supervisor/flood/none/release").status()).isEqualTo(404);
	}

	@Test
	void backlog_shouldBePaged_byWhoHasItAndWhere() {
		for (int i = 0; i < 26; i++) {
			String nurse = Clinic.uuidOf(clinic.staff("Retention: Nurse"));
			String task = server
				.post("retention/followuptask", Map.of("patient", clinic.patient(), "title", "Ask", "assignee",
					nurse))
				.expect(201).at("/uuid");
			clinic.overdue(task);
		}
		PageReader.Answer first = manager.get("/supervisor");
		assertThat(first.find("<tr><td>(<a href=\"[^\"]*/today\\?assignee=)")).hasSizeBetween(1, 25);
		assertThat(first.page()).contains("/supervisor?first=25\"").doesNotContain("/supervisor?first=0\"");
		PageReader.Answer second = manager.get("/supervisor?first=25");
		assertThat(second.page()).contains("/supervisor?first=0\"");
		assertThat(second.find("(<td class=\"number\">[0-9]+</td>)")).isNotEmpty();
		assertThat(manager.get("/supervisor?first=-1").status()).isEqualTo(400);
		assertThat(manager.get("/supervisor?first=x").status()).isEqualTo(400);
		assertThat(manager.get("/escalations?first=-1").status()).isEqualTo(400);
	}

	@Test
	void backlog_shouldCountWhatNobodyHasAcknowledged() {
		RestServer nurse = clinic.staff("Retention: Nurse");
		String patient = clinic.patient();
		String task = nurse.post("retention/followuptask", Map.of("patient", patient, "title", "Ask")).expect(201)
			.at("/uuid");
		nurse.post("retention/contactattempt", Map.of("tasks", List.of(task), "result", "SPOKE", "disposition", "DONE",
			"escalate", Map.of("kind", "CLINICAL", "severity", "URGENT", "reason", "swollen"))).expect(201);
		RestServer.Answer raised = server.get("retention/escalation?v=full&patient=" + patient).expect(200);
		long before = unacknowledged();
		assertThat(before).isPositive();
		manager.post("/escalations/" + raised.at("/results/0/uuid") + "/acknowledge", "version",
			raised.at("/results/0/version"));
		assertThat(unacknowledged()).isEqualTo(before - 1);
	}

	/** On all pages. */
	private long unacknowledged() {
		long sum = 0;
		for (String next = "/supervisor"; next != null;) {
			PageReader.Answer page = manager.get(next);
			sum += page.find("<td class=\"number\">[0-9]+</td>\\s*<td class=\"number\">([0-9]+)").stream()
				.mapToLong(Long::valueOf).sum();
			next = page.find("rel=\"next\" href=\"[^\"]*/ws/retention(/supervisor[^\"]*)\"").stream().findFirst()
				.orElse(null);
		}
		return sum;
	}

	@Test
	void form_shouldStayWithWhatWasTyped_whenItIsRefused() {
		RestServer nurse = clinic.staff("Retention: Nurse");
		String user = Clinic.uuidOf(nurse);
		manager.get("/supervisor");
		PageReader.Answer leave = manager.post("/supervisor/absence", "user", user, "firstDay", "soon", "lastDay",
			"2030-01-02",
			"reason", HOSTILE);
		assertThat(leave.status()).isEqualTo(400);
		assertThat(form(leave, "supervisor/absence"))
			.contains("role=\"alert\"", "value=\"soon\" required aria-invalid=\"true\"",
				"value=\"2030-01-02\"", "&lt;script&gt;", "<option value=\"" + user + "\" selected>")
			.doesNotContain("<script>");
		PageReader.Answer handed = manager.post("/supervisor/reassign", "fromWho", "user:none", "toWho", "user:" + user,
			"reason", HOSTILE);
		assertThat(handed.status()).isEqualTo(400);
		assertThat(form(handed, "supervisor/reassign")).contains("role=\"alert\"", "&lt;script&gt;",
			"<option value=\"user:" + user + "\" selected>").doesNotContain("<script>");
		PageReader.Answer none = manager.post("/supervisor/verify");
		assertThat(none.status()).isEqualTo(400);
		assertThat(none.find("(role=\"alert\")")).hasSize(1);
	}

	private static String form(PageReader.Answer page, String path) {
		String from = page.page().substring(page.page().indexOf("/ws/retention/" + path + "\""));
		return from.substring(0, from.indexOf("</form>"));
	}

	@Test
	void leave_shouldBeShownWhole_whenThereIsMore() {
		manager.get("/supervisor");
		for (int i = 0; i < 51; i++) {
			LocalDate day = LocalDate.now().plusDays(400 + 2 * i);
			server.post("retention/absence", Map.of("user", Clinic.uuidOf(clinic.staff("Retention: Nurse")), "from",
				day + "T00:00:00Z", "to", day.plusDays(1) + "T00:00:00Z", "reason", "Day " + i + ".")).expect(201);
		}
		PageReader.Answer page = manager.get("/supervisor");
		assertThat(page.page()).contains("/supervisor?all=true\"").doesNotContain("Day 50.");
		assertThat(manager.get("/supervisor?all=true").page()).contains("Day 0.", "Day 50.")
			.doesNotContain(">Show everything<");
	}

	@Test
	void work_shouldBeHandedOver_fromOneToAnother() {
		RestServer one = clinic.staff("Retention: Nurse");
		RestServer other = clinic.staff("Retention: Nurse");
		String task = clinic.task(clinic.patient());
		server.post("retention/followuptask/" + task + "/assignment",
			Map.of("assignee", Clinic.uuidOf(one), "reason", "test", "version",
				Integer.valueOf(server.get("retention/followuptask/" + task + "?v=full").at("/version"))))
			.expect(201);
		List<String> offered = manager.get("/supervisor").find("value=\"(user:[^\"]+)\"");
		assertThat(offered).contains("user:" + Clinic.uuidOf(one), "user:" + Clinic.uuidOf(other));
		assertThat(manager.post("/supervisor/reassign", "fromWho", "user:" + Clinic.uuidOf(one), "toWho",
			"user:" + Clinic.uuidOf(other), "reason", "leaves").page()).contains("notice done");
		assertThat(server.get("retention/followuptask/" + task).at("/assignee/uuid")).isEqualTo(Clinic.uuidOf(other));
		assertThat(manager.post("/supervisor/reassign", "fromWho", "user:none", "reason", "x").status()).isEqualTo(400);
		assertThat(manager.post("/supervisor/reassign", "reason", "x").status()).isEqualTo(400);
		String from = "user:" + Clinic.uuidOf(other);
		for (String nobody : new String[]{ "Nurse", "USER:" + Clinic.uuidOf(one), "role", "user:none", "role:",
			"role:No such" }) {
			assertThat(manager.post("/supervisor/reassign", "fromWho", from, "toWho", nobody, "reason", "x").status())
				.as(nobody).isEqualTo(400);
			assertThat(manager.post("/supervisor/reassign", "fromWho", nobody, "toWho", from, "reason", "x").status())
				.as(nobody).isEqualTo(400);
		}
		assertThat(server.get("retention/followuptask/" + task).at("/assignee/uuid")).isEqualTo(Clinic.uuidOf(other));
	}
}
