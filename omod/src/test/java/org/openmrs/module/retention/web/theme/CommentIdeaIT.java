/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.lang3.StringUtils;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.web.Clinic;
import org.openmrs.module.retention.web.RestServer;
import org.openmrs.module.retention.web.page.PageReader;

/** What a comment suggests becomes an idea on the page where it is read. */
class CommentIdeaIT {

	private static final String HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	private final String marker = Clinic.unique("Saturdays").replace(' ', '-');

	private final String comment = comment();

	private final PageReader manager = clinic.pagesOf("Retention: Manager");

	private String comment() {
		String survey = server.post("retention/survey", Map.of("name", Clinic.unique("Ideas"), "uuid",
			UUID.randomUUID().toString(), "introduction", Map.of("en", "Hello"), "thanks", Map.of("en", "Thanks"),
			"questions",
			List.of(Map.of("key", "better", "type", "TEXT", "textKind", "SUGGESTION", "text", Map.of("en", "Better?")))))
			.expect(201).at("/uuid");
		String invitation = server
			.post("retention/surveyinvitation", Map.of("survey", survey, "patient", clinic.patient())).expect(201)
			.at("/uuid");
		server.post("retention/surveyresponse",
			Map.of("invitation", invitation, "mode", "INTERVIEW_OTHER", "answers", Map.of("better", marker + HOSTILE)))
			.expect(201);
		return server.get("retention/comment?contains=" + marker).expect(200).at("/results/0/uuid");
	}

	@Test
	void page_shouldNoteWhatACommentSuggests_withTheCommentAsItsSource() {
		manager.post("/language", "language", "en", "next", "comments");
		PageReader.Answer page = manager.get("/comments?show=all&contains=" + marker);
		assertThat(page.page()).contains("id=\"question-" + comment + "\"").doesNotContain("<script>alert");
		String question = Clinic.unique("Would you come on Saturdays? " + HOSTILE);
		PageReader.Answer noted = manager.post("/comments/idea", "comment", comment, "question", question, "show", "all",
			"contains", marker);
		assertThat(noted.page()).contains("notice done").doesNotContain("<script>alert");
		RestServer.Answer ideas = server.get("retention/idea?v=full&limit=1").expect(200);
		assertThat(ideas.at("/results/0/question")).isEqualTo(question);
		assertThat(ideas.at("/results/0/comment")).isEqualTo(comment);
		assertThat(ideas.at("/results/0/status")).isEqualTo("NOTED");
	}

	@Test
	void page_shouldKeepWhatWasTyped_whenItIsRefused() {
		manager.get("/comments?show=all&contains=" + marker);
		String typed = StringUtils.repeat('x', 490) + HOSTILE;
		PageReader.Answer refused = manager.post("/comments/idea", "comment", comment, "question", typed, "show", "all",
			"contains", marker);
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.page()).contains("<details open>", StringUtils.repeat('x', 490) + "&lt;script&gt;")
			.doesNotContain("<script>alert");
		assertThat(manager
			.post("/comments/idea", "comment", UUID.randomUUID().toString(), "question", "x", "show", "all", "contains",
				marker)
			.status()).isEqualTo(400);
		assertThat(manager.post("/comments/idea", "comment", comment, "show", "all", "contains", marker).status())
			.isEqualTo(400);
	}

	@Test
	void page_shouldBeForWhoMayReadCommentsAndWriteAnswersDown() {
		PageReader desk = clinic.pagesOf("Retention: Front Desk");
		desk.get("/today");
		assertThat(desk.post("/comments/idea", "comment", comment, "question", "x").status()).isEqualTo(403);
	}
}
