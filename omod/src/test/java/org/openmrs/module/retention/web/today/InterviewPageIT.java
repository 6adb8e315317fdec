/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.today;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.web.Clinic;
import org.openmrs.module.retention.web.RestServer;
import org.openmrs.module.retention.web.page.PageReader;

/** A survey that is asked in a call, on the call's page and over REST. */
class InterviewPageIT {

	private static final String HOSTILE = "<script>alert(1)</script>\"'";

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	private final PageReader nurse = clinic.pagesOf("Retention: Nurse");

	private final String patient = clinic.patient();

	private final String task = clinic.task(patient);

	private final String survey = server.post("retention/survey", survey()).expect(201).at("/uuid");

	private final String invitation = clinic.invitationOf(task, survey, patient);

	private String field(String question) {
		return "survey." + task + "." + question;
	}

	@Test
	void page_shouldAskTheSurvey_andStoreItWithTheCall() {
		PageReader.Answer call = nurse.get("/call/" + patient);
		assertThat(call.page()).contains("name=\"" + field("recommend") + "\" value=\"10\"", "name=\"surveyed\"",
			"data-shown-by=\"" + field("recommend") + "\" data-shown-for=\"0 1 2 3 4 5 6\"");
		PageReader.Answer done = nurse.post("/call/" + patient, "task", task, "outcome", "DONE", "spokeWith", "PATIENT",
			"surveyed", task, field("recommend"), "3", field("better"), HOSTILE, field("call-me"), "no");
		assertThat(done.page()).contains("notice done").doesNotContain("<script>alert");
		assertThat(status()).isEqualTo("ANSWERED");
		RestServer.Answer stored = server.get("retention/surveyresponse?survey=" + survey + "&v=default").expect(200);
		assertThat(stored.at("/results/0/mode")).isEqualTo("INTERVIEW_OTHER");
		assertThat(server.get("retention/surveyresponse/" + stored.at("/results/0/uuid")).at("/comments/0/text"))
			.isEqualTo(HOSTILE);
		assertThat(server.get("retention/followuptask/" + task).at("/status")).isEqualTo("COMPLETED");
		assertThat(server.get("retention/contactattempt?patient=" + patient + "&v=full").text())
			.contains("\"surveysAnswered\":[\"" + task + "\"]");

		nurse.post("/" + done.find("action=\"[^\"]*/(attempt/[^\"]+/undo)\"").get(0));
		assertThat(responses()).isEmpty();
		assertThat(status()).isEqualTo("STARTED");
		assertThat(server.get("retention/followuptask/" + task).at("/status")).isEqualTo("OPEN");
		assertThat(nurse.get("/call/" + patient).page()).contains(field("recommend"));
	}

	@Test
	void page_shouldSayWhatIsMissing_keepWhatWasTyped_andRecordNothing() {
		nurse.post("/language", "language", "en", "next", "today");
		nurse.get("/call/" + patient);
		PageReader.Answer refused = nurse.post("/call/" + patient, "task", task, "outcome", "DONE", "surveyed", task,
			field("better"), "Light " + HOSTILE);
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.find("role=\"alert\"[^>]*>([^<]*)<").get(0)).contains("Would you recommend us?");
		assertThat(refused.page()).contains("Light &lt;script&gt;").doesNotContain("<script>alert");
		assertThat(server.get("retention/contactattempt?patient=" + patient).body().get("results")).isEmpty();
		assertThat(status()).isEqualTo("CREATED");
		nurse.post("/call/" + patient, "task", task, "outcome", "DONE", field("better"), "not to be kept");
		assertThat(responses()).isEmpty();
		assertThat(server.get("retention/followuptask/" + task).at("/status")).isEqualTo("COMPLETED");
	}

	@Test
	void page_shouldKeepNoAnswers_whenTheConversationIsStillToCome() {
		nurse.get("/call/" + patient);
		assertThat(nurse.post("/call/" + patient, "task", task, "outcome", "CALL_BACK", "callBackDay",
			LocalDate.now().plusDays(1).toString(), "callBackFrom", "12:00", "surveyed", task, field("recommend"), "3")
			.page())
			.contains("notice done");
		assertThat(responses()).isEmpty();
	}

	@Test
	void rest_shouldTakeTheAnswersWithTheContact_orNeither() {
		Map<String, Object> wrong = attempt(Map.of("recommend", 11));
		server.post("retention/contactattempt", wrong).expectError(400, "retention.question.error.answer-out-of-range",
			"surveyAnswers.recommend");
		assertThat(server.get("retention/contactattempt?patient=" + patient).body().get("results")).isEmpty();
		RestServer caller = clinic.userWith("Manage Retention Contacts", "Get Retention Contacts", "Get Patients",
			"Get Retention Follow-ups");
		assertThat(caller.post("retention/contactattempt", attempt(Map.of("recommend", 8))).status()).isEqualTo(403);
		assertThat(server.get("retention/contactattempt?patient=" + patient).body().get("results")).isEmpty();
		RestServer nurses = clinic.staff("Retention: Nurse");
		assertThat(nurses.post("retention/worklist/" + patient + "/open", Map.of()).expect(201)
			.at("/script/parts/0/survey/script/questions/0/key")).isEqualTo("recommend");
		Map<String, Object> right = attempt(Map.of("recommend", 8));
		nurses.post("retention/contactattempt", right).expect(201);
		nurses.post("retention/contactattempt", right).expect(201);
		assertThat(responses()).hasSize(1);
		server.post("retention/followuptask/" + clinic.task(clinic.patient()) + "/attempt",
			Map.of("result", "SPOKE", "disposition", "DONE", "surveyAnswers", Map.of("recommend", 1)))
			.expectError(409, "retention.survey.error.invitation-over", "surveyAnswers");
	}

	private final String attemptUuid = UUID.randomUUID().toString();

	private Map<String, Object> attempt(Map<String, Object> answers) {
		return Map.of("uuid", attemptUuid, "tasks", List.of(task), "result", "SPOKE", "disposition", "DONE",
			"surveyAnswers", answers);
	}

	private Iterable<?> responses() {
		return server.get("retention/surveyresponse?survey=" + survey).expect(200).body().get("results");
	}

	private String status() {
		return server.get("retention/surveyinvitation/" + invitation).expect(200).at("/status");
	}

	private static Map<String, Object> survey() {
		return Map.of("uuid", UUID.randomUUID().toString(), "name", Clinic.unique("After a visit"), "introduction",
			Map.of("en", "How was it?"), "thanks", Map.of("en", "Thank you"), "questions",
			List.of(
				Map.of("key", "recommend", "type", "NPS", "required", true, "text", Map.of("en", "Would you recommend us?")),
				Map.of("key", "better", "type", "TEXT", "text", Map.of("en", "What could be better?")),
				Map.of("key", "call-me", "type", "YES_NO", "text", Map.of("en", "Shall we call?"), "showIf",
					Map.of("question", "recommend", "atMost", 6))));
	}
}
