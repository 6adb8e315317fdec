/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.retention.web.Clinic;
import org.openmrs.module.retention.web.RestServer;
import org.openmrs.module.retention.web.page.PageReader;

/** Surveys and their results, as pages show them. */
class SurveyPagesIT {

	private static final String HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	private final PageReader manager = clinic.pagesOf("Retention: Manager");

	@Test
	void results_shouldShowScoreIntervalAndEachAnswer_byHowItWasAnswered() {
		String survey = answered(SurveyResourceIT.definition(), 10, 9, 3, 8);
		PageReader.Answer page = manager.get("/surveys/results?survey=" + survey);
		assertThat(page.status()).as(page.page()).isEqualTo(200);
		assertThat(page.page()).contains("aria-current=\"page\">Surveys</a>", "4 of 4 who had the invitation (100 %)",
			"Paper",
			"4 answers", "NPS 25", "(95 %:");
		assertThat(page.find("<tr><th scope=\"row\">([0-9]+)</th><td class=\"number\">1</td><td class=\"number\">25</td>"))
			.containsExactly("3", "8", "9", "10");
		assertThat(page.page()).doesNotContain("Less waiting");
		for (String by : List.of("WEEK", "LOCATION", "PROVIDER", "ENCOUNTER_TYPE")) {
			PageReader.Answer apart = manager.get("/surveys/results?survey=" + survey + "&by=" + by);
			assertThat(apart.status()).as(apart.page()).isEqualTo(200);
			assertThat(apart.page()).contains("<option value=\"" + by + "\" selected>");
		}
		assertThat(manager.get("/surveys").page()).contains("/surveys/results?survey=" + survey);
	}

	@Test
	void results_shouldSayHowThemesGoWithTheScore_asAssociation() {
		String survey = answered(SurveyResourceIT.definition(), 2, 10);
		String comment = server.get("retention/comment?questionnaire=" + survey + "&v=default").expect(200)
			.at("/results/0/uuid");
		String theme = server.post("retention/theme", Map.of("name", Map.of("en", Clinic.unique(HOSTILE)))).expect(201)
			.at("/uuid");
		assertThat(manager.get("/surveys/results?survey=" + survey).page()).doesNotContain("Association, no cause");
		server.post("retention/comment/" + comment + "/theme", Map.of("action", "ASSIGN", "theme", theme)).expect(201);
		PageReader.Answer page = manager.get("/surveys/results?survey=" + survey);
		assertThat(page.status()).as(page.page()).isEqualTo(200);
		assertThat(page.page()).contains("Association, no cause", "&lt;script&gt;", "<td class=\"number\">0 / 0</td>")
			.doesNotContain("<script>alert").doesNotContain("<img");
	}

	/** Whose year is over has answered before the months that the page shows by itself. */
	@Test
	void results_shouldTellComingAgain_ofAnswersOlderThanTheMonthsShown() {
		String survey = answered(SurveyResourceIT.definition(), 2, 10);
		clinic.answeredOn(survey, LocalDate.now().minusMonths(18));
		String comment = server.get("retention/comment?questionnaire=" + survey + "&v=default").expect(200)
			.at("/results/0/uuid");
		String theme = server.post("retention/theme", Map.of("name", Map.of("en", Clinic.unique("Waiting")))).expect(201)
			.at("/uuid");
		server.post("retention/comment/" + comment + "/theme", Map.of("action", "ASSIGN", "theme", theme)).expect(201);
		PageReader.Answer page = manager.get("/surveys/results?survey=" + survey);
		assertThat(page.page()).contains("Nobody has answered then", "Association, no cause", "Of all answers",
			"<td class=\"number\">0 / 1</td>");
		String from = page.find("name=\"from\" value=\"([0-9-]+)\"").get(0);
		assertThat(manager.get("/surveys/results?by=WEEK&survey=" + survey + "&from=" + from).page())
			.as("sent along with another choice").contains("Of all answers");
		String later = LocalDate.parse(from).plusDays(1).toString();
		assertThat(manager.get("/surveys/results?survey=" + survey + "&from=" + later).page())
			.doesNotContain("Of all answers", "Association, no cause");
	}

	@Test
	void results_shouldTellNoComingAgain_ofWhoIsPromisedNotToBeShown() {
		Map<String, Object> definition = new HashMap<>(SurveyResourceIT.definition());
		definition.put("privacy", "CONFIDENTIAL");
		definition.remove("recovery");
		String survey = answered(definition, 1, 2, 3, 8, 9);
		clinic.answeredOn(survey, LocalDate.now().minusMonths(18));
		String comment = server.get("retention/comment?questionnaire=" + survey + "&v=default").expect(200)
			.at("/results/0/uuid");
		String theme = server.post("retention/theme", Map.of("name", Map.of("en", Clinic.unique("Waiting")))).expect(201)
			.at("/uuid");
		server.post("retention/comment/" + comment + "/theme", Map.of("action", "ASSIGN", "theme", theme)).expect(201);
		assertThat(manager.get("/surveys/results?survey=" + survey).page())
			.contains("Association, no cause", "Coming again is not told").doesNotContain("Came again with it");
	}

