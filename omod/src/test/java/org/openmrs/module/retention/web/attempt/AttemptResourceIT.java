/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openmrs.module.retention.web.Clinic;
import org.openmrs.module.retention.web.RestServer;

class AttemptResourceIT {

	private static final String ATTEMPTS = "retention/contactattempt";

	private static final String TASKS = "retention/followuptask";

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	private String patient;

	private String task;

	@BeforeEach
	void openATask() {
		patient = clinic.patient();
		task = clinic.task(patient);
	}

	@Test
	void attempt_shouldCompleteTheTaskAndSayItsNewState() {
		OffsetDateTime startedAt = OffsetDateTime.now().minusMinutes(3).truncatedTo(ChronoUnit.SECONDS);
		RestServer.Answer attempt = server.post(TASKS + "/" + task + "/attempt",
			Map.of("result", "SPOKE", "disposition", "DONE", "startedAt", startedAt.toString(), "durationSeconds", 95,
				"note",
				"\u05e9\u05dc\u05d5\u05dd \ud83d\ude42 " + "x".repeat(9_992), "toldNext", "call if it hurts",
				"overrideReason", "bled"))
			.expect(201);
		assertThat(attempt.at("/status")).isEqualTo("COMPLETED");
		assertThat(attempt.body().get("version").asInt()).isPositive();
		assertThat(attempt.at("/result")).isEqualTo("SPOKE");
		assertThat(OffsetDateTime.parse(attempt.at("/startedAt")).toInstant()).isEqualTo(startedAt.toInstant());
		RestServer.Answer done = server.get(TASKS + "/" + task).expect(200);
		assertThat(done.at("/status")).isEqualTo("COMPLETED");
		assertThat(done.at("/version")).isEqualTo(attempt.at("/version"));
		RestServer.Answer full = server.get(ATTEMPTS + "/" + attempt.at("/uuid") + "?v=full").expect(200);
		assertThat(full.at("/note")).startsWith("\u05e9\u05dc\u05d5\u05dd \ud83d\ude42").hasSize(10_000);
		assertThat(full.at("/overrideReason")).isEqualTo("bled");
		assertThat(full.at("/tasks/0/uuid")).isEqualTo(task);
		assertThat(full.at("/recordedBy/uuid")).isEqualTo(Clinic.uuidOf(server));
		assertThat(full.at("/durationSeconds")).isEqualTo("95");
		JsonNode history = server.get(TASKS + "/" + task + "/transition").expect(200).body().get("results");
		assertThat(history.findValuesAsText("to")).containsExactlyInAnyOrder("OPEN", "COMPLETED");
	}

	@Test
	void toldCannot_shouldBeAFinding_andTakeThePromiseBack() {
		String by = OffsetDateTime.now().plusDays(3).truncatedTo(ChronoUnit.SECONDS).toString();
		server.post(TASKS + "/" + task + "/attempt", Map.of("result", "SPOKE", "disposition", "DONE", "promise",
			Map.of("what", "The crown before Christmas", "by", by))).expect(201);
		String promise = server.get("retention/promise?patient=" + patient).expect(200).at("/results/0/uuid");

		RestServer.Answer told = server.post(ATTEMPTS, Map.of("patient", patient, "result", "SPOKE", "disposition", "DONE",
			"toldCannot", "The laboratory is closed", "withdraws", List.of(promise))).expect(201);

		assertThat(told.at("/toldCannot")).isEqualTo("The laboratory is closed");
		assertThat(server.get("retention/promise/" + promise).expect(200).at("/status")).isEqualTo("WITHDRAWN");
		assertThat(texts(server.get(ATTEMPTS + "?toldCannot=true&patient=" + patient).expect(200).body().get("results"),
			"uuid")).containsExactly(told.at("/uuid"));
		server.get(ATTEMPTS + "?toldCannot=maybe").expectError(400, "retention.web.error.true-or-false", "toldCannot");
		server.post(ATTEMPTS, Map.of("patient", patient, "result", "SPOKE", "disposition", "DONE", "toldCannot",
			"x".repeat(1001))).expect(400);
		server.post(ATTEMPTS, Map.of("patient", patient, "result", "SPOKE", "disposition", "DONE", "withdraws",
			List.of(promise))).expectError(400, "retention.followup.error.required", "toldCannot");
	}

