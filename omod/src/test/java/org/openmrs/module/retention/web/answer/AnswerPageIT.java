/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.retention.web.Clinic;
import org.openmrs.module.retention.web.RestServer;

/** What a patient meets behind the link: no account, no cookie, one answer. */
class AnswerPageIT {

	private static final String FORM = "application/x-www-form-urlencoded";

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	private final HttpClient phone = HttpClient.newHttpClient();

	private String patient;

	private String survey;

	@BeforeEach
	void aSurvey() {
		survey = server.post("retention/survey", survey()).expect(201).at("/uuid");
		patient = clinic.patient();
	}

	@Test
	void page_shouldAskInTheBrowsersLanguage_withoutSessionOrCookie() {
		HttpResponse<String> page = get(link(), "Accept-Language", "nb-NO,nb;q=0.9");
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("<html lang=\"nb\"", "Hvor sannsynlig", "<legend>", "name=\"answer.recommend\"");
		assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
		assertThat(page.headers().firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'");
		assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
		assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
		assertThat(page.body()).doesNotContain(patient).doesNotContain("style=").doesNotContain("onclick");
		assertThat(get(link(), "Accept-Language", "it").body()).contains("<html lang=\"en\"");
	}

	@ParameterizedTest
	@CsvSource({ "href,css,text/css", "src,js,text/javascript", "href,svg,image/svg+xml" })
	void files_shouldSetNoCookieEither(String attribute, String ending, String type) {
		String file = get(link()).body().replaceAll("(?s).*" + attribute + "=\"([^\"]*retention\\." + ending + "[^\"]*)\".*",
			"$1");
		HttpResponse<String> answer = get(file);
		assertThat(answer.statusCode()).as(file).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
		assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
		assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
		assertThat(post(file, FORM, HttpRequest.BodyPublishers.ofString("a=b")).statusCode()).isEqualTo(404);
	}

	@Test
	void send_shouldStoreTheAnswersOnce_andThankEverybodyAlike() {
		String link = link();
		HttpResponse<String> thanks = send(link, "answer.recommend", "3", "answer.better", "Less waiting <b>",
			"answer.also", "a", "answer.also", "c", "language", "en");
		assertThat(thanks.statusCode()).isEqualTo(200);
		assertThat(thanks.body()).contains("Thank you for telling us", "https://reviews.example/clinic")
			.doesNotContain("<form");
		assertThat(thanks.headers().allValues("Set-Cookie")).isEmpty();

		HttpResponse<String> again = send(link, "answer.recommend", "10");
		assertThat(again.statusCode()).isEqualTo(404);
		assertThat(again.body()).contains("answered already");
		RestServer.Answer stored = server.get("retention/surveyresponse?survey=" + survey + "&v=default").expect(200);
		assertThat(stored.body().get("results")).hasSize(1);
		assertThat(stored.at("/results/0/mode")).isEqualTo("LINK");
		assertThat(stored.at("/results/0/language")).isEqualTo("en");
		assertThat(stored.text()).contains("\"answer\":\"3\"", "\"answer\":\"a,c\"");
		assertThat(server.get("retention/surveyresponse/" + stored.at("/results/0/uuid")).expect(200).at("/comments/0/text"))
			.isEqualTo("Less waiting <b>");
	}

	@Test
	void send_shouldSayWhatIsMissing_keepWhatWasTyped_andStoreNothing() {
		String link = link();
		HttpResponse<String> refused = send(link, "answer.better", "Sat there \"two\" hours <script>");
		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(refused.body()).contains("role=\"alert\"", "href=\"#question-recommend\"",
			"Sat there &quot;two&quot; hours &lt;script&gt;").doesNotContain("hours <script>");
		assertThat(send(link, "answer.recommend", "11").statusCode()).isEqualTo(400);
		assertThat(send(link, "answer.recommend", "1", "answer.recommend", "2").body()).contains("role=\"alert\"");
		assertThat(send(link, "answer.unknown", "1", "answer.recommend", "2").statusCode()).isEqualTo(400);
		assertThat(send(link).statusCode()).isEqualTo(400);
		assertThat(server.get("retention/surveyresponse?survey=" + survey).expect(200).body().get("results")).isEmpty();
		assertThat(send(link, "answer.recommend", "2").statusCode()).isEqualTo(200);
	}

	@Test
	void problems_shouldBeReadFirst_andTheirFieldsBeMarked() {
		String link = link();
		String asked = get(link).body();
		assertThat(asked).containsPattern("id=\"question-recommend\" role=\"radiogroup\" aria-required=\"true\">")
			.doesNotContain("aria-invalid").doesNotContain("autofocus").doesNotContainPattern("\\srequired[ >]");
		String refused = send(link, "answer.recommend", "9", "answer.when", "soon", "answer.also", "z").body();
		assertThat(refused).contains("role=\"alert\" tabindex=\"-1\" autofocus>");
		assertThat(refused).containsPattern(
			"<input type=\"date\" name=\"answer.when\"[^>]*aria-invalid=\"true\" aria-describedby=\"problem-when\">");
		assertThat(refused).containsPattern("name=\"answer.also\" value=\"a\" aria-invalid=\"true\">");
		assertThat(refused).doesNotContainPattern("id=\"question-recommend\"[^>]*aria-invalid");
		assertThat(send(link).body())
			.containsPattern("id=\"question-recommend\"[^>]*aria-invalid=\"true\" aria-describedby=\"problem-recommend\">");
	}

	@Test
	void send_shouldTakeInWhatThePageLetsBeTyped_inChineseToo() {
		String link = link();
		String length = get(link).body().replaceAll("(?s).*<textarea[^>]* maxlength=\"([0-9]+)\".*", "$1");
		String full = "好".repeat(Integer.parseInt(length));
		assertThat(send(link, "answer.recommend", "3", "answer.better", full).statusCode()).isEqualTo(200);
		assertThat(server.get("retention/surveyresponse?survey=" + survey).expect(200).body().get("results")).hasSize(1);
	}

	@Test
	void language_shouldChange_withoutLosingOrStoringWhatWasTyped() {
		String link = link();
		HttpResponse<String> shown = send(link, "show", "nb", "answer.recommend", "4", "answer.better", "Venting");
		assertThat(shown.statusCode()).isEqualTo(200);
		assertThat(shown.body()).contains("<html lang=\"nb\"", "Hvor sannsynlig", ">Venting</textarea>",
			"value=\"4\" checked");
		assertThat(send(link, "show", "xx").body()).contains("<html lang=\"en\"");
		assertThat(server.get("retention/surveyresponse?survey=" + survey).expect(200).body().get("results")).isEmpty();
	}

	@Test
	void invitation_shouldSayHowFarItHasCome() {
		RestServer.Answer made = server.post("retention/surveyinvitation", Map.of("survey", survey, "patient", patient))
			.expect(201);
		String invitation = made.at("/uuid");
		String link = path(made.at("/link"));
		assertThat(status(invitation)).isEqualTo("CREATED");
		get(link);
		assertThat(status(invitation)).isEqualTo("OPENED");
		send(link, "answer.better", "Wait");
		assertThat(status(invitation)).isEqualTo("STARTED");
		send(link, "answer.recommend", "9");
		assertThat(status(invitation)).isEqualTo("ANSWERED");
	}

	@Test
	void link_shouldAnswerAlike_whateverIsWrongWithIt() {
		String used = link();
		send(used, "answer.recommend", "9");
		HttpResponse<String> nobodys = get("/ws/retention/s/AAAAAAAAAAAAAAAAAAAAAA");
		HttpResponse<String> answered = get(used);
		assertThat(List.of(nobodys.statusCode(), answered.statusCode())).containsOnly(404);
		assertThat(withoutText(nobodys)).isEqualTo(withoutText(answered));
		assertThat(nobodys.headers().map().keySet()).isEqualTo(answered.headers().map().keySet());
		assertThat(nobodys.headers().allValues("Set-Cookie")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/ws/retention/s/a", "/ws/retention/s/%00", "/ws/retention/s/a/b",
		"/ws/retention/s/", "/ws/retention/s/a;b=c", "/ws/retention/s/a.html", "/ws/retention/s/%3Cscript%3E" })
	void nonsense_shouldBeAPageWithoutASession(String path) {
		HttpResponse<String> page = get(path);
		assertThat(page.statusCode()).isBetween(400, 404);
		assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
		assertThat(page.body()).doesNotContain("Exception").doesNotContain("<script>");
	}

	@ParameterizedTest
	@CsvSource({ "PUT,405", "DELETE,405", "HEAD,405", "PATCH,405" })
	void otherMethods_shouldBeRefused(String method, int status) {
		HttpResponse<String> refused = send(request(link()).method(method, HttpRequest.BodyPublishers.noBody()));
		assertThat(refused.statusCode()).isEqualTo(status);
		assertThat(refused.headers().firstValue("Allow")).contains("GET, POST");
		assertThat(refused.headers().allValues("Set-Cookie")).isEmpty();
	}

	@Test
	void bodies_shouldBeFormsOfAMeasuredLength() {
		String link = link();
		String most = "answer.recommend=3&answer.better=" + "x".repeat(65_536);
		assertThat(post(link, FORM, HttpRequest.BodyPublishers.ofString(most)).statusCode()).isEqualTo(413);
		assertThat(post(link, "application/json", HttpRequest.BodyPublishers.ofString("{}")).statusCode()).isEqualTo(415);
		assertThat(post(link, FORM, HttpRequest.BodyPublishers.ofInputStream(
			() -> new java.io.ByteArrayInputStream("answer.recommend=3".getBytes(StandardCharsets.UTF_8)))).statusCode())
			.isEqualTo(411);
		assertThat(get(link).statusCode()).as("nothing was stored").isEqualTo(200);
	}

	@Test
	void requests_shouldBeLimited_byToken() {
		String link = link();
		HttpResponse<String> last = get(link);
		for (int i = 0; i < 60; i++) {
			last = get(link);
		}
		assertThat(last.statusCode()).isEqualTo(429);
		assertThat(last.headers().firstValue("Retry-After")).contains("600");
		assertThat(last.headers().allValues("Set-Cookie")).isEmpty();
		assertThat(get(link()).statusCode()).as("another's link").isEqualTo(200);
	}

	/** Whoever works at the clinic and opens a link in the same browser stays who they are, and answers as nobody. */
	@Test
	void page_shouldLeaveASessionAlone_thatTheBrowserHas() {
		HttpResponse<String> session = send(
			request("/ws/rest/v1/session").header("Authorization", server.authorization()).GET());
		String cookie = session.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
		assertThat(get(link(), "Cookie", cookie).statusCode()).isEqualTo(200);
		assertThat(get("/ws/rest/v1/session", "Cookie", cookie).body()).contains("\"authenticated\":true");
	}

	/** Another patient each time: a person is asked once in a while. */
	private String link() {
		patient = clinic.patient();
		return path(server.post("retention/surveyinvitation", Map.of("survey", survey, "patient", patient)).expect(201)
			.at("/link"));
	}

	/** Below the application. */
	private static String path(String link) {
		return link.substring(link.indexOf("/ws/"));
	}

	private String status(String invitation) {
		return server.get("retention/surveyinvitation/" + invitation).expect(200).at("/status");
	}

	private static String withoutText(HttpResponse<String> page) {
		return page.body().replaceAll("<p role=\"alert\">[^<]*</p>", "");
	}

	private HttpResponse<String> get(String path, String... header) {
		HttpRequest.Builder request = request(path).GET();
		return send(header.length == 0 ? request : request.header(header[0], header[1]));
	}

	private HttpResponse<String> send(String path, String... fields) {
		StringBuilder form = new StringBuilder();
		for (int i = 0; i < fields.length; i += 2) {
			form.append(i == 0 ? "" : "&").append(encoded(fields[i])).append('=').append(encoded(fields[i + 1]));
		}
		return post(path, FORM, HttpRequest.BodyPublishers.ofString(form.toString()));
	}

	private HttpResponse<String> post(String path, String type, HttpRequest.BodyPublisher body) {
		return send(request(path).header("Content-Type", type).POST(body));
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(server.url() + path.substring(path.indexOf("/ws/"))));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return phone.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
		}
		catch (java.io.IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
		catch (InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private static Map<String, Object> survey() {
		Map<String, Object> survey = new HashMap<>();
		survey.put("uuid", UUID.randomUUID().toString());
		survey.put("name", "Answered by link " + UUID.randomUUID());
		survey.put("introduction", texts("How was your visit?", "Hvordan var besøket?"));
		survey.put("thanks", texts("Thank you for telling us", "Takk for at du sa ifra"));
		survey.put("review", Map.of("text", texts("Review us", "Anmeld oss"), "address", "https://reviews.example/clinic"));
		survey.put("coolDown", "P0D");
		survey.put("questions", List.of(
			Map.of("key", "recommend", "type", "NPS", "required", true, "text",
				texts("How likely are you to recommend us?", "Hvor sannsynlig er det at du anbefaler oss?")),
			Map.of("key", "better", "type", "TEXT", "textKind", "COULD_BE_BETTER", "text",
				texts("What could be better?", "Hva kunne vært bedre?"), "showIf",
				Map.of("question", "recommend", "atMost", 8)),
			Map.of("key", "also", "type", "MULTI_CHOICE", "text", texts("What was good?", "Hva var bra?"), "options",
				List.of(option("a", "Time"), option("b", "Place"), option("c", "People"))),
			Map.of("key", "when", "type", "DATE", "text", texts("When were you here?", "Når var du her?"))));
		return survey;
	}

	private static Map<String, Object> option(String key, String text) {
		return Map.of("key", key, "text", Map.of("en", text));
	}

	private static Map<String, Object> texts(String english, String norwegian) {
		return Map.of("en", english, "nb", norwegian);
	}
}
