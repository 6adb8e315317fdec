/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.web.Clinic;
import org.openmrs.module.retention.web.RestServer;

class PlanResourceIT {

	private static final String PLANS = "retention/followupplan";

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	private String protocol;

	private String patient;

	private String encounter;

	private String plan;

	@BeforeEach
	void saveAnEncounter() {
		String type = clinic.ownEncounterType();
		Map<String, Object> definition = clinic.protocol(UUID.randomUUID().toString());
		definition.put("trigger", Map.of("type", "ENCOUNTER", "filter", Map.of("encounterTypes", List.of(type))));
		protocol = server.post("retention/followupprotocol", definition).expect(201).at("/uuid");
		patient = clinic.patient();
		encounter = clinic.encounter(patient, type);
		plan = clinic.await(PLANS + "?" + ours()).get(0).get("uuid").asText();
	}

	/** A clinic's own protocols may begin with any encounter. */
	private String ours() {
		return "patient=" + patient + "&protocol=" + protocol;
	}

	@Test
	void encounter_shouldMakeItsPlanAndTasksAtOnce() {
		RestServer.Answer read = server.get(PLANS + "/" + plan).expect(200);
		assertThat(read.at("/status")).isEqualTo("ACTIVE");
		assertThat(read.at("/encounter")).isEqualTo(encounter);
		assertThat(read.at("/protocol/uuid")).isEqualTo(protocol);
		assertThat(read.at("/protocolVersion")).isEqualTo("1");
		assertThat(OffsetDateTime.parse(read.at("/anchorAt"))).isBeforeOrEqualTo(OffsetDateTime.now());
		JsonNode tasks = server.get("retention/followuptask?v=full&" + ours()).expect(200).body().get("results");
		assertThat(tasks).hasSize(1);
		assertThat(tasks.get(0).get("step").asText()).isEqualTo("next-day");
		assertThat(tasks.get(0).get("title").asText()).isEqualTo("Ask how it went");
		assertThat(tasks.get(0).get("plan").get("uuid").asText()).isEqualTo(plan);
		assertThat(LocalDate.parse(tasks.get(0).get("dueDate").asText()))
			.isAfter(LocalDate.parse(read.at("/anchorDate")));
	}

	@Test
	void list_shouldFilter() {
		for (String filter : List.of(ours(), "protocol=" + protocol, "encounter=" + encounter + "&protocol=" + protocol,
			"status=active&" + ours())) {
			assertThat(uuids(filter)).containsExactly(plan);
		}
		assertThat(uuids("status=cancelled&" + ours())).isEmpty();
		assertThat(uuids("encounter=" + UUID.randomUUID())).isEmpty();
		for (String filter : List.of("patient", "protocol", "status")) {
			assertThat(server.get(PLANS + "?" + filter + "=nosuch").expect(400).at("/error/field")).isEqualTo(filter);
		}
		assertThat(server.get(PLANS + "?totalCount=true&limit=1&" + ours()).expect(200).at("/totalCount"))
			.isEqualTo("1");
	}

	@Test
	void create_shouldBeginAPlanByHand() {
		Map<String, Object> definition = clinic.protocol(UUID.randomUUID().toString());
		definition.put("trigger", Map.of("type", "MANUAL"));
		String byHand = server.post("retention/followupprotocol", definition).expect(201).at("/uuid");
		Map<String, Object> request = Map.of("protocol", byHand, "patient", patient);

		String begun = server.post(PLANS, request).expect(201).at("/uuid");

		assertThat(server.post(PLANS, request).expect(201).at("/uuid")).isEqualTo(begun);
		assertThat(uuids("patient=" + patient + "&protocol=" + byHand)).containsExactly(begun);
		assertThat(server.get("retention/followuptask?patient=" + patient + "&protocol=" + byHand).expect(200).body()
			.get("results")).hasSize(1);
	}

	@Test
	void create_shouldRefuseBadInput_andMakeNothing() {
		Map<String, Map<String, Object>> bad = Map.of("patient", Map.of("protocol", protocol), "protocol",
			Map.of("protocol", UUID.randomUUID().toString(), "patient", patient), "location",
			Map.of("protocol", protocol, "patient", patient, "location", UUID.randomUUID().toString()), "anchorAt",
			Map.of("protocol", protocol, "patient", patient, "anchorAt", "tomorrow"), "context",
			Map.of("protocol", protocol, "patient", patient, "context", "x".repeat(1001)));
		bad.forEach((field, request) -> assertThat(server.post(PLANS, request).expect(400).at("/error/field")).as(field)
			.isEqualTo(field));
		assertThat(server.post(PLANS, Map.of("protocol", protocol, "patient", patient)).expect(400).at("/error/code"))
			.isEqualTo("retention.followup.error.plan-not-by-hand");
		assertThat(uuids(ours())).containsExactly(plan);
	}