	@Test
	void attempt_shouldAnswerSeveralTasksOfOneContact() {
		String child = clinic.task(clinic.patient());
		RestServer.Answer attempt = server.post(ATTEMPTS, Map.of("tasks", List.of(task, child), "direction", "INBOUND",
			"result", "SPOKE", "disposition", "DONE", "spokeWith", "GUARDIAN", "relation", "mother")).expect(201);
		assertThat(texts(attempt.body().get("tasks"), "uuid")).containsExactly(task, child);
		for (String uuid : List.of(task, child)) {
			assertThat(server.get(TASKS + "/" + uuid).at("/status")).isEqualTo("COMPLETED");
			assertThat(texts(server.get(TASKS + "/" + uuid + "/attempt").expect(200).body().get("results"), "uuid"))
				.containsExactly(attempt.at("/uuid"));
		}
	}

	@Test
	void attempt_shouldKeepAnswersAndEscalateRedFlags() {
		String type = clinic.ownEncounterType();
		Map<String, Object> definition = clinic.protocol(UUID.randomUUID().toString());
		definition.put("trigger", Map.of("type", "ENCOUNTER", "filter", Map.of("encounterTypes", List.of(type))));
		server.post("retention/followupprotocol", definition).expect(201);
		String other = clinic.patient();
		clinic.encounter(other, type);
		String step = clinic.await(TASKS + "?patient=" + other).get(0).get("uuid").asText();
		RestServer.Answer attempt = server.post(TASKS + "/" + step + "/attempt?v=full",
			Map.of("result", "SPOKE", "disposition", "DONE", "answers", Map.of("bleeding", true))).expect(201);
		assertThat(attempt.body().at("/answers/" + step + "/bleeding/redFlag").asText()).isEqualTo("URGENT");
		JsonNode escalation = server.get("retention/escalation?v=default&patient=" + other).expect(200).body().get("results")
			.get(0);
		assertThat(escalation.get("severity").asText()).isEqualTo("URGENT");
		assertThat(escalation.get("task").get("uuid").asText()).isEqualTo(step);
		String uuid = escalation.get("uuid").asText();
		int version = escalation.get("version").asInt();
		server.post("retention/escalation/" + uuid + "/transition", Map.of("to", "ACKNOWLEDGED", "version", version + 1))
			.expectError(409, "retention.followup.error.stale-version", "version");
		RestServer.Answer seen = server
			.post("retention/escalation/" + uuid + "/transition", Map.of("to", "ACKNOWLEDGED", "version", version))
			.expect(201);
		assertThat(seen.at("/status")).isEqualTo("ACKNOWLEDGED");
		RestServer.Answer closed = server.post("retention/escalation/" + uuid + "/transition",
			Map.of("to", "CLOSED", "version", seen.body().get("version").asInt(), "resolution", "seen today"))
			.expect(201);
		assertThat(closed.at("/status")).isEqualTo("CLOSED");
		server.post("retention/escalation/" + uuid + "/transition",
			Map.of("to", "ACKNOWLEDGED", "version", closed.body().get("version").asInt())).expect(409);
		server.post("retention/escalation/" + uuid + "/transition", Map.of("to", "OPEN", "version", 0)).expectError(409,
			"retention.web.error.no-such-transition", "to");
	}

