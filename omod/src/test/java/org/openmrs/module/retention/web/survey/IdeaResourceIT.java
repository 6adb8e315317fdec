/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.web.Clinic;
import org.openmrs.module.retention.web.RestServer;
import org.openmrs.module.retention.web.page.PageReader;

class IdeaResourceIT {

	private static final String HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	@Test
	void idea_shouldBeNotedAskedCountedAndDecided() {
		RestServer desk = clinic.staff("Retention: Front Desk");
		RestServer manager = clinic.staff("Retention: Manager");
		String patient = clinic.patient();
		String idea = desk.post("retention/idea", Map.of("question", "Open on Saturdays?", "wanted", 2)).expect(201)
			.at("/uuid");
		desk.post("retention/idea/" + idea + "/answer", Map.of("opinion", "AGREE")).expectError(409,
			"retention.survey.error.idea-not-asked", "idea");
		desk.post("retention/idea/" + idea + "/transition", Map.of("to", "ASKING", "version", 0)).expect(403);
		manager.post("retention/idea/" + idea + "/transition", Map.of("to", "ASKING", "version", 0)).expect(201);
		assertThat(desk.get("retention/idea?v=default&toAsk=" + patient).expect(200).text()).contains(idea);
		assertThat(
			desk.post("retention/idea/" + idea + "/answer", Map.of("opinion", "AGREE", "patient", patient)).expect(201)
				.at("/opinions/AGREE"))
			.isEqualTo("1");
		desk.post("retention/idea/" + idea + "/answer", Map.of("opinion", "AGREE", "patient", patient)).expectError(409,
			"retention.survey.error.idea-answered", "patient");
		assertThat(desk.get("retention/idea?toAsk=" + patient).expect(200).text()).doesNotContain(idea);
		manager.post("retention/idea/" + idea + "/transition", Map.of("to", "ADOPTED", "version", 1, "reason", "March"))
			.expect(201);
		RestServer.Answer read = desk.get("retention/idea/" + idea).expect(200);
		assertThat(read.at("/status")).isEqualTo("ADOPTED");
		assertThat(read.at("/enough")).isEqualTo("false");
		assertThat(desk.get("retention/idea/" + idea + "/transition").expect(200).body().get("results")).hasSize(2);
		assertThat(desk.get("retention/idea?status=adopted&limit=100").expect(200).text()).contains(idea);
	}

	@Test
	void idea_shouldRefuseWhatItDoesNotUnderstand() {
		String idea = server.post("retention/idea", Map.of("question", "Tea?")).expect(201).at("/uuid");
		server.post("retention/idea", Map.of()).expectError(400, "retention.web.error.missing", "question");
		server.post("retention/idea", Map.of("question", "x", "wanted", 5000)).expectError(400,
			"retention.survey.error.wanted-out-of-range", "wanted");
		server.post("retention/idea", Map.of("question", "x", "comment", UUID.randomUUID().toString())).expectError(400,
			"retention.survey.error.unknown-reference", "comment");
		server.post("retention/idea/" + idea + "/transition", Map.of("to", "GONE", "version", 0)).expect(400);
		server.post("retention/idea/" + idea + "/transition", Map.of("to", "ASKING")).expectError(400,
			"retention.web.error.missing", "version");
		server.post("retention/idea/" + idea + "/transition", Map.of("to", "ASKING", "version", 3)).expectError(409,
			"retention.survey.error.stale-version", "version");
		server.post("retention/idea/" + idea + "/answer", Map.of()).expectError(400, "retention.web.error.missing",
			"opinion");
		server.get("retention/idea?status=owl").expectError(400, "retention.web.error.unknown-value", "status");
		server.get("retention/idea?status=ASKING&toAsk=" + clinic.patient()).expectError(400,
			"retention.web.error.not-together", "status");
		server.get("retention/idea?toAsk=" + UUID.randomUUID()).expectError(400, "retention.web.error.unknown-reference",
			"patient");
		server.get("retention/idea/" + UUID.randomUUID()).expect(404);
	}

	@Test
	void comment_shouldBeNamedByWhoMayReadComments() {
		clinic.staff("Retention: Front Desk").post("retention/idea", Map.of("question", "Tea?", "comment", UUID.randomUUID()
			.toString())).expect(403);
	}

	@Test
	void page_shouldNoteAskAndCount_andShowTextAsText() {
		PageReader manager = clinic.pagesOf("Retention: Manager");
		manager.get("/surveys/ideas");
		String question = Clinic.unique(HOSTILE);
		PageReader.Answer noted = manager.post("/surveys/ideas", "question", question, "wanted", "2");
		assertThat(noted.page()).contains("notice done", "&lt;script&gt;").doesNotContain("<script>alert")
			.doesNotContain("<img");
		String idea = noted.find("/surveys/ideas/([^/]+)/transition").get(0);
		manager.post("/surveys/ideas/" + idea + "/transition", "to", "ASKING", "version", "0");
		String patient = clinic.patient();
		PageReader nurse = clinic.pagesOf("Retention: Nurse");
		PageReader.Answer asked = nurse.get("/patient/" + patient);
		assertThat(asked.page()).contains("&lt;script&gt;", "Ideas of others to ask about").doesNotContain("<script>alert");
		PageReader.Answer counted = nurse.post("/surveys/ideas/" + idea + "/answer", "patient", patient, "opinion", "AGREE",
			"next", "patient/" + patient);
		assertThat(counted.page()).contains("notice done").doesNotContain("/surveys/ideas/" + idea + "/answer");
		assertThat(nurse.get("/surveys/ideas").page()).contains("1 of 2 asked").doesNotContain("/transition");
		assertThat(nurse.post("/surveys/ideas/" + idea + "/transition", "to", "DROPPED", "version", "1", "reason", "x")
			.status()).isEqualTo(403);
		PageReader.Answer refused = manager.post("/surveys/ideas", "question", " ", "wanted", "2");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.find("(role=\"alert\")")).hasSize(1);
		manager.get("/surveys/ideas");
		assertThat(manager.post("/surveys/ideas/" + idea + "/transition", "to", "DROPPED", "version", "9", "reason", "No")
			.status()).isEqualTo(409);
		server.post("retention/idea/" + idea + "/transition", Map.of("to", "DROPPED", "version", 1, "reason", "test"))
			.expect(201);
	}
}
