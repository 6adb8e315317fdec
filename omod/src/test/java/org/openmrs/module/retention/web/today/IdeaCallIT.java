/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.today;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.web.Clinic;
import org.openmrs.module.retention.web.RestServer;
import org.openmrs.module.retention.web.page.PageReader;

/** Ideas of others in a call: asked in its form, counted and taken back with it. */
class IdeaCallIT {

	private static final String HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	private final PageReader nurse = clinic.pagesOf("Retention: Nurse");

	private final String patient = clinic.patient();

	private final String task = clinic.task(patient);

	private final String idea = server.post("retention/idea", Map.of("question", Clinic.unique(HOSTILE), "wanted", 5))
		.expect(201).at("/uuid");

	private final String field = "ideas." + idea;

	private final String version = ask();

	private String ask() {
		return server.post("retention/idea/" + idea + "/transition", Map.of("to", "ASKING", "version", 0)).expect(201)
			.at("/version");
	}

	@AfterEach
	void askNobodyElse() {
		server.post("retention/idea/" + idea + "/transition",
			Map.of("to", "DROPPED", "version", Integer.valueOf(version), "reason", "test"));
	}

	@Test
	void page_shouldAskInTheCallsForm_countWithTheCall_andForgetWithIt() {
		PageReader.Answer call = nurse.get("/call/" + patient);
		assertThat(call.page()).contains("name=\"" + field + "\" value=\"AGREE\">", "name=\"" + field + "\" value=\"\">")
			.contains("&lt;script&gt;").doesNotContain("<script>alert").doesNotContain("/answer\"");
		PageReader.Answer done = nurse.post("/call/" + patient, "task", task, "outcome", "DONE", "spokeWith", "PATIENT",
			field, "AGREE");
		assertThat(done.page()).contains("notice done");
		assertThat(counted("AGREE")).isEqualTo("1");
		PageReader.Answer again = nurse.post("/" + done.find("action=\"[^\"]*/(attempt/[^\"]+/undo)\"").get(0));
		assertThat(counted("AGREE")).isEqualTo("0");
		assertThat(again.page()).contains("name=\"" + field + "\" value=\"AGREE\" checked>");
	}

	@Test
	void page_shouldCountNothing_whereNobodyWasSpokenWithOrAsked() {
		nurse.get("/call/" + patient);
		assertThat(nurse.post("/call/" + patient, "task", task, "outcome", "NO_ANSWER", field, "AGREE").page())
			.contains("notice done");
		assertThat(nurse.post("/call/" + patient, "task", task, "outcome", "DONE", field, "").page())
			.contains("notice done");
		assertThat(counted("AGREE")).isEqualTo("0");
	}

	@Test
	void page_shouldSayWhatIsWrong_keepWhatWasTyped_andRecordNothing() {
		nurse.post("/language", "language", "en", "next", "today");
		nurse.get("/call/" + patient);
		PageReader.Answer refused = nurse.post("/call/" + patient, "task", task, "outcome", "DONE", "note", "typed",
			field, "MAYBE");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.find("role=\"alert\"[^>]*>([^<]*)<").get(0)).contains("An opinion is one of", "&lt;script&gt;");
		assertThat(refused.page()).contains("typed").doesNotContain("<script>alert");
		PageReader.Answer other = nurse.post("/call/" + patient, "task", task, "outcome", "DONE", "spokeWith", "OTHER",
			field, "AGREE");
		assertThat(other.status()).isEqualTo(400);
		assertThat(contacts()).isEmpty();
		assertThat(counted("AGREE")).isEqualTo("0");
	}

	@Test
	void rest_shouldCountWithTheContact_orRecordNeither() {
		server.post("retention/contactattempt", attempt(Map.of(idea, "MAYBE"))).expectError(400,
			"retention.survey.error.unknown-opinion", field);
		server.post("retention/contactattempt", attempt(Map.of(idea, List.of()))).expectError(400,
			"retention.survey.error.unknown-opinion", field);
		server.post("retention/contactattempt", attempt(List.of(idea))).expectError(400, "retention.web.error.wrong-type",
			"ideas");
		String unknown = UUID.randomUUID().toString();
		server.post("retention/contactattempt", attempt(Map.of(unknown, "AGREE"))).expectError(400,
			"retention.survey.error.unknown-reference", "ideas." + unknown);
		RestServer caller = clinic.userWith("Manage Retention Contacts", "Get Retention Contacts", "Get Patients",
			"Get Retention Follow-ups");
		assertThat(caller.post("retention/contactattempt", attempt(Map.of(idea, "AGREE"))).status()).isEqualTo(403);
		assertThat(contacts()).isEmpty();
		server.post("retention/contactattempt", attempt(Map.of(idea, "DISAGREE"))).expect(201);
		assertThat(counted("DISAGREE")).isEqualTo("1");
		server.post("retention/contactattempt", attempt(Map.of(idea, "DISAGREE"))).expect(201);
		assertThat(counted("DISAGREE")).as("sent again").isEqualTo("1");
		server.post("retention/contactattempt", Map.of("patient", patient, "result", "SPOKE", "disposition", "DONE", "ideas",
			Map.of(idea, "AGREE"))).expectError(409, "retention.survey.error.idea-answered", field);
	}

	private final String attemptUuid = UUID.randomUUID().toString();

	private Map<String, Object> attempt(Object ideas) {
		return Map.of("uuid", attemptUuid, "tasks", List.of(task), "result", "SPOKE", "disposition", "DONE", "ideas", ideas);
	}

	private Iterable<?> contacts() {
		return server.get("retention/contactattempt?patient=" + patient).expect(200).body().get("results");
	}

	private String counted(String opinion) {
		return server.get("retention/idea/" + idea).expect(200).at("/opinions/" + opinion);
	}
}
