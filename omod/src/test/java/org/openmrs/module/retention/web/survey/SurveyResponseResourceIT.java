/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.web.Clinic;
import org.openmrs.module.retention.web.RestServer;

class SurveyResponseResourceIT {

	private static final String RESPONSES = "retention/surveyresponse";

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	private String patient;

	private String invitation;

	@BeforeEach
	void anInvitation() {
		String survey = server.post("retention/survey", SurveyResourceIT.definition()).expect(201).at("/uuid");
		patient = clinic.patient();
		invitation = server.post("retention/surveyinvitation", Map.of("survey", survey, "patient", patient)).expect(201)
			.at("/uuid");
	}

	@Test
	void create_shouldWriteAnInterviewDown_andShowWordsToThoseWhoMayReadThem() {
		RestServer clinician = clinic.staff("Retention: Clinician");
		RestServer.Answer made = clinician.post(RESPONSES, body(Map.of("recommend", 4, "better", "Less waiting")))
			.expect(201);
		assertThat(made.at("/answers/0/answer")).isEqualTo("4");
		assertThat(made.at("/patient/uuid")).isEqualTo(patient);
		String one = RESPONSES + "/" + made.at("/uuid");
		assertThat(clinician.get(one).expect(200).at("/comments/0/text")).isEqualTo("Less waiting");
		RestServer.Answer without = clinic.userWith("Get Retention Survey Responses").get(one).expect(200);
		assertThat(without.body().has("comments")).isFalse();
		assertThat(without.body().has("patient")).as("no Get Patients").isFalse();
		assertThat(without.text()).doesNotContain("Less waiting").doesNotContain(patient);
		assertThat(clinician.get(RESPONSES + "?patient=" + patient).expect(200).body().get("results")).hasSize(1);
		server.delete(one + "?reason=another+paper").expect(204);
		assertThat(clinician.get(RESPONSES + "?patient=" + patient).expect(200).body().get("results")).isEmpty();
		server.post(RESPONSES, body(Map.of("recommend", 4))).expectError(409, "retention.survey.error.invitation-over",
			"invitation");
	}

	@Test
	void create_shouldSayEverythingThatIsWrong() {
		JsonNode error = server.post(RESPONSES, body(Map.of("recommend", 11, "nose", 1))).expect(400).body().get("error");
		assertThat(error.get("fieldErrors").has("answers.recommend")).isTrue();
		assertThat(error.get("fieldErrors").has("answers.nose")).isTrue();
		server.post(RESPONSES, body(Map.of())).expectError(400, "retention.survey.error.answer-required",
			"answers.recommend");
		server.post(RESPONSES, Map.of("invitation", invitation, "answers", Map.of())).expectError(400,
			"retention.web.error.missing", "mode");
		server.post(RESPONSES, Map.of("invitation", invitation, "mode", "LINK", "answers", Map.of("recommend", 1)))
			.expectError(400, "retention.survey.error.mode-not-by-staff", "mode");
		server
			.post(RESPONSES, Map.of("invitation", UUID.randomUUID().toString(), "mode", "PAPER", "answers", Map.of("x", 1)))
			.expectError(400, "retention.survey.error.unknown-reference", "invitation");
		server.post(RESPONSES, Map.of("invitation", invitation, "mode", "PAPER", "answers", "none")).expectError(400,
			"retention.web.error.wrong-type", "answers");
	}

	@Test
	void create_shouldNotTellWhereItIs_whenItIsAnonymous() {
		Map<String, Object> definition = new HashMap<>(SurveyResourceIT.definition());
		definition.put("privacy", "ANONYMOUS");
		definition.remove("recovery");
		String survey = server.post("retention/survey", definition).expect(201).at("/uuid");
		Map<String, Object> card = Map.of("survey", survey, "mode", "PAPER", "answers", Map.of("recommend", 4));
		RestServer.Answer made = server.post(RESPONSES, card).expect(201);
		assertThat(made.at("/answers/0/answer")).isEqualTo("4");
		assertThat(made.body().has("uuid")).isFalse();
		assertThat(made.body().has("links")).isFalse();
		assertThat(server.get(RESPONSES + "?survey=" + survey).expect(200).body().get("results")).isEmpty();
		server.post(RESPONSES, Map.of("survey", survey, "location", UUID.randomUUID().toString(), "mode", "PAPER", "answers",
			Map.of("recommend", 4))).expectError(400, "retention.survey.error.unknown-reference", "location");
		server.post(RESPONSES, Map.of("survey", survey, "invitation", invitation, "mode", "PAPER", "answers",
			Map.of("recommend", 4))).expectError(400, "retention.survey.error.said-by-invitation", "survey");
	}

	@Test
	void service_shouldAskForItsPrivileges() {
		clinic.userWith("Get Retention Survey Responses").post(RESPONSES, body(Map.of("recommend", 4))).expect(403);
		clinic.userWith("Manage Retention Survey Responses").get(RESPONSES).expect(403);
		clinic.staff("Retention: Front Desk").get(RESPONSES).expect(403);
	}

	private Map<String, Object> body(Map<String, Object> answers) {
		return Map.of("invitation", invitation, "mode", "INTERVIEW_OTHER", "answers", answers, "language", "en");
	}
}
