/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.retention.web.Clinic;
import org.openmrs.module.retention.web.RestServer;

class TaskResourceIT {

	private static final String TASKS = "retention/followuptask";

	private static final String RTL = "\u202b\u0645\u0631\u062d\u0628\u0627\u202c \ud83e\uddb7 \u05e9\u05dc\u05d5\u05dd";

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	@Test
	void create_shouldOpenAManualTask() {
		String patient = clinic.patient();
		OffsetDateTime from = OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS).plusDays(1);
		RestServer.Answer task = server.post(TASKS, Map.of("patient", patient, "title", RTL, "purpose", "RECALL", "priority",
			70, "dueFrom", from.toString(), "dueBy", from.plusHours(7).toString())).expect(201);
		assertThat(task.at("/status")).isEqualTo("OPEN");
		assertThat(task.at("/source")).isEqualTo("MANUAL");
		assertThat(task.at("/title")).isEqualTo(RTL);
		assertThat(task.at("/purpose")).isEqualTo("RECALL");
		assertThat(task.at("/patient/uuid")).isEqualTo(patient);
		assertThat(task.at("/version")).isEqualTo("0");
		assertThat(OffsetDateTime.parse(task.at("/dueFrom")).toInstant())
			.isEqualTo(from.toInstant());
	}

	@Test
	void retrieve_shouldShowEachRepresentation() {
		String uuid = clinic.task(clinic.patient());
		assertThat(names(server.get(TASKS + "/" + uuid + "?v=ref"))).containsExactlyInAnyOrder("uuid", "display", "status",
			"dueBy", "links");
		RestServer.Answer standard = server.get(TASKS + "/" + uuid).expect(200);
		assertThat(names(standard)).contains("uuid", "display", "status", "overdue", "expired", "patient", "dueDate",
			"dueFrom", "dueBy", "expiresAt", "wakeAt", "assignee", "claimedBy", "version", "links").doesNotContain("id",
				"auditInfo", "listClass");
		assertThat(standard.at("/dueDate")).matches("\\d{4}-\\d\\d-\\d\\d");
		assertThat(OffsetDateTime.parse(standard.at("/dueBy"))).isNotNull();
		assertThat(standard.at("/patient/display")).contains("Kari Nordmann");
		RestServer.Answer full = server.get(TASKS + "/" + uuid + "?v=full").expect(200);
		assertThat(names(full)).containsAll(names(standard).stream().filter(n -> !"links".equals(n)).toList())
			.contains("plannedFrom", "listClass", "personToRing", "auditInfo");
		RestServer.Answer custom = server
			.get(TASKS + "/" + uuid + "?v=custom:(uuid,version,patient:(uuid,person:(gender)))").expect(200);
		assertThat(names(custom)).containsExactlyInAnyOrder("uuid", "version", "patient", "resourceVersion");
		assertThat(custom.at("/patient/person/gender")).isEqualTo("F");
	}

	@ParameterizedTest
	@ValueSource(strings = { "id", "taskKey", "assignment", "changes", "claimUser", "creator", "class", "patientUuid" })
	void retrieve_shouldRefuseCustomProperty_whenTheResourceHasNone(String property) {
		server.get(TASKS + "/" + clinic.task(clinic.patient()) + "?v=custom:(" + property + ")").expectError(400,
			"retention.web.error.unknown-property", "v");
	}

	@Test
	void list_shouldFilterByPatientAndStatus() {
		String patient = clinic.patient();
		String open = clinic.task(patient);
		String cancelled = clinic.task(patient);
		server.post(TASKS + "/" + cancelled + "/transition", Map.of("to", "CANCELLED", "version", 0, "reason", "trial"))
			.expect(201);
		assertThat(uuids("?patient=" + patient)).contains(open);
		assertThat(uuids("?status=open&patient=" + patient)).containsExactly(open);
		assertThat(uuids("?status=done&patient=" + patient)).containsExactly(cancelled);
		assertThat(uuids("?status=cancelled&patient=" + patient)).containsExactly(cancelled);
		assertThat(uuids("?status=overdue&patient=" + patient)).isEmpty();
		assertThat(uuids("?purpose=CARE&status=open&patient=" + patient)).containsExactly(open);
		assertThat(uuids("?purpose=RECALL&patient=" + patient)).isEmpty();
		assertThat(uuids("?dueOnOrBefore=2031-01-01&status=open&patient=" + patient)).containsExactly(open);
		assertThat(uuids("?dueOnOrBefore=2001-01-01&patient=" + patient)).isEmpty();
		assertThat(uuids("?location=" + Clinic.UNKNOWN_LOCATION + "&patient=" + clinic.patient())).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "status, nosuch", "callable, later", "dueOnOrBefore, tomorrow", "assignee, nobody", "role, nosuch",
		"location, nosuch", "patient, nosuch", "protocol, nosuch", "purpose, nosuch", "sort, nosuch" })
	void list_shouldRefuseUnknownFilterValues(String filter, String value) {
		RestServer.Answer answer = server.get(TASKS + "?" + filter + "=" + value).expect(400);
		assertThat(answer.at("/error/field")).isEqualTo(filter);
		assertThat(answer.at("/error/code")).startsWith("retention.");
	}

	@Test
	void list_shouldPageInAStableOrder() {
		String patient = clinic.patient();
		List<String> made = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			made.add(clinic.task(patient));
		}
		List<String> read = new ArrayList<>();
		for (int start = 0; start < 5; start += 2) {
			JsonNode page = server.get(TASKS + "?limit=2&totalCount=true&patient=" + patient + "&startIndex=" + start)
				.expect(200).body();
			assertThat(page.get("totalCount").asInt()).isEqualTo(5);
			page.get("results").forEach(row -> read.add(row.get("uuid").asText()));
		}
		assertThat(read).containsExactlyInAnyOrderElementsOf(made);
	}

	@Test
	void transition_shouldAnswerWithStatusAndVersion_andKeepTheHistory() {
		String uuid = clinic.task(clinic.patient());
		RestServer.Answer cancelled = transition(uuid, "CANCELLED", 0).expect(201);
		assertThat(cancelled.at("/uuid")).isEqualTo(uuid);
		assertThat(cancelled.at("/status")).isEqualTo("CANCELLED");
		assertThat(cancelled.at("/version")).isEqualTo("1");
		assertThat(transition(uuid, "OPEN", 1).expect(201).at("/status")).isEqualTo("OPEN");
		JsonNode history = server.get(TASKS + "/" + uuid + "/transition").expect(200).body().get("results");
		assertThat(history.findValuesAsText("to")).containsExactly("OPEN", "CANCELLED", "OPEN");
		assertThat(history.get(1).get("from").asText()).isEqualTo("OPEN");
		assertThat(history.get(1).get("by").get("uuid").asText()).isEqualTo(Clinic.uuidOf(server));
		assertThat(OffsetDateTime.parse(history.get(1).get("at").asText())).isNotNull();
	}

	@Test
	void transition_shouldBe409_whenTheVersionIsStaleOrTheStepIsNone() {
		String uuid = clinic.task(clinic.patient());
		transition(uuid, "CANCELLED", 7).expectError(409, "retention.followup.error.stale-version", "version");
		transition(uuid, "COMPLETED", 0).expectError(409, "retention.followup.error.transition-not-by-hand", "to");
		transition(uuid, "OPEN", 0).expectError(409, "retention.followup.error.transition-not-by-hand", "to");
		transition(uuid, "CANCELLED", 0).expect(201);
		transition(uuid, "CANCELLED", 0).expect(409);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{\"to\":\"CANCELLED\"}|missing|version", "{\"version\":0}|missing|to",
		"{\"to\":\"GONE\",\"version\":0}|unknown-value|to", "{\"to\":1,\"version\":0}|unknown-value|to",
		"{\"to\":\"CANCELLED\",\"version\":\"0\"}|wrong-type|version",
		"{\"to\":\"CANCELLED\",\"version\":0.5}|wrong-type|version",
		"{\"to\":\"CANCELLED\",\"version\":0,\"reason\":{}}|wrong-type|reason",
		"{\"to\":\"CANCELLED\",\"version\":0,\"status\":\"OPEN\"}|unknown-property|status" })
	void transition_shouldRefuseBodies(String body, String code, String field) {
		server.post(TASKS + "/" + clinic.task(clinic.patient()) + "/transition", body).expectError(400,
			"retention.web.error." + code, field);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{}|missing|patient", "{\"patient\":7}|wrong-type|patient",
		"{\"patient\":\"x\"}|missing|title",
		"{\"patient\":\"x\",\"title\":\"t\",\"status\":\"OPEN\"}|unknown-property|status",
		"{\"patient\":\"x\",\"title\":[]}|wrong-type|title",
		"{\"patient\":\"x\",\"title\":\"t\",\"dueBy\":\"2026-11-21\"}|wrong-type|dueBy",
		"{\"patient\":\"x\",\"title\":\"t\",\"purpose\":\"FUN\"}|unknown-value|purpose",
		"{\"patient\":\"x\",\"title\":\"t\",\"critical\":\"yes\"}|wrong-type|critical" })
	void create_shouldRefuseBodies(String body, String code, String field) {
		server.post(TASKS, body).expectError(400, "retention.web.error." + code, field);
	}

	@Test
	void create_shouldRefuseUnknownReferences() {
		Map<String, Object> task = new HashMap<>(Map.of("patient", UUID.randomUUID().toString(), "title", "x"));
		assertThat(server.post(TASKS, task).expect(400).at("/error/field")).isEqualTo("patient");
		task.put("patient", clinic.patient());
		for (String field : List.of("location", "assignee", "role")) {
			Map<String, Object> other = new HashMap<>(task);
			other.put(field, "nosuch");
			assertThat(server.post(TASKS, other).expect(400).at("/error/field")).isEqualTo(field);
		}
		task.put("title", "x".repeat(300));
		server.post(TASKS, task).expectError(400, "retention.web.error.too-long", "title");
	}

	@Test
	void claim_shouldGoToOneOfTwoNurses() {
		RestServer one = clinic.staff("Retention: Nurse");
		RestServer other = clinic.staff("Retention: Nurse");
		String uuid = clinic.task(clinic.patient());
		RestServer.Answer claimed = one.post(TASKS + "/" + uuid + "/claim", Map.of()).expect(201);
		assertThat(claimed.at("/claimedBy/uuid")).isEqualTo(Clinic.uuidOf(one));
		assertThat(OffsetDateTime.parse(claimed.at("/claimedUntil"))).isAfter(OffsetDateTime.now());
		other.post(TASKS + "/" + uuid + "/claim", Map.of()).expectError(409, "retention.followup.error.claimed-by-another",
			null);
		one.post(TASKS + "/" + uuid + "/claim", Map.of()).expect(201);
		other.delete(TASKS + "/" + uuid + "/claim").expect(204);
		other.post(TASKS + "/" + uuid + "/claim", Map.of()).expect(409);
		one.delete(TASKS + "/" + uuid + "/claim").expect(204);
		other.post(TASKS + "/" + uuid + "/claim", Map.of()).expect(201);
	}

	@Test
	void assignment_shouldMoveTheTaskAndBeAskedOfSupervisors() {
		RestServer manager = clinic.staff("Retention: Manager");
		RestServer nurse = clinic.staff("Retention: Nurse");
		String uuid = clinic.task(clinic.patient());
		RestServer.Answer moved = manager.post(TASKS + "/" + uuid + "/assignment",
			Map.of("assignee", Clinic.uuidOf(nurse), "version", 0)).expect(201);
		assertThat(moved.at("/assignee/uuid")).isEqualTo(Clinic.uuidOf(nurse));
		assertThat(moved.at("/version")).isEqualTo("1");
		assertThat(uuids("?assignee=" + Clinic.uuidOf(nurse))).containsExactly(uuid);
		assertThat(nurse.get(TASKS + "?assignee=me").expect(200).body().findValuesAsText("uuid")).contains(uuid);
		manager.post(TASKS + "/" + uuid + "/assignment", Map.of("assignee", "nobody", "version", 1)).expectError(400,
			"retention.web.error.unknown-reference", "assignee");
		nurse.post(TASKS + "/" + uuid + "/assignment", Map.of("version", 1)).expectError(403,
			"retention.web.error.not-allowed", null);
	}

	@Test
	void unknownUuid_shouldBe404() {
		String uuid = UUID.randomUUID().toString();
		server.get(TASKS + "/" + uuid).expectError(404, "retention.web.error.not-found", null);
		server.get(TASKS + "/" + uuid + "/transition").expectError(404, "retention.web.error.not-found", null);
		transition(uuid, "CANCELLED", 0).expect(404);
		server.post(TASKS + "/" + uuid + "/claim", Map.of()).expect(404);
		server.delete(TASKS + "/" + uuid + "/claim").expect(404);
		server.post(TASKS + "/" + uuid + "/assignment", Map.of("version", 0)).expect(404);
	}

	@Test
	void service_shouldAskForItsPrivileges() {
		String uuid = clinic.task(clinic.patient());
		RestServer reader = clinic.userWith("Get Retention Follow-ups");
		reader.get(TASKS + "?limit=1").expect(200);
		reader.post(TASKS + "/" + uuid + "/claim", Map.of()).expectError(403, "retention.web.error.not-allowed", null);
		reader.post(TASKS + "/" + uuid + "/transition", Map.of("to", "CANCELLED", "version", 0, "reason", "x"))
			.expectError(403, "retention.web.error.not-allowed", null);
		clinic.userWith("Get Retention Calendars").get(TASKS + "/" + uuid).expectError(403,
			"retention.web.error.not-allowed", null);
	}

	/** A nested object that the caller could not read by itself is left out. */
	@Test
	void retrieve_shouldLeaveOutNestedObjects_whenTheCallerMayNotReadThem() {
		String uuid = clinic.task(clinic.patient());
		RestServer reader = clinic.userWith("Get Retention Follow-ups");
		for (String v : List.of("ref", "default", "full", "custom:(uuid,patient:full,personToRing,assignee:ref)")) {
			RestServer.Answer answer = reader.get(TASKS + "/" + uuid + "?v=" + v).expect(200);
			assertThat(names(answer)).doesNotContain("patient");
			assertThat(answer.text()).doesNotContain("Nordmann").doesNotContain("Kari");
		}
		assertThat(reader.get(TASKS + "?v=full&limit=20").expect(200).text()).doesNotContain("Nordmann");
	}

	private RestServer.Answer transition(String uuid, String to, int version) {
		return server.post(TASKS + "/" + uuid + "/transition", Map.of("to", to, "version", version, "reason", "trial"));
	}

	private List<String> uuids(String query) {
		List<String> uuids = new ArrayList<>();
		server.get(TASKS + query).expect(200).body().get("results").forEach(row -> uuids.add(row.get("uuid").asText()));
		return uuids;
	}

	private static List<String> names(RestServer.Answer answer) {
		List<String> names = new ArrayList<>();
		answer.expect(200).body().fieldNames().forEachRemaining(names::add);
		return names;
	}
}
