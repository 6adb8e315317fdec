/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.web.Clinic;
import org.openmrs.module.retention.web.RestServer;
import org.openmrs.module.retention.web.page.PageReader;

/** Inviting to surveys on the pages, handing the link over, entering what was answered on paper. */
class InvitationPageIT {

	private static final String HOSTILE = "<script>alert(1)</script>\"'";

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	private final PageReader desk = clinic.pagesOf("Retention: Front Desk");

	private final String patient = clinic.patient();

	private final String survey = server.post("retention/survey", survey("IDENTIFIED")).expect(201).at("/uuid");

	private PageReader.Answer invite() {
		desk.post("/language", "language", "en", "next", "today");
		desk.get("/invitation?patient=" + patient);
		return desk.post("/invitation", "patient", patient, "survey", survey);
	}

	private static String uuidOf(PageReader.Answer shown) {
		return shown.address().replaceAll(".*invitation/([^/?]+).*", "$1");
	}

	@Test
	void invite_shouldShowTheLinkToWhoMadeIt_untilTheSessionEnds() {
		assertThat(desk.get("/patient/" + patient).page()).contains("invitation?patient=" + patient);
		PageReader.Answer made = invite();
		assertThat(made.status()).as(made.page()).isEqualTo(200);
		String link = made.find("id=\"link\"[^>]*value=\"([^\"]+)\"").get(0);
		assertThat(link).startsWith("http").contains("/ws/retention/s/");
		assertThat(made.page()).contains("<svg class=\"qr\"", "M4,4h1v1h-1z");
		String uuid = uuidOf(made);
		PageReader.Answer slip = desk.get("/invitation/" + uuid + "/slip");
		assertThat(slip.status()).isEqualTo(200);
		String printed = slip.page().substring(slip.page().indexOf("slip\" lang"));
		assertThat(printed).contains(link, "How was it?", "<svg class=\"qr\"").doesNotContain(patient);
		assertThat(nameOf(patient)).satisfies(name -> assertThat(printed).doesNotContain(name));

		PageReader other = clinic.pagesOf("Retention: Nurse");
		PageReader.Answer seen = other.get("/invitation/" + uuid);
		assertThat(seen.status()).isEqualTo(200);
		assertThat(seen.page()).doesNotContain("/ws/retention/s/").doesNotContain("<svg class=\"qr\"");
		assertThat(other.get("/invitation/" + uuid + "/slip").status()).isEqualTo(409);
		assertThat(server.get("retention/surveyinvitation/" + uuid).expect(200).at("/status")).isEqualTo("CREATED");
	}

	private String nameOf(String uuid) {
		return server.get("patient/" + uuid).expect(200).at("/person/display");
	}

