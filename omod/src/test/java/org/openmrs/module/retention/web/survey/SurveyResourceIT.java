/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.web.Clinic;
import org.openmrs.module.retention.web.RestServer;

class SurveyResourceIT {

	private static final String SURVEYS = "retention/survey";

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	@Test
	void create_shouldMakeVersionsAndShowTheCurrentOne() {
		Map<String, Object> definition = definition();
		String uuid = server.post(SURVEYS, definition).expect(201).at("/uuid");
		assertThat(server.post(SURVEYS, definition).expect(201).at("/surveyVersion")).isEqualTo("1");
		definition.put("name", "Changed");
		assertThat(server.post(SURVEYS, definition).expect(201).at("/surveyVersion")).isEqualTo("2");

		RestServer.Answer full = server.get(SURVEYS + "/" + uuid + "?v=full").expect(200);
		assertThat(full.at("/definition/name")).isEqualTo("Changed");
		assertThat(full.at("/definition/questions/0/type")).isEqualTo("NPS");
		assertThat(full.at("/privacy")).isEqualTo("IDENTIFIED");
		assertThat(server.get(SURVEYS + "/" + uuid).expect(200).body().has("definition")).isFalse();
	}

	@Test
	void create_shouldSayEverythingThatIsWrong() {
		Map<String, Object> definition = definition();
		definition.put("expires", "soon");
		definition.remove("thanks");
		JsonNode error = server.post(SURVEYS, definition).expect(400).body().get("error");
		assertThat(error.at("/fieldErrors/expires/0/code").asText()).isEqualTo("retention.question.error.period-invalid");
		assertThat(error.at("/fieldErrors/thanks/0/code").asText()).isEqualTo("retention.question.error.required");
		definition.put("nosuch", 1);
		server.post(SURVEYS, definition).expectError(400, "retention.web.error.unknown-property", "nosuch");
		definition.remove("nosuch");
		definition.put("privacy", "SECRET");
		server.post(SURVEYS, definition).expectError(400, "retention.web.error.wrong-value", "privacy");
		definition.put("privacy", "ANONYMOUS");
		definition.put("questions", "none");
		server.post(SURVEYS, definition).expectError(400, "retention.web.error.wrong-value", "questions");
	}

	@Test
	void delete_shouldRetire_andBeTakenBack() {
		String uuid = server.post(SURVEYS, definition()).expect(201).at("/uuid");
		server.delete(SURVEYS + "/" + uuid + "?reason=over").expect(204);
		server.delete(SURVEYS + "/" + uuid + "?reason=over").expect(204);
		assertThat(server.get(SURVEYS + "/" + uuid).expect(200).at("/retired")).isEqualTo("true");
		assertThat(server.post(SURVEYS + "/" + uuid, Map.of("retired", false)).expect(200).at("/retired"))
			.isEqualTo("false");
		server.post(SURVEYS + "/" + uuid, Map.of("retired", true)).expectError(400, "retention.web.error.missing", "reason");
		server.delete(SURVEYS + "/" + UUID.randomUUID() + "?reason=x").expect(404);
	}

	@Test
	void service_shouldAskForItsPrivileges() {
		RestServer reader = clinic.userWith("Get Retention Surveys");
		reader.get(SURVEYS).expect(200);
		reader.post(SURVEYS, definition()).expect(403);
		clinic.userWith("Get Retention Protocols").get(SURVEYS).expect(403);
	}

	static Map<String, Object> definition() {
		Map<String, Object> definition = new LinkedHashMap<>();
		definition.put("uuid", UUID.randomUUID().toString());
		definition.put("name", Clinic.unique("Survey"));
		definition.put("introduction", Map.of("en", "How was it?"));
		definition.put("thanks", Map.of("en", "Thank you"));
		definition.put("questions",
			List.of(Map.of("key", "recommend", "type", "NPS", "required", true, "text", Map.of("en", "Recommend?")),
				Map.of("key", "better", "type", "TEXT", "textKind", "COULD_BE_BETTER", "text", Map.of("en", "Better?"))));
		return definition;
	}
}
