/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.retention.web.page.PageReader;

/** What is stored, or typed and refused, never comes back as markup, wherever the supervisor's pages and the sheet show it. */
class HostileTextPageIT {

	private static final String HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	private final PageReader manager = clinic.pagesOf("Retention: Manager");

	private static void harmless(PageReader.Answer page) {
		assertThat(page.status()).as(page.page()).isIn(200, 400, 409);
		assertThat(page.page()).contains("&lt;script&gt;").doesNotContain("<script>alert").doesNotContain("<img");
	}

	@Test
	void leave_shouldBeText() {
		String user = Clinic.uuidOf(clinic.staff("Retention: Nurse"));
		manager.get("/supervisor");
		LocalDate day = LocalDate.now().plusDays(3);
		PageReader.Answer page = manager.post("/supervisor/absence", "user", user, "deputy", user, "firstDay",
			day.toString(),
			"lastDay", day.toString(), "reason", HOSTILE);
		harmless(page);
	}

	@Test
	void resolution_shouldBeText_whereTheEscalationWasAndIsRefused() {
		String patient = clinic.patient();
		String task = clinic.task(patient);
		server.post("retention/contactattempt", Map.of("tasks", List.of(task), "result", "SPOKE", "disposition", "DONE",
			"escalate", Map.of("kind", "SERVICE", "severity", "URGENT", "reason", HOSTILE))).expect(201);
		RestServer.Answer raised = server.get("retention/escalation?v=full&patient=" + patient).expect(200);
		String close = "/escalations/" + raised.at("/results/0/uuid") + "/close";
		harmless(manager.get("/escalations"));
		harmless(manager.get("/supervisor"));
		PageReader.Answer refused = manager.post(close, "version", "x", "resolution", HOSTILE);
		assertThat(refused.status()).isEqualTo(400);
		harmless(refused);
		harmless(manager.post(close, "version", "77", "resolution", HOSTILE + "."));
	}

	@Test
	void review_shouldBeText_storedAndRefused() {
		RestServer nurse = clinic.staff("Retention: Nurse");
		String task = clinic.task(clinic.patient());
		nurse.post("retention/contactattempt",
			Map.of("tasks", List.of(task), "result", "SPOKE", "disposition", "DONE", "note",
				HOSTILE, "toldNext", HOSTILE, "overrideReason", HOSTILE))
			.expect(201);
		manager.get("/quality");
		PageReader.Answer sample = manager.post("/quality", "firstDay", LocalDate.now().minusDays(1).toString(), "lastDay",
			LocalDate.now().plusDays(1).toString(), "each", "1", "caller", Clinic.uuidOf(nurse));
		harmless(sample);
		List<String> fields = new ArrayList<>(List.of("contact", sample.find("name=\"contact\" value=\"([^\"]+)\"").get(0),
			"note", HOSTILE));
		PageReader.Answer refused = manager.post(sample.address() + "/review", fields.toArray(new String[0]));
		assertThat(refused.status()).isEqualTo(400);
		harmless(refused);
		assertThat(refused.find("<input id=\"note0\" name=\"note\" value=\"([^\"]*)\"").get(0)).startsWith("&lt;script&gt;");
		for (String mark : sample.find("name=\"(mark\\.[a-z-]+)\"")) {
			fields.addAll(List.of(mark, "MET"));
		}
		PageReader.Answer reviewed = manager.post(sample.address() + "/review", fields.toArray(new String[0]));
		assertThat(reviewed.page()).contains("notice done");
		harmless(reviewed);
		harmless(manager.post("/quality", "firstDay", HOSTILE, "lastDay", HOSTILE, "each", HOSTILE));
	}

	@ParameterizedTest
	@ValueSource(strings = { "row", "try", "box", "time", "by", "number", "day", "from", "until", "answers", "note" })
	void sheetLine_shouldBeText_inEachField(String field) {
		manager.get("/paper/entry");
		List<String> fields = new ArrayList<>(List.of(field + ".0", HOSTILE));
		if (!field.equals("row")) {
			fields.addAll(List.of("row.0", "NO-SUCH"));
		}
		if (!field.equals("box")) {
			fields.addAll(List.of("box.0", "1"));
		}
		PageReader.Answer refused = manager.post("/paper/entry", fields.toArray(new String[0]));
		assertThat(refused.page()).contains("notice problem");
		harmless(refused);
	}