	@Test
	void export_shouldBeTheFileOfWhatIsShown_forWhoMayTakeIt() {
		String survey = answered(SurveyResourceIT.definition(), 10, 9);
		manager.get("/surveys/results?survey=" + survey);
		PageReader.Answer file = manager.post("/surveys/export", "survey", survey, "mode", "PAPER");
		assertThat(file.status()).as(file.page()).isEqualTo(200);
		assertThat(file.header("Content-Type")).startsWith("text/csv");
		assertThat(file.page().split("\r\n")).hasSize(3);
		PageReader treating = clinic.pagesOf("Retention: Clinician");
		assertThat(treating.get("/surveys/results?survey=" + survey).page()).doesNotContain("surveys/export");
		assertThat(treating.post("/surveys/export", "survey", survey).status()).isEqualTo(403);
		assertThat(manager.post("/surveys/export", "survey", "none").status()).isEqualTo(400);
	}

	@Test
	void results_shouldTellNothingOfFew() {
		Map<String, Object> definition = new HashMap<>(SurveyResourceIT.definition());
		definition.put("privacy", "CONFIDENTIAL");
		definition.remove("recovery");
		String survey = answered(definition, 10);
		PageReader.Answer page = manager.get("/surveys/results?survey=" + survey);
		assertThat(page.status()).as(page.page()).isEqualTo(200);
		assertThat(page.page()).contains("Fewer than five answers are withheld", "Nobody has answered then");
	}

	@ParameterizedTest
	@ValueSource(strings = { "survey=none", "from=yesterday", "to=2026-13-01", "location=none", "provider=none",
		"encounterType=none", "mode=OWL", "by=COLOUR", "from=2026-02-01&to=2026-01-01" })
	void filter_shouldBeRefused_whenItIsNone_andStay(String filter) {
		answered(SurveyResourceIT.definition());
		PageReader.Answer page = manager.get("/surveys/results?" + filter);
		assertThat(page.status()).as(page.page()).isEqualTo(400);
		assertThat(page.find("(role=\"alert\")")).hasSize(1);
		if (filter.startsWith("from=yes")) {
			assertThat(page.page()).contains("value=\"yesterday\"");
		}
	}

	@Test
	void pages_shouldBeForWhoMaySeeThem() {
		PageReader desk = clinic.pagesOf("Retention: Front Desk");
		assertThat(desk.get("/surveys").status()).isEqualTo(200);
		assertThat(desk.get("/surveys").page()).doesNotContain("surveys/results");
		assertThat(desk.get("/surveys/results").status()).isEqualTo(403);
		assertThat(clinic.pagesOf("Retention: Clinician").get("/surveys/results").status()).isEqualTo(200);
	}

	@Test
	void texts_shouldBeText() {
		Map<String, Object> definition = new HashMap<>(SurveyResourceIT.definition());
		definition.put("name", HOSTILE);
		List<Object> questions = new ArrayList<>((List<?>) definition.get("questions"));
		questions.add(Map.of("key", "why", "type", "CHOICE", "text", Map.of("en", HOSTILE), "options",
			List.of(Map.of("key", "a", "text", Map.of("en", HOSTILE)), Map.of("key", "b", "text", Map.of("en", "B")))));
		definition.put("questions", questions);
		String survey = server.post("retention/survey", definition).expect(201).at("/uuid");
		String invitation = server
			.post("retention/surveyinvitation", Map.of("survey", survey, "patient", clinic.patient())).expect(201)
			.at("/uuid");
		server.post("retention/surveyresponse", Map.of("invitation", invitation, "mode", "PAPER", "answers",
			Map.of("recommend", 4, "why", "a"))).expect(201);
		for (String address : List.of("/surveys", "/surveys/results?survey=" + survey,
			"/surveys/results?from=%3Cscript%3E")) {
			PageReader.Answer page = manager.get(address);
			assertThat(page.page()).contains("&lt;script&gt;").doesNotContain("<script>alert").doesNotContain("<img");
		}
	}

	private String answered(Map<String, Object> definition, int... scores) {
		Map<String, Object> own = new HashMap<>(definition);
		own.put("uuid", UUID.randomUUID().toString());
		String survey = server.post("retention/survey", own).expect(201).at("/uuid");
		for (int score : scores) {
			String invitation = server
				.post("retention/surveyinvitation", Map.of("survey", survey, "patient", clinic.patient())).expect(201)
				.at("/uuid");
			server.post("retention/surveyresponse", Map.of("invitation", invitation, "mode", "PAPER", "answers",
				Map.of("recommend", score, "better", "Less waiting"))).expect(201);
		}
		return survey;
	}
}
