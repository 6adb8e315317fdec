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

class SurveyResultResourceIT {

	private static final String RESULTS = "retention/surveyresult?survey=";

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	private String survey;

	@BeforeEach
	void anAnsweredSurvey() {
		survey = server.post("retention/survey", SurveyResourceIT.definition()).expect(201).at("/uuid");
		for (int score : new int[]{ 10, 9, 3 }) {
			String invitation = server
				.post("retention/surveyinvitation", Map.of("survey", survey, "patient", clinic.patient())).expect(201)
				.at("/uuid");
			server.post("retention/surveyresponse", Map.of("invitation", invitation, "mode", score == 3 ? "KIOSK" : "PAPER",
				"answers", Map.of("recommend", score, "better", "Less waiting"))).expect(201);
		}
	}

	@Test
	void list_shouldTellScoreIntervalAndDistribution_byHowItWasAnswered() {
		RestServer.Answer found = clinic.userWith("Get Retention Survey Results", "Get Retention Surveys")
			.get(RESULTS + survey + "&v=default").expect(200);
		JsonNode rows = found.body().get("results");
		assertThat(rows).hasSize(2);
		assertThat(found.at("/results/0/mode")).isEqualTo("PAPER");
		assertThat(found.at("/results/0/responses")).isEqualTo("2");
		JsonNode nps = rows.at("/0/questions/0");
		assertThat(nps.at("/question").asText()).isEqualTo("recommend");
		assertThat(nps.at("/nps/value").asDouble()).isEqualTo(100);
		assertThat(nps.at("/nps/low").asDouble()).isLessThan(100);
		assertThat(nps.at("/counts")).hasSize(11);
		assertThat(found.at("/results/1/questions/0/nps/value")).isEqualTo("-100.0");
		assertThat(found.at("/responseRate/count")).isEqualTo("3");
		assertThat(found.at("/responseRate/of")).isEqualTo("3");
		assertThat(found.text()).as("no word of a patient").doesNotContain("Less waiting");
		JsonNode byPlace = server.get(RESULTS + survey + "&by=location&v=full").expect(200).body();
		assertThat(byPlace.at("/results/0/location").isMissingNode()).isFalse();
		assertThat(server.get(RESULTS + survey + "&by=month&mode=kiosk&v=default").expect(200).at("/results/0/period"))
			.matches(
				"\\d{4}-\\d{2}");
		assertThat(server.get(RESULTS + survey + "&limit=1&totalCount=true").expect(200).at("/totalCount")).isEqualTo("2");
	}

	@Test
	void list_shouldShowNothingOfFew_whereTheyAreNotIdentified() {
		Map<String, Object> definition = new HashMap<>(SurveyResourceIT.definition());
		definition.put("uuid", UUID.randomUUID().toString());
		definition.put("privacy", "ANONYMOUS");
		definition.remove("recovery");
		String anonymous = server.post("retention/survey", definition).expect(201).at("/uuid");
		server.post("retention/surveyresponse",
			Map.of("survey", anonymous, "mode", "PAPER", "answers", Map.of("recommend", 4))).expect(201);
		assertThat(server.get(RESULTS + anonymous).expect(200).body().get("results")).isEmpty();
	}

	@Test
	void list_shouldRefuseWhatItDoesNotUnderstand() {
		server.get("retention/surveyresult").expectError(400, "retention.web.error.missing", "survey");
		server.get(RESULTS + UUID.randomUUID()).expectError(400, "retention.web.error.unknown-reference", "survey");
		server.get(RESULTS + survey + "&by=colour").expectError(400, "retention.web.error.unknown-value", "by");
		server.get(RESULTS + survey + "&mode=owl").expectError(400, "retention.web.error.unknown-value", "mode");
		server.get(RESULTS + survey + "&from=soon").expect(400);
		server.get(RESULTS + survey + "&from=2026-02-01&to=2026-01-01").expectError(400,
			"retention.survey.error.period-crossed", "from");
		server.get(RESULTS + survey + "&version=9").expectError(400, "retention.survey.error.version-unknown", "version");
		server.get(RESULTS + survey + "&version=x").expectError(400, "retention.web.error.wrong-type", "version");
		for (String reference : new String[]{ "location", "provider", "encounterType" }) {
			server.get(RESULTS + survey + "&" + reference + "=" + UUID.randomUUID()).expectError(400,
				"retention.web.error.unknown-reference", reference);
		}
		server.get(RESULTS + survey + "&colour=red").expect(400);
	}