	@Test
	void comment_shouldBeText_withItsThemes_storedAndRefused() {
		String survey = server.post("retention/survey", Map.of("name", HOSTILE, "uuid", UUID.randomUUID().toString(),
			"introduction", Map.of("en", "Hello"), "thanks", Map.of("en", "Thanks"), "questions", List.of(
				Map.of("key", "better", "type", "TEXT", "textKind", "COULD_BE_BETTER", "text", Map.of("en", "Better?")))))
			.expect(201).at("/uuid");
		String invitation = server
			.post("retention/surveyinvitation", Map.of("survey", survey, "patient", clinic.patient())).expect(201)
			.at("/uuid");
		server.post("retention/surveyresponse",
			Map.of("invitation", invitation, "mode", "INTERVIEW_OTHER", "answers", Map.of("better", HOSTILE))).expect(201);
		String theme = server.post("retention/theme", Map.of("name", Map.of("en", HOSTILE))).expect(201).at("/uuid");
		harmless(manager.get("/comments?show=all"));
		harmless(manager.get("/comments?show=all&ofTheme=" + theme));
		harmless(manager.get("/comments/themes"));
		PageReader.Answer refused = manager.post("/comments/give", "newTheme", HOSTILE, "naming", "yes", "contains",
			HOSTILE);
		assertThat(refused.status()).isEqualTo(400);
		harmless(refused);
		assertThat(manager.get("/comments?show=none").status()).isEqualTo(400);
		assertThat(manager.get("/comments?start=-1").status()).isEqualTo(400);
		assertThat(manager.get("/comments?ofTheme=x").status()).isEqualTo(400);
	}

	@Test
	void measure_shouldBeText_storedPrintedAndRefused() {
		String theme = server.post("retention/theme", Map.of("name", Map.of("en", HOSTILE))).expect(201).at("/uuid");
		manager.get("/comments/measures");
		PageReader.Answer recorded = manager.post("/comments/measures", "theme", theme, "inLanguage", "en", "said", HOSTILE,
			"did", HOSTILE);
		harmless(recorded);
		harmless(manager.get("/comments/measures"));
		harmless(manager.post(recorded.address() + "/transition", "to", "DONE", "version", "x", "day", HOSTILE));
		manager.post(recorded.address() + "/transition", "to", "DONE", "version", "0");
		harmless(manager.get("/comments/measures/notice"));
		harmless(manager.post(recorded.address() + "/transition", "to", "WITHDRAWN", "version", "1", "reason", HOSTILE));
		harmless(manager.post("/comments/measures", "theme", HOSTILE, "inLanguage", HOSTILE, "did", HOSTILE, "otherSaid",
			HOSTILE, "raisedFrom", HOSTILE));
	}

	@Test
	void survey_shouldBeText_whereOneInvitesToIt_handsItOverAndPutsItOnADevice() {
		String place = server.post("location", Map.of("name", Clinic.unique(HOSTILE), "description", "test")).expect(201)
			.at("/uuid");
		String survey = survey("IDENTIFIED");
		String patient = clinic.patient();
		harmless(manager.get("/invitation?patient=" + patient));
		PageReader.Answer invited = manager.post("/invitation", "patient", patient, "survey", survey);
		harmless(invited);
		harmless(manager.get("/" + invited.address().replaceFirst("^/", "") + "/slip"));
		harmless(manager.get("/" + invited.address().replaceFirst("^/", "") + "/paper"));
		harmless(manager.get("/invitation"));
		String anonymous = survey("ANONYMOUS");
		harmless(manager.get("/kiosk"));
		harmless(manager.post("/kiosk", "survey", anonymous, "location", place, "days", "1"));
		harmless(manager.get("/kiosk/cards/" + anonymous));
		manager.get("/kiosk");
		PageReader.Answer refused = manager.post("/kiosk", "survey", HOSTILE, "location", HOSTILE, "days", HOSTILE);
		assertThat(refused.status()).isEqualTo(400);
		harmless(refused);
	}

	private String survey(String privacy) {
		return server.post("retention/survey", Map.of("name", Clinic.unique(HOSTILE), "uuid", UUID.randomUUID().toString(),
			"privacy", privacy, "introduction", Map.of("en", HOSTILE), "thanks", Map.of("en", HOSTILE), "questions", List.of(
				Map.of("key", "better", "type", "TEXT", "textKind", "COULD_BE_BETTER", "text", Map.of("en", HOSTILE)))))
			.expect(201).at("/uuid");
	}

	@Test
	void search_shouldBeText() {
		manager.get("/patient");
		harmless(manager.post("/patient", "q", HOSTILE));
		manager.get("/today");
		PageReader.Answer ringing = manager.post("/ringing", "number", HOSTILE);
		assertThat(ringing.page()).doesNotContain("<script>alert").doesNotContain("<img");
	}

	@Test
	void place_shouldBeText_whereListsAreNarrowedByIt() {
		server.post("location", Map.of("name", Clinic.unique(HOSTILE), "description", "test")).expect(201);
		for (String page : List.of("/today", "/paper", "/supervisor", "/outcomes")) {
			harmless(manager.get(page));
		}
	}
}
