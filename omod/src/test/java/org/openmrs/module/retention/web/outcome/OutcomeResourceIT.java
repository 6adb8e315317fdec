/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.web.Clinic;
import org.openmrs.module.retention.web.RestServer;

class OutcomeResourceIT {

	private static final String OUTCOMES = "retention/outcome";

	private static final String RETURNS = "retention/earlyreturn";

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	private String protocol;

	private String plan;

	private String back;

	/** A procedure two days ago, a conversation today, and another visit yesterday. */
	@BeforeEach
	void aProcedure() {
		String type = clinic.ownEncounterType();
		Map<String, Object> definition = clinic.protocol(UUID.randomUUID().toString());
		definition.put("trigger", Map.of("type", "ENCOUNTER", "filter", Map.of("encounterTypes", List.of(type))));
		definition.put("backfill", "P30D");
		protocol = server.post("retention/followupprotocol", definition).expect(201).at("/uuid");
		String patient = clinic.patient();
		encounter(patient, type, 2);
		plan = clinic.await("retention/followupplan?patient=" + patient).get(0).get("uuid").asText();
		String task = clinic.await("retention/followuptask?patient=" + patient).get(0).get("uuid").asText();
		server.post("retention/contactattempt", Map.of("tasks", List.of(task), "result", "SPOKE", "disposition", "DONE",
			"answers", Map.of("bleeding", true))).expect(201);
		back = encounter(patient, clinic.ownEncounterType(), 1);
	}

	@Test
	void list_shouldSayWhatCameOfTheProtocol_withWhatEachFigureIsOutOf() {
		RestServer.Answer list = server.get(OUTCOMES + "?v=default&totalCount=true&protocol=" + protocol).expect(200);
		assertThat(list.at("/totalCount")).isEqualTo("1");
		assertThat(list.at("/returnDays")).isEqualTo("14");
		assertThat(list.at("/to")).isEqualTo(YearMonth.now().toString());
		JsonNode row = list.body().get("results").get(0);
		assertThat(row.at("/protocol/uuid").asText()).isEqualTo(protocol);
		assertThat(row.get("plans").asInt()).isEqualTo(1);
		assertFigure(row, "reached", 1, 1);
		assertFigure(row, "neverReached", 0, 1);
		assertFigure(row, "urgent", 1, 1);
		assertFigure(row, "clinicalEscalations", 1, 1);
		assertThat(row.at("/unplannedReturns/of").asInt()).as("it may come yet").isZero();
		JsonNode answer = row.get("answers").get(0);
		assertThat(answer.get("text").asText()).isEqualTo("Does it bleed?");
		assertThat(answer.get("answered").asInt()).isEqualTo(1);
		assertThat(answer.at("/counts/0/answer").asText()).isEqualTo("yes");
		assertThat(answer.at("/counts/0/text").asText()).isEqualTo("Yes");
		assertThat(answer.at("/counts/0/count").asInt()).isEqualTo(1);
		assertThat(server.get(OUTCOMES + "?v=ref&protocol=" + protocol).expect(200).at("/results/0/display"))
			.startsWith("After an extraction");
		assertThat(server.get(OUTCOMES + "?from=2020-01&to=2020-02&protocol=" + protocol).expect(200).body().get("results"))
			.isEmpty();
	}

	@Test
	void returns_shouldBeListed_andJudged() {
		RestServer.Answer list = server.get(RETURNS + "?v=default&totalCount=true&protocol=" + protocol).expect(200);
		assertThat(list.at("/totalCount")).isEqualTo("1");
		JsonNode one = list.body().get("results").get(0);
		assertThat(one.get("encounter").asText()).isEqualTo(back);
		assertThat(one.at("/plan/uuid").asText()).isEqualTo(plan);
		assertThat(one.get("daysAfter").asInt()).isEqualTo(1);
		assertThat(one.get("verdict").isNull()).isTrue();
		RestServer.Answer judged = server
			.post(RETURNS, Map.of("plan", plan, "encounter", back, "verdict", "RELATED", "note", "Dry socket")).expect(201);
		assertThat(judged.at("/verdict/verdict")).isEqualTo("RELATED");
		assertThat(judged.at("/verdict/by")).isEqualTo(Clinic.uuidOf(server));
		assertThat(server.get(RETURNS + "?v=default&protocol=" + protocol).at("/results/0/verdict/note"))
			.isEqualTo("Dry socket");
		server.post(RETURNS, Map.of("plan", plan, "encounter", back, "verdict", "PLANNED")).expect(201);
		assertThat(server.get(RETURNS + "?protocol=" + protocol).expect(200).body().get("results")).isEmpty();
	}