	@Test
	void promise_shouldBeMadeByAnAttemptAndKept() {
		OffsetDateTime by = OffsetDateTime.now().plusDays(2).truncatedTo(ChronoUnit.SECONDS);
		server.post(TASKS + "/" + task + "/attempt", Map.of("result", "SPOKE", "disposition", "DONE", "promise",
			Map.of("what", "send the X-ray", "by", by.toString()))).expect(201);
		JsonNode promise = server.get("retention/promise?v=default&patient=" + patient).expect(200).body().get("results")
			.get(0);
		assertThat(promise.get("promised").asText()).isEqualTo("send the X-ray");
		assertThat(OffsetDateTime.parse(promise.get("dueBy").asText()).toInstant()).isEqualTo(by.toInstant());
		assertThat(promise.get("broken").asBoolean()).isFalse();
		String uuid = promise.get("uuid").asText();
		assertThat(texts(server.get("retention/promise?status=open&broken=false&owner=me&patient=" + patient).expect(200)
			.body().get("results"), "uuid")).containsExactly(uuid);
		server.post("retention/promise/" + uuid + "/transition", Map.of("to", "KEPT", "version", 7)).expectError(409,
			"retention.followup.error.stale-version", "version");
		RestServer.Answer kept = server
			.post("retention/promise/" + uuid + "/transition", Map.of("to", "KEPT", "version", promise.get("version")))
			.expect(201);
		assertThat(kept.at("/status")).isEqualTo("KEPT");
		server.post("retention/promise/" + uuid + "/transition", Map.of("to", "WITHDRAWN", "version",
			kept.body().get("version").asInt(), "reason", "no longer wanted")).expect(409);
		server.post("retention/promise/" + uuid + "/transition", Map.of("to", "OPEN", "version", 0)).expectError(409,
			"retention.web.error.no-such-transition", "to");
	}

	@Test
	void attempt_shouldBe409_whenTheTaskIsClosed() {
		server.post(TASKS + "/" + task + "/attempt", Map.of("result", "SPOKE", "disposition", "DONE")).expect(201);
		server.post(TASKS + "/" + task + "/attempt", Map.of("result", "SPOKE", "disposition", "DONE")).expectError(409,
			"retention.followup.error.task-closed", null);
	}

	@Test
	void delete_shouldTakeTheAttemptBack() {
		String attempt = server.post(TASKS + "/" + task + "/attempt", Map.of("result", "SPOKE", "disposition", "DONE"))
			.expect(201).at("/uuid");
		server.delete(ATTEMPTS + "/" + attempt + "?reason=wrong%20patient").expect(204);
		server.delete(ATTEMPTS + "/" + attempt).expect(204);
		assertThat(server.get(ATTEMPTS + "/" + attempt).expect(200).at("/voided")).isEqualTo("true");
		assertThat(server.get(TASKS + "/" + task).at("/status")).isEqualTo("OPEN");
		assertThat(server.get(ATTEMPTS + "?patient=" + patient).expect(200).body().get("results")).isEmpty();
		assertThat(server.get(ATTEMPTS + "?includeAll=true&patient=" + patient).expect(200).body().get("results"))
			.hasSize(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{}|retention.web.error.missing|result",
		"{\"result\":\"CHATTED\"}|retention.web.error.unknown-value|result",
		"{\"result\":\"SPOKE\"}|retention.followup.error.required|disposition",
		"{\"result\":\"BUSY\",\"disposition\":\"DONE\"}|retention.followup.error.does-not-go-with-the-result|disposition",
		"{\"result\":\"BUSY\",\"tasks\":[]}|retention.web.error.unknown-property|tasks",
		"{\"result\":\"BUSY\",\"status\":\"OPEN\"}|retention.web.error.unknown-property|status",
		"{\"result\":\"BUSY\",\"note\":{\"a\":1}}|retention.web.error.wrong-type|note",
		"{\"result\":\"BUSY\",\"note\":[1]}|retention.web.error.wrong-type|note",
		"{\"result\":\"BUSY\",\"durationSeconds\":\"1\"}|retention.web.error.wrong-type|durationSeconds",
		"{\"result\":\"BUSY\",\"durationSeconds\":-1}|retention.web.error.wrong-type|durationSeconds",
		"{\"result\":\"BUSY\",\"startedAt\":\"2026-11-21T10:00:00\"}|retention.web.error.wrong-type|startedAt",
		"{\"result\":\"BUSY\",\"startedAt\":\"2199-01-01T10:00:00Z\"}|retention.followup.error.started-in-the-future|startedAt",
		"{\"result\":\"BUSY\",\"purposes\":\"CARE\"}|retention.web.error.wrong-type|purposes",
		"{\"result\":\"BUSY\",\"promise\":{\"what\":\"x\"}}|retention.web.error.missing|promise.by",
		"{\"result\":\"BUSY\",\"promise\":\"x\"}|retention.web.error.wrong-type|promise",
		"{\"result\":\"BUSY\",\"escalate\":{\"kind\":\"LOUD\"}}|retention.web.error.unknown-value|escalate.kind",
		"{\"result\":\"BUSY\",\"answers\":[]}|retention.web.error.wrong-type|answers",
		"{\"result\":\"BUSY\",\"relation\":\"\\u0000\"}|retention.web.error.wrong-type|relation" })
	void attempt_shouldRefuseBodies(String body, String code, String field) {
		server.post(TASKS + "/" + task + "/attempt", body).expectError(400, code, field);
		assertThat(server.get(TASKS + "/" + task).at("/version")).as("nothing half done").isEqualTo("0");
	}