	@Test
	void list_shouldAskForItsPrivilege() {
		clinic.userWith("Get Retention Survey Responses", "Get Retention Surveys").get(RESULTS + survey).expect(403);
		clinic.staff("Retention: Front Desk").get(RESULTS + survey).expect(403);
		clinic.staff("Retention: Clinician").get(RESULTS + survey + "&v=default").expect(200);
		clinic.staff("Retention: Manager").get(RESULTS + survey + "&v=default").expect(200);
	}

	@Test
	void export_shouldBeAFile_andNoted() {
		RestServer manager = clinic.staff("Retention: Manager");
		RestServer.Answer file = manager.post("retention/surveyexport", Map.of("survey", survey, "mode", "PAPER"))
			.expect(200);
		assertThat(file.header("Content-Type")).startsWith("text/csv").containsIgnoringCase("utf-8");
		assertThat(file.header("Content-Disposition")).startsWith("attachment; filename=\"survey-");
		String[] lines = file.text().split("\r\n");
		assertThat(lines).hasSize(3);
		assertThat(lines[0]).startsWith("\uFEFFansweredOn,version,mode").endsWith("recommend,better");
		assertThat(lines[1]).endsWith(",Less waiting");
		RestServer.Answer noted = manager.get("retention/surveyexport?limit=1&v=default").expect(200);
		assertThat(noted.at("/results/0/rowCount")).isEqualTo("2");
		assertThat(noted.at("/results/0/filters/mode")).isEqualTo("PAPER");
		assertThat(noted.at("/results/0/exportedBy/uuid")).isEqualTo(Clinic.uuidOf(manager));
		assertThat(noted.at("/results/0/survey/uuid")).isEqualTo(survey);
		manager.get("retention/surveyexport/" + noted.at("/results/0/uuid")).expect(200);
		String without = clinic.userWith("Export Retention Survey Responses", "Get Retention Surveys")
			.post("retention/surveyexport", Map.of("survey", survey)).expect(200).text();
		assertThat(without).as("neither comments nor patients").doesNotContain("Less waiting").doesNotContain("patient");
	}

	@Test
	void export_shouldBeRefused_withoutPrivilegeOrSense() {
		clinic.staff("Retention: Clinician").post("retention/surveyexport", Map.of("survey", survey)).expect(403);
		clinic.staff("Retention: Clinician").get("retention/surveyexport").expect(403);
		server.post("retention/surveyexport", Map.of()).expectError(400, "retention.web.error.missing", "survey");
		server.post("retention/surveyexport", Map.of("survey", UUID.randomUUID().toString())).expectError(400,
			"retention.web.error.unknown-reference", "survey");
		server.post("retention/surveyexport", Map.of("survey", survey, "version", 7)).expectError(400,
			"retention.survey.error.version-unknown", "version");
		server.post("retention/surveyexport", Map.of("survey", survey, "colour", "red")).expectError(400,
			"retention.web.error.unknown-property", "colour");
		server.get("retention/surveyexport/" + UUID.randomUUID()).expect(404);
	}

	@Test
	void drivers_shouldCompareByConfirmedThemes_forWhoMaySeeBoth() {
		String comment = server.get("retention/comment?questionnaire=" + survey + "&v=default").expect(200)
			.at("/results/0/uuid");
		String theme = server.post("retention/theme", Map.of("name", Map.of("en", Clinic.unique("Waiting")))).expect(201)
			.at("/uuid");
		server.post("retention/comment/" + comment + "/theme", Map.of("action", "ASSIGN", "theme", theme)).expect(201);
		RestServer.Answer rows = clinic.staff("Retention: Manager").get("retention/surveydriver?v=default&survey=" + survey)
			.expect(200);
		assertThat(rows.body().get("results")).hasSize(1);
		assertThat(rows.at("/results/0/theme/uuid")).isEqualTo(theme);
		assertThat(rows.at("/results/0/score/with/answered")).isEqualTo("1");
		assertThat(rows.at("/results/0/returned/with/of")).isEqualTo("0");
		clinic.userWith("Get Retention Survey Results", "Get Retention Surveys")
			.get("retention/surveydriver?survey=" + survey)
			.expect(403);
		server.get("retention/surveydriver").expectError(400, "retention.web.error.missing", "survey");
		server.get("retention/surveydriver?survey=" + survey + "&by=month").expect(400);
	}
}