	@Test
	void verification_shouldLetCallWhatWaitsForIt() {
		String type = clinic.ownEncounterType();
		Map<String, Object> definition = clinic.protocol(UUID.randomUUID().toString());
		definition.put("trigger", Map.of("type", "ENCOUNTER", "filter", Map.of("encounterTypes", List.of(type))));
		definition.put("verifyAfter", "PT240H");
		String verified = server.post("retention/followupprotocol", definition).expect(201).at("/uuid");
		String other = clinic.patient();
		clinic.encounter(other, type);
		String waits = clinic.await(PLANS + "?patient=" + other + "&protocol=" + verified).get(0).get("uuid").asText();
		String waiting = "retention/followuptask?hold=VERIFY&patient=" + other;
		assertThat(server.get(waiting).expect(200).body().get("results")).hasSize(1);
		server.get("retention/followuptask?hold=nosuch").expectError(400, "retention.followup.error.unknown-filter-value",
			"hold");

		clinic.staff("Retention: Nurse").post(PLANS + "/" + waits + "/verification", Map.of("version", 0)).expect(403);
		server.post(PLANS + "/" + waits + "/verification", Map.of("version", 9)).expectError(409,
			"retention.followup.error.stale-version", "version");
		int version = server.get(PLANS + "/" + waits).body().get("version").asInt();
		assertThat(server.post(PLANS + "/" + waits + "/verification", Map.of("version", version, "reason", "seen"))
			.expect(201).at("/status")).isEqualTo("ACTIVE");

		assertThat(server.get(waiting).expect(200).body().get("results")).isEmpty();
		server.post(PLANS + "/" + waits + "/verification", Map.of("version", version)).expectError(409,
			"retention.followup.error.nothing-to-verify", "plan");
		server.post(PLANS + "/" + plan + "/verification", Map.of("reason", "x")).expectError(400,
			"retention.web.error.missing", "version");
	}

	@Test
	void transition_shouldEndThePlanAndItsTasks() {
		server.post(PLANS + "/" + plan + "/transition", Map.of("to", "CANCELLED", "version", 9, "reason", "x")).expectError(
			409, "retention.followup.error.stale-version", "version");
		server.post(PLANS + "/" + plan + "/transition", Map.of("to", "FULFILLED", "version", 0, "reason", "x"))
			.expectError(409, "retention.web.error.no-such-transition", "to");
		server.post(PLANS + "/" + plan + "/transition", Map.of("to", "CANCELLED", "version", 0)).expectError(400,
			"retention.web.error.missing", "reason");
		int version = server.get(PLANS + "/" + plan).body().get("version").asInt();
		RestServer.Answer cancelled = server
			.post(PLANS + "/" + plan + "/transition", Map.of("to", "CANCELLED", "version", version, "reason", "moved"))
			.expect(201);
		assertThat(cancelled.at("/status")).isEqualTo("CANCELLED");
		assertThat(cancelled.body().get("version").asInt()).isGreaterThan(version);
		assertThat(server.get("retention/followuptask?status=open&" + ours()).body().get("results")).isEmpty();
		server.post(PLANS + "/" + plan + "/transition", Map.of("to", "CANCELLED", "version", version + 1, "reason", "x"))
			.expect(409);
	}

	@Test
	void unknownUuid_shouldBe404() {
		server.get(PLANS + "/" + UUID.randomUUID()).expectError(404, "retention.web.error.not-found", null);
		server.post(PLANS + "/" + UUID.randomUUID() + "/transition",
			Map.of("to", "CANCELLED", "version", 0, "reason", "x"))
			.expectError(404, "retention.web.error.not-found", null);
	}

	@Test
	void service_shouldAskForItsPrivileges() {
		RestServer reader = clinic.userWith("Get Retention Follow-ups");
		RestServer.Answer read = reader.get(PLANS + "/" + plan + "?v=full").expect(200);
		assertThat(read.text()).doesNotContain("Nordmann");
		assertThat(read.at("/protocol")).isNull();
		reader.post(PLANS + "/" + plan + "/transition", Map.of("to", "CANCELLED", "version", 0, "reason", "x"))
			.expectError(403, "retention.web.error.not-allowed", null);
		clinic.userWith("Get Retention Calendars").get(PLANS + "/" + plan).expectError(403,
			"retention.web.error.not-allowed", null);
	}

	private List<String> uuids(String filter) {
		return server.get(PLANS + "?v=custom:(uuid)&" + filter).expect(200).body().findValuesAsText("uuid");
	}
}
