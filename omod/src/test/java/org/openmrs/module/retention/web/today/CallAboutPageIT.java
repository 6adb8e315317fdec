/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.today;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.web.Clinic;
import org.openmrs.module.retention.web.RestServer;
import org.openmrs.module.retention.web.page.PageReader;

/** What a call is about, as its page tells it: the visit, or what somebody has answered or written. */
class CallAboutPageIT {

	private static final String HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";

	private static final String UNKNOWN_ROLE = "a0b03050-c99b-11e0-9572-0800200c9a66";

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	private final String patient = clinic.patient();

	private final PageReader nurse = clinic.pagesOf("Retention: Nurse");

	@BeforeEach
	void inEnglish() {
		nurse.get("/today");
		nurse.post("/language", "language", "en", "next", "today");
	}

	/** Uuid of a protocol whose one step is due at once. */
	private String dueAtOnce(Map<String, Object> trigger) {
		return server.post("retention/followupprotocol", clinic.protocolDueAtOnce(trigger)).expect(201).at("/uuid");
	}

	private String call(PageReader reader, String protocol) {
		clinic.await("retention/followuptask?status=open&patient=" + patient + "&protocol=" + protocol);
		PageReader.Answer page = reader.get("/call/" + patient);
		assertThat(page.status()).as(page.page()).isEqualTo(200);
		return page.page();
	}

	@Test
	void visit_shouldBeShownToWhoMayReadIt() {
		String type = clinic.ownEncounterType();
		String protocol = dueAtOnce(Map.of("type", "ENCOUNTER", "filter", Map.of("encounterTypes", List.of(type))));
		String person = server.post("person", Map.of("gender", "M", "names",
			List.of(Map.of("givenName", "Olav <b>", "familyName", "Tannlege")))).expect(201).at("/uuid");
		String dentist = server.post("provider", Map.of("person", person, "identifier", Clinic.unique("P"))).expect(201)
			.at("/uuid");
		server.post("encounter", Map.of("patient", patient, "encounterType", type, "location", Clinic.UNKNOWN_LOCATION,
			"encounterProviders", List.of(Map.of("provider", dentist, "encounterRole", UNKNOWN_ROLE)))).expect(201);
		String shown = call(nurse, protocol);
		String name = server.get("encountertype/" + type).expect(200).at("/name");
		String visit = shown.substring(shown.indexOf("<p>Visit: ")).split("</p>", 2)[0];
		assertThat(visit).contains(name).contains("Olav &lt;b&gt; Tannlege").contains("Unknown Location");
		PageReader desk = clinic.pagesOf("Retention: Front Desk");
		assertThat(call(desk, protocol)).doesNotContain("<p>Visit: ").doesNotContain("Tannlege");
		RestServer.Answer opened = clinic.staff("Retention: Nurse").post("retention/worklist/" + patient + "/open", Map.of())
			.expect(201);
		assertThat(opened.at("/script/parts/0/visit/type")).isEqualTo(name);
		assertThat(opened.at("/script/parts/0/visit/clinicians/0")).isEqualTo("Olav <b> Tannlege");
	}

	@Test
	void answer_shouldBeInWords_whereASurveyHasOpenedTheCall() {
		String event = "test." + UUID.randomUUID().toString().substring(0, 8);
		String protocol = dueAtOnce(Map.of("type", "EVENT", "event", event));
		answer("IDENTIFIED", event, List.of(recovery("recommend", Map.of("atMost", 6), "Low score", event),
			recovery("call-me", Map.of("in", List.of("yes")), "Wishes a call", event)));
		assertThat(call(nurse, protocol)).contains("<li>Low score (Would you recommend us? 3)</li>")
			.contains("<li>Wishes a call (Shall we call? Yes)</li>").doesNotContain("call-me")
			.doesNotContain("secret words");
	}

	@Test
	void answer_shouldBeTheWishAlone_whereTheSurveyIsConfidential() {
		String event = "test." + UUID.randomUUID().toString().substring(0, 8);
		String protocol = dueAtOnce(Map.of("type", "EVENT", "event", event));
		answer("CONFIDENTIAL", event, List.of(recovery("call-me", Map.of("in", List.of("yes")), "Wishes a call", event)));
		assertThat(call(nurse, protocol)).contains("<li>Wishes a call (Shall we call? Yes)</li>")
			.doesNotContain("recommend us", "secret words", "<p>Visit: ");
	}

	private static Map<String, Object> recovery(String question, Map<String, Object> when, String title, String event) {
		Map<String, Object> rule = new HashMap<>(when);
		rule.putAll(Map.of("question", question, "severity", "URGENT", "title", Map.of("en", title), "event", event));
		return rule;
	}

	private void answer(String privacy, String event, List<Map<String, Object>> recovery) {
		List<Map<String, Object>> questions = List.of(
			Map.of("key", "recommend", "type", "NPS", "text", Map.of("en", "Would you recommend us?")),
			Map.of("key", "call-me", "type", "YES_NO", "text", Map.of("en", "Shall we call?")),
			Map.of("key", "why", "type", "TEXT", "text", Map.of("en", "Why?")));
		String survey = server.post("retention/survey",
			Map.of("uuid", UUID.randomUUID().toString(), "name", Clinic.unique("Survey"), "privacy", privacy, "introduction",
				Map.of("en", "How was it?"), "thanks", Map.of("en", "Thank you"), "questions", questions, "recovery",
				recovery))
			.expect(201).at("/uuid");
		String invitation = server.post("retention/surveyinvitation", Map.of("survey", survey, "patient", patient))
			.expect(201).at("/uuid");
		server.post("retention/surveyresponse", Map.of("invitation", invitation, "mode", "INTERVIEW_OTHER", "answers",
			Map.of("recommend", 3, "call-me", true, "why", "secret words"))).expect(201);
	}

	@Test
	void text_shouldNeverComeBackAsMarkup() {
		String protocol = dueAtOnce(Map.of("type", "MANUAL"));
		server.post("retention/followupplan", Map.of("patient", patient, "protocol", protocol, "context", HOSTILE))
			.expect(201);
		assertThat(call(nurse, protocol)).contains("<li>&lt;script&gt;").doesNotContain("<script>alert")
			.doesNotContain("<img");
	}
}
