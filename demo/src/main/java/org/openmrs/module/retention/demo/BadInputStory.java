/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Bad input is refused with a status and a code of the module, and leaves nothing behind. */
final class BadInputStory {

	private static final String NOBODY = "00000000-0000-4000-8000-000000000000";

	private static final int LONG_NOTE = 10_000;

	private final ScenarioClinic clinic;

	private final Checks checks;

	private String patient;

	private String task;

	BadInputStory(ScenarioClinic clinic, Checks checks) {
		this.clinic = clinic;
		this.checks = checks;
	}

	void tell() {
		checks.part("A patient to try it on", () -> {
			patient = clinic.patient("Hostile", "en", clinic.phone(0));
			clinic.extraction(patient, clinic.noon, clinic.noon.now.minusHours(2));
			task = clinic.awaitOpenTasks(patient).get(0).path("uuid").asText();
		});
		checks.part("Attempts that make no sense", this::attempts);
		checks.part("Lists that nobody can answer", this::lists);
		checks.part("Callers who may not", this::callers);
		checks.part("A long note with every kind of letter", this::longNote);
		checks.part("What a load of the packages would do", this::dryRun);
	}

	private void attempts() {
		String before = task(task);
		refusedAttempt("an unknown task", 400, Map.of("tasks", List.of(NOBODY), "result", "NO_ANSWER"));
		refusedAttempt("an unknown patient", 400, Map.of("patient", NOBODY, "result", "NO_ANSWER"));
		refusedAttempt("an unknown contact point", 400, attempt(Map.of("contactPoint", NOBODY)));
		refusedAttempt("an unknown result", 400, Map.of("tasks", List.of(task), "result", "SHOUTED"));
		refusedAttempt("no result", 400, Map.of("tasks", List.of(task)));
		refusedAttempt("a list where a text is wanted", 400, attempt(Map.of("note", List.of("a"))));
		refusedAttempt("a text where a number is wanted", 400, attempt(Map.of("durationSeconds", "long")));
		refusedAttempt("an unknown property", 400, attempt(Map.of("colour", "red")));
		refusedAttempt("a conversation without its outcome", 400, attempt(Map.of("result", "SPOKE")));
		refusedAttempt("a time in the future", 400,
			attempt(Map.of("startedAt", ScenarioSite.text(clinic.noon.now.plusDays(1)))));
		refusedAttempt("a time that is none", 400, attempt(Map.of("startedAt", "yesterday")));
		refusedAttempt("a call back without a time", 400,
			attempt(Map.of("result", "SPOKE", "spokeWith", "PATIENT", "disposition", "CALL_BACK")));
		refusedAttempt("an answer to no question", 400, attempt(Map.of("result", "SPOKE", "spokeWith", "PATIENT",
			"disposition", "DONE", "answers", Map.of(task, Map.of("no-such-question", "yes")))));
		String path = "retention/contactattempt";
		checks.refused("text/plain", 415, clinic.nurse.rest().post(path, "text/plain", "{}"));
		checks.refused("half a body", 400, clinic.nurse.rest().post(path, "application/json", "{\"result\":"));
		checks.refused("a list for a body", 400, clinic.nurse.rest().post(path, "application/json", "[]"));
		checks.equal("nothing of it was kept", 0,
			clinic.nurse.rest().get("retention/contactattempt?patient=" + patient).rows().size());
		checks.equal("the task is as it was", before, task(task));
	}

	private String task(String uuid) {
		JsonNode found = clinic.task(uuid);
		return found.path("status").asText() + " version " + found.path("version").asInt();
	}

	private Map<String, Object> attempt(Map<String, Object> more) {
		Map<String, Object> attempt = new HashMap<>(Map.of("tasks", List.of(task), "result", "NO_ANSWER"));
		attempt.putAll(more);
		return attempt;
	}

	private void refusedAttempt(String what, int status, Map<String, Object> attempt) {
		checks.refused(what, status, clinic.nurse.rest().post("retention/contactattempt", attempt));
	}

	private void lists() {
		refusedList("followuptask/" + NOBODY, 404);
		refusedList("followuptask?status=sleeping", 400);
		refusedList("followuptask?status=", 400);
		refusedList("followuptask?colour=red", 400);
		refusedList("followuptask?patient=" + NOBODY, 400);
		refusedList("followuptask?dueOnOrBefore=soon", 400);
		refusedList("followuptask?limit=0", 400);
		refusedList("followuptask?limit=101", 400);
		refusedList("followuptask?limit=many", 400);
		refusedList("followuptask?startIndex=-1", 400);
		refusedList("worklist?callable=later", 400);
		refusedList("worklist?language=Russian", 400);
		refusedList("nosuchthing", 404);
		checks.refused("DELETE of the list", 405, clinic.nurse.rest().delete("retention/worklist"));
	}

	private void refusedList(String path, int status) {
		checks.refused("GET " + path, status, clinic.nurse.rest().get("retention/" + path));
	}

	private void callers() {
		checks.status("nobody logged in", 401,
			clinic.stranger().get("retention/followuptask?patient=" + patient));
		checks.status("the desk closing protocols", 403,
			clinic.desk.rest()
				.delete("retention/followupprotocol/" + clinic.protocol.path("uuid").asText() + "?reason=no"));
		checks.status("the desk loading packages", 403,
			clinic.desk.rest().post("retention/metadatapackage", Map.of("dryRun", true)));
	}

	private void longNote() {
		String letters = "שלום עולם 🦷😀 مرحبا 你好 ";
		String note = letters.repeat(LONG_NOTE / letters.length() + 1).substring(0, LONG_NOTE)
			.replaceAll("[\\ud800-\\udbff]$", "");
		Rest.Answer recorded = clinic.nurse.rest().post("retention/contactattempt", attempt(Map.of("note", note)));
		if (checks.status("a note of " + note.length() + " characters", 201, recorded)) {
			JsonNode read = clinic.nurse.rest().get("retention/contactattempt/" + recorded.uuid() + "?v=full").ok();
			checks.equal("it comes back letter by letter", note.trim(), read.path("note").asText());
		}
	}

	private void dryRun() {
		Rest.Answer report = clinic.admin.post("retention/metadatapackage", Map.of("dryRun", true));
		checks.that("a dry run is answered", report.status() / 100 == 2, report.status() + " " + report.error());
		checks.that("with a report by file", report.body().toString().contains(".y"), report.body());
	}
}
