/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openmrs.module.retention.web.Clinic;
import org.openmrs.module.retention.web.RestServer;

class WorklistResourceIT {

	private static final String WORKLIST = "retention/worklist";

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	private final String number = "9" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);

	private final String patient = clinic.patient(Map.of(clinic.phoneType(), number));

	@Test
	void list_shouldShowOneRowForAPersonToRing() {
		RestServer nurse = clinic.staff("Retention: Nurse");
		List<String> tasks = List.of(taskOf(nurse), taskOf(nurse));
		RestServer.Answer list = nurse.get(WORKLIST + "?v=default&totalCount=true&assignee=" + Clinic.uuidOf(nurse))
			.expect(200);
		assertThat(list.at("/totalCount")).isEqualTo("1");
		JsonNode row = list.body().get("results").get(0);
		assertThat(row.get("uuid").asText()).isEqualTo(patient);
		assertThat(row.get("person").get("uuid").asText()).isEqualTo(patient);
		assertThat(row.get("rank").asInt()).isEqualTo(1);
		assertThat(row.get("rankReason").asText()).startsWith("retention.");
		assertThat(row.get("rankText").asText()).isNotEqualTo(row.get("rankReason").asText());
		assertThat(uuids(row.get("tasks"))).containsExactlyInAnyOrderElementsOf(tasks);
		assertThat(row.get("contactPoints").get(0).get("value").asText()).isEqualTo("+47" + number);
		assertThat(row.get("expectedSeconds").asInt()).isPositive();
		assertThat(OffsetDateTime.parse(list.at("/at"))).isNotNull();
		assertThat(list.body().has("callableRows")).isTrue();
		assertThat(list.body().has("expectedSeconds")).isTrue();
		JsonNode full = nurse.get(WORKLIST + "?v=full&assignee=me").expect(200).body().get("results").get(0);
		assertThat(full.get("tasks").get(0).get("version").asInt()).isNotNegative();
	}

	@Test
	void open_shouldGoToOneOfTwoNurses_withTheScript() {
		RestServer one = clinic.staff("Retention: Nurse");
		RestServer other = clinic.staff("Retention: Nurse");
		String task = taskOf(one);
		RestServer.Answer opened = one.post(WORKLIST + "/" + patient + "/open", Map.of()).expect(201);
		assertThat(opened.at("/uuid")).isEqualTo(patient);
		assertThat(opened.at("/claimedBy/uuid")).isEqualTo(Clinic.uuidOf(one));
		assertThat(OffsetDateTime.parse(opened.at("/claimedUntil"))).isAfter(OffsetDateTime.now());
		assertThat(opened.at("/script/parts/0/task")).isEqualTo(task);
		assertThat(opened.at("/script/callerLanguage")).isNotNull();
		other.post(WORKLIST + "/" + patient + "/open", Map.of()).expectError(409,
			"retention.followup.error.claimed-by-another", "claim");
		one.post(WORKLIST + "/" + patient + "/open", Map.of()).expect(201);
		assertThat(server.get("retention/followuptask/" + task).at("/claimedBy/uuid")).isEqualTo(Clinic.uuidOf(one));
	}

	@Test
	void open_shouldShowQuestionsInBothLanguages() {
		String type = clinic.ownEncounterType();
		Map<String, Object> definition = clinic.protocol(UUID.randomUUID().toString());
		definition.put("trigger", Map.of("type", "ENCOUNTER", "filter", Map.of("encounterTypes", List.of(type))));
		definition.put("steps", List.of(Map.of("key", "today", "title", Map.of("en", "Ask at once", "nb", "Spør straks"),
			"offset",
			"P0D", "roll", "NONE", "grace", 5, "script",
			Map.of("opening", Map.of("en", "Good day", "nb", "God dag"), "closing", Map.of("en", "Thank you"),
				"questions",
				List.of(Map.of("key", "pain", "type", "CHOICE", "text", Map.of("en", "Pain?", "nb", "Smerter?"),
					"options",
					List.of(Map.of("key", "no", "text", Map.of("en", "No", "nb", "Nei")),
						Map.of("key", "yes", "text", Map.of("en", "Yes", "nb", "Ja"))))),
				"redFlags", List.of(Map.of("question", "pain", "in", List.of("yes"), "severity", "URGENT", "tell",
					Map.of("en", "Come at once", "nb", "Kom straks")))))));
		server.post("retention/followupprotocol", definition).expect(201);
		server.post("retention/contactpreference",
			Map.of("patient", patient, "language", "nb", "salutation", "Fru Nordmann"))
			.expect(201);
		clinic.encounter(patient, type);
		clinic.await("retention/followuptask?patient=" + patient);
		JsonNode script = server.post(WORKLIST + "/" + patient + "/open", Map.of()).expect(201).body().get("script");
		assertThat(script.get("language").asText()).isEqualTo("nb");
		assertThat(script.get("salutation").asText()).isEqualTo("Fru Nordmann");
		JsonNode part = script.get("parts").get(0);
		assertThat(part.get("why").asText()).startsWith("Tooth extracted on");
		assertThat(part.at("/script/opening/patient").asText()).isEqualTo("God dag");
		assertThat(part.at("/script/opening/caller").asText()).isEqualTo("Good day");
		assertThat(part.at("/script/questions/0/text/patient").asText()).isEqualTo("Smerter?");
		assertThat(part.at("/script/questions/0/options/1/text/patient").asText()).isEqualTo("Ja");
		assertThat(part.at("/script/redFlags/0/tell/patient").asText()).isEqualTo("Kom straks");
		assertThat(part.at("/script/questions/0/concept").isMissingNode()).isTrue();
	}

	@Test
	void list_shouldPage() {
		RestServer nurse = clinic.staff("Retention: Nurse");
		List<String> persons = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			String other = clinic.patient(Map.of(clinic.phoneType(), "9" + (2_000_000 + i) + ""));
			persons.add(other);
			assign(clinic.task(other), nurse);
		}
		List<String> read = new ArrayList<>();
		for (int start = 0; start < 3; start += 2) {
			JsonNode page = nurse.get(WORKLIST + "?limit=2&totalCount=true&startIndex=" + start + "&assignee="
				+ Clinic.uuidOf(nurse)).expect(200).body();
			assertThat(page.get("totalCount").asInt()).isEqualTo(3);
			assertThat(page.findValuesAsText("rel").contains("next")).isEqualTo(start == 0);
			read.addAll(uuids(page.get("results")));
		}
		assertThat(read).containsExactlyInAnyOrderElementsOf(persons);
	}

	@ParameterizedTest
	@CsvSource({ "assignee, nobody", "role, nosuch", "location, nosuch", "callable, later", "purpose, fun",
		"language, Russian", "language, qq" })
	void list_shouldRefuseUnknownFilterValues(String filter, String value) {
		RestServer.Answer answer = server.get(WORKLIST + "?" + filter + "=" + value).expect(400);
		assertThat(answer.at("/error/field")).isEqualTo(filter);
		assertThat(answer.at("/error/code")).startsWith("retention.");
	}

	@Test
	void list_shouldGoByLanguage() {
		RestServer nurse = clinic.staff("Retention: Nurse");
		server.post("retention/contactpreference", Map.of("patient", patient, "language", "fil-PH")).expect(201);
		taskOf(nurse);
		for (String language : List.of("fil", "fil-PH")) {
			assertThat(nurse.get(WORKLIST + "?assignee=" + Clinic.uuidOf(nurse) + "&language=" + language).expect(200).body()
				.get("results")).hasSize(1);
		}
		for (String language : List.of("nb", "mine")) {
			assertThat(nurse.get(WORKLIST + "?assignee=" + Clinic.uuidOf(nurse) + "&language=" + language).expect(200).body()
				.get("results")).isEmpty();
		}
	}

	@Test
	void open_shouldRefuseWhoIsNotOnTheList() {
		server.post(WORKLIST + "/" + UUID.randomUUID() + "/open", Map.of()).expect(404);
		server.post(WORKLIST + "/" + clinic.patient() + "/open", Map.of()).expect(404);
		server.post(WORKLIST + "/" + patient + "/open", Map.of("minutes", 5)).expectError(400,
			"retention.web.error.unknown-property", "minutes");
	}

	@Test
	void service_shouldAskForItsPrivileges() {
		clinic.userWith("Get Retention Follow-ups").get(WORKLIST).expectError(403, "retention.web.error.not-allowed", null);
		RestServer reader = clinic.userWith("Get Retention Follow-ups", "Get Retention Contacts");
		String task = clinic.task(patient);
		RestServer.Answer list = reader.get(WORKLIST + "?v=full&limit=100").expect(200);
		assertThat(list.text()).doesNotContain("Nordmann");
		reader.post(WORKLIST + "/" + patient + "/open", Map.of()).expectError(403, "retention.web.error.not-allowed", null);
		assertThat(server.get("retention/followuptask/" + task).at("/claimedBy")).isNull();
	}

	private String taskOf(RestServer nurse) {
		return assign(clinic.task(patient), nurse);
	}

	private String assign(String task, RestServer nurse) {
		server.post("retention/followuptask/" + task + "/assignment", Map.of("assignee", Clinic.uuidOf(nurse), "version", 0))
			.expect(201);
		return task;
	}

	private static List<String> uuids(JsonNode rows) {
		List<String> uuids = new ArrayList<>();
		rows.forEach(row -> uuids.add(row.get("uuid").asText()));
		return uuids;
	}
}