	@Test
	void attempt_shouldRefuseUnknownReferences() {
		String nobody = UUID.randomUUID().toString();
		assertThat(server.post(ATTEMPTS, Map.of("tasks", List.of(task, nobody), "result", "BUSY")).expect(400)
			.at("/error/field")).startsWith("tasks");
		assertThat(server.post(ATTEMPTS, Map.of("patient", nobody, "result", "BUSY")).expect(400).at("/error/field"))
			.isEqualTo("patient");
		server.post(ATTEMPTS, Map.of("result", "BUSY")).expect(400);
		server.post(ATTEMPTS,
			Map.of("tasks", List.of(task), "result", "BUSY", "answers", Map.of(nobody, Map.of("a", 1)), "x",
				1))
			.expectError(400, "retention.web.error.unknown-property", "x");
		server.post(TASKS + "/" + nobody + "/attempt", Map.of("result", "BUSY")).expectError(404,
			"retention.web.error.not-found", null);
		server.get(TASKS + "/" + nobody + "/attempt").expectError(404, "retention.web.error.not-found", null);
		for (String resource : List.of(ATTEMPTS, "retention/promise", "retention/escalation")) {
			server.get(resource + "/" + nobody).expectError(404, "retention.web.error.not-found", null);
		}
		server.delete(ATTEMPTS + "/" + nobody).expectError(404, "retention.web.error.not-found", null);
		Map<String, Object> transition = new HashMap<>(Map.of("to", "KEPT", "version", 0));
		server.post("retention/promise/" + nobody + "/transition", transition).expectError(404,
			"retention.web.error.not-found", null);
		transition.put("to", "CLOSED");
		server.post("retention/escalation/" + nobody + "/transition", transition).expectError(404,
			"retention.web.error.not-found", null);
	}

	@ParameterizedTest
	@CsvSource({ "contactattempt, patient", "contactattempt, task", "contactattempt, recordedBy", "contactattempt, result",
		"contactattempt, disposition", "contactattempt, from", "contactattempt, before", "promise, patient",
		"promise, task", "promise, status", "promise, owner", "promise, role", "promise, broken", "promise, dueBy",
		"escalation, patient", "escalation, status", "escalation, kind", "escalation, severity", "escalation, owner",
		"escalation, role", "escalation, late" })
	void list_shouldRefuseUnknownFilterValues(String resource, String filter) {
		RestServer.Answer answer = server.get("retention/" + resource + "?" + filter + "=nosuch").expect(400);
		assertThat(answer.at("/error/field")).isEqualTo(filter);
		assertThat(answer.at("/error/code")).startsWith("retention.");
	}