	@Test
	void outcomes_shouldBeOnesOwn_unlessOneSupervises() {
		RestServer nurse = clinic.staff("Retention: Nurse");
		assertThat(nurse.get(OUTCOMES + "?clinician=me").expect(200).body().get("results")).isEmpty();
		assertThat(nurse.get(OUTCOMES + "?clinician=" + Clinic.uuidOf(nurse)).expect(200).body().get("results")).isEmpty();
		assertThat(nurse.get(RETURNS + "?clinician=me").expect(200).body().get("results")).isEmpty();
		for (String list : List.of(OUTCOMES, RETURNS)) {
			nurse.get(list).expectError(403, "retention.web.error.not-allowed", null);
			nurse.get(list + "?clinician=" + Clinic.uuidOf(server)).expectError(403, "retention.web.error.not-allowed",
				null);
			nurse.get(list + "?location=" + Clinic.UNKNOWN_LOCATION).expectError(403, "retention.web.error.not-allowed",
				null);
			clinic.staff("Retention: Manager").get(list + "?location=" + Clinic.UNKNOWN_LOCATION).expect(200);
			clinic.userWith("Get Retention Contacts").get(list + "?clinician=me").expectError(403,
				"retention.web.error.not-allowed", null);
		}
		nurse.post(RETURNS, Map.of("plan", plan, "encounter", back, "verdict", "RELATED")).expectError(403,
			"retention.web.error.not-allowed", null);
	}

	@Test
	void outcomes_shouldSayWhatIsWrong() {
		for (String list : List.of(OUTCOMES, RETURNS)) {
			server.get(list + "?clinician=nobody").expectError(400, "retention.web.error.unknown-reference", "clinician");
			server.get(list + "?location=nowhere").expectError(400, "retention.web.error.unknown-reference", "location");
			server.get(list + "?protocol=none").expectError(400, "retention.web.error.unknown-reference", "protocol");
			server.get(list + "?from=March").expectError(400, "retention.web.error.wrong-type", "from");
			server.get(list + "?from=2026-03&to=2026-02").expectError(400, "retention.followup.error.outcome-period-crossed",
				"from");
			server.get(list + "?from=2025-02&to=2026-02").expectError(400,
				"retention.followup.error.outcome-period-too-long", "from");
			server.get(list + "?status=open").expectError(400, "retention.web.error.unknown-parameter", "status");
		}
		server.post(RETURNS, Map.of("encounter", back, "verdict", "RELATED")).expectError(400, "retention.web.error.missing",
			"plan");
		server.post(RETURNS, Map.of("plan", "none", "encounter", back, "verdict", "RELATED")).expectError(400,
			"retention.web.error.unknown-reference", "plan");
		server.post(RETURNS, Map.of("plan", plan, "encounter", "other", "verdict", "RELATED")).expectError(400,
			"retention.followup.error.no-early-return", "encounter");
		server.post(RETURNS, Map.of("plan", plan, "encounter", back, "verdict", "MAYBE")).expectError(400,
			"retention.web.error.unknown-value", "verdict");
	}

	private String encounter(String patient, String type, int daysAgo) {
		Map<String, Object> encounter = new HashMap<>();
		encounter.put("patient", patient);
		encounter.put("encounterType", type);
		encounter.put("location", Clinic.UNKNOWN_LOCATION);
		encounter.put("encounterDatetime",
			DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ").format(OffsetDateTime.now().minusDays(daysAgo)));
		return server.post("encounter", encounter).expect(201).at("/uuid");
	}

	private static void assertFigure(JsonNode row, String name, int count, int of) {
		assertThat(row.get(name).get("count").asInt()).as(name).isEqualTo(count);
		assertThat(row.get(name).get("of").asInt()).as(name).isEqualTo(of);
	}
}