	@Test
	void again_shouldBeTheSameInvitation_andAnotherSurveyWaitsForTheCoolDown() {
		PageReader.Answer made = invite();
		PageReader.Answer again = desk.post("/invitation", "patient", patient, "survey", survey);
		assertThat(uuidOf(again)).isEqualTo(uuidOf(made));
		String other = server.post("retention/survey", survey("IDENTIFIED")).expect(201).at("/uuid");
		PageReader.Answer refused = desk.post("/invitation", "patient", patient, "survey", other);
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.find("role=\"alert\"[^>]*>([^<]*)<").get(0)).contains("asked a short while ago");
		assertThat(refused.page()).contains("Last invited on");
	}

	@Test
	void refusal_shouldBeSaidBeforeAnybodyIsInvited() {
		desk.post("/language", "language", "en", "next", "today");
		desk.get("/patient/" + patient);
		desk.post("/patient/" + patient + "/consent", "purpose", "SURVEY", "says", "REFUSED");
		PageReader.Answer page = desk.get("/invitation?patient=" + patient);
		assertThat(page.page()).contains("has refused this").doesNotContain("name=\"survey\" required");
		assertThat(desk.post("/invitation", "patient", patient, "survey", survey).status()).isEqualTo(409);
	}

	@Test
	void states_shouldBeChangedByHand_andANewLinkEndTheOld() {
		PageReader.Answer made = invite();
		String uuid = uuidOf(made);
		String link = made.find("id=\"link\"[^>]*value=\"([^\"]+)\"").get(0);
		PageReader.Answer renewed = desk.post("/invitation/" + uuid + "/link", "version", "0");
		assertThat(renewed.find("id=\"link\"[^>]*value=\"([^\"]+)\"").get(0)).isNotEqualTo(link);
		assertThat(desk.post("/invitation/" + uuid + "/link", "version", "0").status()).isEqualTo(409);
		PageReader.Answer handed = desk.post("/invitation/" + uuid + "/transition", "version", "1", "to", "HANDED_OVER");
		assertThat(handed.page()).contains("Handed over");
		PageReader.Answer withdrawn = desk.post("/invitation/" + uuid + "/transition", "version", "2", "to", "WITHDRAWN",
			"reason", HOSTILE);
		assertThat(withdrawn.page()).contains("&lt;script&gt;").doesNotContain("<script>alert")
			.doesNotContain("<svg class=\"qr\"");
		assertThat(desk.post("/invitation/" + uuid + "/transition", "version", "3", "to", "DECLINED").status())
			.isEqualTo(409);
		assertThat(desk.post("/invitation/" + uuid + "/transition", "version", "3", "to", "ANSWERED").status())
			.isEqualTo(400);
	}

	@Test
	void list_shouldTellHowFarTheyAre_withItsDenominator() {
		PageReader.Answer made = invite();
		desk.post("/invitation/" + uuidOf(made) + "/transition", "version", "0", "to", "HANDED_OVER");
		PageReader.Answer list = desk.get("/invitation?survey=" + survey + "&open=true");
		assertThat(list.page()).contains("invitation/" + uuidOf(made), "0 of 1 who had it (0 %)");
		assertThat(desk.get("/invitation?survey=nothing").status()).isEqualTo(404);
		assertThat(desk.get("/invitation?patient=nobody").status()).isEqualTo(404);
		assertThat(desk.get("/invitation?start=x").status()).isEqualTo(400);
		assertThat(desk.get("/invitation/nothing").status()).isEqualTo(404);
	}

	@Test
	void paper_shouldBeTypedIn_andSayWhatIsWrong() {
		String uuid = uuidOf(invite());
		PageReader.Answer form = desk.get("/invitation/" + uuid + "/paper");
		assertThat(form.page()).contains("name=\"answer.recommend\" value=\"10\"");
		PageReader.Answer refused = desk.post("/invitation/" + uuid + "/paper", "answer.better", HOSTILE, "paperLanguage",
			"en");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.page()).contains("href=\"#question-recommend\"", "&lt;script&gt;")
			.doesNotContain("<script>alert");
		PageReader.Answer kept = desk.post("/invitation/" + uuid + "/paper", "answer.recommend", "7", "answer.better",
			HOSTILE,
			"paperLanguage", "en");
		assertThat(kept.page()).contains("notice done");
		RestServer.Answer stored = server.get("retention/surveyresponse?survey=" + survey + "&v=default").expect(200);
		assertThat(stored.at("/results/0/mode")).isEqualTo("PAPER");
		assertThat(stored.at("/results/0/language")).isEqualTo("en");
		assertThat(desk.post("/invitation/" + uuid + "/paper", "answer.recommend", "7").status()).isEqualTo(409);
		assertThat(desk.get("/invitation/" + uuid + "/paper").status()).isEqualTo(409);
	}

	/** As the ready interview after a complaint is. */
	@Test
	void survey_shouldBeAskedAndTypedIn_whereItHasNoLink() {
		Map<String, Object> definition = survey("IDENTIFIED");
		definition.put("modes", List.of("INTERVIEW_OTHER"));
		String asked = server.post("retention/survey", definition).expect(201).at("/uuid");
		desk.post("/language", "language", "en", "next", "today");
		desk.get("/invitation?patient=" + patient);
		PageReader.Answer made = desk.post("/invitation", "patient", patient, "survey", asked);
		assertThat(made.status()).as(made.page()).isEqualTo(200);
		assertThat(made.page()).contains("not answered by link", "</a> <span class=\"tag\">")
			.doesNotContain("/ws/retention/s/").doesNotContain("Hand over the link")
			.doesNotContain("<svg class=\"qr\"");
		String uuid = uuidOf(made);
		assertThat(made.page()).contains(uuid + "/interview").doesNotContain(uuid + "/slip")
			.doesNotContain(uuid + "/link").doesNotContain(uuid + "/paper");
		assertThat(desk.get("/invitation/" + uuid + "/slip").status()).isEqualTo(409);
		assertThat(desk.post("/invitation/" + uuid + "/link", "version", "0").status()).isEqualTo(409);
		assertThat(desk.get("/invitation/" + uuid + "/paper").status()).isEqualTo(409);

		PageReader.Answer form = desk.get("/invitation/" + uuid + "/interview");
		assertThat(form.page()).contains("How was it?", "name=\"answer.recommend\" value=\"10\"", "Thank you",
			"<option value=\"INTERVIEW_OTHER\"").doesNotContain("INTERVIEW_TREATING");
		assertThat(desk.post("/invitation/" + uuid + "/interview", "answer.better", HOSTILE).status()).isEqualTo(400);
		assertThat(desk.post("/invitation/" + uuid + "/interview", "answer.recommend", "7", "mode", "LINK").status())
			.isEqualTo(400);
		PageReader.Answer refused = desk.post("/invitation/" + uuid + "/interview", "answer.recommend", "7", "mode",
			"INTERVIEW_TREATING");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.find("(role=\"alert\")")).hasSize(1);
		PageReader.Answer kept = desk.post("/invitation/" + uuid + "/interview", "answer.recommend", "7", "answer.better",
			HOSTILE, "mode", "INTERVIEW_OTHER", "paperLanguage", "en");
		assertThat(kept.page()).contains("notice done");
		assertThat(server.get("retention/surveyresponse?survey=" + asked + "&v=default").expect(200).at("/results/0/mode"))
			.isEqualTo("INTERVIEW_OTHER");
		assertThat(desk.get("/invitation/" + uuid + "/interview").status()).isEqualTo(409);
	}

	@Test
	void interview_shouldShowThePatientsLanguageBesideTheReaders() {
		Map<String, Object> definition = survey("IDENTIFIED");
		definition.put("introduction", Map.of("en", "How was it?", "ru", "Как всё прошло?"));
		definition.put("questions", List.of(Map.of("key", "again", "type", "CHOICE", "text",
			Map.of("en", "Will you come again?", "ru", "Придёте ещё?"), "options",
			List.of(Map.of("key", "sure", "text", Map.of("en", "Surely", "ru", "Конечно")),
				Map.of("key", "never", "text", Map.of("en", "Never", "ru", "Никогда"))))));
		String asked = server.post("retention/survey", definition).expect(201).at("/uuid");
		desk.post("/language", "language", "en", "next", "today");
		desk.get("/invitation?patient=" + patient);
		String uuid = uuidOf(desk.post("/invitation", "patient", patient, "survey", asked, "language", "ru"));
		PageReader.Answer form = desk.get("/invitation/" + uuid + "/interview");
		for (String russian : List.of("Как всё прошло?", "Придёте ещё?", "Конечно")) {
			assertThat(form.page()).contains("<span lang=\"ru\">" + russian + "</span>");
		}
		assertThat(form.page()).contains("lang=\"en\">How was it?</span>", "lang=\"en\">Will you come again?</span>",
			"(Surely)");
		assertThat(desk.get("/invitation/" + uuid + "/interview?paperLanguage=en").page()).contains("How was it?")
			.doesNotContain("Придёте").doesNotContain("class=\"two\"");
		assertThat(desk.get("/invitation/" + uuid + "/paper").page()).as("it was asked on paper")
			.contains("Will you come again?").doesNotContain("Придёте");
	}

	@Test
	void slip_shouldNotEndASentenceTwice() {
		desk.get("/invitation?patient=" + patient);
		String uuid = uuidOf(desk.post("/invitation", "patient", patient, "survey", survey, "language", "ru"));
		assertThat(desk.get("/invitation/" + uuid + "/slip").find("<p>(До [^<]*)</p>")).singleElement().asString()
			.matches("До \\d+ \\S+ \\d{4}\\Wг\\. Ответить .*");
	}

	@Test
	void survey_shouldNotBeOffered_whereOnlyADeviceTakesIt_norAskedWhereNobodyMayAsk() {
		Map<String, Object> definition = survey("ANONYMOUS");
		definition.put("modes", List.of("KIOSK"));
		String atDevice = server.post("retention/survey", definition).expect(201).at("/uuid");
		desk.post("/language", "language", "en", "next", "today");
		assertThat(desk.get("/invitation?patient=" + patient).page()).contains("value=\"" + survey + "\"")
			.doesNotContain(atDevice);
		assertThat(desk.get("/invitation").page()).as("its figures can be looked for").contains(atDevice);

		String noInterview = server.post("retention/survey", survey("ANONYMOUS")).expect(201).at("/uuid");
		PageReader.Answer made = desk.post("/invitation", "patient", patient, "survey", noInterview);
		assertThat(made.page()).contains("/slip\"").doesNotContain("/interview\"");
		assertThat(desk.get("/invitation/" + uuidOf(made) + "/interview").status()).isEqualTo(409);
	}

	@Test
	void pages_shouldBeForThoseWhoMay() {
		String uuid = uuidOf(invite());
		PageReader reader = PageReader.begunBy(clinic.userWith("Get Retention Survey Invitations", "Get Retention Surveys",
			"Get Patients", "Get People"));
		assertThat(reader.get("/invitation/" + uuid).page()).doesNotContain("<button class=\"main\" type=\"submit\">");
		reader.get("/invitation?patient=" + patient);
		assertThat(reader.post("/invitation", "patient", patient, "survey", survey).status()).isEqualTo(403);
		assertThat(reader.post("/invitation/" + uuid + "/link", "version", "0").status()).isEqualTo(403);
		assertThat(reader.post("/invitation/" + uuid + "/paper", "answer.recommend", "1").status()).isEqualTo(403);
		assertThat(reader.post("/invitation/" + uuid + "/interview", "answer.recommend", "1").status()).isEqualTo(403);
		PageReader without = PageReader.begunBy(clinic.userWith("Get Retention Survey Invitations"));
		assertThat(without.get("/invitation").status()).isEqualTo(403);
		assertThat(without.get("/invitation/" + uuid).status()).isEqualTo(403);
	}

	static Map<String, Object> survey(String privacy) {
		Map<String, Object> survey = new HashMap<>();
		survey.put("uuid", UUID.randomUUID().toString());
		survey.put("name", Clinic.unique("After a visit"));
		survey.put("privacy", privacy);
		survey.put("introduction", Map.of("en", "How was it?"));
		survey.put("thanks", Map.of("en", "Thank you"));
		survey.put("questions",
			List.of(
				Map.of("key", "recommend", "type", "NPS", "required", true, "text", Map.of("en", "Would you recommend us?")),
				Map.of("key", "better", "type", "TEXT", "text", Map.of("en", "What could be better?"))));
		return survey;
	}
}