	@Test
	void list_shouldFilterAndPage() {
		List<String> made = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			made.add(server
				.post(ATTEMPTS, Map.of("patient", patient, "result", "NOT_CALLED", "reason", "NO_TIME", "startedAt",
					OffsetDateTime.now().minusHours(3 - i).toString()))
				.expect(201).at("/uuid"));
		}
		List<String> read = new ArrayList<>();
		for (int start = 0; start < 3; start += 2) {
			JsonNode page = server.get(ATTEMPTS + "?limit=2&totalCount=true&startIndex=" + start + "&patient=" + patient)
				.expect(200).body();
			assertThat(page.get("totalCount").asInt()).isEqualTo(3);
			read.addAll(texts(page.get("results"), "uuid"));
		}
		assertThat(read).containsExactly(made.get(2), made.get(1), made.get(0));
		assertThat(
			texts(server.get(ATTEMPTS + "?result=not_called&recordedBy=" + Clinic.uuidOf(server) + "&patient=" + patient)
				.expect(200).body().get("results"), "uuid"))
			.hasSize(3);
		assertThat(server.get(ATTEMPTS + "?result=busy&patient=" + patient).expect(200).body().get("results")).isEmpty();
	}

	@Test
	void service_shouldAskForItsPrivileges() {
		server.post(TASKS + "/" + task + "/attempt", Map.of("result", "SPOKE", "disposition", "DONE", "promise",
			Map.of("what", "x", "by", OffsetDateTime.now().plusDays(1).toString()), "escalate",
			Map.of("kind", "SERVICE", "reason", "angry"))).expect(201);
		RestServer reader = clinic.userWith("Get Retention Contacts");
		JsonNode rows = reader.get(ATTEMPTS + "?v=full&patient=" + patient).expect(200).body();
		assertThat(rows.toString()).doesNotContain("Nordmann");
		assertThat(rows.at("/results/0/tasks")).isEmpty();
		assertThat(reader.get("retention/promise?v=full&patient=" + patient).expect(200).text()).doesNotContain("Nordmann")
			.doesNotContain(task);
		reader.get("retention/escalation").expectError(403, "retention.web.error.not-allowed", null);
		reader.post(ATTEMPTS, Map.of("patient", patient, "result", "BUSY")).expectError(403,
			"retention.web.error.not-allowed",
			null);
		RestServer other = clinic.userWith("Get Retention Escalations");
		assertThat(other.get("retention/escalation?v=full&patient=" + patient).expect(200).text()).doesNotContain("Nordmann")
			.doesNotContain(task);
		other.get(ATTEMPTS).expectError(403, "retention.web.error.not-allowed", null);
		other.get("retention/promise").expectError(403, "retention.web.error.not-allowed", null);
	}

	@Test
	void nurse_shouldBeAbleToRecordByHerRoleAlone() {
		RestServer nurse = clinic.staff("Retention: Nurse");
		RestServer.Answer attempt = nurse.post(TASKS + "/" + task + "/attempt?v=full", Map.of("result", "NO_ANSWER"))
			.expect(201);
		assertThat(attempt.at("/status")).isEqualTo("OPEN");
		assertThat(attempt.at("/patient/display")).contains("Nordmann");
		assertThat(attempt.at("/recordedBy/uuid")).isEqualTo(Clinic.uuidOf(nurse));
		assertThat(server.get(TASKS + "/" + task).at("/triesUsed")).isEqualTo("1");
	}

	private static List<String> texts(JsonNode rows, String property) {
		List<String> texts = new ArrayList<>();
		rows.forEach(row -> texts.add(row.get(property).asText()));
		return texts;
	}
}
