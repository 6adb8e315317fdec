/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openmrs.module.retention.web.Clinic;
import org.openmrs.module.retention.web.RestServer;

class ContactResourceIT {

	private static final String POINTS = "retention/contactpoint";

	private static final String PREFERENCES = "retention/contactpreference";

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	private final String number = "4" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);

	@Test
	void list_shouldShowTheNumbersOfAPerson() {
		String patient = clinic.patient(Map.of(clinic.phoneType(), number.substring(0, 3) + " " + number.substring(3)));
		for (String filter : List.of("patient=", "person=")) {
			JsonNode rows = server.get(POINTS + "?" + filter + patient).expect(200).body().get("results");
			assertThat(rows).hasSize(1);
		}
		JsonNode point = server.get(POINTS + "?v=default&patient=" + patient).expect(200).body().get("results").get(0);
		assertThat(point.get("value").asText()).isEqualTo("+47" + number);
		assertThat(point.get("state").asText()).isEqualTo("OK");
		assertThat(point.get("person").get("uuid").asText()).isEqualTo(patient);
		assertThat(point.get("kind").asText()).isEqualTo("PHONE");
		RestServer.Answer alone = server.get(POINTS + "/" + point.get("uuid").asText()).expect(200);
		assertThat(alone.at("/tail")).isEqualTo(number.substring(4));
		assertThat(alone.at("/value")).isNull();
	}

	@Test
	void list_shouldTellWhoRang() {
		String patient = clinic.patient(Map.of(clinic.phoneType(), number));
		server.get(POINTS + "?patient=" + patient).expect(200);
		for (String asked : List.of(number, "%2B47" + number, number.substring(3))) {
			assertThat(server.get(POINTS + "?v=default&number=" + asked).expect(200).body().get("results")
				.findValues("person").stream().map(person -> person.get("uuid").asText())).contains(patient);
		}
		assertThat(server.get(POINTS + "?number=0000" + number).expect(200).body().get("results")).isEmpty();
		assertThat(server.get(POINTS + "?number=12").expect(400).at("/error/field")).isEqualTo("number");
	}

	@ParameterizedTest
	@CsvSource({ "'', one-filter,", "?patient=nosuch, unknown-reference, patient",
		"?person=nosuch, unknown-reference, person", "?patient=a&person=b, one-filter," })
	void list_shouldAskForOnePersonOrNumber(String query, String code, String field) {
		server.get(POINTS + query).expectError(400, "retention.web.error." + code, field);
	}

	@Test
	void transition_shouldHoldForEveryoneOnTheNumber_andBeUndoable() {
		String one = clinic.patient(Map.of(clinic.phoneType(), number));
		String other = clinic.patient(Map.of(clinic.phoneType(), number));
		JsonNode point = server.get(POINTS + "?v=default&patient=" + one).expect(200).body().get("results").get(0);
		String uuid = point.get("uuid").asText();
		int version = point.get("version").asInt();
		server.post(POINTS + "/" + uuid + "/transition", Map.of("to", "WRONG", "version", version + 1)).expectError(409,
			"retention.web.error.stale-version", "version");
		RestServer.Answer flagged = server
			.post(POINTS + "/" + uuid + "/transition",
				Map.of("to", "WRONG", "version", version, "reason", "somebody-else"))
			.expect(201);
		assertThat(flagged.at("/state")).isEqualTo("WRONG");
		JsonNode seen = server.get(POINTS + "?v=default&patient=" + other).expect(200).body().get("results").get(0);
		assertThat(seen.get("state").asText()).isEqualTo("WRONG");
		assertThat(OffsetDateTime.parse(seen.get("stateAt").asText())).isNotNull();
		server.post(POINTS + "/" + uuid + "/transition",
			Map.of("to", "OK", "version", flagged.body().get("version").asInt()))
			.expect(201);
		server.post(POINTS + "/" + uuid + "/transition", Map.of("to", "GONE", "version", 0)).expectError(400,
			"retention.web.error.unknown-value", "to");
		server.post(POINTS + "/" + UUID.randomUUID() + "/transition", Map.of("to", "OK", "version", 0)).expectError(404,
			"retention.web.error.not-found", null);
	}

	@Test
	void preference_shouldBeDefaultsUntilWritten() {
		String patient = clinic.patient();
		JsonNode none = server.get(PREFERENCES + "?v=default&patient=" + patient).expect(200).body().get("results").get(0);
		assertThat(none.get("uuid").isNull()).isTrue();
		assertThat(none.get("relationship").asText()).isEqualTo("CURRENT");
		assertThat(none.get("doNotCall").asBoolean()).isFalse();
		RestServer.Answer written = server.post(PREFERENCES, Map.of("patient", patient, "salutation", "Fru Nordmann",
			"language", "nb", "bestWindows", "MONDAY 17:00-19:00", "staffNote", "manager calls only \ud83e\uddb7"))
			.expect(201);
		assertThat(written.at("/staffNote")).isEqualTo("manager calls only \ud83e\uddb7");
		String uuid = written.at("/uuid");
		RestServer.Answer changed = server
			.post(PREFERENCES + "/" + uuid, "{\"doNotCall\":true,\"salutation\":null,\"version\":"
				+ written.at("/version") + "}")
			.expect(200);
		assertThat(changed.at("/doNotCall")).isEqualTo("true");
		assertThat(changed.at("/salutation")).isNull();
		assertThat(changed.at("/language")).isEqualTo("nb");
		assertThat(server.get(PREFERENCES + "/" + uuid + "?v=full").expect(200).at("/doNotCall")).isEqualTo("true");
		server.post(PREFERENCES + "/" + uuid, Map.of("doNotCall", false, "version", 0)).expectError(409,
			"retention.web.error.stale-version", "version");
		server.post(PREFERENCES, Map.of("patient", patient, "language", "en")).expectError(400,
			"retention.web.error.missing", "version");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{\"relationship\":\"ENDED\"}|unknown-property|relationship",
		"{\"deathReported\":true}|unknown-property|deathReported", "{\"doNotCall\":\"no\"}|wrong-type|doNotCall",
		"{\"sadNewsUntil\":\"soon\"}|wrong-type|sadNewsUntil", "{\"salutation\":{\"a\":1}}|wrong-type|salutation",
		"{\"version\":\"x\"}|wrong-type|version" })
	void preference_shouldRefuseBodies(String body, String code, String field) {
		String uuid = server.post(PREFERENCES, Map.of("patient", clinic.patient(), "language", "nb")).expect(201)
			.at("/uuid");
		server.post(PREFERENCES + "/" + uuid, body.replace("}", ",\"version\":0}").replace("\"x\",\"version\":0", "\"x\""))
			.expectError(400, "retention.web.error." + code, field);
	}

	@Test
	void preference_shouldNameContactPersonsInOrder() {
		String patient = clinic.patient();
		String aunt = clinic.patient();
		String neighbour = clinic.patient();
		RestServer.Answer written = server.post(PREFERENCES,
			Map.of("patient", patient, "contactPersons",
				List.of(Map.of("person", aunt, "guardian", true, "relation", "Aunt"), Map.of("person", neighbour))))
			.expect(201);
		assertThat(written.at("/contactPersons/0/person/uuid")).isEqualTo(aunt);
		assertThat(written.at("/contactPersons/0/guardian")).isEqualTo("true");
		assertThat(written.at("/contactPersons/1/person/uuid")).isEqualTo(neighbour);
		assertThat(written.at("/contactPersons/1/relation")).isNull();
		String uuid = written.at("/uuid");
		server.post(PREFERENCES + "/" + uuid,
			Map.of("version", written.body().get("version").asInt(), "contactPersons",
				List.of(Map.of("person", UUID.randomUUID().toString()))))
			.expectError(400, "retention.web.error.unknown-reference", "contactPersons.person");
		server.post(PREFERENCES + "/" + uuid,
			Map.of("version", written.body().get("version").asInt(), "contactPersons",
				List.of(Map.of("person", aunt), Map.of("person", aunt))))
			.expectError(400, "retention.contact.error.contact-person-twice", "contactPersons");
		RestServer.Answer none = server.post(PREFERENCES + "/" + uuid,
			Map.of("version", written.body().get("version").asInt(), "contactPersons", List.of())).expect(200);
		assertThat(none.body().get("contactPersons")).isEmpty();
	}

	@Test
	void preference_shouldRefuseWhatNobodyCanRead() {
		String patient = clinic.patient();
		assertThat(server.post(PREFERENCES, Map.of("patient", patient, "zone", "Mars/Base")).expect(400).at("/error/field"))
			.isEqualTo("zone");
		assertThat(server.post(PREFERENCES, Map.of("patient", patient, "bestWindows", "whenever")).expect(400)
			.at("/error/field")).isEqualTo("bestWindows");
		server.get(PREFERENCES).expectError(400, "retention.web.error.missing", "patient");
		server.get(PREFERENCES + "/" + UUID.randomUUID()).expectError(404, "retention.web.error.not-found", null);
		server.get(PREFERENCES + "?patient=nosuch").expectError(400, "retention.web.error.unknown-reference", "patient");
	}

	@Test
	void service_shouldAskForItsPrivileges() {
		String patient = clinic.patient(Map.of(clinic.phoneType(), number));
		RestServer reader = clinic.userWith("Get Retention Contacts", "Get Patients", "Get People");
		reader.get(POINTS + "?patient=" + patient).expect(200);
		reader.get(PREFERENCES + "?patient=" + patient).expect(200);
		reader.post(PREFERENCES, Map.of("patient", patient, "language", "nb")).expectError(403,
			"retention.web.error.not-allowed", null);
		String point = server.get(POINTS + "?patient=" + patient).body().get("results").get(0).get("uuid").asText();
		reader.post(POINTS + "/" + point + "/transition", Map.of("to", "WRONG", "version", 0)).expectError(403,
			"retention.web.error.not-allowed", null);
		RestServer other = clinic.userWith("Get Retention Follow-ups", "Get Patients", "Get People");
		other.get(POINTS + "?patient=" + patient).expectError(403, "retention.web.error.not-allowed", null);
		other.get(POINTS + "/" + point).expectError(403, "retention.web.error.not-allowed", null);
		other.get(PREFERENCES + "?patient=" + patient).expectError(403, "retention.web.error.not-allowed", null);
		clinic.userWith("Get Retention Contacts").get(POINTS + "?patient=" + patient).expectError(403,
			"retention.web.error.not-allowed", null);
	}
}
