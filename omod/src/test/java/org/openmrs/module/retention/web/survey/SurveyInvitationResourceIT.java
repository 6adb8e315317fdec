/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.web.Clinic;
import org.openmrs.module.retention.web.RestServer;

class SurveyInvitationResourceIT {

	private static final String INVITATIONS = "retention/surveyinvitation";

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	private String survey;

	private String patient;

	@BeforeEach
	void aSurvey() {
		survey = server.post("retention/survey", SurveyResourceIT.definition()).expect(201).at("/uuid");
		patient = clinic.patient();
	}

	@Test
	void create_shouldTellTheLinkOnce() {
		RestServer nurse = clinic.staff("Retention: Nurse");
		RestServer.Answer made = nurse.post(INVITATIONS, Map.of("survey", survey, "patient", patient)).expect(201);
		String token = made.at("/token");
		assertThat(made.at("/link")).matches("http://[^/]+/openmrs/ws/retention/s/" + token);
		assertThat(made.at("/status")).isEqualTo("CREATED");
		RestServer.Answer again = nurse.post(INVITATIONS, Map.of("survey", survey, "patient", patient)).expect(201);
		assertThat(again.at("/uuid")).isEqualTo(made.at("/uuid"));
		assertThat(again.body().get("token").isNull()).isTrue();
		RestServer.Answer full = nurse.get(INVITATIONS + "/" + made.at("/uuid") + "?v=full").expect(200);
		assertThat(full.text()).doesNotContain(token);
		RestServer.Answer renewed = nurse
			.post(INVITATIONS + "/" + made.at("/uuid") + "/link", Map.of("version", full.body().get("version").asInt()))
			.expect(201);
		assertThat(renewed.at("/token")).hasSize(22).isNotEqualTo(token);
	}

	@Test
	void link_shouldNotBe_whereTheSurveyIsAskedFaceToFace() {
		Map<String, Object> definition = SurveyResourceIT.definition();
		definition.put("modes", List.of("INTERVIEW_OTHER", "PAPER"));
		String asked = server.post("retention/survey", definition).expect(201).at("/uuid");
		RestServer.Answer made = server.post(INVITATIONS, Map.of("survey", asked, "patient", patient)).expect(201);
		assertThat(made.body().get("link").isNull()).isTrue();
		String uuid = made.at("/uuid");
		server.post(INVITATIONS + "/" + uuid + "/link", Map.of("version", 0)).expectError(409,
			"retention.survey.error.link-none", null);
		assertThat(server.get(INVITATIONS + "/" + uuid).expect(200).at("/version")).isEqualTo("0");
	}

	@Test
	void transition_shouldTellItsNewVersion_andLeaveATrace() {
		String uuid = server.post(INVITATIONS, Map.of("survey", survey, "patient", patient)).expect(201).at("/uuid");
		String transitions = INVITATIONS + "/" + uuid + "/transition";
		assertThat(server.post(transitions, Map.of("to", "HANDED_OVER", "version", 0)).expect(201).at("/version"))
			.isEqualTo("1");
		server.post(transitions, Map.of("to", "DECLINED", "version", 0)).expectError(409,
			"retention.survey.error.stale-version", "version");
		server.post(transitions, Map.of("to", "ANSWERED", "version", 1)).expectError(400,
			"retention.survey.error.transition-not-by-hand", "to");
		server.post(transitions, Map.of("to", "DECLINED", "version", 1, "reason", "no time")).expect(201);
		assertThat(server.get(transitions).expect(200).body().get("results")).hasSize(3);
		assertThat(server.get("retention/surveyfigure?v=default&survey=" + survey).expect(200).at("/results/0/declined"))
			.isEqualTo("1");
	}

	@Test
	void create_shouldSayWhatIsWrong() {
		server.post(INVITATIONS, Map.of("survey", UUID.randomUUID().toString(), "patient", patient)).expectError(400,
			"retention.survey.error.unknown-reference", "survey");
		server.post(INVITATIONS, Map.of("survey", survey, "patient", "x")).expectError(400,
			"retention.survey.error.unknown-reference", "patient");
		server.post(INVITATIONS, Map.of("survey", survey)).expectError(400, "retention.web.error.missing", "patient");
		server.post(INVITATIONS, Map.of("survey", survey, "patient", patient, "channel", "PIGEON")).expectError(400,
			"retention.web.error.unknown-value", "channel");
		server.post(INVITATIONS, Map.of("survey", survey, "patient", patient, "status", "ANSWERED")).expectError(400,
			"retention.web.error.unknown-property", "status");
		server.post(INVITATIONS, Map.of("survey", survey, "patient", patient)).expect(201);
		String other = server.post("retention/survey", SurveyResourceIT.definition()).expect(201).at("/uuid");
		server.post(INVITATIONS, Map.of("survey", other, "patient", patient)).expectError(409,
			"retention.survey.error.cool-down", "patient");
		server.get(INVITATIONS + "?survey=" + UUID.randomUUID()).expect(400);
	}

	@Test
	void service_shouldAskForItsPrivileges() {
		RestServer reader = clinic.userWith("Get Retention Survey Invitations");
		reader.get(INVITATIONS).expect(200);
		reader.post(INVITATIONS, Map.of("survey", survey, "patient", patient)).expect(403);
		clinic.userWith("Get Retention Surveys").get(INVITATIONS).expect(403);
	}
}
